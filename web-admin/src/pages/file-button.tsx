import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import { later } from "@/lib/later";
import { Button } from "@/ui/button";
import { FormFailure } from "./failure";

const FileDialog = later(async () => (await import("./file-dialog")).FileDialog);

type FileButtonProps = {
	/** Asks for the file, and answers its id. */
	create: () => Promise<string | undefined>;
	children: ReactNode;
};

/** Has a file made, shows how far it is, and saves it when it is ready. */
export function FileButton({ create, children }: FileButtonProps) {
	const ask = useMutation({ mutationFn: create });
	return (
		<>
			<Button isDisabled={ask.isPending} onPress={() => ask.mutate()}>
				<Download aria-hidden="true" className="size-4" />
				{children}
			</Button>
			{ask.error && <FormFailure error={ask.error} />}
			<Suspense>
				{ask.data && <FileDialog key={ask.data} id={ask.data} onClose={() => ask.reset()} />}
			</Suspense>
		</>
	);
}

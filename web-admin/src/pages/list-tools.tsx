import { Trans } from "@lingui/react/macro";
import { Download, SlidersHorizontal } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { ListExportCreateInput } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import type { ListShape } from "@/ui/list";

const ListFile = lazy(() => import("./list-file").then((page) => ({ default: page.ListFile })));
const ListForm = lazy(() => import("./list-form").then((page) => ({ default: page.ListForm })));

type Props = {
	columns: { name: string; header: string }[];
	shape?: ListShape;
	file?: ListExportCreateInput;
};

/** What can be done with a list as a whole: choose how it is shown, and take it away as a file. */
export function ListTools({ columns, shape, file }: Props) {
	const hat = useHat();
	const [open, setOpen] = useState<"form" | "file" | null>(null);
	const close = () => setOpen(null);
	return (
		<div className="flex flex-wrap items-center gap-1">
			{shape && (
				<Button look="quiet" className="!px-2" onPress={() => setOpen("form")}>
					<SlidersHorizontal aria-hidden="true" className="size-4" />
					<Trans>Rows and columns…</Trans>
				</Button>
			)}
			{file && may(hat, "LIST_EXPORT") && (
				<Button look="quiet" className="!px-2" onPress={() => setOpen("file")}>
					<Download aria-hidden="true" className="size-4" />
					<Trans>Export this list…</Trans>
				</Button>
			)}
			<Suspense fallback={null}>
				{open === "form" && shape && <ListForm columns={columns} shape={shape} onClose={close} />}
				{open === "file" && file && <ListFile of={file} onClose={close} />}
			</Suspense>
		</div>
	);
}

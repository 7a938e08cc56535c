import { Trans, useLingui } from "@lingui/react/macro";
import { Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { DialogActions } from "@/ui/dialog";
import { Banner } from "@/ui/states";
import { copyText } from "./take-away";

/** A secret for the only time. It cannot be closed away unseen. */
export function SecretOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
	const { t } = useLingui();
	const [isSaved, setSaved] = useState(false);
	return (
		<div className="flex flex-col gap-4">
			<Banner tone="warn">
				<Trans>This is shown now and never again. Put it where the program reads it, and nowhere else.</Trans>
			</Banner>
			<code data-token className="rounded-md border border-line bg-bg p-3 font-mono text-sm break-all">
				{secret}
			</code>
			<Button className="self-start" onPress={() => void copyText(secret, t`The secret is copied.`)}>
				<Copy aria-hidden="true" className="size-4" />
				<Trans>Copy</Trans>
			</Button>
			<Checkbox isSelected={isSaved} onChange={setSaved}>
				<Trans>I have saved it</Trans>
			</Checkbox>
			<DialogActions>
				<Button look="primary" isDisabled={!isSaved} onPress={onDone}>
					<Trans>Done</Trans>
				</Button>
			</DialogActions>
		</div>
	);
}

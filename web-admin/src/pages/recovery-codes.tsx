import { Trans, useLingui } from "@lingui/react/macro";
import { Copy, Download, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Banner } from "@/ui/states";
import { copyText, saveFile } from "./take-away";

/** The recovery codes, for the only time. Nobody goes on before they say that they have kept them. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
	const { t } = useLingui();
	const [isSaved, setSaved] = useState(false);
	const text = codes.join("\n");
	return (
		<div className="flex flex-col gap-4">
			<p className="text-muted">
				<Trans>
					If you lose your device, each of these codes lets you in once. Keep them where your password is not.
				</Trans>
			</p>
			<ul
				data-print
				aria-label={t`Recovery codes`}
				className="flex flex-col gap-1 rounded-md border border-line bg-bg p-4 font-mono text-sm"
			>
				{codes.map((code) => (
					<li key={code} className="break-all">
						{code}
					</li>
				))}
			</ul>
			<div className="flex flex-wrap gap-2">
				<Button onPress={() => void copyText(text, t`The codes are copied.`)}>
					<Copy aria-hidden="true" className="size-4" />
					<Trans>Copy</Trans>
				</Button>
				<Button onPress={() => saveFile(new Blob([`${text}\n`]), "etal-recovery-codes.txt")}>
					<Download aria-hidden="true" className="size-4" />
					<Trans>Download</Trans>
				</Button>
				<Button onPress={() => window.print()}>
					<Printer aria-hidden="true" className="size-4" />
					<Trans>Print</Trans>
				</Button>
			</div>
			<Banner tone="warn">
				<Trans>They are shown now and never again.</Trans>
			</Banner>
			<Checkbox isSelected={isSaved} onChange={setSaved}>
				<Trans>I have saved them</Trans>
			</Checkbox>
			<Button look="primary" isDisabled={!isSaved} onPress={onDone} className="self-start">
				<Trans>Done</Trans>
			</Button>
		</div>
	);
}

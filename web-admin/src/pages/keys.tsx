import { Trans, useLingui } from "@lingui/react/macro";
import { Search } from "lucide-react";
import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useKept } from "@/lib/kept";
import { later } from "@/lib/later";
import type { NavItem } from "@/lib/pages";
import type { Viewer } from "@/lib/session";
import { useShortcuts } from "@/lib/shortcuts";
import { Button } from "@/ui/button";

// Neither is needed before somebody asks for it.
const Palette = later(async () => (await import("./palette")).default);
const ShortcutSheet = later(async () => (await import("./shortcut-sheet")).default);

/** The way to the palette, and the keys that do something wherever one is. */
export function Keys({ viewer, pages }: { viewer: Viewer; pages: NavItem[] }) {
	const { t } = useLingui();
	const [open, setOpen] = useState<"palette" | "keys" | null>(null);
	/** What is typed before the palette is there. */
	const [early, setEarly] = useState("");
	const before = useRef<Element | null>(null);
	const onPalette = useCallback(() => {
		setEarly("");
		before.current = document.activeElement;
		setOpen("palette");
	}, []);
	// The palette gives the focus back to what had it, but that may have been its forerunner.
	useEffect(() => {
		if (open !== null) return;
		const frame = requestAnimationFrame(() => {
			if (document.activeElement === document.body && before.current instanceof HTMLElement)
				before.current.focus();
		});
		return () => cancelAnimationFrame(frame);
	}, [open]);
	const onHelp = useCallback(() => setOpen("keys"), []);
	const close = () => setOpen(null);
	const isOn = useKept(viewer)?.hasShortcuts ?? true;
	useShortcuts({ pages, isOn, onPalette, onHelp });
	return (
		<>
			<Button
				look="quiet"
				aria-label={t`Go to or do something`}
				aria-keyshortcuts="Control+K"
				className="!px-2.5 wide:border-field wide:!px-3"
				onPress={onPalette}
			>
				<Search aria-hidden="true" className="size-5 wide:size-4" />
				<span className="hidden text-muted wide:inline">
					<Trans>Go to…</Trans>
				</span>
				<kbd aria-hidden="true" dir="ltr" className="ms-4 hidden font-mono text-xs text-muted wide:inline">
					Ctrl K
				</kbd>
			</Button>
			<Suspense
				fallback={open === "palette" && <EarlyField text={early} onText={setEarly} onClose={close} />}
			>
				{open === "palette" && <Palette typed={early} onClose={close} onHelp={onHelp} />}
			</Suspense>
			<Suspense>{open === "keys" && <ShortcutSheet isOn={isOn} onClose={close} />}</Suspense>
		</>
	);
}

type EarlyFieldProps = { text: string; onText: (text: string) => void; onClose: () => void };

/** Takes the letters of whoever types at once, where the palette will be as soon as it is loaded. */
function EarlyField({ text, onText, onClose }: EarlyFieldProps) {
	const { t } = useLingui();
	return (
		<div className="fixed inset-0 z-50 flex items-start justify-center bg-black/60 p-4 sm:pt-[12dvh]">
			<div
				role="dialog"
				aria-modal="true"
				aria-busy="true"
				aria-label={t`Go to or do something`}
				className="w-full max-w-xl rounded-lg border border-line bg-surface p-3 shadow-xl"
			>
				<input
					aria-label={t`Search`}
					// oxlint-disable-next-line jsx-a11y/no-autofocus
					autoFocus
					maxLength={100}
					className="control w-full"
					value={text}
					onChange={({ target }) => onText(target.value)}
					onKeyDown={({ key }) => key === "Escape" && onClose()}
				/>
			</div>
		</div>
	);
}

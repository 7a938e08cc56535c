import { Trans, useLingui } from "@lingui/react/macro";
import { Search } from "lucide-react";
import { Suspense, useCallback, useState } from "react";
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
	const onPalette = useCallback(() => setOpen("palette"), []);
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
			<Suspense>
				{open === "palette" && <Palette onClose={close} onHelp={onHelp} />}
				{open === "keys" && <ShortcutSheet isOn={isOn} onClose={close} />}
			</Suspense>
		</>
	);
}

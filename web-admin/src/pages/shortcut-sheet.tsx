import { Trans, useLingui } from "@lingui/react/macro";
import { useHat } from "@/lib/hat";
import { pagesOf } from "@/lib/pages";
import { may } from "@/lib/session";
import { letterOf } from "@/lib/shortcuts";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextLink } from "@/ui/page";

function Key({ children }: { children: string }) {
	return (
		<kbd dir="ltr" className="rounded border border-line bg-hover px-1.5 py-0.5 font-mono text-xs">
			{children}
		</kbd>
	);
}

/** Which keys do what. */
export default function ShortcutSheet({ isOn, onClose }: { isOn: boolean; onClose: () => void }) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const everywhere: [keys: string[], name: string][] = [
		[["Ctrl", "K"], t`Go to or do something`],
		[["/"], t`Search the list, or everything`],
		[["?"], t`Keyboard shortcuts`],
		[["J"], t`To the next row of a list`],
		[["K"], t`To the row before`],
		[["X"], t`Tick the row`],
		[["Enter"], t`Open the row`],
		[["E"], t`Edit what the page shows`],
		[["Ctrl", "Enter"], t`Send the form`],
	];
	if (may(hat, "SELLER_APPROVE")) everywhere.push([["A"], t`Approve the seller of the page`]);
	const pages = pagesOf(hat).flatMap((page): [string[], string][] => {
		const letter = letterOf(page);
		return letter ? [[["G", letter], i18n._(page.label)]] : [];
	});
	return (
		<Dialog title={t`Keyboard shortcuts`} isOpen onClose={onClose}>
			{!isOn && (
				<p className="text-muted">
					<Trans>You have switched single keys off. Only Ctrl+K does something.</Trans>
				</p>
			)}
			<div className="grid min-h-0 gap-x-8 gap-y-4 overflow-auto sm:grid-cols-2">
				{[everywhere, pages].map((group, index) => (
					<dl key={index === 0 ? "everywhere" : "pages"} className="flex flex-col gap-1.5">
						{group.map(([keys, name]) => (
							<div key={name} className="flex items-center justify-between gap-4">
								<dt>{name}</dt>
								<dd dir="ltr" className="flex shrink-0 gap-1">
									{keys.map((key) => (
										<Key key={key}>{key}</Key>
									))}
								</dd>
							</div>
						))}
					</dl>
				))}
			</div>
			<DialogActions>
				<TextLink to="/account/preferences" onClick={onClose} className="self-center">
					<Trans>Switch single keys on or off</Trans>
				</TextLink>
				<span className="flex-1" />
				<Button onPress={onClose}>
					<Trans>Close</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

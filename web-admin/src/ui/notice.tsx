import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Button } from "./button";

/** What can be done about what a notice says: a deed is undone, or what has failed is tried again. */
type Way = { name: "undo" | "again"; go: () => void };

let text: ReactNode = "";
let way: Way | undefined;
let number = 0;
const listeners = new Set<() => void>();

function set(next: ReactNode, then?: Way) {
	text = next;
	way = then;
	number += 1;
	for (const tell of listeners) tell();
}

/** Says for a while, at the edge of the page, that something was done; with a way to undo it where there is one. */
export function notify(message: ReactNode, undoes?: () => void) {
	set(message, undoes && { name: "undo", go: undoes });
}

/** Says that something was not done, with a way to try it again. It stays until it is closed or another takes its place. */
export function insist(message: ReactNode, again: () => void) {
	set(message, { name: "again", go: again });
}

function subscribe(listener: () => void) {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

/** The place of notices: once on the page, always there, so that screen readers hear what appears in it. */
export function Notices() {
	const { t } = useLingui();
	const message = useSyncExternalStore(subscribe, () => text);
	const current = useSyncExternalStore(subscribe, () => number);
	useEffect(() => {
		if (way?.name === "again") return;
		const timer = setTimeout(() => current === number && text && set(""), way ? 10_000 : 8000);
		return () => clearTimeout(timer);
	}, [current]);
	return (
		<div
			role="status"
			className="pointer-events-none fixed inset-x-4 bottom-20 z-40 flex justify-center wide:bottom-6"
		>
			{message && (
				<div className="pointer-events-auto flex max-w-lg items-center gap-3 rounded-lg bg-ink py-2 ps-4 pe-2 text-bg shadow-lg">
					<span>{message}</span>
					{way && (
						<Button
							look="inverse"
							className="font-semibold underline"
							onPress={() => {
								const go = way?.go;
								set("");
								go?.();
							}}
						>
							{way.name === "undo" ? <Trans>Undo</Trans> : <Trans>Try again</Trans>}
						</Button>
					)}
					<Button look="inverse" isIcon aria-label={t`Close`} onPress={() => set("")}>
						<X aria-hidden="true" className="size-4" />
					</Button>
				</div>
			)}
		</div>
	);
}

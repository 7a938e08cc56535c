import { useSyncExternalStore } from "react";

/** Whether the window is wide enough for tables and the side navigation. */
export function useIsWide(): boolean {
	return useSyncExternalStore(subscribe, () => wide().matches);
}

const wide = () => window.matchMedia("(min-width: 56rem)");

function subscribe(listener: () => void) {
	const query = wide();
	query.addEventListener("change", listener);
	return () => query.removeEventListener("change", listener);
}

import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A row of links to views of one page. Each view has an address of its own, so these are links and not ARIA tabs. */
export function ViewTabs({ label, children }: { label: string; children: ReactNode }) {
	return (
		<nav aria-label={label} className="-mx-1 flex gap-1 overflow-x-auto border-b border-line px-1">
			{children}
		</nav>
	);
}

/** The classes of a link in ViewTabs. */
export function viewTabClass(isCurrent: boolean): string {
	return clsx(
		"-mb-px inline-flex min-h-10 items-center border-b-2 px-3 whitespace-nowrap outline-offset-[-2px]",
		isCurrent ? "border-brand font-medium text-ink" : "border-transparent text-muted hover:text-ink",
	);
}

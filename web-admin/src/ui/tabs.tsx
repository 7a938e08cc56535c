import { clsx } from "clsx";
import { type ReactNode, useEffect, useRef } from "react";

/** A row of links to views of one page. Each view has an address of its own, so these are links and not ARIA tabs. */
export function ViewTabs({ label, children }: { label: string; children: ReactNode }) {
	const row = useRef<HTMLElement>(null);
	const shown = useRef<string>(null);
	// On a phone the row is wider than the window: the view that is open must not be out of sight. Once for each, so
	// that whoever scrolls the row keeps what they see.
	useEffect(() => {
		const current = row.current?.querySelector<HTMLAnchorElement>("[aria-current]");
		if (!row.current || !current || shown.current === current.href) return;
		shown.current = current.href;
		bringIntoSight(row.current, current);
	});
	return (
		<nav
			ref={row}
			aria-label={label}
			className="-mx-1 flex gap-1 overflow-x-auto px-1 shadow-[inset_0_-1px_var(--line)]"
		>
			{children}
		</nav>
	);
}

/** Scrolls a row, and nothing else, until all of what is in it can be seen. */
function bringIntoSight(row: HTMLElement, child: HTMLElement) {
	const [frame, box] = [row.getBoundingClientRect(), child.getBoundingClientRect()];
	if (box.left < frame.left) row.scrollLeft -= frame.left - box.left;
	else if (box.right > frame.right) row.scrollLeft += box.right - frame.right;
}

/**
 * By itself the router marks every link whose address the present one begins with, also beside the one that is open.
 * Links that say themselves which of them is current are asked about their whole address only.
 */
export const exactly = { exact: true } as const;

/** What a link in ViewTabs is given. */
export function viewTab(isCurrent: boolean) {
	return {
		activeOptions: exactly,
		"aria-current": isCurrent ? ("page" as const) : undefined,
		className: viewTabClass(isCurrent),
	};
}

/** The classes of what stands in ViewTabs. */
export function viewTabClass(isCurrent: boolean): string {
	return clsx(
		"inline-flex min-h-10 items-center border-b-2 px-3 whitespace-nowrap outline-offset-[-2px]",
		isCurrent ? "border-brand font-medium text-ink" : "border-transparent text-muted hover:text-ink",
	);
}

/**
 * Keeps the focus of whoever works by keyboard. When what has it is taken away or switched off, a browser gives
 * it to nobody, and Tab begins anew at the top of the page. Here the heading of the page gets it, or the same
 * thing again once it can be used again. Dialogs and menus look after it themselves, and come first.
 */
export function keepFocus() {
	let last: Element | null = null;
	let switchedOff: Element | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const check = () => {
		timer = undefined;
		if (!last || (document.activeElement && document.activeElement !== document.body)) return;
		if (!last.isConnected) {
			// Without one, a page is still on its way: the next change asks again.
			document.querySelector<HTMLElement>("h1[tabindex]")?.focus({ preventScroll: true });
		} else if (switchedOff === last && !last.matches(":disabled")) {
			(last as HTMLElement).focus();
		}
	};

	document.addEventListener("focusin", ({ target }) => {
		last = target as Element;
		switchedOff = null;
	});
	// Whoever points somewhere has said where they are.
	document.addEventListener("pointerdown", () => (last = null), { capture: true });
	const onChange = () => {
		if (last?.matches(":disabled")) switchedOff = last;
		timer ??= setTimeout(check, 50);
	};
	new MutationObserver(onChange).observe(document.body, {
		subtree: true,
		childList: true,
		attributes: true,
		attributeFilter: ["disabled"],
	});
}

/**
 * Keeps the focus of whoever works by keyboard. When what has it is taken away or switched off, a browser gives
 * it to nobody, and Tab begins anew at the top of the page. Here the heading of the page gets it, or the same
 * thing again once it can be used again, or what is before it when it stays off, as a button does that has saved.
 * Dialogs and menus look after it themselves, and come first.
 */
export function keepFocus() {
	let last: Element | null = null;
	let switchedOff: Element | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let patience: ReturnType<typeof setTimeout> | undefined;
	/** Whoever works by keys is shown where they are; whoever points stays where they look. */
	let isByKeys = false;
	const isLost = () => !document.activeElement || document.activeElement === document.body;

	const check = () => {
		timer = undefined;
		if (!last || !isLost()) return;
		if (!last.isConnected) {
			// Without one, a page is still on its way: the next change asks again.
			document.querySelector<HTMLElement>("h1[tabindex]")?.focus({ preventScroll: !isByKeys });
		} else if (switchedOff === last && !last.matches(":disabled")) {
			(last as HTMLElement).focus();
		} else if (switchedOff === last) {
			patience ??= setTimeout(giveUp, 2000);
		}
	};

	/** What was switched off has stayed so: the focus goes to what Tab would have come from. */
	const giveUp = () => {
		patience = undefined;
		if (!last || !isLost() || switchedOff !== last || !last.isConnected || !last.matches(":disabled")) return;
		before(last)?.focus({ preventScroll: true });
	};

	document.addEventListener("focusin", ({ target }) => {
		last = target as Element;
		switchedOff = null;
	});
	// Whoever points somewhere has said where they are.
	const onPointer = () => {
		last = null;
		isByKeys = false;
	};
	document.addEventListener("pointerdown", onPointer, { capture: true });
	document.addEventListener("keydown", () => (isByKeys = true), { capture: true });
	const onChange = () => {
		if (last?.matches(":disabled")) switchedOff = last;
		timer ??= setTimeout(() => afterFrames(check), 50);
	};
	new MutationObserver(onChange).observe(document.body, {
		subtree: true,
		childList: true,
		attributes: true,
		attributeFilter: ["disabled"],
	});
}

/** Menus and dialogs give the focus back in the frame after they are gone, which a busy machine draws late. */
function afterFrames(then: () => void) {
	requestAnimationFrame(() => requestAnimationFrame(then));
}

/** What takes the focus before something, in the same form or else on the page. */
function before(element: Element): HTMLElement | undefined {
	const scope = element.closest("form") ?? element.closest("main");
	const all = scope?.querySelectorAll<HTMLElement>("input, textarea, select, button, a[href]") ?? [];
	return [...all].findLast(
		(other) =>
			!other.matches(":disabled") &&
			other.tabIndex >= 0 &&
			Boolean(element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING),
	);
}

import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

// Whoever works without a pointer: what is read may be found by locators, but everything that is done is a key.

type Stop = { what: string; isRinged: boolean; isSeen: boolean; isTabStop: boolean };

/** What has the focus, and whether one can see that it has; null when nothing has it. */
async function stopOf(page: Page): Promise<Stop | null> {
	return await page.evaluate(() => {
		const element = document.activeElement;
		if (!(element instanceof HTMLElement) || element === document.body) return null;
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		const box = element.getBoundingClientRect();
		// The middle of the part that is in the window: a list may be longer than that.
		const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
		const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
		const top = document.elementFromPoint(x, y);
		return {
			what: element.outerHTML.slice(0, 200),
			isRinged: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
			// Whatever is over the middle of it belongs to it, or it is covered by a bar.
			isSeen:
				top !== null && (element.contains(top) || top.contains(element) || top.closest("label") !== null),
			isTabStop: element.tabIndex >= 0,
		};
	});
}

/** Something has the focus, and where it came by Tab one can see that. */
export async function expectFocus(page: Page): Promise<Stop> {
	const stop = await stopOf(page);
	if (!stop) throw new Error("nothing has the focus");
	// Headings, and the frames of dialogs and of the content, are only read from: they are no stops of Tab.
	if (stop.isTabStop) expect(stop.isRinged, `no ring around ${stop.what}`).toBe(true);
	expect(stop.isSeen, `covered: ${stop.what}`).toBe(true);
	return stop;
}

/** The focus is somewhere, or gets there by itself: no key is needed to find it again. */
export async function expectHeld(page: Page) {
	await expect.poll(async () => (await stopOf(page)) !== null, "the focus is lost").toBe(true);
	await expectFocus(page);
}

/** Goes on by Tab until something has the focus. Every stop on the way can be seen. */
export async function tabTo(page: Page, target: Locator, { back = false } = {}) {
	await expect(target).toBeVisible();
	let rounds = 0;
	for (let step = 0; step < 150; step += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press(back ? "Shift+Tab" : "Tab");
		// Behind the last stop of a page the browser's own are, and then the page begins again.
		if (await stopOf(page)) await expectFocus(page);
		else if (++rounds > 1) break;
	}
	throw new Error(`Tab does not lead to ${target.toString()}`);
}

/** Goes to something and presses it. */
export async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter") {
	await tabTo(page, target);
	await page.keyboard.press(key);
}

/** Goes to a field and types. What was in it goes away. */
export async function typeInto(page: Page, field: Locator, text: string) {
	await tabTo(page, field);
	await page.keyboard.press("Control+A");
	await page.keyboard.type(text);
	await expect(field).toHaveValue(text);
}

/** Goes to a list of choices, and by arrows to one of them. */
export async function choose(page: Page, field: Locator, label: string | RegExp) {
	await tabTo(page, field);
	const steps = await field.evaluate(
		(element, { text, isPattern }) => {
			const { options, selectedIndex } = element as HTMLSelectElement;
			const fits = (name: string) => (isPattern ? new RegExp(text).test(name) : name === text);
			return [...options].findIndex((option) => fits(option.text)) - selectedIndex;
		},
		{ text: typeof label === "string" ? label : label.source, isPattern: typeof label !== "string" },
	);
	for (let step = 0; step < Math.abs(steps); step += 1) {
		await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
	}
	await expect(field.locator("option:checked")).toHaveText(label);
}

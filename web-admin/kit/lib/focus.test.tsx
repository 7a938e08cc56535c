import { beforeAll, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { keepFocus } from "@/lib/focus";
import { show } from "../show";

beforeAll(keepFocus);
/** The time is over after which it is seen where the focus is. */
const looked = () => new Promise((over) => setTimeout(over, 80));

/** A page with two buttons, of which the first can go or be switched off. */
const shown = ({ isThere = true, isOff = false }) => (
	<>
		<h1 tabIndex={-1}>Orders</h1>
		{isThere && (
			<button type="button" id="deed" disabled={isOff}>
				Ship
			</button>
		)}
		<button type="button" id="other">
			Other
		</button>
	</>
);

const focused = () => document.activeElement?.id || document.activeElement?.tagName;

test("what goes away leaves the focus to the heading of the page", async () => {
	const view = await show(shown({}));
	await userEvent.keyboard("{Tab}");
	expect(focused()).toBe("deed");
	await view.rerender(shown({ isThere: false }));
	await looked();
	expect(focused()).toBe("H1");
});

test("the heading is shown to whoever works by keys, and the page stays where it is for whoever points", async () => {
	const long = (isThere: boolean) => (
		<>
			<h1 tabIndex={-1}>Orders</h1>
			<div style={{ height: 3000 }} />
			{isThere && (
				<button type="button" id="deed">
					Ship
				</button>
			)}
		</>
	);
	for (const isByKeys of [true, false]) {
		// oxlint-disable-next-line no-await-in-loop -- one page at a time
		const view = await show(long(true));
		const deed = view.getByRole("button", { name: "Ship" });
		// oxlint-disable-next-line no-await-in-loop -- one page at a time
		await (isByKeys ? userEvent.keyboard("{Tab}") : deed.click());
		expect(focused()).toBe("deed");
		// oxlint-disable-next-line no-await-in-loop -- one page at a time
		await view.rerender(long(false));
		// oxlint-disable-next-line no-await-in-loop -- one page at a time
		await looked();
		expect(focused()).toBe("H1");
		expect(scrollY === 0, isByKeys ? "by keys" : "by pointer").toBe(isByKeys);
		// oxlint-disable-next-line no-await-in-loop -- one page at a time
		await view.unmount();
	}
});

test("what is switched off for a moment gets it back", async () => {
	const view = await show(shown({}));
	await userEvent.keyboard("{Tab}");
	await view.rerender(shown({ isOff: true }));
	await vi.waitFor(() => expect(focused()).toBe("BODY"));
	await looked();
	await view.rerender(shown({}));
	await looked();
	expect(focused()).toBe("deed");
});

test("whoever has gone on is not called back", async () => {
	const view = await show(shown({}));
	await userEvent.keyboard("{Tab}{Tab}");
	expect(focused()).toBe("other");
	await view.rerender(shown({ isThere: false }));
	await looked();
	expect(focused()).toBe("other");
});

test("whoever points somewhere is not called back either", async () => {
	const view = await show(shown({}));
	await userEvent.keyboard("{Tab}");
	document.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
	await view.rerender(shown({ isThere: false }));
	await looked();
	expect(focused()).toBe("BODY");
});

test("what stays switched off, as a button that has saved, leaves the focus to what is before it", async () => {
	const form = (isOff: boolean) => (
		<form>
			<input id="field" aria-label="Tracking number" />
			<input disabled aria-label="Carrier" />
			<button type="button" id="save" disabled={isOff}>
				Save
			</button>
		</form>
	);
	const view = await show(form(false));
	await userEvent.keyboard("{Tab}{Tab}");
	expect(focused()).toBe("save");
	await view.rerender(form(true));
	await vi.waitFor(() => expect(focused()).toBe("BODY"));
	await vi.waitFor(() => expect(focused()).toBe("field"), { timeout: 5000 });
});

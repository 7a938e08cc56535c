import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Menu } from "@/ui/menu";
import { insist, Notices, notify } from "@/ui/notice";
import { Sheet } from "@/ui/sheet";
import { expectAccessible, expectVisibleFocus, phone, show } from "../show";

function Asking({ isBusy = false, lines = 0 }: { isBusy?: boolean; lines?: number }) {
	const [isOpen, setOpen] = useState(false);
	const close = () => setOpen(false);
	return (
		<>
			<Button onPress={() => setOpen(true)}>Refund…</Button>
			<Dialog title="Refund a line" isOpen={isOpen} onClose={close} isBusy={isBusy}>
				<TextField label="Note" autoFocus />
				{Array.from({ length: lines }, (_, line) => (
					// oxlint-disable-next-line react/no-array-index-key -- the lines never move
					<p key={line}>Line {line}</p>
				))}
				<DialogActions>
					<Button onPress={close}>Cancel</Button>
					<Button look="danger">Refund €6.90</Button>
				</DialogActions>
			</Dialog>
		</>
	);
}

describe("a dialog", () => {
	const dialog = () => page.getByRole("dialog", { name: "Refund a line" });

	test("takes the focus, keeps it in its round, and gives it back", async () => {
		await show(<Asking />);
		await userEvent.keyboard("{Tab}{Enter}");
		await expect.element(dialog()).toBeVisible();
		await vi.waitFor(() => expect(document.activeElement).toBe(page.getByLabelText("Note").element()));
		const seen = new Set<Element | null>();
		for (let step = 0; step < 7; step += 1) {
			await userEvent.keyboard("{Tab}");
			expect(dialog().element().contains(document.activeElement)).toBe(true);
			expectVisibleFocus();
			seen.add(document.activeElement);
		}
		expect(seen.size).toBe(3);
		await expectAccessible();
		await userEvent.keyboard("{Escape}");
		await expect.element(dialog()).not.toBeInTheDocument();
		await vi.waitFor(() =>
			expect(document.activeElement).toBe(page.getByRole("button", { name: "Refund…" }).element()),
		);
	});

	test("that is sending something stays, whatever is pressed", async () => {
		await show(<Asking isBusy />);
		await page.getByRole("button", { name: "Refund…" }).click();
		await userEvent.keyboard("{Escape}");
		await expect.element(dialog()).toBeVisible();
	});

	/** A dialog with a form that is opened, and what is said of it when it is closed. */
	async function openForm() {
		const onClose = vi.fn();
		function Deciding() {
			const [isOpen, setOpen] = useState(true);
			const [isSent, setSent] = useState(false);
			const close = () => {
				onClose();
				setOpen(false);
			};
			return (
				<Dialog title="Suspend" isOpen={isOpen} onClose={close}>
					{isSent ? (
						<p>Sent</p>
					) : (
						<Form
							onSubmit={(event) => {
								event.preventDefault();
								setSent(true);
							}}
						>
							<TextField label="Reason" />
							<Button type="submit">Send</Button>
						</Form>
					)}
				</Dialog>
			);
		}
		await show(<Deciding />);
		await expect.element(page.getByRole("dialog", { name: "Suspend" })).toBeVisible();
		return onClose;
	}
	const pressBeside = () =>
		userEvent.click(document.documentElement, { position: { x: 5, y: 5 }, force: true });

	test("is closed by a press beside it while nothing is filled in", async () => {
		const onClose = await openForm();
		await pressBeside();
		await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
		expect(onClose).toHaveBeenCalledOnce();
	});

	test("keeps what is filled in: a press beside it does nothing, and Escape asks", async () => {
		const onClose = await openForm();
		await page.getByLabelText("Reason").fill("Three complaints");
		await pressBeside();
		await expect.element(page.getByRole("dialog", { name: "Suspend" })).toBeVisible();
		await expect.element(page.getByText("Leave without saving?")).not.toBeInTheDocument();
		await userEvent.keyboard("{Escape}");
		const question = page.getByRole("dialog", { name: "Leave without saving?" });
		await expect.element(question).toBeVisible();
		await expectAccessible();
		await userEvent.keyboard("{Escape}");
		await expect.element(question).not.toBeInTheDocument();
		await expect.element(page.getByLabelText("Reason")).toHaveValue("Three complaints");
		await vi.waitFor(() => expect(document.activeElement).toBe(page.getByLabelText("Reason").element()));
		await userEvent.keyboard("{Escape}");
		await page.getByRole("button", { name: "Leave" }).click();
		await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
		expect(onClose).toHaveBeenCalledOnce();
	});

	test("asks nothing any more once the form is gone", async () => {
		const onClose = await openForm();
		await page.getByLabelText("Reason").fill("Three complaints");
		await page.getByRole("button", { name: "Send" }).click();
		await expect.element(page.getByText("Sent")).toBeVisible();
		await userEvent.keyboard("{Escape}");
		await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
		expect(onClose).toHaveBeenCalledOnce();
	});

	test("hides the page behind it from screen readers", async () => {
		await show(<Asking />);
		const button = page.getByRole("button", { name: "Refund…" }).element();
		await page.getByRole("button", { name: "Refund…" }).click();
		await expect.element(dialog()).toBeVisible();
		expect(button.closest("[inert], [aria-hidden='true']")).not.toBeNull();
		await userEvent.keyboard("{Escape}");
		await expect.element(dialog()).not.toBeInTheDocument();
		expect(button.closest("[inert], [aria-hidden='true']")).toBeNull();
	});

	test("on a phone comes from below, and scrolls in itself when it is long", async () => {
		await phone();
		await show(<Asking lines={100} />);
		await page.getByRole("button", { name: "Refund…" }).click();
		await expect.element(dialog()).toBeVisible();
		const frame = dialog().element().parentElement as HTMLElement;
		expect(Math.round(frame.getBoundingClientRect().bottom)).toBe(innerHeight);
		expect(frame.getBoundingClientRect().top).toBeGreaterThan(0);
		expect(frame.scrollHeight).toBeGreaterThan(frame.clientHeight);
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
	});
});

test("a sheet is closed by Escape and gives the focus back", async () => {
	function Opening() {
		const [isOpen, setOpen] = useState(false);
		return (
			<>
				<Button onPress={() => setOpen(true)}>Menu</Button>
				<Sheet label="Pages" isOpen={isOpen} onClose={() => setOpen(false)}>
					<a href="#orders">Orders</a>
				</Sheet>
			</>
		);
	}
	await phone();
	await show(<Opening />);
	await userEvent.keyboard("{Tab}{Enter}");
	await expect.element(page.getByRole("dialog", { name: "Pages" })).toBeVisible();
	await userEvent.keyboard("{Tab}");
	expect(page.getByRole("dialog").element().contains(document.activeElement)).toBe(true);
	await userEvent.keyboard("{Escape}");
	await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
	await vi.waitFor(() => expect(document.activeElement).toBe(page.getByRole("button").element()));
});

describe("a menu", () => {
	const menu = (onAction: (deed: string) => void) => (
		<Menu label="Deeds" button={<Button>Decide</Button>}>
			{({ Item }) => (
				<>
					<Item onAction={() => onAction("approve")}>Approve…</Item>
					<Item onAction={() => onAction("suspend")} isDanger>
						Suspend…
					</Item>
				</>
			)}
		</Menu>
	);

	test("is gone through with arrows and with letters", async () => {
		const onAction = vi.fn();
		await show(menu(onAction));
		await userEvent.keyboard("{Tab}{ArrowDown}");
		await expect.element(page.getByRole("menuitem", { name: "Approve…" })).toHaveFocus();
		const [first, second] = page
			.getByRole("menuitem")
			.elements()
			.map((each) => getComputedStyle(each).backgroundColor);
		expect(first).not.toBe(second);
		expectVisibleFocus();
		await userEvent.keyboard("{ArrowDown}");
		await expect.element(page.getByRole("menuitem", { name: "Suspend…" })).toHaveFocus();
		await expectAccessible();
		await userEvent.keyboard("{Enter}");
		expect(onAction).toHaveBeenCalledWith("suspend");
		await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
		await vi.waitFor(() => expect(document.activeElement).toBe(page.getByRole("button").element()));
	});

	test("says whether it is open, and begins at its end when it is opened upwards", async () => {
		await show(menu(vi.fn()));
		// While the list is open the rest of the page is hidden from screen readers.
		const button = page.getByText("Decide");
		await expect.element(button).toHaveAttribute("aria-haspopup", "menu");
		await expect.element(button).toHaveAttribute("aria-expanded", "false");
		await userEvent.keyboard("{Tab}{ArrowUp}");
		await expect.element(page.getByRole("menuitem", { name: "Suspend…" })).toHaveFocus();
		await expect.element(button).toHaveAttribute("aria-expanded", "true");
		await userEvent.keyboard("{Escape}");
		await expect.element(button).toHaveAttribute("aria-expanded", "false");
		// Enter and the space bar open it at its beginning.
		for (const key of ["{Enter}", " "]) {
			await vi.waitFor(() => expect(document.activeElement).toBe(button.element()));
			await userEvent.keyboard(key);
			await expect.element(page.getByRole("menuitem", { name: "Approve…" })).toHaveFocus();
			await userEvent.keyboard("{Escape}");
			await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
		}
	});

	test("gives the focus back after a dialog that an entry has opened", async () => {
		function Deeds() {
			const [isOpen, setOpen] = useState(false);
			return (
				<>
					{menu(() => setOpen(true))}
					{isOpen && (
						<Dialog title="Approve?" isOpen onClose={() => setOpen(false)}>
							<Button>Approve</Button>
						</Dialog>
					)}
				</>
			);
		}
		await show(<Deeds />);
		await userEvent.keyboard("{Tab}{Enter}");
		await expect.element(page.getByRole("menuitem", { name: "Approve…" })).toHaveFocus();
		await userEvent.keyboard("{Enter}");
		await expect.element(page.getByRole("dialog", { name: "Approve?" })).toBeInTheDocument();
		await userEvent.keyboard("{Escape}");
		await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
		await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("Decide"));
	});

	test("leaves the keys of the page alone", async () => {
		const onKey = vi.fn();
		window.addEventListener("keydown", onKey);
		await show(menu(vi.fn()));
		await userEvent.keyboard("{Tab}g");
		window.removeEventListener("keydown", onKey);
		expect(onKey).toHaveBeenCalledWith(expect.objectContaining({ key: "g" }));
		await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
	});

	test("is closed by a press beside it", async () => {
		const onAction = vi.fn();
		await show(menu(onAction));
		await page.getByRole("button").click();
		await expect.element(page.getByRole("menu")).toBeInTheDocument();
		await page.getByTestId("underlay").click({ force: true, position: { x: 900, y: 600 } });
		await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
		expect(onAction).not.toHaveBeenCalled();
	});

	test("does nothing when it is left", async () => {
		const onAction = vi.fn();
		await show(menu(onAction));
		await page.getByRole("button").click();
		await userEvent.keyboard("{Escape}");
		await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
		expect(onAction).not.toHaveBeenCalled();
	});
});

describe("a notice", () => {
	test("is told to screen readers, can be closed by keyboard, and its ring can be seen in the dark", async () => {
		await show(<Notices />);
		const place = page.getByRole("status");
		await expect.element(place).toBeInTheDocument();
		notify("Order 1 is marked as shipped.");
		await expect.element(place).toHaveTextContent("Order 1 is marked as shipped.");
		await expectAccessible();
		document.documentElement.dataset.theme = "dark";
		await userEvent.keyboard("{Tab}");
		expectVisibleFocus();
		const button = page.getByRole("button", { name: "Close" }).element();
		expect(getComputedStyle(button).outlineColor).toBe(getComputedStyle(button).color);
		await userEvent.keyboard("{Enter}");
		await expect.element(place).toHaveTextContent("");
	});

	test.each([
		["undone", "Undo", (go: () => void) => notify("Stock is changed.", go)],
		["tried again", "Try again", (go: () => void) => insist("You are still signed in.", go)],
	])("can be %s by a button that can be read and has a ring, in light and in dark", async (_, name, tell) => {
		const go = vi.fn();
		await show(<Notices />);
		tell(go);
		const button = page.getByRole("button", { name });
		await expect.element(button).toBeVisible();
		await expectAccessible();
		await userEvent.keyboard("{Tab}");
		expect(document.activeElement).toBe(button.element());
		expectVisibleFocus();
		for (const theme of ["light", "dark"]) {
			document.documentElement.dataset.theme = theme;
			const { color, outlineColor } = getComputedStyle(button.element());
			const around = getComputedStyle(button.element().parentElement as Element);
			expect([color, outlineColor]).toEqual([around.color, around.color]);
		}
		await userEvent.keyboard("{Enter}");
		expect(go).toHaveBeenCalledOnce();
	});

	test("of what was not done stays until it is closed", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		try {
			await show(<Notices />);
			insist("You are still signed in.", () => {});
			await vi.waitFor(() => expect(page.getByRole("status").element().textContent).toContain("still"));
			vi.advanceTimersByTime(600_000);
			expect(page.getByRole("status").element().textContent).toContain("still");
		} finally {
			vi.useRealTimers();
		}
	});

	test("replaces the one before it, and only the newest one ends by itself", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		try {
			await show(<Notices />);
			notify("First.");
			await vi.waitFor(() => expect(page.getByRole("status").element().textContent).toBe("First."));
			vi.advanceTimersByTime(7000);
			notify("Second.");
			await vi.waitFor(() => expect(page.getByRole("status").element().textContent).toBe("Second."));
			vi.advanceTimersByTime(7000);
			expect(page.getByRole("status").element().textContent).toBe("Second.");
			vi.advanceTimersByTime(1000);
			await vi.waitFor(() => expect(page.getByRole("status").element().textContent).toBe(""));
		} finally {
			vi.useRealTimers();
		}
	});
});

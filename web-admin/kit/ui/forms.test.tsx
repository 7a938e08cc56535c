import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { sellerStatuses } from "@/lib/labels";
import { Button, buttonClass } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { TextField } from "@/ui/field";
import { Filters } from "@/ui/filters";
import { Form } from "@/ui/form";
import { SearchField } from "@/ui/search";
import { Choose, Select } from "@/ui/select";
import { StatusSelect } from "@/ui/status";
import { expectAccessible, expectVisibleFocus, phone, show } from "../show";

describe("a button", () => {
	test.each(["primary", "plain", "danger", "quiet"] as const)(
		"that is %s is seen to have the focus",
		async (look) => {
			await show(<Button look={look}>Do it</Button>);
			await userEvent.keyboard("{Tab}");
			expectVisibleFocus();
			await expectAccessible();
		},
	);

	test("is done by Enter, by Space and by a click, and not while it is disabled", async () => {
		const onPress = vi.fn();
		const view = await show(<Button onPress={onPress}>Do it</Button>);
		await userEvent.keyboard("{Tab}{Enter}");
		await userEvent.keyboard(" ");
		await page.getByRole("button").click();
		expect(onPress).toHaveBeenCalledTimes(3);
		await view.rerender(
			<Button onPress={onPress} isDisabled>
				Do it
			</Button>,
		);
		await page.getByRole("button").click({ force: true });
		expect(onPress).toHaveBeenCalledTimes(3);
	});

	test("is large enough, also when it is only an icon or a link", async () => {
		await show(
			<>
				<Button isIcon aria-label="Close">
					×
				</Button>
				<a href="#x" className={buttonClass()}>
					Go
				</a>
			</>,
		);
		for (const role of ["button", "link"] as const) {
			const { width, height } = page.getByRole(role).element().getBoundingClientRect();
			expect(Math.min(width, height)).toBeGreaterThanOrEqual(40);
		}
	});
});

describe("a field", () => {
	test("is named, explained and given its error by the form around it", async () => {
		await show(
			<Form validationErrors={{ url: "It must begin with https://." }}>
				<TextField label="Address" name="url" hint="Where the parcel can be followed." />
			</Form>,
		);
		const field = page.getByRole("textbox", { name: "Address" });
		await expect.element(field).toBeInvalid();
		await expect
			.element(field)
			.toHaveAccessibleDescription("Where the parcel can be followed. It must begin with https://.");
		await expectAccessible();
	});

	test("loses its error when it is corrected", async () => {
		await show(
			<Form validationErrors={{ url: "Wrong." }}>
				<TextField label="Address" name="url" />
			</Form>,
		);
		await page.getByRole("textbox").fill("https://");
		await userEvent.keyboard("{Tab}");
		await expect.element(page.getByText("Wrong.")).not.toBeInTheDocument();
	});

	test("that is required stops the form and takes the focus", async () => {
		const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
		await show(
			<Form onSubmit={onSubmit}>
				<TextField label="Reason" name="reason" isRequired rows={3} />
				<Button type="submit">Send</Button>
			</Form>,
		);
		await page.getByRole("button").click();
		expect(onSubmit).not.toHaveBeenCalled();
		expect(document.activeElement).toBe(page.getByRole("textbox").element());
		await expect.element(page.getByRole("textbox")).toBeInvalid();
	});

	test("on a phone has letters that it does not zoom into", async () => {
		await phone();
		await show(<TextField label="Name" />);
		expect(getComputedStyle(page.getByRole("textbox").element()).fontSize).toBe("16px");
	});
});

describe("a choice", () => {
	const choices = [
		{ value: "A" as const, label: "Anna" },
		{ value: "B" as const, label: "Bert" },
	];

	test("can be none again", async () => {
		const onChange = vi.fn();
		await show(<Select label="Who" all="Everybody" value="A" choices={choices} onChange={onChange} />);
		await page.getByLabelText("Who").selectOptions("Bert");
		expect(onChange).toHaveBeenLastCalledWith("B");
		await page.getByLabelText("Who").selectOptions("Everybody");
		expect(onChange).toHaveBeenLastCalledWith(undefined);
		await expectAccessible();
	});

	test("of which one is always made has no empty one, and keeps its order", async () => {
		const onChange = vi.fn();
		await show(
			<Choose<"a" | "b"> label="Way" value="b" labels={{ b: "By card", a: "By bank" }} onChange={onChange} />,
		);
		expect(
			page
				.getByRole("option")
				.elements()
				.map((each) => each.textContent),
		).toEqual(["By card", "By bank"]);
		await page.getByLabelText("Way").selectOptions("a");
		expect(onChange).toHaveBeenCalledWith("a");
	});

	test("by state has every state in words", async () => {
		const onChange = vi.fn();
		await show(<StatusSelect value={undefined} labels={sellerStatuses} onChange={onChange} />);
		expect(page.getByRole("option").elements()).toHaveLength(Object.keys(sellerStatuses).length + 1);
		await page.getByLabelText("Status").selectOptions("SUSPENDED");
		expect(onChange).toHaveBeenCalledWith("SUSPENDED");
	});

	test("can be made by keyboard alone", async () => {
		const onChange = vi.fn();
		await show(
			<Select label="Who" all="Everybody" value={undefined} choices={choices} onChange={onChange} />,
		);
		await userEvent.keyboard("{Tab}");
		expectVisibleFocus();
		await userEvent.keyboard("Be");
		expect(onChange).toHaveBeenLastCalledWith("B");
	});
});

test("a box to tick is ticked by Space and by its words", async () => {
	const onChange = vi.fn();
	await show(
		<Checkbox isSelected={false} onChange={onChange} hint="They are shown once.">
			I saved them
		</Checkbox>,
	);
	await expect.element(page.getByRole("checkbox")).toHaveAccessibleDescription("They are shown once.");
	await userEvent.keyboard("{Tab} ");
	expectVisibleFocus();
	await page.getByText("I saved them").click();
	expect(onChange.mock.calls).toEqual([[true], [true]]);
	await expectAccessible();
});

describe("a search", () => {
	function Searching({ onAsk, first = "" }: { onAsk: (text: string) => void; first?: string }) {
		const [value, set] = useState(first);
		return (
			<>
				<SearchField
					label="Search"
					value={value}
					onChange={(next) => {
						onAsk(next);
						set(next);
					}}
				/>
				<Button onPress={() => set("from outside")}>Elsewhere</Button>
			</>
		);
	}
	const field = () => page.getByRole("searchbox", { name: "Search" });

	test("asks once when the typing pauses, not at every letter", async () => {
		const onAsk = vi.fn();
		await show(<Searching onAsk={onAsk} />);
		await field().click();
		await userEvent.keyboard("tea");
		await vi.waitFor(() => expect(onAsk).toHaveBeenCalled());
		expect(onAsk.mock.calls).toEqual([["tea"]]);
	});

	test("asks at once on Enter, and for nothing when it is cleared", async () => {
		const onAsk = vi.fn();
		await show(<Searching onAsk={onAsk} />);
		await field().click();
		await userEvent.keyboard("tea{Enter}");
		expect(onAsk).toHaveBeenLastCalledWith("tea");
		await page.getByRole("button", { name: "Clear the search" }).click();
		expect(onAsk).toHaveBeenLastCalledWith("");
		await expect.element(field()).toHaveValue("");
	});

	test("follows its address", async () => {
		await show(<Searching onAsk={() => {}} first="old" />);
		await expect.element(field()).toHaveValue("old");
		await page.getByRole("button", { name: "Elsewhere" }).click();
		await expect.element(field()).toHaveValue("from outside");
		await expectAccessible();
	});
});

test("filters can be cleared only when there are any", async () => {
	const onClear = vi.fn();
	const view = await show(
		<Filters>
			<TextField label="Kind" />
		</Filters>,
	);
	await expect.element(page.getByRole("button")).not.toBeInTheDocument();
	await view.rerender(
		<Filters onClear={onClear}>
			<TextField label="Kind" />
		</Filters>,
	);
	await page.getByRole("button", { name: "Clear filters" }).click();
	expect(onClear).toHaveBeenCalledTimes(1);
	await phone();
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
});

describe("filters on a phone", () => {
	test("open over the list, say how many are set, and each is taken off", async () => {
		await phone();
		const onRemove = vi.fn();
		await show(
			<Filters chips={[{ label: "Germany", onRemove }, undefined, ""]}>
				<TextField label="Country" name="country" defaultValue="DE" />
			</Filters>,
		);
		await expect.element(page.getByLabelText("Country")).not.toBeInTheDocument();
		await expectAccessible();
		await page.getByRole("button", { name: "Take off: Germany" }).click();
		expect(onRemove).toHaveBeenCalledTimes(1);
		await page.getByRole("button", { name: "Filters (1)" }).click();
		await expect.element(page.getByRole("dialog").getByLabelText("Country")).toBeVisible();
		await expectAccessible();
		await page.getByRole("button", { name: "Show the list" }).click();
		await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
	});
});

describe("a form that the server has found a fault in", () => {
	/** Sends what is in it; the server finds the same fault each time. */
	function Refused({ onSend }: { onSend: () => void }) {
		const [faults, setFaults] = useState<Record<string, string>>({});
		return (
			<Form
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					onSend();
					setFaults({ until: "That is before it begins." });
				}}
			>
				<TextField label="From" name="from" isRequired defaultValue="2" />
				<TextField label="Until" name="until" defaultValue="1" />
				<Button type="submit">Send</Button>
			</Form>
		);
	}

	test.each(["click", "Enter"])("is sent by one %s when another field was corrected", async (how) => {
		const onSend = vi.fn();
		await show(<Refused onSend={onSend} />);
		await page.getByRole("button").click();
		await expect.element(page.getByText("That is before it begins.")).toBeVisible();
		await page.getByLabelText("From").fill("0");
		if (how === "Enter") await userEvent.keyboard("{Enter}");
		else await page.getByRole("button").click();
		expect(onSend).toHaveBeenCalledTimes(2);
		await expect.element(page.getByText("That is before it begins.")).toBeVisible();
	});

	test("is sent by one click when nothing was corrected: the fault may be gone", async () => {
		const onSend = vi.fn();
		await show(<Refused onSend={onSend} />);
		await page.getByRole("button").click();
		await expect.element(page.getByText("That is before it begins.")).toBeVisible();
		await page.getByRole("button").click();
		expect(onSend).toHaveBeenCalledTimes(2);
	});

	test("is still not sent without what it needs", async () => {
		const onSend = vi.fn();
		await show(<Refused onSend={onSend} />);
		await page.getByRole("button").click();
		await page.getByLabelText("From").fill("");
		await page.getByRole("button").click();
		expect(onSend).toHaveBeenCalledTimes(1);
		await expect.element(page.getByLabelText("From")).toHaveAttribute("aria-invalid", "true");
	});
});

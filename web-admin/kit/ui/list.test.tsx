import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ApiError } from "@/lib/api";
import { HatProvider } from "@/lib/hat";
import type { Hat } from "@/lib/session";
import { Button } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { Empty } from "@/ui/states";
import { expectAccessible, expectVisibleFocus, phone, show } from "../show";

type Row = { id: string; name: string; amount: string; note: string };

const rows: Row[] = [
	{ id: "1", name: "Mühle am Deich", amount: "€6.21", note: "" },
	{ id: "2", name: "Wollwerk".repeat(20), amount: "€1,000,000,000.00", note: "Moths" },
];

const columns: Column<Row>[] = [
	{ header: "Seller", cell: (row) => row.name, card: "title" },
	{ header: "Amount", cell: (row) => row.amount, isNumber: true, card: "aside" },
	{ header: "Note", cell: (row) => row.note },
	{
		header: "Deeds",
		cell: (row) => <Button>Decide about {row.id}</Button>,
		isHeaderHidden: true,
		card: "deeds",
	},
];

const pageInfo = { hasNextPage: true, hasPreviousPage: false, startCursor: "a", endCursor: "z" };
const keyOf = (row: Row) => row.id;
const empty = <Empty title="Nobody sells yet" />;

type Props = Partial<Parameters<typeof List<Row>>[0]>;
const list = (props: Props = {}) => (
	<List label="Sellers" columns={columns} rows={rows} keyOf={keyOf} empty={empty} {...props} />
);

test("a page that has become empty does not say that the list is, and leads to the first one", async () => {
	const onPage = vi.fn();
	const over = { ...pageInfo, hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null };
	await show(list({ rows: [], pageInfo: over, onPage }));
	await expect.element(page.getByText("Nothing is left on this page")).toBeVisible();
	expect(page.getByText("Nobody sells yet").elements()).toHaveLength(0);
	await userEvent.click(page.getByRole("button", { name: "To the first page" }));
	expect(onPage).toHaveBeenCalledWith({ after: undefined, before: undefined });
	await expectAccessible();
});

describe("on a wide window", () => {
	test("rows stand in a table whose region can be scrolled by keyboard", async () => {
		await show(list());
		await expect.element(page.getByRole("row")).toHaveLength(3);
		expect(
			page
				.getByRole("columnheader")
				.elements()
				.map((each) => each.textContent),
		).toEqual(["Seller", "Amount", "Note", "Deeds"]);
		await userEvent.keyboard("{Tab}");
		expect(document.activeElement).toBe(page.getByRole("region", { name: "Sellers" }).element());
		expectVisibleFocus();
		await expectAccessible();
	});

	test("numbers stand at the end of their column, in figures of equal width", async () => {
		await show(list());
		const cell = page.getByRole("cell", { name: "€6.21" }).element();
		expect(getComputedStyle(cell).textAlign).toBe("end");
		expect(getComputedStyle(cell).fontVariantNumeric).toBe("tabular-nums");
	});

	test("a hidden header is read out and not seen", async () => {
		await show(list());
		const text = page.getByText("Deeds").element();
		expect(text.getBoundingClientRect().width).toBeLessThanOrEqual(1);
	});

	test("the page does not become wider than its window", async () => {
		await show(list());
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
	});
});

describe("on a phone", () => {
	test("rows are cards: the title first, lines with their names, and no line for what is empty", async () => {
		await phone();
		await show(list());
		await expect.element(page.getByRole("list", { name: "Sellers" })).toBeVisible();
		await expect.element(page.getByRole("table")).not.toBeInTheDocument();
		const [first, second] = page.getByRole("listitem").elements();
		expect(first?.textContent).toContain("Mühle am Deich");
		expect(first?.querySelector("dt")).toBeNull();
		expect(second?.querySelector("dt")?.textContent).toBe("Note");
		expect(second?.querySelector("dd")?.textContent).toBe("Moths");
		expect(second?.textContent, "what can be done comes last").toMatch(/Moths.*Decide about 2$/);
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
		await expectAccessible();
	});

	test("a window that becomes wide has a table at once", async () => {
		await phone();
		await show(list());
		await expect.element(page.getByRole("list", { name: "Sellers" })).toBeVisible();
		await page.viewport(1280, 800);
		await expect.element(page.getByRole("table")).toBeVisible();
	});
});

describe("states", () => {
	test("nothing asked yet: grey bars that say what is coming", async () => {
		await show(list({ rows: undefined }));
		await expect.element(page.getByRole("status", { name: "Loading: Sellers" })).toBeVisible();
		await expectAccessible();
	});

	test("nothing there: what the page says of it, and no empty table", async () => {
		await show(list({ rows: [] }));
		await expect.element(page.getByText("Nobody sells yet")).toBeVisible();
		await expect.element(page.getByRole("table")).not.toBeInTheDocument();
	});

	test("an error without rows can be tried again", async () => {
		const onRetry = vi.fn();
		const error = new ApiError("No.", { code: "INTERNAL", requestId: "req_1" });
		await show(list({ rows: undefined, error, onRetry }));
		await expect.element(page.getByRole("alert")).toHaveTextContent("req_1");
		await page.getByRole("button", { name: "Try again" }).click();
		expect(onRetry).toHaveBeenCalledTimes(1);
	});

	test("an error while older rows are there takes nothing away", async () => {
		await show(list({ error: new Error("x") }));
		await expect.element(page.getByRole("table")).toBeVisible();
	});

	test("older rows stay while newer ones are asked for, and screen readers know", async () => {
		await show(list({ isFetching: true }));
		expect(page.getByRole("table").element().closest("[aria-busy]")?.getAttribute("aria-busy")).toBe("true");
	});
});

describe("what stands over a list", () => {
	const hat = { kind: "OPERATOR", actAs: "operator", permissions: [] } as unknown as Hat;
	const shaped = (props: Props) => <HatProvider value={hat}>{list({ pageInfo, ...props })}</HatProvider>;
	const onChange = vi.fn();

	test.each([
		[312, "312 rows in all"],
		[1, "1 row in all"],
		[1001, "More than 1000 rows"],
		[null, "2 rows on this page"],
	])("says how many there are: %s", async (total, text) => {
		await show(shaped({ total, shape: { onChange } }));
		await expect.element(page.getByRole("status")).toHaveTextContent(text);
		await expectAccessible();
	});

	test("leaves out the columns that somebody has hidden, and no other", async () => {
		const named = columns.map((column) => (column.header === "Note" ? { ...column, name: "note" } : column));
		await show(shaped({ columns: named, shape: { hide: "note,amount", onChange } }));
		await expect.element(page.getByRole("columnheader", { name: "Note" })).not.toBeInTheDocument();
		await expect.element(page.getByRole("columnheader", { name: "Amount" })).toBeVisible();
		await page.getByRole("button", { name: "Rows and columns…" }).click();
		const dialog = page.getByRole("dialog");
		await expect.element(dialog.getByRole("checkbox", { name: "Note" })).not.toBeChecked();
		await dialog.getByRole("checkbox", { name: "Note" }).click();
		await dialog.getByLabelText("Rows on a page").selectOptions("50");
		await expectAccessible();
		await dialog.getByRole("button", { name: "Show" }).click();
		expect(onChange).toHaveBeenLastCalledWith({ size: 50, hide: "amount" });
	});

	test("shows extra columns to those who ask for them", async () => {
		const extra = columns.map((column) =>
			column.header === "Note" ? { ...column, name: "note", isExtra: true } : column,
		);
		const ask = async () => {
			await page.getByRole("button", { name: "Rows and columns…" }).click();
			await page.getByRole("dialog").getByRole("checkbox", { name: "Note" }).click();
			await page.getByRole("dialog").getByRole("button", { name: "Show" }).click();
		};
		const view = await show(shaped({ columns: extra, shape: { onChange } }));
		await expect.element(page.getByRole("columnheader", { name: "Amount" })).toBeVisible();
		await expect.element(page.getByRole("columnheader", { name: "Note" })).not.toBeInTheDocument();
		await ask();
		expect(onChange).toHaveBeenLastCalledWith({ size: undefined, hide: "none" });
		await view.rerender(shaped({ columns: extra, shape: { hide: "none", onChange } }));
		await expect.element(page.getByRole("columnheader", { name: "Note" })).toBeVisible();
		await ask();
		expect(onChange).toHaveBeenLastCalledWith({ size: undefined, hide: undefined });
	});
});

describe("pages of a list", () => {
	test("lead on by the cursors of the API, and what leads nowhere cannot be pressed", async () => {
		const onPage = vi.fn();
		const view = await show(list({ pageInfo, onPage }));
		await expect.element(page.getByRole("navigation", { name: "Pages: Sellers" })).toBeVisible();
		await expect.element(page.getByRole("button", { name: "Previous" })).toBeDisabled();
		await page.getByRole("button", { name: "Next" }).click();
		expect(onPage).toHaveBeenLastCalledWith({ after: "z" });
		await view.rerender(
			list({ pageInfo: { ...pageInfo, hasNextPage: false, hasPreviousPage: true }, onPage }),
		);
		await page.getByRole("button", { name: "Previous" }).click();
		expect(onPage).toHaveBeenLastCalledWith({ before: "a" });
		await expect.element(page.getByRole("button", { name: "Next" })).toBeDisabled();
	});

	test("are not spoken of when there is only one", async () => {
		await show(list({ pageInfo: { ...pageInfo, hasNextPage: false }, onPage: () => {} }));
		await expect.element(page.getByRole("navigation")).not.toBeInTheDocument();
	});
});

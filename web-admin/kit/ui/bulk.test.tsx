import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { ApiError } from "@/lib/api";
import { BulkDialog, Comparison } from "@/pages/bulk-dialog";
import { expectAccessible, phone, show } from "../show";

type DeedAll = (rows: number[]) => Promise<Map<number, unknown>>;

const rows = Array.from({ length: 103 }, (_, at) => at + 1);
const nameOf = (row: number) => `Row ${row}`;

/** Opens the dialog about 103 rows, and begins. */
async function begin(deedAll: DeedAll, undoAll?: DeedAll) {
	await show(
		<QueryClientProvider client={new QueryClient()}>
			<BulkDialog
				title="Change prices"
				verb="Change"
				rows={rows}
				keyOf={String}
				nameOf={nameOf}
				changes={[]}
				mayRetry={(error) => error instanceof Error && error.message === "lost"}
				deedAll={deedAll}
				undoAll={undoAll}
				onClose={() => undefined}
			>
				<Comparison
					label="New prices"
					kind="Offer"
					rows={rows}
					keyOf={String}
					nameOf={nameOf}
					now={(row) => row}
					then={(row) => row + 1}
				/>
			</BulkDialog>
		</QueryClientProvider>,
	);
	await expect.element(page.getByText("And 3 more.")).toBeVisible();
	await press("Change");
}

// By their texts: what has a role is looked for among a hundred rows, which takes its time.
const says = (text: string) => expect.element(page.getByText(text, { exact: true })).toBeVisible();
const press = (name: string) => page.getByText(name, { exact: true }).click();

test("only rows that failed are tried again, together with those that they were sent with", async () => {
	await phone();
	const failed = new Map<number, unknown>([
		[1, new Error("lost")],
		[2, new Error("changed by somebody else")],
		[101, new Error("lost")],
		[103, new Error("lost")],
	]);
	const deedAll = vi.fn<DeedAll>(async (part) => new Map([...failed].filter(([row]) => part.includes(row))));
	await begin(deedAll);
	await says("99 done, 4 not.");
	expect(deedAll.mock.calls.map(([part]) => part.length)).toEqual([100, 3]);
	failed.delete(1);
	await press("Try again");
	await says("100 done, 3 not.");
	expect(deedAll.mock.calls.slice(2).map(([part]) => part)).toEqual([[1], [101, 103]]);
	failed.delete(101);
	failed.delete(103);
	await press("Try again");
	await says("102 done, 1 not.");
	expect(deedAll.mock.calls.slice(4).map(([part]) => part)).toEqual([[101, 103]]);
	// What somebody else has changed is not tried again by itself.
	await expect.element(page.getByText("Try again", { exact: true })).not.toBeInTheDocument();
});

test("what was done is undone, and what of that failed is tried again", async () => {
	const undone: number[][] = [];
	await begin(
		async () => new Map([[3, new Error("changed by somebody else")]]),
		async (part) => {
			undone.push(part);
			return new Map(undone.length === 1 ? [[4, new Error("lost")]] : []);
		},
	);
	await says("102 done, 1 not.");
	await press("Undo");
	await says("101 undone, 1 not.");
	expect(undone.flat()).not.toContain(3);
	await press("Try again");
	await says("102 undone.");
	expect(undone.at(-1)).toEqual([4]);
});

/** Opens a dialog that does something to three rows, each by itself, and begins. */
async function beginEach(deed: (row: number) => Promise<unknown>) {
	await show(
		<QueryClientProvider client={new QueryClient()}>
			<BulkDialog
				title="Publish"
				verb="Publish all"
				rows={[1, 2, 3]}
				keyOf={String}
				nameOf={nameOf}
				changes={[]}
				deed={deed}
				onClose={() => undefined}
			/>
		</QueryClientProvider>,
	);
	await press("Publish all");
}

test("whoever is told to wait is waited for, row by row", async () => {
	const asked: number[] = [];
	await beginEach(async (row) => {
		asked.push(row);
		if (asked.length === 2) throw new ApiError("slowly", { code: "RATE_LIMITED", retryAfterMs: 20 });
	});
	await says("3 done.");
	expect(asked).toEqual([1, 2, 2, 3]);
});

test.each(["STEP_UP_REQUIRED", "UNAUTHENTICATED"])(
	"whoever does not show who they are is asked once, and can try again: %s",
	async (code) => {
		let isShown = false;
		const deed = vi.fn(async (row: number) => {
			if (row > 1 && !isShown) throw new ApiError("Show it.", { code });
		});
		await beginEach(deed);
		await says("1 done, 2 not.");
		expect(deed.mock.calls.flat()).toEqual([1, 2]);
		isShown = true;
		await press("Try again");
		await says("3 done.");
		expect(deed.mock.calls.flat()).toEqual([1, 2, 2, 3]);
	},
);

test("what was refused is not tried again by itself", async () => {
	await beginEach(async (row) => {
		if (row === 2) throw new ApiError("no", { code: "FORBIDDEN" });
	});
	await says("2 done, 1 not.");
	await expect.element(page.getByText("Try again", { exact: true })).not.toBeInTheDocument();
});

test("what is and what becomes can be read on a phone", async () => {
	await phone();
	const few = rows.slice(0, 3);
	await show(
		<Comparison
			label="New prices"
			kind="Offer"
			rows={few}
			keyOf={String}
			nameOf={nameOf}
			now={() => "€1,000,000.00"}
			then={() => "€1,100,000.00"}
		/>,
	);
	await expect.element(page.getByRole("row", { name: "Row 2 €1,000,000.00 €1,100,000.00" })).toBeVisible();
	await expectAccessible();
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

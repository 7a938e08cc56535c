import { QueryClientProvider } from "@tanstack/react-query";
import { createRootRoute, createRouter, RouterContextProvider } from "@tanstack/react-router";
import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { PermissionValues } from "@/gql/values";
import { HatProvider } from "@/lib/hat";
import { newQueryClient } from "@/lib/query";
import type { Hat } from "@/lib/session";
import { SellerDebts } from "@/pages/debts";
import { show } from "../show";

// A row goes when somebody else has done something with it. What is being typed about it does not.

afterEach(() => vi.unstubAllGlobals());

const operator = {
	kind: "OPERATOR",
	actAs: "operator",
	permissions: [...PermissionValues],
} as unknown as Hat;

const euros = (amount: string) => ({ amount, currencyCode: "EUR" });
const debt = {
	id: "dbt_1",
	seller: { id: "sel_1", name: "Tea house" },
	sellerOrder: null,
	cause: "REFUND",
	status: "DUE",
	age: "UNDER_30_DAYS",
	nextAttemptAt: null,
	amount: euros("12.00"),
	open: euros("12.00"),
	collected: euros("0.00"),
	writtenOff: euros("0.00"),
	fromHeld: euros("0.00"),
	fromTransfers: euros("0.00"),
	fromReleases: euros("0.00"),
	fromReserve: euros("0.00"),
	fromBalance: euros("0.00"),
};

test("a dialog about a debt stays, with what is typed, when the debt is settled meanwhile", async () => {
	let nodes: object[] = [debt];
	vi.stubGlobal("fetch", async () =>
		Response.json({
			data: {
				sellerDebts: {
					nodes,
					pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
				},
			},
		}),
	);
	const client = newQueryClient(() => {});
	await show(
		<QueryClientProvider client={client}>
			<RouterContextProvider router={createRouter({ routeTree: createRootRoute() }) as never}>
				<HatProvider value={operator}>
					<SellerDebts sellerId="sel_1" />
				</HatProvider>
			</RouterContextProvider>
		</QueryClientProvider>,
	);
	await page.getByRole("button", { name: "Give up…" }).click();
	const reason = page.getByRole("dialog").getByLabelText("Reason");
	await reason.fill("They have gone out of business.");
	for (const left of [[{ ...debt, status: "SETTLED" }], []]) {
		nodes = left;
		await client.invalidateQueries({ queryKey: ["debts"] });
		await expect.element(reason).toHaveValue("They have gone out of business.");
	}
	await expect.element(page.getByText("Debts of the seller")).not.toBeInTheDocument();
	await page.getByRole("button", { name: "Cancel" }).click();
	await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});

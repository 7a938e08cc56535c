import { QueryClientProvider } from "@tanstack/react-query";
import { createRootRoute, createRouter, RouterContextProvider } from "@tanstack/react-router";
import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { PermissionValues } from "@/gql/values";
import { HatProvider } from "@/lib/hat";
import { newQueryClient } from "@/lib/query";
import type { Hat } from "@/lib/session";
import Palette from "@/pages/palette";
import { expectAccessible, phone, show } from "../show";

// What the palette shows of what it is answered. Only the network and the address bar are replaced.

afterEach(() => vi.unstubAllGlobals());

const operator = {
	kind: "OPERATOR",
	actAs: "operator",
	permissions: [...PermissionValues],
} as unknown as Hat;

type Answer = () => Response | Promise<Response>;

const hit = (id: string, title: string, more = {}) => ({
	id,
	title,
	subtitle: null,
	status: null,
	parentId: null,
	amount: null,
	seller: null,
	...more,
});
const group = (kind: string, ...hits: ReturnType<typeof hit>[]) => ({ kind, hasMore: false, hits });
const answer = (...groups: ReturnType<typeof group>[]) => Response.json({ data: { search: groups } });

const tea = () =>
	answer(
		group("SELLER", hit("sel_1", "Tea house", { subtitle: "tea-house", status: "APPROVED" })),
		group(
			"PRODUCT",
			hit("prd_1", "Green tea", { status: "DRAFT", seller: { id: "sel_1", name: "Tea house" } }),
		),
	);

/** Shows the palette to an operator, over a network that answers so to each text. */
async function open(answers: Record<string, Answer>) {
	const aborted: string[] = [];
	vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
		const { text } = (JSON.parse(init.body as string) as { variables: { text: string } }).variables;
		init.signal?.addEventListener("abort", () => aborted.push(text));
		return Promise.resolve((answers[text] ?? answer)());
	});
	const router = createRouter({ routeTree: createRootRoute() });
	const navigate = vi.spyOn(router, "navigate").mockResolvedValue();
	await show(
		<QueryClientProvider client={newQueryClient(() => {})}>
			{/* The tree of routes is not needed to see where one goes. */}
			<RouterContextProvider router={router as never}>
				<HatProvider value={operator}>
					<Palette onClose={() => {}} onHelp={() => {}} />
				</HatProvider>
			</RouterContextProvider>
		</QueryClientProvider>,
	);
	return { aborted, navigate };
}

const status = () => page.getByRole("status");
const items = () => page.getByRole("menuitem");

test("what was found stands in groups, is counted aloud, and is opened by keyboard", async () => {
	const { navigate } = await open({ tea });
	await userEvent.keyboard("tea");
	await expect.element(page.getByRole("group", { name: "Sellers" })).toBeVisible();
	await expect.element(page.getByRole("group", { name: "Products" })).toBeVisible();
	await expect.element(status()).toHaveTextContent("2 things found");
	await expectAccessible();
	await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
	// A draft is not in the catalogue: its seller's page knows more of it.
	await vi.waitFor(() =>
		expect(navigate).toHaveBeenCalledWith({
			to: "/platform/sellers/$sellerId",
			params: { sellerId: "sel_1" },
		}),
	);
});

test("nothing is asked before there are two characters, and nothing found is said", async () => {
	await open({});
	await userEvent.keyboard("z");
	await expect.element(status()).toHaveTextContent("");
	await userEvent.keyboard("zzz");
	await expect.element(status()).toHaveTextContent("Nothing found");
	await expect.element(page.getByText("Nothing fits", { exact: false })).toBeVisible();
});

test("an answer to another text is never shown", async () => {
	let arrive: (response: Response) => void = () => {};
	const late = new Promise<Response>((resolve) => {
		arrive = resolve;
	});
	const { aborted } = await open({
		tea: () => late,
		teapot: () => answer(group("SELLER", hit("sel_2", "Teapots"))),
	});
	await userEvent.keyboard("tea");
	await expect.element(status()).toHaveTextContent("Searching…");
	await userEvent.keyboard("pot");
	await expect.element(page.getByRole("menuitem", { name: "Teapots" })).toBeVisible();
	expect(aborted).toContain("tea");
	arrive(tea());
	await expect.element(items()).toHaveLength(1);
});

test("what fails is said and can be tried again", async () => {
	let isBroken = true;
	await open({
		tea: () =>
			isBroken
				? Response.json({ errors: [{ message: "No.", extensions: { code: "RATE_LIMITED" } }] })
				: tea(),
	});
	await userEvent.keyboard("tea");
	await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
	await expectAccessible();
	isBroken = false;
	await page.getByRole("button", { name: "Try again" }).click();
	await expect.element(page.getByRole("group", { name: "Products" })).toBeVisible();
});

test("nothing is wider than a phone", async () => {
	await phone();
	const long = "Sehr lange Bezeichnung ohne Ende ".repeat(4);
	await open({
		tea: () => answer(group("PRODUCT", hit("prd_1", "x".repeat(90), { subtitle: long, status: "ACTIVE" }))),
	});
	await userEvent.keyboard("tea");
	await expect.element(items().first()).toBeVisible();
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
	const { left, right } = items().first().element().getBoundingClientRect();
	expect(left).toBeGreaterThanOrEqual(0);
	expect(right).toBeLessThanOrEqual(390);
});

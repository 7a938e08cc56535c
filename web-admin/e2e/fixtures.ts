import { execFileSync } from "node:child_process";
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import {
	type Browser,
	test as base,
	expect,
	type Locator,
	type Page,
	type Request,
	type Route,
} from "@playwright/test";
import documents from "../src/gql/persisted-documents.json" with { type: "json" };

/** The password of everybody whom `etal dev` makes. */
export const password = "a quiet harbour 47";

export const people = {
	operator: "olga@etal.example",
	mill: "mia@muehle.example",
	pottery: "camille@argile.example",
	wool: "jon@wollwerk.example",
} as const;

export const baseURL = () => process.env.E2E_URL ?? "";

/** The text of the document that a request names by its hash; empty when it names none. */
export function sentDocument(route: Route): string {
	const sent: { documentId?: string } = route.request().postDataJSON() ?? {};
	return (documents as Record<string, string>)[sent.documentId ?? ""] ?? "";
}

/** Has the server do something once without the page hearing of it: what is sent by a document with these words. */
export async function loseAnswer(page: Page, words: string) {
	let isLost = false;
	await page.route("**/graphql", async (route) => {
		if (isLost || !sentDocument(route).includes(words)) return await route.fallback();
		isLost = true;
		await route.fetch();
		await route.abort();
	});
}

/** What a page has asked for and has no answer to, without the streams that stay open, and when that changed. */
const asked = new WeakMap<Page, { open: Set<Request>; changed: number }>();

function watchRequests(page: Page) {
	const state = { open: new Set<Request>(), changed: Date.now() };
	asked.set(page, state);
	page.on("request", (request) => {
		if (request.headers().accept === "text/event-stream") return;
		state.open.add(request);
		state.changed = Date.now();
	});
	const ended = (request: Request) => {
		if (state.open.delete(request)) state.changed = Date.now();
	};
	page.on("requestfinished", ended);
	page.on("requestfailed", ended);
}

/** Waits until a page has asked for nothing for half a second. The streams that it follows do not count. */
export async function settled(page: Page, timeout = 10_000) {
	await expect
		.poll(
			() => {
				const state = asked.get(page);
				return state?.open.size === 0 && Date.now() - state.changed > 500;
			},
			{ timeout },
		)
		.toBe(true);
}

/** The row of a list that has a text: on a phone it is a card. */
export function rowOf(scope: Page | Locator, text: string) {
	return scope.getByRole("row").or(scope.getByRole("listitem")).filter({ hasText: text });
}

/** Keeps a picture where E2E_PICTURES says, to look at. */
export async function keep(page: Page, name: string) {
	const dir = process.env.E2E_PICTURES;
	if (!dir) return;
	const project = test.info().project.name.replace("pages ", "");
	await page.screenshot({
		path: join(dir, `${name} ${project}.png`.replaceAll(/[^a-z0-9.]+/gi, "-")),
		fullPage: true,
	});
}

type Watched = {
	/** What a browser complained of while the test ran. Tests that provoke errors empty it. */
	complaints: string[];
};

/** Every test watches the browser: no error in the console, nothing against the policy, no request to another host. */
export const test = base.extend<Watched>({
	// oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the parameters
	baseURL: async ({}, use) => use(baseURL()),
	complaints: [
		async ({ context }, use) => {
			const complaints: string[] = [];
			const watch = (page: Page) => {
				watchRequests(page);
				page.on("console", (message) => {
					// The payment provider's pages are not ours to judge.
					if (!message.location().url.startsWith(baseURL())) return;
					if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
				});
				page.on("pageerror", (error) => complaints.push(error.message));
				page.on("request", (request) => {
					const host = new URL(request.url()).hostname;
					const isHere = host === "127.0.0.1" || host === "localhost";
					if (!isHere && !/^(data|blob):/.test(request.url())) complaints.push(`asked ${host}`);
				});
			};
			context.on("page", watch);
			await context.addInitScript(() => {
				document.addEventListener("securitypolicyviolation", (event) => {
					console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
				});
			});
			await use(complaints);
			expect(complaints).toEqual([]);
		},
		{ auto: true },
	],
});

export { expect };

/** Signs in with the form and waits for the first page. */
export async function signIn(page: Page, email: string, next = "/") {
	await page.goto(`/admin/login?next=${encodeURIComponent(next)}`);
	// By their names in the form: the page speaks the language of the browser.
	await page.locator('input[name="email"]').fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.locator('button[type="submit"]').click();
	await page.waitForURL((url) => !url.pathname.includes("/login"));
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

const states = new Map<
	string,
	Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>
>();

/** Goes on with the session of an earlier sign-in of the same person. */
export async function resume(page: Page, email: string) {
	const known = states.get(email);
	if (known) {
		await page.context().addCookies(known.cookies);
		return;
	}
	await signIn(page, email);
	states.set(email, await page.context().storageState());
}

/** Asks the API as somebody with a token. */
export async function api<T>(query: string, variables: object = {}, token = "", actAs = ""): Promise<T> {
	const headers: Record<string, string> = {
		"Content-Type": "application/json",
		Accept: "application/graphql-response+json",
		// Each from a network of its own, or one that is nearly always.
		"X-Forwarded-For": `10.${randomBytes(3).join(".")}`,
	};
	if (token) headers.Authorization = `Bearer ${token}`;
	if (actAs) headers["Etal-Act-As"] = actAs;
	const answer = await fetch(`${baseURL()}/graphql`, {
		method: "POST",
		headers,
		body: JSON.stringify({ query, variables }),
	});
	const body = (await answer.json()) as { data: T; errors?: unknown };
	if (body.errors) throw new Error(JSON.stringify(body.errors));
	return body.data;
}

let numbered = 0;

/** An address that nobody has. */
export const newEmail = () => `somebody-${Date.now()}-${++numbered}@example.com`;

/** The token of the link that was mailed to an address, which is shown only to those who read its mail. */
export async function mailedToken(email: string, page = "confirm"): Promise<string> {
	const read = async (path: string) => await (await fetch(`${baseURL()}${path}`)).text();
	const link = new RegExp(`/account/${page}#([^"<\\s]+)`);
	let token = "";
	await expect
		.poll(async () => {
			const rows = (await read("/dev/mail")).split("<tr>");
			const number = rows.find((row) => row.includes(email))?.match(/\/dev\/mail\/(\d+)/)?.[1];
			token = (number && (await read(`/dev/mail/${number}/html`)).match(link)?.[1]) || "";
			return token;
		})
		.not.toBe("");
	return token;
}

/** Registers somebody, confirms their address and returns their token. */
export async function register(email: string, name: string): Promise<string> {
	await api(
		"mutation($input: AccountRegisterInput!) { accountRegister(input: $input) { userErrors { code } } }",
		{
			input: { email, name, password },
		},
	);
	await api("mutation($input: EmailVerifyInput!) { emailVerify(input: $input) { userErrors { code } } }", {
		input: { token: await mailedToken(email) },
	});
	return await tokenOf(email);
}

/** Applies to sell, as a person of its own. */
export async function apply(name: string): Promise<{ email: string; id: string; slug: string }> {
	const email = newEmail();
	const token = await register(email, `Owner of ${name}`);
	const { sellerApply } = await api<{ sellerApply: { seller: { id: string; slug: string } } }>(
		"mutation($input: SellerApplyInput!) { sellerApply(input: $input) { seller { id slug } } }",
		{ input: { name, country: "DE" } },
		token,
	);
	return { email, ...sellerApply.seller };
}

/** A seller of its own that may sell. */
export async function openSeller(name: string) {
	const seller = await apply(name);
	await api(
		"mutation($input: SellerApproveInput!) { sellerApprove(input: $input) { userErrors { code } } }",
		{ input: { sellerId: seller.id } },
		await tokenOf(people.operator),
		"operator",
	);
	return seller;
}

type Pending = { proposals: { nodes: { id: string; payloadHash: string }[] } };

/** A second operator approves all that waits for one. */
export async function approveAll() {
	const token = await tokenOf(newOperator("Second Pair of Eyes"));
	const { proposals } = await api<Pending>(
		"{ proposals(filter: { status: PENDING }) { nodes { id payloadHash } } }",
		{},
		token,
		"operator",
	);
	for (const { id, payloadHash } of proposals.nodes) {
		await api(
			"mutation($input: ProposalApproveInput!) { proposalApprove(input: $input) { userErrors { code } } }",
			{ input: { id, payloadHash } },
			token,
			"operator",
		);
	}
}

/** A plan that sellers can be put on. */
export async function makePlan(name: string) {
	const token = await tokenOf(people.operator);
	const { sellerPlanCreate } = await api<{ sellerPlanCreate: { plan: { id: string } } }>(
		"mutation($input: SellerPlanCreateInput!) { sellerPlanCreate(input: $input) { plan { id } } }",
		{ input: { name } },
		token,
		"operator",
	);
	await api(
		"mutation($input: SellerPlanPublishInput!) { sellerPlanPublish(input: $input) { userErrors { code } } }",
		{ input: { planId: sellerPlanCreate.plan.id, reason: "As agreed." } },
		token,
		"operator",
	);
	await approveAll();
}

/** A token of somebody who has registered. */
export async function tokenOf(email: string): Promise<string> {
	const { signIn: answer } = await api<{ signIn: { session: { token: string } } }>(
		"mutation($input: SignInInput!) { signIn(input: $input) { session { token } } }",
		{ input: { email, password } },
	);
	return answer.session.token;
}

async function guestToken(): Promise<string> {
	const { guestSessionCreate } = await api<{ guestSessionCreate: { session: { token: string } } }>(
		"mutation { guestSessionCreate { session { token } } }",
	);
	return guestSessionCreate.session.token;
}

type Bought = { id: string; number: string; intent: string; parts: { id: string; seller: string }[] };

type Buyer = {
	/** A token of somebody who is registered. */
	token?: string;
	/** One of the simulator's. */
	card?: string;
	/** A bank account of the simulator's: it is debited in place of a card, and its bank takes days. */
	iban?: string;
};

/** What confirms a payment. */
const confirmation = ({ card, iban }: Buyer): Record<string, string> =>
	iban
		? {
				"payment_method_data[type]": "sepa_debit",
				"payment_method_data[sepa_debit][iban]": iban,
				"payment_method_data[billing_details][name]": "Bo Buyer",
				"payment_method_data[billing_details][email]": "bo@example.com",
				"mandate_data[customer_acceptance][type]": "online",
				"mandate_data[customer_acceptance][online][infer_from_client]": "true",
			}
		: { payment_method: card ?? "pm_card_visa" };

/** Somebody buys a product, a guest unless a token says who, and pays, with a card of the simulator unless an account says from where. */
export async function buy(slug = "east-frisian-tea", quantity = 1, buyer: Buyer = {}): Promise<Bought> {
	const token = buyer.token ?? (await guestToken());
	const { productBySlug } = await api<{ productBySlug: { variants: { offers: { id: string }[] }[] } }>(
		"query($slug: String!) { productBySlug(slug: $slug) { variants { offers { id } } } }",
		{ slug },
	);
	const { cartCreate } = await api<{ cartCreate: { cart: { id: string } } }>(
		"mutation { cartCreate(input: {}) { cart { id } } }",
		{},
		token,
	);
	const cartId = cartCreate.cart.id;
	const offerId = productBySlug.variants[0]?.offers[0]?.id;
	await api(
		"mutation($input: CartLineAddInput!) { cartLineAdd(input: $input) { userErrors { code } } }",
		{ input: { cartId, offerId, quantity } },
		token,
	);
	type Order = {
		id: string;
		number: string;
		sellerOrders: { id: string; seller: { name: string } }[];
	};
	type Payment = { clientSecret: string; publishableKey: string };
	const { checkoutComplete } = await api<{ checkoutComplete: { order: Order } }>(
		"mutation($input: CheckoutCompleteInput!) { checkoutComplete(input: $input) { order { id number sellerOrders { id seller { name } } } } }",
		{
			input: {
				cartId,
				email: newEmail(),
				idempotencyKey: randomUUID(),
				shippingAddress: {
					name: "Bo Buyer",
					line1: "Weg 1",
					postalCode: "20359",
					city: "Hamburg",
					country: "DE",
				},
			},
		},
		token,
	);
	const { order } = checkoutComplete;
	let payment: Payment | undefined;
	await expect
		.poll(async () => {
			const answer = await api<{ order: { payment: Payment | null } }>(
				"query($id: ID!) { order(id: $id) { payment { clientSecret publishableKey } } }",
				{ id: order.id },
				token,
			);
			payment = answer.order.payment ?? undefined;
			return Boolean(payment?.clientSecret);
		})
		.toBe(true);
	const secret = payment?.clientSecret ?? "";
	const intent = secret.split("_secret_")[0] ?? "";
	const paid = await fetch(`${process.env.E2E_SIMULATOR}/v1/payment_intents/${intent}/confirm`, {
		method: "POST",
		headers: { Authorization: `Bearer ${payment?.publishableKey}` },
		body: new URLSearchParams({
			client_secret: secret,
			...confirmation(buyer),
			return_url: `${baseURL()}/`,
		}),
	});
	expect(paid.ok, await paid.text()).toBe(true);
	await expect
		.poll(async () => {
			const answer = await api<{ order: { status: string; payment: { processingSince: string | null } } }>(
				"query($id: ID!) { order(id: $id) { status payment { processingSince } } }",
				{ id: order.id },
				token,
			);
			return answer.order.payment.processingSince ? "with the bank" : answer.order.status;
		})
		.toBe(buyer.iban ? "with the bank" : "PAID");
	const parts = order.sellerOrders.map((part) => ({ id: part.id, seller: part.seller.name }));
	return { id: order.id, number: order.number, intent, parts };
}

/** An operator promises money back by bank, which somebody has to pay. */
export async function giveByBank(orderId: string): Promise<string> {
	const { refundCreate } = await api<{ refundCreate: { refund: { id: string } | null } }>(
		"mutation($input: RefundCreateInput!) { refundCreate(input: $input) { refund { id } userErrors { code } } }",
		{
			input: {
				orderId,
				amount: { amount: "1.20", currencyCode: "EUR" },
				method: "BANK",
				reason: "GOODWILL",
				idempotencyKey: randomUUID(),
			},
		},
		await tokenOf(people.operator),
		"operator",
	);
	return refundCreate.refund?.id ?? "";
}

/** The bank of a buyer takes back what was paid: the id of the dispute. */
export async function buyAndDispute(): Promise<string> {
	const { id, intent } = await buy();
	const simulator = process.env.E2E_SIMULATOR;
	const read = await fetch(`${simulator}/v1/payment_intents/${intent}`, {
		headers: { Authorization: "Bearer sk_test_simulator" },
	});
	const { latest_charge: charge } = (await read.json()) as { latest_charge: string };
	const made = await fetch(`${simulator}/_sim/disputes`, {
		method: "POST",
		body: new URLSearchParams({ charge, reason: "product_not_received" }),
	});
	expect(made.ok, await made.text()).toBe(true);
	const token = await tokenOf(people.operator);
	let dispute: string | undefined;
	await expect
		.poll(async () => {
			const { order } = await api<{ order: { disputes: { id: string }[] } }>(
				"query($id: ID!) { order(id: $id) { disputes { id } } }",
				{ id },
				token,
				"operator",
			);
			dispute = order.disputes[0]?.id;
			return Boolean(dispute);
		})
		.toBe(true);
	return dispute ?? "";
}

/** The issuer of a buyer's card warns of fraud: what was bought. */
export async function buyAndWarn(): Promise<Bought> {
	const bought = await buy();
	const simulator = process.env.E2E_SIMULATOR;
	const read = await fetch(`${simulator}/v1/payment_intents/${bought.intent}`, {
		headers: { Authorization: "Bearer sk_test_simulator" },
	});
	const { latest_charge: charge } = (await read.json()) as { latest_charge: string };
	const made = await fetch(`${simulator}/_sim/warnings`, {
		method: "POST",
		body: new URLSearchParams({ charge, fraud_type: "made_with_stolen_card" }),
	});
	expect(made.ok, await made.text()).toBe(true);
	const token = await tokenOf(people.operator);
	await expect
		.poll(async () => {
			const { order } = await api<{ order: { fraudWarnings: { id: string }[] } }>(
				"query($id: ID!) { order(id: $id) { fraudWarnings { id } } }",
				{ id: bought.id },
				token,
				"operator",
			);
			return order.fraudWarnings.length;
		})
		.toBe(1);
	return bought;
}

/** What an authenticator app shows for a secret in base32, RFC 6238. */
export function totpCode(secret: string, step = Math.floor(Date.now() / 30_000)): string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	const bits = secret
		.split("")
		.map((c) => alphabet.indexOf(c).toString(2).padStart(5, "0"))
		.join("");
	const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(step));
	const mac = createHmac("sha1", key).update(counter).digest();
	const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
	return String(number % 1_000_000).padStart(6, "0");
}

/** Makes an operator by the command line, an administrator unless a role is said, and returns their address. */
export function newOperator(name: string, role = "admin"): string {
	const email = newEmail();
	execFileSync(
		process.env.E2E_BINARY ?? "",
		["operator", "create", email, "--name", name, "--role", role, "--password-stdin"],
		{ cwd: process.env.E2E_DIR, input: `${password}\n`, env: { ...process.env, ETAL_MODE: "development" } },
	);
	return email;
}

type Opened = { session: { token: string } };

/** Has the mill paid out for what somebody buys, unless it was before. The money is on its way for some seconds. */
export async function payOut() {
	const token = await tokenOf(people.mill);
	const { sellerBySlug: mill } = await api<{ sellerBySlug: { id: string } }>(
		'{ sellerBySlug(slug: "muhle-am-deich") { id } }',
	);
	type Found = { payouts: { nodes: { status: string }[] } };
	const isPaid = async () => {
		const { payouts } = await api<Found>("{ payouts(first: 5) { nodes { status } } }", {}, token, mill.id);
		return payouts.nodes.some(({ status }) => status === "PAID");
	};
	if (await isPaid()) return;
	const { parts } = await buy();
	await api(
		"mutation($input: SellerOrderShipInput!) { sellerOrderShip(input: $input) { userErrors { code } } }",
		{ input: { sellerOrderId: parts[0]?.id } },
		token,
		mill.id,
	);
	await expect.poll(isPaid, { timeout: 90_000 }).toBe(true);
}

/** Makes an operator with an authenticator app. The code of the step before is used up by it. */
export async function operatorWithFactor() {
	const email = newOperator("Fay Factor");
	const { signIn } = await api<{ signIn: Opened }>(
		"mutation($input: SignInInput!) { signIn(input: $input) { session { token } } }",
		{ input: { email, password } },
	);
	const { totpEnrol } = await api<{ totpEnrol: { enrolment: { secret: string } } }>(
		"mutation($input: TotpEnrolInput!) { totpEnrol(input: $input) { enrolment { secret } } }",
		{ input: { password } },
		signIn.session.token,
	);
	const { secret } = totpEnrol.enrolment;
	const { totpConfirm } = await api<{ totpConfirm: Opened & { recoveryCodes: string[] } }>(
		"mutation($input: TotpConfirmInput!) { totpConfirm(input: $input) { session { token } recoveryCodes } }",
		{ input: { code: totpCode(secret, Math.floor(Date.now() / 30_000) - 1) } },
		signIn.session.token,
	);
	return { email, secret, recovery: totpConfirm.recoveryCodes };
}

/** The page as it is has one h1 and a title, breaks no rule of axe, and is not wider than its window. */
export async function expectSound(page: Page) {
	await expect(page.locator("h1")).toHaveCount(1);
	await expect(page).toHaveTitle(/ · Étal$/);
	// While a dialog is open, the page behind it does not exist for screen readers: these two rules miss it.
	const isCovered = (await page.getByRole("dialog").or(page.getByRole("menu")).count()) > 0;
	// What has slid half under the bar at the top is no target that is too small.
	if (!isCovered) await page.evaluate(() => scrollTo(0, 0));
	// Nor has what lies under the buttons of a dialog, which comes out when somebody scrolls.
	await page
		.getByRole("dialog")
		.locator("*")
		.evaluateAll((parts) => {
			for (const part of parts)
				if (part instanceof HTMLElement && getComputedStyle(part).position === "sticky")
					part.style.position = "static";
		});
	const { violations } = await new AxeBuilder({ page })
		.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
		// An announcer of the kit that screen readers hear and nobody sees.
		.exclude("[data-live-announcer]")
		.disableRules(isCovered ? ["landmark-one-main", "page-has-heading-one"] : [])
		.analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual(
		[],
	);
	await expectNoOverflow(page);
}

/** The page is not wider than its window, nor is a list on a window of 1280 or more wider than the page. */
export async function expectNoOverflow(page: Page) {
	// One that was made narrower a moment ago is laid out anew.
	const excess = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	await expect
		.poll(excess, { message: "by how much the page is wider than its window" })
		.toBeLessThanOrEqual(0);
	if ((page.viewportSize()?.width ?? 0) < 1280) return;
	const wide = await page
		.locator("main section[tabindex='0']")
		.evaluateAll((lists) =>
			lists
				.filter((list) => list.scrollWidth > list.clientWidth)
				.map((list) => `${list.ariaLabel}: ${list.scrollWidth} in ${list.clientWidth}`),
		);
	expect(wide, "lists that scroll sideways").toEqual([]);
}

/** Does something to the filters of a list: on a phone they open over it. */
export async function inFilters(page: Page, deed: () => Promise<unknown>) {
	await page.getByRole("heading", { level: 1 }).waitFor();
	const isWide = (page.viewportSize()?.width ?? 0) >= 896;
	if (!isWide) await page.getByRole("button", { name: /^Filters/ }).click();
	await deed();
	if (!isWide) await page.getByRole("button", { name: "Show the list" }).click();
}

/** A PDF of so many pages. */
export const pdf = (pages: number) =>
	Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Pages /Count ${pages} >>\nendobj\n%%EOF\n`);

/** A picture of one dot. */
export const dot = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
	"base64",
);

/** Drops a file on a box, as from a folder of the desktop. */
export async function drop(
	page: Page,
	label: string | RegExp,
	file: { name: string; type: string; content: Buffer },
) {
	const dropped = await page.evaluateHandle(
		({ name, type, content }) => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name, { type }));
			return data;
		},
		{ name: file.name, type: file.type, content: file.content.toString("base64") },
	);
	const box = page.getByRole("group", { name: label });
	await box.dispatchEvent("dragenter", { dataTransfer: dropped });
	await box.dispatchEvent("dragover", { dataTransfer: dropped });
	await box.dispatchEvent("drop", { dataTransfer: dropped });
}

// The client as it is published, against a server with demo data, whether it takes any document or only those that are registered.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as documents from "../dist/gql/graphql.js";
import { Client, documentId, idempotencyKey } from "../dist/index.js";

const url = process.env.API_URL;
const trusted = process.env.DOCUMENTS === "trusted";
const password = "a quiet harbour 47";
const stranger = new Client({ url });
const shippingAddress = { name: "Gina", line1: "Hafenstraße 4", postalCode: "20359", city: "Hamburg", country: "DE" };

async function signedIn(email, kind) {
	const { signIn } = await stranger.request(documents.BuyerSignInDocument, { input: { email, password } });
	const person = stranger.with({ token: signIn.session.token });
	const { viewer } = await person.request(documents.AdminViewerDocument, {});
	const hat = viewer.hats.find((h) => h.kind === kind);
	return hat.actAs ? person.with({ actAs: hat.actAs }) : person;
}

async function guest() {
	const { guestSessionCreate } = await stranger.request(documents.BuyerGuestStartDocument, {});
	return stranger.with({ token: guestSessionCreate.session.token });
}

/** An offer of the mill that is in stock. */
async function offer() {
	for await (const listing of stranger.items(documents.BuyerCatalogueDocument, { first: 3 }, (d) => d.products)) {
		if (listing.sellerName === "Mühle am Deich" && listing.isInStock) return listing.bestOffer.id;
	}
	throw new Error("the mill has nothing to sell");
}

async function order(buyer, offerId, key = idempotencyKey()) {
	const { cartCreate } = await buyer.request(documents.BuyerCartCreateDocument, { input: {} });
	const { cartLineAdd } = await buyer.request(documents.BuyerCartLineAddDocument, { input: { cartId: cartCreate.cart.id, offerId, quantity: 1 } });
	const input = { cartId: cartCreate.cart.id, email: "gina@example.org", shippingAddress, expectedTotal: cartLineAdd.cart.quote.total, idempotencyKey: key };
	const { checkoutComplete } = await buyer.request(documents.BuyerCheckoutCompleteDocument, { input });
	return { placed: checkoutComplete.order, input };
}

test("every document is registered at the server", async () => {
	const all = Object.entries(documents).filter(([name, d]) => name.endsWith("Document") && documentId(d));
	assert.ok(all.length > 200);
	for (const [name, d] of all.slice(0, 400)) {
		const answer = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ documentId: documentId(d), operationName: "NoSuchName" }) });
		assert.ok(!(await answer.text()).includes("DOCUMENT_UNKNOWN"), name);
	}
});

test("a list is read to its end by GET", async () => {
	const titles = [];
	for await (const { title } of stranger.items(documents.BuyerCatalogueDocument, { first: 3 }, (d) => d.products, { cached: true })) titles.push(title);
	assert.equal(titles.length, 8);
	assert.equal(new Set(titles).size, 8);
});

test("an order that is sent twice is one order", async () => {
	const buyer = await guest();
	const key = idempotencyKey();
	const { placed, input } = await order(buyer, await offer(), key);
	assert.match(placed.id, /^ord_/);
	const again = await buyer.request(documents.BuyerCheckoutCompleteDocument, { input });
	assert.equal(again.checkoutComplete.order.id, placed.id);
	const other = await buyer.send(documents.BuyerCheckoutCompleteDocument, { input: { ...input, shippingAddress: { ...shippingAddress, line1: "Elsewhere 1" } } });
	assert.equal(other.kind, "userErrors");
	assert.equal(other.userErrors[0].code, "IDEMPOTENCY_KEY_REUSED");
});

test("what is wrong and what is refused are told apart", async () => {
	const buyer = await guest();
	const { cartCreate } = await buyer.request(documents.BuyerCartCreateDocument, { input: {} });
	const wrong = await buyer.send(documents.BuyerCartLineAddDocument, { input: { cartId: cartCreate.cart.id, offerId: await offer(), quantity: 0 } });
	assert.deepEqual([wrong.kind, wrong.userErrors[0].field], ["userErrors", ["input", "quantity"]]);
	const refused = await buyer.send(documents.OperatorSellersDocument, {});
	assert.deepEqual([refused.kind, refused.error.code, refused.error.permission], ["error", "FORBIDDEN", "SELLER_LIST"]);
	const nobody = await stranger.with({ token: "etal_ses_nonsense" }).send(documents.BuyerOrdersDocument, {});
	assert.deepEqual([nobody.kind, nobody.error.code], ["error", "UNAUTHENTICATED"]);
});

test("cost comes with each answer", async () => {
	const outcome = await stranger.send(documents.BuyerTermsDocument, { kind: "PRIVACY_NOTICE" });
	assert.ok(outcome.ok && outcome.cost.requested >= outcome.cost.actual);
});

test("a document that the server does not know is sent as text, where that is allowed", async () => {
	const unknown = new documents.TypedDocumentString("query Mine { viewer { account { isGuest } } }", { hash: `sha256:${"0".repeat(64)}` });
	const outcome = await (await guest()).send(unknown, {});
	if (trusted) assert.deepEqual([outcome.kind, outcome.error.code, outcome.error.reason], ["error", "FORBIDDEN", "DOCUMENT_UNTRUSTED"]);
	else assert.equal(outcome.data.viewer.account.isGuest, true);
});

test("a seller hears of orders, and after a pause of those that were missed", { timeout: 60_000 }, async () => {
	const mill = await signedIn("mia@muehle.example", "SELLER");
	const { sellerProducts } = await mill.request(documents.SellerProductsDocument, { first: 5 });
	assert.ok(sellerProducts.nodes.length > 0);
	const buyer = await guest();
	const offerId = await offer();
	const heard = [];
	let last;
	const stop = new AbortController();
	const listening = (async () => {
		for await (const event of mill.subscribe(documents.LiveSellerOrdersPlacedDocument, {}, { signal: stop.signal })) {
			heard.push(event.data.sellerOrderCreated.event);
			last = event.id;
			return;
		}
	})();
	// Whoever listens is told of what happens from when the stream is open: order until it is.
	while (heard.length === 0) await Promise.race([order(buyer, offerId), listening]);
	await listening;
	assert.deepEqual(heard, ["order.placed"]);
	const missed = [await order(buyer, offerId), await order(buyer, offerId)];
	const seen = [];
	for await (const event of mill.subscribe(documents.LiveSellerOrdersPlacedDocument, {}, { after: last })) {
		seen.push(event.id);
		if (seen.length >= missed.length) break;
	}
	assert.equal(new Set([last, ...seen]).size, 3);
	stop.abort();
});

import type { Page } from "@playwright/test";
import {
	api,
	buy,
	buyAndDispute,
	expect,
	expectSound,
	newEmail,
	newOperator,
	openSeller,
	password,
	people,
	register,
	sentDocument,
	settled,
	signIn,
	test,
	tokenOf,
} from "./fixtures";

/**
 * Ends the session of a page on the server, as a long pause or another window does. What the page asks by
 * itself waits until the returned function is called, so that the first to hear of it is whoever presses.
 */
async function endSession(page: Page) {
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route("**/graphql", async (route) => {
		if (!sentDocument(route).includes("mutation ")) await released;
		await route.fallback();
	});
	const cookies = await page.context().cookies();
	const token = cookies.find(({ name }) => name.includes("etal_session"))?.value;
	await api("mutation { signOut { userErrors { code } } }", {}, token);
	return release;
}

/** What a browser itself says of refusals is expected here; nothing else is. */
function forgive(complaints: string[]) {
	expect(complaints.every((complaint) => complaint.includes("401"))).toBe(true);
	complaints.length = 0;
}

test("a form that the server has refused is sent again by one press", async ({ page }) => {
	const email = newEmail();
	await register(email, "Petra Press");
	await signIn(page, people.operator, "/platform/people");
	await settled(page);
	await page.getByLabel("Email").fill(email);
	await page.getByRole("button", { name: "Look up" }).click();
	await page.getByRole("button", { name: "What can be done for this person" }).click();
	await page.getByRole("menuitem", { name: "Keep out…" }).click();
	let sent = 0;
	await page.route("**/graphql", async (route) => {
		if (sentDocument(route).includes("mutation AdminAccountSuspend")) sent += 1;
		await route.fallback();
	});
	const dialog = page.getByRole("dialog");
	const reason = dialog.getByLabel("Reason");
	await reason.fill("   ");
	await dialog.getByRole("button", { name: "Keep out" }).click();
	await expect(reason).toHaveAttribute("aria-invalid", "true");
	expect(sent).toBe(1);
	await dialog.getByRole("button", { name: "Keep out" }).click();
	await expect.poll(() => sent, "the same once more").toBe(2);
	await expect(reason).toHaveAttribute("aria-invalid", "true");
	await reason.fill("");
	await dialog.getByRole("button", { name: "Keep out" }).click();
	await expect(reason, "what the field itself needs is not asked of the server").toBeFocused();
	expect(sent).toBe(2);
	await reason.fill("As asked by letter.");
	await dialog.getByRole("button", { name: "Keep out" }).click();
	await expect(dialog).toHaveCount(0);
	expect(sent).toBe(3);
});

test("a session that ends in the middle of a dialog: one signs in over it, and it is sent", async ({
	page,
	complaints,
}) => {
	const { id } = await openSeller(`Bootsbau ${Date.now()}`);
	await signIn(page, people.operator, `/platform/sellers/${id}`);
	await page.getByRole("button", { name: "Suspend…" }).click();
	const form = page.getByRole("dialog", { name: /^Suspend Bootsbau/ });
	await form.getByLabel("Reason").fill("Three complaints this week.");
	const resume = await endSession(page);
	await form.getByRole("button", { name: "Suspend" }).click();
	const door = page.getByRole("dialog", { name: "Sign in again" });
	await expect(door).toBeVisible();
	resume();
	await expect(door.getByLabel("Email")).toHaveValue(people.operator);
	await expect(door.getByLabel("Password")).toBeFocused();
	await expectSound(page);
	await door.getByLabel("Password").fill("not the password");
	await door.getByRole("button", { name: "Sign in" }).click();
	await expect(door.getByRole("alert")).toContainText("wrong");
	await door.getByLabel("Password").fill(password);
	await door.getByRole("button", { name: "Sign in" }).click();
	await expect(door).toHaveCount(0);
	await expect(form, "it was sent, and done").toHaveCount(0);
	await expect(page.getByText("Three complaints this week.")).toBeVisible();
	forgive(complaints);
});

test("a session that ends while a page is filled in: what was typed is still there", async ({
	page,
	complaints,
}) => {
	const { email, slug } = await openSeller(`Segelschule ${Date.now()}`);
	await signIn(page, email, `/s/${slug}/settings`);
	const profile = page.getByRole("region", { name: "What buyers read" });
	await profile.getByLabel("About you").fill("Courses for beginners.");
	let resume = await endSession(page);
	await profile.getByRole("button", { name: "Save" }).click();
	const door = page.getByRole("dialog", { name: "Sign in again" });
	await expect(door).toBeVisible();
	resume();
	await door.getByLabel("Password").fill(password);
	await door.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByText("The profile is saved.")).toBeVisible();
	await page.reload();
	await expect(profile.getByLabel("About you")).toHaveValue("Courses for beginners.");

	// Whoever leaves comes to the door, and is asked nothing more.
	await profile.getByLabel("About you").fill("Never mind.");
	resume = await endSession(page);
	await profile.getByRole("button", { name: "Save" }).click();
	await expect(door).toBeVisible();
	resume();
	await door.getByRole("button", { name: "Leave without saving" }).click();
	await expect(page).toHaveURL(/\/login\?next=/);
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await settled(page);
	forgive(complaints);
});

test("somebody else who signs in over a page does not go on with what it held", async ({
	page,
	complaints,
}) => {
	const { id } = await openSeller(`Netzwerk ${Date.now()}`);
	await signIn(page, newOperator("Ines Ins"), `/platform/sellers/${id}`);
	await page.getByRole("button", { name: "Suspend…" }).click();
	await page.getByRole("dialog").getByLabel("Reason").fill("Nobody is to send this.");
	const resume = await endSession(page);
	// Another person's cookie comes with the answer, as from another window.
	await page.route("**/graphql", async (route) => {
		if (!sentDocument(route).includes("mutation AdminSignIn")) return await route.fallback();
		const sent = route.request().postDataJSON() as { variables: { input: object } };
		sent.variables.input = { email: people.operator, password };
		await route.continue({ postData: JSON.stringify(sent) });
	});
	await page.getByRole("dialog").getByRole("button", { name: "Suspend" }).click();
	const door = page.getByRole("dialog", { name: "Sign in again" });
	await expect(door).toBeVisible();
	resume();
	await door.getByLabel("Password").fill(password);
	await door.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await expect(page.getByRole("button", { name: "Account: Olga Operator" })).toBeVisible();
	await expect(page.getByText("Nobody is to send this.")).toHaveCount(0);
	forgive(complaints);
});

test("business data that somebody else has saved meanwhile stands beside one's own", async ({ page }) => {
	const { email, id, slug } = await openSeller(`Werft ${Date.now()}`);
	const token = await tokenOf(email);
	const legal = { legalName: "Werft GmbH", line1: "Kai 1", city: "Husum", country: "DE" };
	const saveElsewhere = (change: object) =>
		api(
			"mutation($input: SellerLegalUpdateInput!) { sellerLegalUpdate(input: $input) { userErrors { code } } }",
			{ input: { ...legal, ...change } },
			token,
			id,
		);
	await saveElsewhere({ version: 0 });
	await signIn(page, email, `/s/${slug}/settings`);
	const panel = page.getByRole("region", { name: "Business and tax" });
	await expect(panel.getByLabel("City")).toHaveValue("Husum");
	await panel.getByLabel("City").fill("Kiel");
	await saveElsewhere({ version: 1, city: "Flensburg", legalName: "Werft AG" });
	await panel.getByRole("button", { name: "Save" }).click();
	const conflict = panel.getByRole("alert").filter({ hasText: "Somebody else has changed this meanwhile." });
	await expect(conflict.getByRole("row", { name: "City Kiel Flensburg" })).toBeVisible();
	await expect(conflict.getByRole("row", { name: "Name by law Werft GmbH Werft AG" })).toBeVisible();
	await expect(panel.getByLabel("City"), "what was typed stays").toHaveValue("Kiel");
	await expectSound(page);
	await conflict.getByRole("button", { name: "Take theirs" }).click();
	await expect(conflict).toHaveCount(0);
	await expect(panel.getByLabel("City")).toHaveValue("Flensburg");

	await panel.getByLabel("City").fill("Kiel");
	await saveElsewhere({ version: 2, city: "Glücksburg", legalName: "Werft AG" });
	await panel.getByRole("button", { name: "Save" }).click();
	await conflict.getByRole("button", { name: "Keep mine" }).click();
	await expect(page.getByText("The business data is saved.")).toBeVisible();
	await page.reload();
	await expect(panel.getByLabel("City")).toHaveValue("Kiel");
	await expect(panel.getByLabel("Name by law")).toHaveValue("Werft AG");
});

test("a role that somebody else has changed meanwhile stands beside what is typed", async ({ page }) => {
	const { email, id, slug } = await openSeller(`Räucherkate ${Date.now()}`);
	const token = await tokenOf(email);
	type Made = { sellerRoleCreate: { role: { id: string } } };
	const { sellerRoleCreate } = await api<Made>(
		"mutation($input: SellerRoleCreateInput!) { sellerRoleCreate(input: $input) { role { id } } }",
		{ input: { name: "Counter", description: "At the door", permissions: ["SELLER_READ"] } },
		token,
		id,
	);
	await signIn(page, email, `/s/${slug}/members?view=roles`);
	await page.getByRole("button", { name: "Change Counter" }).click();
	await page.getByRole("menuitem", { name: "Edit…" }).click();
	const dialog = page.getByRole("dialog", { name: "The role Counter" });
	await dialog.getByLabel("What it is for").fill("On the market");
	const input = {
		roleId: sellerRoleCreate.role.id,
		version: 1,
		name: "Counter",
		description: "On the ferry",
	};
	await api(
		"mutation($input: SellerRoleUpdateInput!) { sellerRoleUpdate(input: $input) { userErrors { code } } }",
		{ input: { ...input, permissions: ["SELLER_READ", "SELLER_ORDER_READ"] } },
		token,
		id,
	);
	await dialog.getByRole("button", { name: "Save the role" }).click();
	await expect(dialog.getByRole("row", { name: "What it is for On the market On the ferry" })).toBeVisible();
	await expect(
		dialog.getByRole("row", { name: /^Only there Nothing To see seller orders\.$/ }),
	).toBeVisible();
	await expectSound(page);
	await dialog.getByRole("button", { name: "Keep mine" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText("On the market")).toBeVisible();
	await expect(page.getByText("1 permission", { exact: true })).toBeVisible();
});

/** What this browser keeps of forms, as text. */
const drafts = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<string>((resolve) => {
				const opening = indexedDB.open("etal.drafts");
				// To look is not to make one.
				opening.addEventListener("upgradeneeded", () => opening.transaction?.abort());
				opening.addEventListener("error", () => resolve(""));
				opening.addEventListener("success", () => {
					const asked = opening.result.transaction("drafts").objectStore("drafts").getAll();
					asked.addEventListener("success", () => {
						opening.result.close();
						resolve(JSON.stringify(asked.result));
					});
				});
			}),
	);

test("what was typed into a new product is there again after a reload, and gone once it is saved", async ({
	page,
}) => {
	const { email, slug } = await openSeller(`Seilerei ${Date.now()}`);
	await signIn(page, email, `/s/${slug}/products/new`);
	await page.getByLabel("Title").fill("Rope");
	await page.getByLabel("Description").fill("Of hemp.");
	await page.getByLabel("Price in EUR").fill("12.00");
	await expect.poll(() => drafts(page)).toContain("12.00");
	await page.reload();
	const bar = page.getByRole("status").filter({ hasText: "You have unsaved changes from" });
	await expect(bar).toContainText("Images are not kept");
	await expect(page.getByLabel("Title")).toHaveValue("Rope");
	await expect(page.getByLabel("Description")).toHaveValue("Of hemp.");
	await expect(page.getByLabel("Price in EUR")).toHaveValue("12.00");
	await expectSound(page);
	await bar.getByRole("button", { name: "Keep going" }).click();
	await expect(bar).toHaveCount(0);
	await page.getByRole("button", { name: "Save as a draft" }).click();
	await expect(page.getByText("Rope is saved as a draft.")).toBeVisible();
	await expect.poll(() => drafts(page)).not.toContain("Rope");
	await page.goto(`/admin/s/${slug}/products/new`);
	await settled(page);
	await expect(page.getByLabel("Title")).toHaveValue("");
	await expect(bar).toHaveCount(0);
});

test("a product that somebody else has changed meanwhile is not written over by what was typed before", async ({
	page,
}) => {
	const { email, id, slug } = await openSeller(`Reepschlägerei ${Date.now()}`);
	const token = await tokenOf(email);
	type Made = { productCreate: { product: { id: string } } };
	const { productCreate } = await api<Made>(
		"mutation($input: ProductCreateInput!) { productCreate(input: $input) { product { id } } }",
		{ input: { title: "Rope", brand: "Before", variants: [{ optionValues: [] }] } },
		token,
		id,
	);
	const product = productCreate.product.id;
	await signIn(page, email, `/s/${slug}/products/${product}`);
	await page.getByLabel("Title").fill("Long rope");
	await page.getByLabel("Brand").fill("Mine");
	await expect.poll(() => drafts(page)).toContain("Mine");
	await api(
		"mutation($input: ProductUpdateInput!) { productUpdate(input: $input) { userErrors { code } } }",
		{ input: { id: product, brand: "Theirs" } },
		token,
		id,
	);
	await page.reload();
	const conflict = page.getByRole("alert").filter({ hasText: "Somebody else has changed this meanwhile." });
	await expect(conflict.getByRole("row", { name: "Brand Mine Theirs" })).toBeVisible();
	await expect(page.getByLabel("Brand")).toHaveValue("Theirs");
	await expect(page.getByLabel("Title"), "nobody else has changed it").toHaveValue("Long rope");
	await expectSound(page);
	await conflict.getByRole("button", { name: "Take theirs" }).click();
	await expect(conflict).toHaveCount(0);
	await page.getByRole("button", { name: "Throw away" }).click();
	await expect(page.getByLabel("Title")).toHaveValue("Rope");
	await expect.poll(() => drafts(page)).not.toContain("rope");
});

test("what was changed of a note is there again after a reload, and gone once it is saved", async ({
	page,
}) => {
	const { id } = await buy();
	const input = { subject: id, text: "They have called." };
	await api(
		"mutation($input: NoteAddInput!) { noteAdd(input: $input) { userErrors { code } } }",
		{ input },
		await tokenOf(people.operator),
		"operator",
	);
	await signIn(page, people.operator, `/platform/orders/${id}`);
	const edit = page.getByRole("button", { name: /^Edit the note/ });
	const dialog = page.getByRole("dialog", { name: "Edit the note" });
	await edit.click();
	await dialog.getByLabel("Note").fill("They have called twice.");
	await expect.poll(() => drafts(page)).toContain("twice");
	await page.reload();
	await edit.click();
	await expect(dialog.getByText("You have unsaved changes from")).toBeVisible();
	await expect(dialog.getByLabel("Note")).toHaveValue("They have called twice.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText("They have called twice.")).toBeVisible();
	await expect.poll(() => drafts(page)).not.toContain("twice");
});

/** Lets the answer to a mutation come only when the returned function is called, which says that it was done. */
async function holdAnswer(page: Page, words: string) {
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route("**/graphql", async (route) => {
		if (!sentDocument(route).includes(words)) return await route.fallback();
		const response = await route.fetch();
		await released;
		await route.fulfill({ response });
	});
	return release;
}

test("what is typed while a note is being added stays, and so does its draft", async ({ page }) => {
	const { id } = await buy();
	await signIn(page, people.operator, `/platform/orders/${id}`);
	const note = page.getByLabel("New note");
	await note.fill("They have called.");
	const answer = await holdAnswer(page, "mutation AdminNoteAdd(");
	await page.getByRole("button", { name: "Add the note" }).click();
	await note.fill("They have written, too.");
	answer();
	await expect(page.getByText("The note is added.")).toBeVisible();
	await expect(note).toHaveValue("They have written, too.");
	await expect.poll(() => drafts(page)).toContain("They have written, too.");
	await page.reload();
	await expect(note).toHaveValue("They have written, too.");
	await page.getByRole("button", { name: "Add the note" }).click();
	await expect(note, "what was sent as it stands is done").toHaveValue("");
});

test("what is typed while evidence is being saved stays, and so does its draft", async ({ page }) => {
	const id = await buyAndDispute();
	await signIn(page, people.mill, `/s/muhle-am-deich/disputes/${id}`);
	const [bought, said] = [
		page.getByLabel("What was bought"),
		page.getByLabel("What there is to say besides"),
	];
	const before = await bought.inputValue();
	await bought.fill("Two packets of tea.");
	await said.fill("It was");
	const answer = await holdAnswer(page, "mutation AdminDisputeEvidenceSave(");
	const save = page.getByRole("button", { name: "Save", exact: true });
	await save.click();
	await said.fill("It was handed over at the door.");
	await bought.fill(before);
	answer();
	await expect(page.getByText("Saved. The platform sends it to the bank.")).toBeVisible();
	await expect(said).toHaveValue("It was handed over at the door.");
	await expect(bought, "what was put back differs from what was sent").toHaveValue(before);
	await expect(page.getByText("Not saved yet")).toBeVisible();
	await expect.poll(() => drafts(page)).toContain("at the door");
	await page.unroute("**/graphql");
	await save.click();
	await expect(page.getByText("Not saved yet")).toHaveCount(0);
	await page.reload();
	await expect(said).toHaveValue("It was handed over at the door.");
	await expect(bought).toHaveValue(before);
});

test("whoever signs out leaves nothing of what they have typed", async ({ page }) => {
	const { email, slug } = await openSeller(`Taklerei ${Date.now()}`);
	await signIn(page, email, `/s/${slug}/settings`);
	const about = page.getByRole("region", { name: "What buyers read" }).getByLabel("About you");
	await about.fill("Not for others to read.");
	await expect.poll(() => drafts(page)).toContain("Not for others");
	await page.getByRole("button", { name: /^Account: / }).click();
	await page.getByRole("menuitem", { name: "Sign out" }).click();
	await expect(page).toHaveURL(/\/login/);
	await expect.poll(() => drafts(page)).toBe("");
	await signIn(page, email, `/s/${slug}/settings`);
	await settled(page);
	await expect(about).toHaveValue("");
});

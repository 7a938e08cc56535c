import { buy, expect, expectSound, keep, newOperator, people, rowOf, signIn, test } from "./fixtures";

test("a draft is written, tried on past orders, proposed, approved by somebody else, and given up", async ({
	page,
	browser,
}) => {
	test.slow();
	await buy();
	await signIn(page, people.operator, "/platform/commission");
	await expect(page.getByRole("heading", { name: "In force: version 1" })).toBeVisible();
	await expectSound(page);
	await keep(page, "commission");

	// The rules in force are what a draft begins with; one for tea comes before them.
	await page.getByRole("link", { name: "New draft" }).click();
	await page.getByLabel("Note").fill("Less for tea");
	await page.getByRole("button", { name: "Add a rule" }).click();
	const second = page.getByRole("region", { name: "Rule 2" });
	await second.getByLabel("Name").fill("Tea");
	await second.getByLabel("Commission, in percent").fill("4.25");
	await second.getByText("Only for some lines").click();
	await second.getByLabel("Currencies").fill("EUR");
	await second.getByText("Fixed amounts, minimum and maximum").click();
	await second.getByRole("button", { name: "Add amounts for a currency" }).click();
	await second.getByLabel("Currency", { exact: true }).fill("eur");
	await second.getByLabel("At most").fill("0.10");
	await second.getByLabel("At least").fill("0.20");
	await second.getByRole("button", { name: "Try rule 2 earlier" }).click();
	const first = page.getByRole("region", { name: "Rule 1" });
	await expect(first.getByLabel("Name"), "the rule has moved with all it holds").toHaveValue("Tea");
	await expectSound(page);
	await keep(page, "commission, draft");
	await page.getByRole("button", { name: "Save the draft" }).click();
	await expect(page.getByRole("alert"), "the least is above the most").toBeVisible();
	await first.getByLabel("At least").fill("");
	await page.getByRole("button", { name: "Save the draft" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Less for tea" })).toBeVisible();
	await expect(page.getByRole("region", { name: "1. Tea" })).toContainText("4.25%");

	await page.getByRole("button", { name: "Try on past orders…" }).click();
	await page.getByRole("button", { name: "Try", exact: true }).click();
	// A table stands in a region, on a phone it is a list.
	const table = (name: string) => page.getByRole("region", { name }).or(page.getByRole("list", { name }));
	await expect(rowOf(table("All together"), "EUR").first()).toBeVisible();
	await expect(table("By seller").first()).toContainText("Mühle am Deich");
	await expectSound(page);
	await keep(page, "commission, trial");

	await page.getByRole("button", { name: "Propose to publish…" }).click();
	const dialog = page.getByRole("dialog", { name: "Propose to publish this draft" });
	const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 16);
	await dialog.getByLabel("In force from").fill(soon);
	await dialog.getByLabel("Reason").fill("They drink more.");
	await dialog.getByRole("button", { name: "Propose" }).click();
	await expect(dialog).toHaveCount(0);
	const address = page.url();

	const other = await browser.newPage();
	await signIn(other, newOperator("Frida Finance"), "/platform/proposals");
	await other.getByRole("button", { name: "Look at it" }).first().click();
	await other.getByRole("dialog", { name: "Proposal" }).getByRole("button", { name: "Approve" }).click();
	await expect(other.getByText("Approved and done.")).toBeVisible();
	await other.close();

	await page.goto(address);
	await expect(page.getByText("To come")).toBeVisible();
	await expect(page.getByRole("heading", { level: 1, name: /^Commission, version \d+$/ })).toBeVisible();
	await page.getByRole("button", { name: "Give up…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Give up" }).click();
	await expect(page.getByText("Given up").first()).toBeVisible();
	await expectSound(page);
});

test("a draft that a colleague has changed meanwhile is opened as it is now", async ({ page }) => {
	await signIn(page, people.operator, "/platform/commission/new");
	await page.getByLabel("Note").fill("First thoughts");
	await page.getByRole("button", { name: "Save the draft" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "First thoughts" })).toBeVisible();
	const draft = page.url();
	await page.getByRole("link", { name: "Edit", exact: true }).click();
	await expect(page.getByLabel("Note")).toHaveValue("First thoughts");
	await page.getByRole("button", { name: "Cancel" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Commission" })).toBeVisible();

	const theirs = await page.context().newPage();
	await theirs.goto(draft);
	await theirs.getByRole("link", { name: "Edit", exact: true }).click();
	await theirs.getByLabel("Note").fill("Second thoughts");
	await theirs.getByRole("button", { name: "Save the draft" }).click();
	await expect(theirs.getByRole("heading", { level: 1, name: "Second thoughts" })).toBeVisible();
	await theirs.close();

	// Nothing is loaded anew: the page has read the draft before.
	await page.goBack();
	await expect(page.getByLabel("Note")).toHaveValue("Second thoughts");
	await page.goBack();
	await page.getByRole("button", { name: "Discard…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
	await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a ruleset that is not there says so", async ({ page }) => {
	await signIn(page, people.operator, "/platform/commission/crs_nothing");
	await expect(page.getByRole("heading", { level: 1, name: "Ruleset" })).toBeVisible();
	await expect(page.getByText("There is no such ruleset").or(page.getByRole("alert"))).toBeVisible();
});

test("a seller reads how the commission of a line was computed", async ({ page }) => {
	const { parts } = await buy();
	await signIn(page, people.mill, `/s/muhle-am-deich/orders/${parts[0]?.id}`);
	await page.getByRole("button", { name: /^How the commission of .* was computed$/ }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByRole("row", { name: /^Base/ })).toContainText("€6.90");
	await expect(dialog.getByRole("row", { name: /^Rate/ })).toContainText("10% × €6.90");
	await expect(dialog.getByRole("row", { name: /^Commission/ })).toContainText("€0.69");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Close" }).click();
	await expect(dialog).toHaveCount(0);
});

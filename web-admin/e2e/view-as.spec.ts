import { api, expect, expectSound, openSeller, people, signIn, test } from "./fixtures";

test("an operator views as a seller, changes nothing, and ends it", async ({ page }) => {
	const { id, slug } = await openSeller("Reederei Amrum");
	await signIn(page, people.operator, `/platform/sellers/${id}`);
	await page.getByRole("button", { name: "View as…" }).click();
	const dialog = page.getByRole("dialog", { name: "View as Reederei Amrum?" });
	await dialog.getByLabel("Reason").fill("   ");
	await dialog.getByRole("button", { name: "View as this seller" }).click();
	await expect(dialog.getByText("This field is required.")).toBeVisible();
	await dialog.getByLabel("Reason").fill("They see no orders.");
	await expectSound(page);
	await dialog.getByLabel("For", { exact: true }).selectOption("5");
	await dialog.getByRole("button", { name: "View as this seller" }).click();

	const banner = page.getByRole("region", { name: "Viewing as a seller" });
	await expect(page).toHaveURL(new RegExp(`/s/${slug}$`));
	await expect(banner).toContainText("Olga Operator views as Reederei Amrum");
	await expect(banner).toContainText("They see no orders.");
	await expect(banner).toContainText("Nothing can be changed.");
	await expect(banner.getByRole("timer")).toHaveText(/^4:\d\d left$|^5:00 left$/);
	await expectSound(page);
	await page.goto(`/admin/s/${slug}/members`);
	await expect(page.getByText("Owner of Reederei Amrum")).toBeVisible();
	await expect(banner, "on every page, also after loading it anew").toBeVisible();
	await expect(page.getByRole("button", { name: "Invite…" })).toHaveCount(0);

	// From the operator's page one comes back to what is open.
	await page.goto(`/admin/platform/sellers/${id}`);
	await expect(banner, "under the hat of the operator nothing is viewed").toHaveCount(0);
	await page.getByRole("button", { name: "View as…" }).click();
	await page.getByRole("dialog").getByLabel("Reason").fill("Once more.");
	await page.getByRole("button", { name: "View as this seller" }).click();
	await expect(page.getByRole("alert")).toContainText("You view this seller already");
	await page.getByRole("button", { name: "Go on viewing" }).click();
	await expect(banner).toBeVisible();

	await banner.getByRole("button", { name: "End viewing" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Reederei Amrum" })).toBeVisible();
	await page.goto(`/admin/s/${slug}/members`);
	await expect(page, "the pages of the seller are closed again").toHaveURL(/\/platform$/);
});

test("a view that was ended elsewhere leads back by itself", async ({ page, complaints }) => {
	const { id } = await openSeller("Segelmacherei");
	await signIn(page, people.operator, `/platform/sellers/${id}`);
	await page.getByRole("button", { name: "View as…" }).click();
	await page.getByRole("dialog").getByLabel("Reason").fill("A question.");
	await page.getByRole("button", { name: "View as this seller" }).click();
	await expect(page.getByRole("region", { name: "Viewing as a seller" })).toBeVisible();
	const cookie = (await page.context().cookies()).find(({ name }) => name.includes("etal_session"));
	const { viewer } = await api<{ viewer: { viewAs: { id: string } } }>(
		"{ viewer { viewAs { id } } }",
		{},
		cookie?.value,
		id,
	);
	await api(
		"mutation($input: ViewAsEndInput!) { viewAsEnd(input: $input) { userErrors { code } } }",
		{ input: { id: viewer.viewAs.id } },
		cookie?.value,
		"operator",
	);
	await page.reload();
	await expect(page).toHaveURL(/\/platform$/);
	expect(complaints.every((complaint) => complaint.includes("403"))).toBe(true);
	complaints.length = 0; // the browser itself reports the refusal
});

test("whoever may not view as sellers is not offered it", async ({ page }) => {
	const { id } = await openSeller("Netzmacherei");
	await signIn(page, people.mill, `/platform/sellers/${id}`);
	await expect(page).toHaveURL(/\/s\/muhle-am-deich$/);
	await page.goto("/admin/s/netzmacherei");
	await expect(page, "somebody else's pages stay closed").toHaveURL(/\/s\/muhle-am-deich$/);
});

test("an administrator who views as a seller changes something for it, with a reason, until the view ends", async ({
	page,
}) => {
	const { id, slug } = await openSeller("Takelage");
	await signIn(page, people.operator, `/platform/sellers/${id}`);
	await page.getByRole("button", { name: "View as…" }).click();
	await page.getByRole("dialog").getByLabel("Reason").fill("They cannot sign in.");
	await page.getByRole("button", { name: "View as this seller" }).click();
	const banner = page.getByRole("region", { name: "Viewing as a seller" });
	await expect(banner).toContainText("Nothing can be changed.");
	await page.goto(`/admin/s/${slug}/settings`);
	await expect(page.getByTitle("SELLER_EDIT"), "who only looks is not let into settings").toBeVisible();
	await banner.getByRole("button", { name: "Change something…" }).click();
	const dialog = page.getByRole("dialog", { name: "Change something for the seller?" });
	await dialog.getByLabel("Reason").fill("Their text names a person, who asks for it to go.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Allow it" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(banner).toContainText("What you change, you change for the seller.");
	await expect(banner.getByRole("button", { name: "Change something…" })).toHaveCount(0);

	await page.goto(`/admin/s/${slug}/settings`);
	const profile = page.getByRole("region", { name: "What buyers read" });
	await profile.getByLabel("About you").fill("Ropes and rigging.");
	await profile.getByRole("button", { name: "Save" }).click();
	await expect(page.getByText("The profile is saved.")).toBeVisible();
	await banner.getByRole("button", { name: "End viewing" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Takelage" })).toBeVisible();
	await page.goto(`/admin/s/${slug}/settings`);
	await expect(page, "the pages of the seller are closed again").toHaveURL(/\/platform$/);
	await page.goto("/admin/platform/audit?kind=seller.profile_changed");
	await expect(async () => {
		await page.reload();
		await expect(page.getByRole("main").getByText("Olga Operator").first()).toBeVisible({ timeout: 3000 });
	}).toPass({ timeout: 30_000 });
});

import { buy, expect, expectSound, people, rowOf, signIn, test } from "./fixtures";

test("the bell tells of an order while the page is open, and leads to it", async ({ page }) => {
	await signIn(page, people.mill, "/s/muhle-am-deich/products");
	const bell = page.getByRole("button", { name: /^Notifications/ });
	await bell.click();
	await page.getByRole("button", { name: "Mark all as read" }).click();
	await expect(page.getByRole("dialog").getByRole("status")).toHaveText("Everything is read");
	await page.keyboard.press("Escape");
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await expect(bell).toHaveAccessibleName("Notifications");
	const { number } = await buy();
	await expect(bell, "nobody has touched the page").toHaveAccessibleName(/, \d+ unread$/, {
		timeout: 20_000,
	});
	await expectSound(page);

	// By keyboard alone: open, go to the first line, follow it.
	await bell.focus();
	await page.keyboard.press("Enter");
	const line = page.getByRole("link", { name: new RegExp(`New order ${number}-1.*Unread`) });
	await expect(line).toBeVisible();
	await expectSound(page);
	await line.focus();
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/s\/muhle-am-deich\/orders\/sor_/);
	await bell.click();
	await expect(page.getByRole("link", { name: `New order ${number}-1` })).not.toContainText("Unread");
	await page.getByRole("link", { name: "All notifications" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Notifications" })).toBeVisible();
	await expect(rowOf(page.getByRole("main"), `New order ${number}-1`)).toContainText("Read");
	await page.getByRole("link", { name: "Unread" }).click();
	await expect(rowOf(page.getByRole("main"), `New order ${number}-1`)).toHaveCount(0);
	await expectSound(page);
});

test("the bell says when nothing was told and when the list cannot be read", async ({ page, complaints }) => {
	await signIn(page, people.operator, "/platform/sellers");
	const bell = page.getByRole("button", { name: /^Notifications/ });
	await bell.click();
	await expect(page.getByText("Nothing yet.")).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(bell, "the focus is where it was").toBeFocused();
	await page.reload();
	await expect(bell).toBeVisible();
	await page.route("**/graphql", (route) => route.abort());
	await bell.click();
	await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
	await page.unroute("**/graphql");
	await page.getByRole("dialog").getByRole("button", { name: "Try again" }).click();
	await expect(page.getByText("Nothing yet.")).toBeVisible();
	complaints.length = 0; // the browser itself reports what was cut off
});

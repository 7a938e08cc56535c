import { expect, expectSound, keep, people, settled, signIn, test } from "./fixtures";

// What somebody has asked of their system or their browser: colours of their own, a narrow menu.

test("with colours of one's own, buttons have edges, the focus a ring, and where one is can be seen", async ({
	page,
}) => {
	await page.emulateMedia({ forcedColors: "active" });
	for (const [who, path] of [
		[people.operator, "/platform/sellers"],
		[people.mill, "/s/muhle-am-deich/products"],
	] as const) {
		await signIn(page, who, path);
		await settled(page);
		const bare = await page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>("button")]
				.filter((button) => button.checkVisibility() && button.getBoundingClientRect().width > 1)
				.filter((button) => {
					const { outlineStyle, outlineWidth, borderTopStyle, borderTopWidth } = getComputedStyle(button);
					const hasLine = (style: string, width: string) => style !== "none" && Number.parseFloat(width) >= 1;
					return !hasLine(outlineStyle, outlineWidth) && !hasLine(borderTopStyle, borderTopWidth);
				})
				.map((button) => button.textContent || button.ariaLabel),
		);
		expect(bare, "buttons without an edge").toEqual([]);
		const main = page.getByRole("main");
		await main.getByRole("link").first().focus();
		await page.keyboard.press("Tab");
		const ring = await page.evaluate(() => {
			const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element);
			return { outlineStyle, width: Number.parseFloat(outlineWidth) };
		});
		expect(ring.outlineStyle).toBe("solid");
		expect(ring.width).toBeGreaterThanOrEqual(2);
		const grounds = await page.evaluate(() => {
			const groundOf = (element: Element | null) => element && getComputedStyle(element).backgroundColor;
			return {
				here: groundOf(document.querySelector('nav [aria-current="page"]')),
				page: groundOf(document.body),
			};
		});
		if (grounds.here) expect(grounds.here, "the page that one is on").not.toBe(grounds.page);
		await expectSound(page);
		await page.context().clearCookies();
	}
});

test("the menu beside the page can be as narrow as its icons, and stays so", async ({ page, viewport }) => {
	await signIn(page, people.operator, "/platform/sellers");
	await settled(page);
	const menu = page.getByRole("navigation", { name: "Main" });
	if ((viewport?.width ?? 0) < 896)
		return await expect(menu, "a phone has no menu beside the page").toHaveCount(0);
	const wide = await menu.boundingBox();
	await menu.getByRole("button", { name: "Hide the names" }).click();
	const show = menu.getByRole("button", { name: "Show the names" });
	await expect(show, "the focus stays where it was").toBeFocused();
	expect((await menu.boundingBox())?.width).toBeLessThan((wide?.width ?? 0) / 3);
	await menu.getByRole("link", { name: "Orders" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
	await page.reload();
	await settled(page);
	await expect(show).toBeVisible();
	await expectSound(page);
	await keep(page, "narrow menu");
	await show.click();
	expect((await menu.boundingBox())?.width).toBe(wide?.width);
});

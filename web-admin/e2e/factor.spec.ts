import { expect, operatorWithFactor, password, sentDocument, test, totpCode } from "./fixtures";

test("whoever has a second factor shows it after the password, and again for what needs it", async ({
	page,
}, info) => {
	const { email, secret, recovery } = await operatorWithFactor();
	await page.goto("/admin/login?next=%2Fplatform%2Fsellers");
	await page.getByLabel("Email").fill(email);
	await page.getByLabel("Password").fill(password);
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible();
	const field = page.getByLabel("Code");
	await expect(field).toBeFocused();
	await expect(field).toHaveAttribute("autocomplete", "one-time-code");
	expect(await page.context().cookies(), "a session that waits is not kept").toEqual([]);

	await field.fill("not a code");
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(field).toHaveAttribute("aria-invalid", "true");
	await expect(page.getByText("This code is wrong or was used already.")).toBeVisible();
	await page.screenshot({ path: info.outputPath("second-factor.png") });

	await page.getByRole("button", { name: "Back" }).click();
	await page.getByLabel("Email").fill(email);
	await page.getByLabel("Password").fill(password);
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.getByLabel("Code").fill(totpCode(secret));
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page).toHaveURL(/\/platform\/sellers$/);

	const suspended = page.getByRole("main").getByText("Suspended").and(page.locator(":not(a)"));
	// The server asks again ten minutes later; here it is as if they were over.
	let asked = 0;
	await page.route("**/graphql", async (route) => {
		if (!sentDocument(route).includes("sellerSuspend") || ++asked > 2) return await route.fallback();
		await route.fulfill({
			json: {
				errors: [{ message: "Show your second factor again.", extensions: { code: "STEP_UP_REQUIRED" } }],
				data: null,
			},
		});
	});
	await page.getByRole("button", { name: "Decide about Wollwerk" }).click();
	await page.getByRole("menuitem", { name: "Suspend…" }).click();
	const decision = page.getByRole("dialog", { name: /^Suspend / });
	await decision.getByLabel("Reason").fill("Moths.");
	await decision.getByRole("button", { name: "Suspend" }).click();
	const question = page.getByRole("dialog", { name: "Confirm that it is you" });
	await expect(question.getByLabel("Code")).toBeFocused();
	await page.screenshot({ path: info.outputPath("step-up.png") });
	await question.getByRole("button", { name: "Cancel" }).click();
	await expect(question).toHaveCount(0);
	await expect(decision.getByText("Show your second factor again.")).toBeVisible();

	await decision.getByRole("button", { name: "Suspend" }).click();
	await question.getByLabel("Code").fill("000 00");
	await question.getByRole("button", { name: "Confirm" }).click();
	await expect(question.getByText("This code is wrong or was used already.")).toBeVisible();
	await question.getByLabel("Code").fill(recovery[0] ?? "");
	await question.getByRole("button", { name: "Confirm" }).click();
	await expect(question).toHaveCount(0);
	await expect(decision).toHaveCount(0);
	await expect(suspended).toBeVisible();
	// The session goes on under its new token, and Wollwerk is there for other tests.
	await page.getByRole("button", { name: "Decide about Wollwerk" }).click();
	await page.getByRole("menuitem", { name: "Reinstate…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Reinstate" }).click();
	await expect(suspended).toHaveCount(0);
});

import type { Page } from "@playwright/test";
import { api, expect, expectSound, newOperator, password, test, totpCode } from "./fixtures";
import { type Running, run } from "./setup";

// A server that demands a second factor of whoever works, under a name: an
// address of numbers can have no passkeys.
let server: Running;

test.beforeAll(async () => {
	server = await run(process.env.E2E_BINARY ?? "", { ETAL_FACTOR_POLICY: "required" }, "localhost");
	process.env.E2E_URL = server.url;
	process.env.E2E_DIR = server.dir;
});

test.afterAll(async () => await server.stop());

/** The form with the password, and what it leads to. */
async function enterPassword(page: Page, email: string) {
	await page.goto("/admin/login");
	await page.getByLabel("Email").fill(email);
	await page.getByLabel("Password").fill(password);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Signs in somebody without a factor and sets an app up. Its secret is the one that is shown for typing. */
async function setUpApp(page: Page, email: string): Promise<string> {
	await enterPassword(page, email);
	await expect(page.getByRole("heading", { level: 1, name: "Set up a second factor" })).toBeVisible();
	await page.getByLabel("Password").fill(password);
	await page.getByRole("button", { name: "Use an authenticator app" }).click();
	const secret = (await page.locator("[data-secret]").innerText()).replaceAll(" ", "");
	// The step before, so that the present one is left for what comes next.
	await page.getByLabel("Code").fill(totpCode(secret, Math.floor(Date.now() / 30_000) - 1));
	await page.getByRole("button", { name: "Turn on" }).click();
	await page.getByRole("checkbox", { name: "I have saved them" }).check();
	await page.getByRole("button", { name: "Done" }).click();
	await expect(page).toHaveURL(/\/platform/);
	return secret;
}

/** A device that holds passkeys and makes sure of its owner, as Chromium simulates it. */
async function withAuthenticator(page: Page) {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send("WebAuthn.enable");
	const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
		options: {
			protocol: "ctap2",
			transport: "internal",
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	return {
		credentials: async () =>
			(await devtools.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
		verify: (isUserVerified: boolean) =>
			devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
	};
}

async function signOut(page: Page) {
	await page.getByRole("button", { name: /^Account/ }).click();
	await page.getByRole("menuitem", { name: "Sign out" }).click();
	await expect(page).toHaveURL(/\/login/);
}

test("whoever must have a second factor sets one up before anything else, and signs in with it", async ({
	page,
	context,
}, info) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	const email = newOperator("Ada Anfang");
	await page.goto("/admin/login?next=%2Fplatform%2Forders");
	await page.getByLabel("Email").fill(email);
	await page.getByLabel("Password").fill(password);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Set up a second factor" })).toBeVisible();
	await expectSound(page);
	await page.screenshot({ path: info.outputPath("set-up.png") });
	// No address leads past it.
	await page.goto("/admin/platform/sellers");
	await expect(page).toHaveURL(/\/admin\/factor/);
	await expect(page.getByRole("navigation")).toHaveCount(0);

	await page.getByLabel("Password").fill("not the password");
	await page.getByRole("button", { name: "Use an authenticator app" }).click();
	await expect(page.getByRole("alert")).toBeVisible();
	await page.getByLabel("Password").fill(password);
	await page.getByRole("button", { name: "Use an authenticator app" }).click();
	await expect(page.getByRole("heading", { name: "Scan this with your app" })).toBeFocused();
	await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
	const secret = (await page.locator("[data-secret]").innerText()).replaceAll(" ", "");
	expect(page.url(), "the secret is in no address").not.toContain(secret);
	await expectSound(page);
	await page.screenshot({ path: info.outputPath("qr.png") });
	await page.getByLabel("Code").fill("000000");
	await page.getByRole("button", { name: "Turn on" }).click();
	await expect(page.getByLabel("Code")).toHaveAttribute("aria-invalid", "true");
	await page.getByLabel("Code").fill(totpCode(secret, Math.floor(Date.now() / 30_000) - 1));
	await page.getByRole("button", { name: "Turn on" }).click();

	await expect(page.getByRole("heading", { name: "Keep your recovery codes" })).toBeFocused();
	const codes = await page
		.getByRole("list", { name: "Recovery codes" })
		.getByRole("listitem")
		.allInnerTexts();
	expect(new Set(codes).size).toBe(10);
	await expect(page.getByRole("button", { name: "Done" })).toBeDisabled();
	await page.getByRole("button", { name: "Copy" }).click();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join("\n"));
	const [file] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("button", { name: "Download" }).click(),
	]);
	expect(file.suggestedFilename()).toBe("etal-recovery-codes.txt");
	await expectSound(page);
	await page.screenshot({ path: info.outputPath("codes.png") });
	await page.getByRole("checkbox", { name: "I have saved them" }).check();
	await page.getByRole("button", { name: "Done" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Sellers" })).toBeVisible();

	await signOut(page);
	await enterPassword(page, email);
	await expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible();
	await page.getByLabel("Code").fill(totpCode(secret));
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(page).toHaveURL(/\/platform/);
});

test("a passkey is the first factor, signs in without an address, proves it again, and goes", async ({
	page,
}, info) => {
	const device = await withAuthenticator(page);
	const email = newOperator("Pia Passkey");
	await enterPassword(page, email);
	await expect(page.getByRole("heading", { level: 1, name: "Set up a second factor" })).toBeVisible();
	await page.getByLabel("Password").fill(password);
	await page.getByRole("button", { name: "Use a passkey" }).click();
	await expect(page.getByRole("heading", { name: "Keep your recovery codes" })).toBeFocused();
	await page.getByRole("checkbox", { name: "I have saved them" }).check();
	await page.getByRole("button", { name: "Done" }).click();
	await expect(page).toHaveURL(/\/platform/);
	expect(await device.credentials()).toHaveLength(1);

	await signOut(page);
	await page.screenshot({ path: info.outputPath("sign-in.png") });
	await expectSound(page);
	// A device that is not sure of its owner lets nobody in.
	await device.verify(false);
	await page.getByRole("button", { name: "Sign in with a passkey" }).click();
	await expect(page.getByRole("alert")).toContainText("No passkey was shown");
	await device.verify(true);
	await page.getByRole("button", { name: "Sign in with a passkey" }).click();
	await expect(page).toHaveURL(/\/platform/);

	await signOut(page);
	await enterPassword(page, email);
	await page.getByRole("button", { name: "Use a passkey instead" }).click();
	await expect(page).toHaveURL(/\/platform/);

	await page.goto("/admin/account/security");
	await page.getByRole("button", { name: "Rename My passkey" }).click();
	await page.getByRole("dialog").getByLabel("Name").fill("The blue laptop");
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByText("The blue laptop")).toBeVisible();
	await expect(page.getByText("10 of 10 still work.")).toBeVisible();
	await expectSound(page);
	await page.screenshot({ path: info.outputPath("security.png"), fullPage: true });

	await page.getByRole("button", { name: "Renew…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Use a passkey instead" }).click();
	await expect(page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);
	await page.getByRole("checkbox", { name: "I have saved them" }).check();
	await page.getByRole("button", { name: "Done" }).click();

	await page.getByRole("button", { name: "Remove The blue laptop" }).click();
	const removal = page.getByRole("dialog");
	await removal.getByLabel("Password").fill("not the password");
	await removal.getByRole("button", { name: "Use a passkey instead" }).click();
	await expect(removal.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
	await removal.getByLabel("Password").fill(password);
	await expectSound(page);
	await removal.getByRole("button", { name: "Use a passkey instead" }).click();
	await expect(removal).toHaveCount(0);
	await expect(page.getByText("Your password alone opens this account.")).toBeVisible();
	// Without a factor the door is closed again.
	await page.goto("/admin/platform/sellers");
	await expect(page.getByRole("heading", { level: 1, name: "Set up a second factor" })).toBeVisible();
});

test("sessions are seen and ended, the password changes, a forgotten one is mailed about", async ({
	page,
	browser,
}) => {
	const email = newOperator("Sam Session");
	const secret = await setUpApp(page, email);
	const elsewhere = await browser.newContext({ baseURL: server.url });
	const other = await elsewhere.newPage();
	await enterPassword(other, email);
	await other.getByLabel("Code").fill(totpCode(secret));
	await other.getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(other).toHaveURL(/\/platform/);

	await page.goto("/admin/account/security");
	const ends = page.getByRole("button", { name: /^Sign out of .*(Chrome|Linux|Unknown)/ });
	await expect(ends).toHaveCount(1);
	await ends.click();
	await expect(ends).toHaveCount(0);
	await other.reload();
	await expect(other).toHaveURL(/\/login/);
	await elsewhere.close();

	await page.getByLabel("Present password").fill(password);
	await page.getByLabel("New password").fill("short");
	await page.getByRole("button", { name: "Change the password" }).click();
	await expect(page.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
	await page.getByLabel("Present password").fill("not the password at all");
	await page.getByLabel("New password").fill("four words without any sense");
	await page.getByRole("button", { name: "Change the password" }).click();
	await expect(page.getByLabel("Present password")).toHaveAttribute("aria-invalid", "true");
	await page.getByLabel("Present password").fill(password);
	await page.getByRole("button", { name: "Change the password" }).click();
	await expect(page.getByText("Your password has changed.")).toBeVisible();

	await signOut(page);
	await page.getByRole("link", { name: "Forgot your password?" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await page.getByLabel("Email").fill(email);
	await page.getByRole("button", { name: "Send the link" }).click();
	await expect(page.getByText("a mail with a link is on its way")).toBeVisible();
	await expectSound(page);
});

test("a file of one's data is made and fetched once; being erased is asked for and taken back", async ({
	page,
}, info) => {
	await page.goto("/admin/login");
	const secret = await setUpApp(page, newOperator("Dan Data"));
	await page.getByRole("button", { name: /^Account/ }).click();
	await page.getByRole("menuitem", { name: "Privacy" }).click();
	await page.getByRole("button", { name: "Ask for my data" }).click();
	const download = page.getByRole("button", { name: "Download" });
	await expect(download).toBeVisible();
	const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
	expect(file.suggestedFilename()).not.toBe("");
	await expect(page.getByText("Fetched and deleted")).toBeVisible();
	await page.getByRole("button", { name: "Ask to be erased…" }).click();
	await page.getByRole("dialog").getByLabel("Password").fill(password);
	await page.getByRole("dialog").getByRole("button", { name: "Ask to be erased" }).click();
	await expect(page.getByText("You are an operator: the role has to be taken away first")).toBeVisible();
	await expectSound(page);
	await page.screenshot({ path: info.outputPath("privacy.png"), fullPage: true });
	await page.getByRole("button", { name: "Take it back" }).click();
	await expect(page.getByRole("button", { name: "Ask to be erased…" })).toBeVisible();
	expect(secret).not.toBe("");
});

test("an API key is made, shown once, works within its scopes, gets a new secret, and is revoked", async ({
	page,
}, info) => {
	await setUpApp(page, newOperator("Kim Key"));
	await page.goto("/admin/platform/api-keys");
	await expect(page.getByText("No keys yet")).toBeVisible();
	await page.getByRole("button", { name: "New key…" }).first().click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByLabel("Name")).toBeFocused();
	await expect(dialog.getByRole("button", { name: "Make the key" })).toBeDisabled();
	await dialog.getByRole("checkbox", { name: "SELLER_LIST" }).check();
	await dialog.getByLabel("Name").fill("Nightly report");
	await dialog.getByLabel("Only from these addresses").fill("not an address");
	await dialog.getByRole("button", { name: "Make the key" }).click();
	await expect(dialog.getByLabel("Only from these addresses")).toHaveAttribute("aria-invalid", "true");
	await dialog.getByLabel("Only from these addresses").fill("");
	// Every scope that is offered is one that the server lets a key hold.
	for (const box of await dialog.getByRole("checkbox").all()) await box.check();
	await expectSound(page);
	await page.screenshot({ path: info.outputPath("new-key.png") });
	await dialog.getByRole("button", { name: "Make the key" }).click();
	const token = await dialog.locator("[data-token]").innerText();
	expect(token).toMatch(/^etal_sk_test_/);
	expect(page.url()).not.toContain(token);
	await page.keyboard.press("Escape");
	await expect(dialog, "it cannot be closed away unseen").toBeVisible();
	await dialog.getByRole("checkbox", { name: "I have saved it" }).check();
	await dialog.getByRole("button", { name: "Done" }).click();
	await expect(page.getByText("Nightly report")).toBeVisible();
	await expect(page.getByText(token)).toHaveCount(0);
	await expect(api("{ sellers(first: 1) { nodes { id } } }", {}, token)).resolves.toHaveProperty("sellers");
	await expectSound(page);
	await page.screenshot({ path: info.outputPath("keys.png") });

	await page.getByRole("button", { name: "Change Nightly report" }).click();
	await page.getByRole("menuitem", { name: "New secret…" }).click();
	await dialog.getByLabel("The secret before goes on for").selectOption("0");
	await dialog.getByRole("button", { name: "Make a new secret" }).click();
	const second = await dialog.locator("[data-token]").innerText();
	await dialog.getByRole("checkbox", { name: "I have saved it" }).check();
	await dialog.getByRole("button", { name: "Done" }).click();
	await expect(api("{ viewer { permissions } }", {}, token)).rejects.toThrow();
	await expect(api("{ viewer { permissions } }", {}, second)).resolves.toHaveProperty("viewer");

	await page.getByRole("button", { name: "Change Nightly report" }).click();
	await page.getByRole("menuitem", { name: "Revoke…" }).click();
	await dialog.getByRole("button", { name: "Revoke" }).click();
	await expect(page.getByRole("status").filter({ hasText: "Nightly report is revoked." })).toBeVisible();
	await expect(api("{ viewer { permissions } }", {}, second)).rejects.toThrow();
	await expect(page.getByRole("button", { name: "Change Nightly report" })).toHaveCount(0);
});

test("what one operator proposes another one looks at, rejects and approves; all of it is on record", async ({
	page,
	browser,
}, info) => {
	const third = newOperator("Rolf Rolle");
	await setUpApp(page, newOperator("Vera Vorschlag"));
	const propose = async (role: string) => {
		await page.goto("/admin/platform/operators");
		await page.getByRole("button", { name: "Change Rolf Rolle" }).first().click();
		await page.getByRole("menuitem", { name: "Another role…" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("New role").selectOption(role);
		await dialog.getByLabel("Reason").fill("Looks after the money from now on.");
		await expectSound(page);
		await dialog.getByRole("button", { name: "Propose the role" }).click();
		await expect(page.getByText("It is done as soon as a second person approves.")).toBeVisible();
	};
	await propose("FINANCE");
	await page.goto("/admin/platform/proposals");
	const dialog = page.getByRole("dialog");
	await page.getByRole("button", { name: "Look at it" }).click();
	await expect(dialog.getByText("Somebody else has to decide")).toBeVisible();
	await expect(dialog.getByRole("button", { name: "Approve" }), "not by oneself").toHaveCount(0);
	await page.keyboard.press("Escape");

	const others = await browser.newContext({ baseURL: server.url });
	const other = await others.newPage();
	await setUpApp(other, newOperator("Zora Zweite"));
	await other
		.getByRole("button", { name: "Menu" })
		.or(other.getByRole("link", { name: "Proposals" }))
		.first()
		.click();
	if (await other.getByRole("dialog", { name: "Menu" }).count())
		await other.getByRole("dialog").getByRole("link", { name: "Proposals" }).click();
	await other.getByRole("button", { name: "Look at it" }).click();
	const decision = other.getByRole("dialog", { name: "Proposal" });
	await expect(decision.getByText("Looks after the money from now on.")).toBeVisible();
	await expectSound(other);
	await other.screenshot({ path: info.outputPath("proposal.png") });
	await decision.getByRole("button", { name: "Reject…" }).click();
	await decision.getByLabel("Why not?").fill("Not before December.");
	await decision.getByRole("button", { name: "Reject", exact: true }).click();
	await expect(other.getByText("Nothing waits for a second person")).toBeVisible();
	await page.goto("/admin/platform/proposals?status=REJECTED");
	await page.getByRole("button", { name: "Look at it" }).first().click();
	await expect(dialog.getByText("Not before December.")).toBeVisible();

	await propose("AUDITOR");
	await other.goto("/admin/platform/proposals");
	await other.getByRole("button", { name: "Look at it" }).click();
	await decision.getByRole("button", { name: "Approve" }).click();
	await expect(other.getByText("Approved and done.")).toBeVisible();
	await other.goto("/admin/platform/operators?role=AUDITOR");
	await expect(other.getByText(third)).toBeVisible();

	const details = other.getByRole("button", { name: /^Details of entry/ });
	await expect(async () => {
		await other.goto("/admin/platform/audit?kind=identity.operator_role_changed");
		await expect(details.first()).toBeVisible({ timeout: 3000 });
	}).toPass({ timeout: 30_000 });
	await other
		.getByRole("button", { name: /^Details of entry/ })
		.first()
		.click();
	await expect(other.getByRole("region", { name: "Before and after" })).toContainText("AUDITOR");
	await expectSound(other);
	await other.screenshot({ path: info.outputPath("audit.png") });
	await others.close();
});

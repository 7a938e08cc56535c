import {
	expect,
	expectSound,
	operatorWithFactor,
	password,
	people,
	settled,
	signIn,
	test,
	totpCode,
} from "./fixtures";

// Pages that were opened before the server was updated: the files of their build are gone.

const isFile = (name: string) => new RegExp(`/admin/assets/${name}-[\\w-]{8}\\.js$`);

test("a part that is gone takes nothing along: what is typed stays and can be saved, and the page says to reload", async ({
	page,
	complaints,
}) => {
	await signIn(page, people.mill, "/s/muhle-am-deich/settings");
	const note = page.getByLabel("About you");
	await settled(page);
	const before = await note.inputValue();
	await note.fill("Tea by the sea, since a long time ago.");
	await settled(page);
	await page.route(isFile("palette"), (route) => route.fulfill({ status: 404 }));
	await page.keyboard.press("Control+k");
	const banner = page.getByText("A part of this page could not be loaded");
	await expect(banner).toBeVisible();
	await expect(note, "what is typed is still there").toHaveValue("Tea by the sea, since a long time ago.");
	await expectSound(page);

	// The files that saving may ask for came with the first letter.
	const asked: string[] = [];
	page.on("request", (request) => asked.push(request.url()));
	await page.locator("form").filter({ has: note }).getByRole("button", { name: "Save" }).click();
	await settled(page);
	expect(asked.filter((url) => url.endsWith(".js"))).toEqual([]);
	await page.unroute(isFile("palette"));
	await page.getByRole("button", { name: "Reload" }).click();
	await settled(page);
	await expect(banner).toHaveCount(0);
	await expect(note, "and was saved").toHaveValue("Tea by the sea, since a long time ago.");
	await note.fill(before);
	await page.locator("form").filter({ has: note }).getByRole("button", { name: "Save" }).click();
	await settled(page);
	complaints.length = 0; // the browser itself reports the file that is gone
});

test("whoever shows their second factor to save can do so after an update", async ({ page }) => {
	await signIn(page, people.mill, "/s/muhle-am-deich/settings");
	await settled(page);
	const came: string[] = [];
	page.on("response", (response) => came.push(new URL(response.url()).pathname));
	await page.getByLabel("About you").press("End");
	await page.keyboard.type("!");
	for (const name of ["step-up", "sign-in-again"])
		await expect.poll(() => came.some((path) => isFile(name).test(path)), name).toBe(true);
});

test("a link to a page whose files are gone leads to that page of the newer build", async ({
	page,
	complaints,
	viewport,
}) => {
	if ((viewport?.width ?? 0) < 896) return; // the router does it, whatever the menu looks like

	await signIn(page, people.operator, "/platform/sellers");
	await settled(page);
	let isNewer = false;
	let loaded = 0;
	await page.route(/\/admin\/platform\/reports$/, async (route) => {
		isNewer = true; // the answer names the files that there are
		loaded += 1;
		await route.fallback();
	});
	await page.route(isFile("reports"), async (route) =>
		isNewer ? await route.fallback() : await route.fulfill({ status: 404 }),
	);
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Reports" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible();
	expect(loaded, "it was loaded anew once").toBe(1);
	await expectSound(page);
	complaints.length = 0; // the browser itself reports the file that is gone
});

test("whoever signs in with a second factor after an update is told to load the door anew", async ({
	page,
	complaints,
}) => {
	const { email, secret } = await operatorWithFactor();
	const knock = async () => {
		await page.getByLabel("Email").fill(email);
		await page.getByLabel("Password").fill(password);
		await page.getByRole("button", { name: "Sign in", exact: true }).click();
	};
	await page.goto("/admin/login");
	await page.route(isFile("factor"), (route) => route.fulfill({ status: 404 }));
	await knock();
	await expect(page.getByRole("alert")).toContainText("A part of this page could not be loaded.");
	await expectSound(page);
	await page.unroute(isFile("factor"));
	await page.getByRole("button", { name: "Reload" }).click();
	await knock();
	await page.getByLabel("Code").fill(totpCode(secret));
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(page).not.toHaveURL(/login/);
	complaints.length = 0; // the browser itself reports the file that is gone
});

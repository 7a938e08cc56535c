import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buy, expect, expectSound, keep, people, rowOf, signIn, test } from "./fixtures";

type Message = { headers: IncomingMessage["headers"]; body: string };

/** A program that webhooks are sent to: it keeps what it gets, and answers with a status. */
async function receiver() {
	const got: Message[] = [];
	const state = { status: 204 };
	const server = createServer((request, response) => {
		let body = "";
		request.on("data", (text) => (body += text));
		request.on("end", () => {
			got.push({ headers: request.headers, body });
			response.writeHead(state.status).end(state.status === 204 ? undefined : "The warehouse is closed.");
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return { got, state, url: `http://127.0.0.1:${port}/etal`, close: () => server.close() };
}

function signed({ headers, body }: Message, secret: string): string {
	const key = Buffer.from(secret.replace("whsec_", ""), "base64");
	const text = [headers["webhook-id"], headers["webhook-timestamp"], body].map(String).join(".");
	return `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
}

test("a seller has a program told of orders, sees what it answers, and sends again what it did not take", async ({
	page,
}) => {
	const program = await receiver();
	const name = `Warehouse ${Date.now()}`;
	await signIn(page, people.mill, "/s/muhle-am-deich/webhooks");
	await page.getByRole("button", { name: "New webhook…" }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByLabel("Address")).toBeFocused();
	await expect(dialog.getByRole("button", { name: "Make the webhook" })).toBeDisabled();
	await dialog.getByRole("checkbox", { name: "order.paid" }).check();
	await expect(dialog.getByRole("checkbox", { name: "seller.applied" }), "no concern of sellers").toHaveCount(
		0,
	);
	await dialog.getByLabel("Description").fill(name);
	await dialog.getByLabel("Address").fill("not an address");
	await dialog.getByRole("button", { name: "Make the webhook" }).click();
	await expect(dialog.getByLabel("Address")).toHaveAttribute("aria-invalid", "true");
	await dialog.getByLabel("Address").fill(program.url);
	await expectSound(page);
	await keep(page, "webhook-new");
	await dialog.getByRole("button", { name: "Make the webhook" }).click();
	const secret = await dialog.locator("[data-token]").innerText();
	expect(secret).toMatch(/^whsec_/);
	await page.keyboard.press("Escape");
	await expect(dialog, "it cannot be closed away unseen").toBeVisible();
	await dialog.getByRole("checkbox", { name: "I have saved it" }).check();
	await dialog.getByRole("button", { name: "Done" }).click();
	await expect(rowOf(page, name)).toContainText("On");
	await expect(page.getByText(secret)).toHaveCount(0);
	await expectSound(page);
	await keep(page, "webhooks");

	program.state.status = 500;
	await page.getByRole("button", { name: `Change ${name}` }).click();
	await page.getByRole("menuitem", { name: "Send a test" }).click();
	await expect.poll(() => program.got.length).toBeGreaterThan(0);
	await buy();
	await expect.poll(() => program.got.map(({ body }) => JSON.parse(body).type)).toContain("order.paid");
	for (const message of program.got)
		expect(message.headers["webhook-signature"]).toBe(signed(message, secret));

	await page.getByRole("link", { name: program.url }).click();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
	const paid = rowOf(page, "order.paid");
	await expect(paid).toContainText("Not taken");
	await expectSound(page);
	await keep(page, "webhook");
	await paid.getByRole("button", { name: "order.paid", exact: true }).click();
	await expect(dialog).toContainText("The warehouse is closed.");
	await expect(dialog).toContainText("READY_TO_SHIP");
	await expectSound(page);
	await keep(page, "webhook-message");
	await dialog.getByRole("button", { name: "Close" }).click();

	// It works again: what is tried again comes by itself, and once more when it is asked for.
	program.state.status = 204;
	await expect(async () => {
		await page.reload();
		await expect(paid).toContainText("Taken", { timeout: 1000 });
	}).toPass({ timeout: 40_000 });
	const before = program.got.length;
	await paid.getByRole("button", { name: /again$/ }).click();
	await expect.poll(() => program.got.length).toBeGreaterThan(before);
	const ids = program.got.filter(({ body }) => JSON.parse(body).type === "order.paid");
	expect(new Set(ids.map(({ headers }) => headers["webhook-id"])).size, "one message").toBe(1);

	await page.getByRole("link", { name: "Webhooks" }).first().click();
	await page.getByRole("button", { name: `Change ${name}` }).click();
	await page.getByRole("menuitem", { name: "Delete…" }).click();
	await dialog.getByRole("button", { name: "Delete" }).click();
	await expect(page.getByText(name)).toHaveCount(0);
	program.close();
});

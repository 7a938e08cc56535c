import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { dropDrafts } from "@/lib/drafts-owner";
import { HatProvider } from "@/lib/hat";
import { type Hat, type Viewer, viewerQuery } from "@/lib/session";
import { KeptDraft } from "@/pages/kept-draft";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { expectAccessible, phone, show } from "../show";

type Texts = { title: string; about: string };

const hat = { actAs: "sel_1", permissions: [] } as unknown as Hat;

function clientOf(account: string) {
	const client = new QueryClient();
	client.setQueryData(viewerQuery.queryKey, { account: { id: account } } as Viewer);
	return client;
}

/** A form of two fields, with a button that saves it. */
function Form({ from, of }: { from: Texts; of: string }) {
	const [saved, setSaved] = useState(from);
	const [typed, setTyped] = useState(from);
	return (
		<>
			<KeptDraft
				isDirty={typed !== saved}
				draft={{
					form: "test",
					of,
					saved,
					value: typed,
					names: { title: "Title", about: "About" },
					onFill: (fields) => setTyped((now) => ({ ...now, ...fields })),
					onDiscard: () => setTyped(saved),
					unkept: "Images are not kept.",
				}}
			/>
			<TextField label="Title" value={typed.title} onChange={(title) => setTyped({ ...typed, title })} />
			<TextField label="About" value={typed.about} onChange={(about) => setTyped({ ...typed, about })} />
			<Button onPress={() => setSaved(typed)}>Save</Button>
		</>
	);
}

const nothing: Texts = { title: "", about: "" };

/** Opens the form as somebody. To leave it is to unmount it, which keeps what is not kept yet. */
const open = (from: Texts, { of = "thing", account = "acc_1" } = {}) =>
	show(
		<QueryClientProvider client={clientOf(account)}>
			<HatProvider value={hat}>
				<Form from={from} of={of} />
			</HatProvider>
		</QueryClientProvider>,
	);

afterEach(dropDrafts);

/** Until the form knows whether there is a draft, nothing is kept. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 600));

test("what was typed is there when one comes back, and gone once it is saved", async () => {
	await phone();
	const first = await open(nothing);
	await settled();
	await first.getByLabelText("Title").fill("Teapot");
	await first.unmount();

	const second = await open(nothing);
	await expect.element(second.getByRole("status")).toHaveTextContent("You have unsaved changes from");
	await expect.element(second.getByRole("status")).toHaveTextContent("Images are not kept.");
	await expect.element(second.getByLabelText("Title")).toHaveValue("Teapot");
	await expectAccessible();
	await second.getByRole("button", { name: "Keep going" }).click();
	await expect.element(second.getByRole("status")).not.toBeInTheDocument();
	await second.getByRole("button", { name: "Save" }).click();
	await second.unmount();

	const third = await open(nothing);
	await settled();
	await expect.element(third.getByLabelText("Title")).toHaveValue("");
	await third.unmount();
});

test("what is thrown away is gone", async () => {
	const first = await open(nothing);
	await settled();
	await first.getByLabelText("Title").fill("Teapot");
	await first.unmount();
	const second = await open(nothing);
	await second.getByRole("button", { name: "Throw away" }).click();
	await expect.element(second.getByLabelText("Title")).toHaveValue("");
	await second.unmount();
	const third = await open(nothing);
	await settled();
	await expect.element(third.getByLabelText("Title")).toHaveValue("");
	await third.unmount();
});

test("what somebody else has saved meanwhile is not written over unasked", async () => {
	const first = await open({ title: "Pot", about: "Blue" });
	await settled();
	await first.getByLabelText("Title").fill("Teapot");
	await first.getByLabelText("About").fill("Red");
	await first.unmount();

	const second = await open({ title: "Kettle", about: "Blue" });
	await expect
		.element(second.getByRole("alert"))
		.toHaveTextContent("Somebody else has changed this meanwhile.");
	await expect.element(second.getByRole("row", { name: "Title Teapot Kettle" })).toBeVisible();
	await expect.element(second.getByLabelText("Title")).toHaveValue("Kettle");
	await expect.element(second.getByLabelText("About"), { message: "nobody else's" }).toHaveValue("Red");
	await expectAccessible();
	// Whoever has not decided is asked again.
	await settled();
	await second.unmount();
	const third = await open({ title: "Kettle", about: "Blue" });
	await third.getByRole("button", { name: "Keep mine" }).click();
	await expect.element(third.getByLabelText("Title")).toHaveValue("Teapot");
	await settled();
	await third.unmount();
	const fourth = await open({ title: "Kettle", about: "Blue" });
	await expect.element(fourth.getByRole("status")).toBeVisible();
	await expect.element(fourth.getByRole("alert")).not.toBeInTheDocument();
	await expect.element(fourth.getByLabelText("Title")).toHaveValue("Teapot");
	await fourth.unmount();
});

test("another thing, and another person, have no part of it", async () => {
	const first = await open(nothing);
	await settled();
	await first.getByLabelText("Title").fill("Teapot");
	await first.unmount();
	for (const other of [{ of: "another thing" }, { account: "acc_2" }]) {
		// oxlint-disable-next-line no-await-in-loop -- one window at a time
		const next = await open(nothing, other);
		// oxlint-disable-next-line no-await-in-loop -- one window at a time
		await settled();
		// oxlint-disable-next-line no-await-in-loop -- one window at a time
		await expect.element(next.getByLabelText("Title")).toHaveValue("");
		// oxlint-disable-next-line no-await-in-loop -- one window at a time
		await next.unmount();
	}
});

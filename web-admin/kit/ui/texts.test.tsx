import { PackageOpen } from "lucide-react";
import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { ApiError } from "@/lib/api";
import { memberRoles, sellerStatuses } from "@/lib/labels";
import { Badge, type Tone } from "@/ui/badge";
import { JsonChange, JsonFacts } from "@/ui/json";
import { focusNextHeading, Page } from "@/ui/page";
import { Facts, Figure, Figures, Panel, Section } from "@/ui/panel";
import { PagePending } from "@/ui/pending";
import { Banner, Empty, Failure, Skeleton } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { ViewTabs, viewTabClass } from "@/ui/tabs";
import { Code, Instant, Money, Month } from "@/ui/text";
import { expectAccessible, phone, show } from "../show";

describe("a state", () => {
	test.each(["ok", "warn", "danger", "brand", "muted"] satisfies Tone[])(
		"of tone %s is a word beside a dot that nobody has to see",
		async (tone) => {
			await show(<Badge tone={tone}>Ready</Badge>);
			expect(page.getByText("Ready").element().querySelector("[aria-hidden]")).not.toBeNull();
			await expectAccessible();
		},
	);

	test("that these pages do not know is shown as it is", async () => {
		await show(
			<>
				<Status of={"FROZEN" as "SUSPENDED"} labels={sellerStatuses} />
				<Words of={"JANITOR" as "OWNER"} labels={memberRoles} />
			</>,
		);
		await expect.element(page.getByText("FROZEN")).toBeVisible();
		await expect.element(page.getByText("JANITOR")).toBeVisible();
	});

	test("that they know is in words", async () => {
		await show(<Status of="SUSPENDED" labels={sellerStatuses} />);
		await expect.element(page.getByText("Suspended")).toBeVisible();
	});
});

describe("what went wrong", () => {
	test.each([
		["OFFLINE", "The server cannot be reached"],
		["FORBIDDEN", "Your role does not allow this"],
		["RATE_LIMITED", "Too many requests. Wait a moment."],
		["UNAVAILABLE", "The server is busy or being updated"],
		["NOT_FOUND", "There is no such thing, or it is not yours to see"],
		["INTERNAL", "This could not be loaded"],
		["A_NEWER_CODE", "This could not be loaded"],
	])("%s is said in words", async (code, title) => {
		const error = new ApiError("The details.", { code, requestId: "req_1" });
		await show(<Failure error={error} />);
		const alert = page.getByRole("alert");
		await expect.element(alert).toHaveTextContent(title);
		await expect.element(alert).toHaveTextContent("req_1");
		await expectAccessible();
	});

	test("says nothing of what happened inside the server", async () => {
		await show(<Failure error={new ApiError("pq: deadlock detected", { code: "INTERNAL" })} />);
		expect(page.getByRole("alert").element().textContent).not.toContain("deadlock");
		await show(<Failure error={new TypeError("x is undefined")} />);
		expect(document.body.textContent).not.toContain("x is undefined");
	});
});

test("what will be says what to do", async () => {
	await show(
		<Empty icon={PackageOpen} title="No products yet" action={<a href="#add">Add one</a>}>
			They can be imported.
		</Empty>,
	);
	await expect.element(page.getByText("No products yet")).toBeVisible();
	await expect.element(page.getByRole("link", { name: "Add one" })).toBeVisible();
	await expectAccessible();
});

test.each(["info", "warn", "danger"] as const)("a banner of tone %s can be read", async (tone) => {
	await phone();
	await show(
		<Banner tone={tone} role="alert" action={<a href="#x">Do something</a>}>
			Your account is not set up, and {"a very long word ".repeat(20)}
		</Banner>,
	);
	await expect.element(page.getByRole("alert")).toBeVisible();
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
	await expectAccessible();
});

test("grey bars come only when it takes a moment, and never move the page", async () => {
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
	try {
		await show(<Skeleton label="Loading" rows={3} />);
		const status = page.getByRole("status", { name: "Loading" }).element();
		const before = status.getBoundingClientRect().height;
		expect(status.querySelectorAll(":scope > div > div")).toHaveLength(0);
		vi.advanceTimersByTime(151);
		await vi.waitFor(() => expect(status.querySelectorAll(":scope > div > div")).toHaveLength(6));
		expect(status.getBoundingClientRect().height).toBe(before);
	} finally {
		vi.useRealTimers();
	}
});

test("a page on its way says so", async () => {
	await show(<PagePending />);
	await expect.element(page.getByRole("status", { name: "Loading the page" })).toBeVisible();
});

describe("a page", () => {
	test("has one heading, which is the title of the window", async () => {
		const view = await show(
			<Page title="Orders" badge={<Badge tone="ok">Live</Badge>} actions={<a href="#new">New</a>}>
				<Panel title="A part">text</Panel>
			</Page>,
		);
		await expect.element(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
		expect(document.title).toBe("Orders · Étal");
		await expectAccessible();
		await view.rerender(<Page title="Order 1">x</Page>);
		await vi.waitFor(() => expect(document.title).toBe("Order 1 · Étal"));
	});

	test("that was loaded leaves the focus alone; one that a link led to is read from its heading", async () => {
		const view = await show(
			<Page key="1" title="First">
				x
			</Page>,
		);
		expect(document.activeElement).toBe(document.body);
		focusNextHeading();
		await view.rerender(
			<Page key="2" title="Second">
				x
			</Page>,
		);
		await expect.element(page.getByRole("heading", { name: "Second" })).toHaveFocus();
	});
});

test("parts, facts and figures are named for those who cannot see where they stand", async () => {
	await show(
		<>
			<Panel title="Balance">
				<Facts facts={[{ term: "Released", detail: "€6.21" }, null, "", false, undefined]} />
			</Panel>
			<Section title="Figures">
				<Figures>
					<Figure name="Orders" value="3" note="Today" />
				</Figures>
			</Section>
		</>,
	);
	await expect.element(page.getByRole("region", { name: "Balance" })).toBeVisible();
	await expect.element(page.getByRole("region", { name: "Figures" })).toBeVisible();
	expect(
		page
			.getByRole("term")
			.elements()
			.map((each) => each.textContent),
	).toEqual(["Released", "Orders"]);
	await expectAccessible();
});

test("views are links, and the one that is shown says so to everybody", async () => {
	await phone();
	await show(
		<ViewTabs label="Views">
			{Array.from({ length: 9 }, (_, at) => (
				<a
					key={`view ${at + 1}`}
					href={`#${at}`}
					className={viewTabClass(at === 0)}
					aria-current={at === 0 ? "page" : undefined}
				>
					View number {at}
				</a>
			))}
		</ViewTabs>,
	);
	await expect.element(page.getByRole("navigation", { name: "Views" })).toBeVisible();
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
	const [current, other] = page
		.getByRole("link")
		.elements()
		.map((each) => getComputedStyle(each).borderBottomColor);
	expect(current).not.toBe(other);
	await expectAccessible();
});

describe("JSON", () => {
	test.each([
		["", []],
		["{}", []],
		['{"name":"Tea","price":7,"tags":["a"],"none":null}', ["Tea", "7", '["a"]', "null"]],
		["[1,2]", ["[1,2]"]],
		["no JSON at all <b>", ["no JSON at all <b>"]],
		['"text"', ["text"]],
	])("%s is shown as names and values", async (text, values) => {
		const view = await show(<JsonFacts text={text} />);
		expect([...view.container.querySelectorAll("dd")].map((each) => each.textContent)).toEqual(values);
	});

	test("of before and after says what has changed, also to those who see no colours", async () => {
		await show(
			<JsonChange before='{"fee":10,"name":"Tea","gone":1}' after='{"fee":12,"name":"Tea","new":true}' />,
		);
		await expect.element(page.getByRole("row", { name: /^fee \(changed\)/ })).toHaveTextContent(/10.*12/);
		await expect.element(page.getByRole("row", { name: /^gone \(changed\)/ })).toBeVisible();
		await expect.element(page.getByRole("row", { name: /^new \(changed\)/ })).toBeVisible();
		await expect.element(page.getByRole("row", { name: /^name Tea/ })).toBeVisible();
		await expectAccessible();
	});
});

test("amounts, instants and months are for readers, and for machines", async () => {
	await show(
		<>
			<Money of={{ amount: "-1234.50", currencyCode: "EUR" }} />
			<Instant of="2026-11-25T23:30:00Z" />
			<Month of="2026-11" />
			<Code>ord_01</Code>
		</>,
	);
	await expect.element(page.getByText("-€1,234.50")).toBeVisible();
	const [instant, month] = [...document.querySelectorAll("time")];
	expect(instant?.dateTime).toBe("2026-11-25T23:30:00Z");
	expect(instant?.textContent).toBe("Nov 26, 2026");
	expect(instant?.title).toContain("12:30");
	expect(month?.dateTime).toBe("2026-11");
	expect(month?.textContent).toBe("November 2026");
});

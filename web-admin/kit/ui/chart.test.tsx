import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import Chart from "@/ui/chart";
import { expectAccessible, show } from "../show";

const points = [1, 2, 3].map((n) => ({
	key: `${n}`,
	name: `${n} Nov`,
	value: n * 10,
	text: `€${n * 10}`,
	before: { name: `${n} Oct`, value: 40 - n * 10, text: `€${40 - n * 10}` },
}));

test("a chart says each day with the one that it is compared with, and so does its table", async () => {
	await show(<Chart label="Sold" points={points} columns={["Day", "Sales", "The days before"]} />);
	const slider = page.getByRole("slider", { name: "Sold" });
	await expect.element(slider).toHaveAttribute("aria-valuetext", "3 Nov: €30; 3 Oct: €10");
	slider.element().focus();
	await userEvent.keyboard("{Home}");
	await expect.element(slider).toHaveAttribute("aria-valuetext", "1 Nov: €10; 1 Oct: €30");
	const line = document.querySelector("polyline");
	expect(line?.getAttribute("stroke-dasharray"), "it differs by more than a colour").toBe("5 4");
	expect(line?.getAttribute("points")?.split(" ")).toHaveLength(3);
	await page.getByText("Show as a table").click();
	await expect.element(page.getByRole("columnheader", { name: "The days before" })).toBeVisible();
	await expect.element(page.getByRole("row", { name: /2 Nov/ })).toHaveTextContent("€20€202 Oct");
	await expectAccessible();
});

test("the highest of both is the top of the chart", async () => {
	const [first] = points;
	if (!first) throw new Error("no point");
	await show(
		<Chart
			label="Sold"
			points={[{ ...first, before: { name: "1 Oct", value: 90, text: "€90" } }]}
			columns={["Day", "Sales", "Before"]}
		/>,
	);
	await expect.element(page.getByText("Most: €90")).toBeVisible();
	expect(document.querySelector("polyline")?.getAttribute("points"), "one day is a line, too").toBe(
		"0,1 1,1",
	);
});

test("a chart that compares with nothing has two columns and no line", async () => {
	const alone = points.map((point) => ({ ...point, before: undefined }));
	await show(<Chart label="Sold" points={alone} columns={["Day", "Sales"]} />);
	expect(document.querySelector("polyline")).toBeNull();
	await page.getByText("Show as a table").click();
	expect(page.getByRole("columnheader").elements()).toHaveLength(2);
});

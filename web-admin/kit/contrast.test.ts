import { afterEach, describe, expect, test } from "vitest";
import source from "@/styles.css?raw";

// WCAG 2.2, 1.4.3 and 1.4.11, computed from the style sheet as the browser reads it: nobody has to remember to
// measure a colour that is changed.

const themes = ["light", "dark"] as const;

/** The names of the colours that a theme sets, as the style sheet has them. */
function tokensOf(selector: string): string[] {
	const sheet = new CSSStyleSheet();
	// What the browser does not know, such as @theme, it leaves out. Imports are not allowed here.
	sheet.replaceSync(source.replace(/@import[^;]*;/g, ""));
	const rule = [...sheet.cssRules].find(
		(each): each is CSSStyleRule => each instanceof CSSStyleRule && each.selectorText === selector,
	);
	return [...(rule?.style ?? [])].filter((name) => name.startsWith("--")).map((name) => name.slice(2));
}

/** A colour of the pages in sRGB, each part from 0 to 1: whatever way it is written, the browser paints it. */
function painted(color: string): [number, number, number] {
	const probe = document.createElement("i");
	probe.style.color = color;
	document.body.append(probe);
	const canvas = new OffscreenCanvas(1, 1).getContext("2d");
	if (!canvas) throw new Error("no canvas");
	canvas.fillStyle = getComputedStyle(probe).color;
	probe.remove();
	canvas.fillRect(0, 0, 1, 1);
	const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
	return [red / 255, green / 255, blue / 255];
}

function luminance(color: string): number {
	const [red, green, blue] = painted(color).map((part) =>
		part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
	) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

const grounds = ["bg", "surface", "hover", "soft"];

/** What is read, and on what: 4.5 to 1. */
const texts: [text: string, on: string[]][] = [
	["ink", grounds],
	["muted", grounds],
	["brand", grounds],
	["danger", ["bg", "surface", "hover"]],
	["warn", ["bg", "surface"]],
	["ok", ["bg", "surface"]],
	["brand-ink", ["brand", "brand-strong"]],
	["danger-ink", ["danger", "danger-strong"]],
	// A notice is the other way round.
	["bg", ["ink"]],
];

/** The edges of controls, dots beside words, and the ring around what has the focus: 3 to 1. */
const edges: [edge: string, on: string[]][] = [
	["field", ["bg", "surface"]],
	["danger", ["bg", "surface"]],
	["ok", ["bg"]],
	["warn", ["bg", "surface"]],
	["brand", grounds],
	["bg", ["ink"]],
];

/** Lines that only part what stands apart without them. */
const decoration = ["line"];

/** A colour by its name: of a theme, or one that is mixed of those. */
function value(name: string): string {
	if (tokensOf(":root").includes(name)) return `var(--${name})`;
	const mixed = new RegExp(`--color-${name}: (color-mix[^;]+);`).exec(source)?.[1];
	if (!mixed) throw new Error(`the style sheet has no colour ${name}`);
	return mixed;
}

afterEach(() => {
	document.documentElement.dataset.theme = "light";
});

describe.each(themes)("in the %s theme", (theme) => {
	const cases = (pairs: [string, string[]][]) =>
		pairs.flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));

	test.each(cases(texts))("%s can be read on %s", (text, ground) => {
		document.documentElement.dataset.theme = theme;
		expect(contrast(value(text), value(ground))).toBeGreaterThanOrEqual(4.5);
	});

	test.each(cases(edges))("%s can be seen on %s", (edge, ground) => {
		document.documentElement.dataset.theme = theme;
		expect(contrast(value(edge), value(ground))).toBeGreaterThanOrEqual(3);
	});
});

test("the measure is that of WCAG", () => {
	expect(contrast("#000", "#fff")).toBeCloseTo(21, 5);
	expect(contrast("#777", "#fff")).toBeCloseTo(4.478, 2);
	expect(contrast("#fff", "#fff")).toBe(1);
});

test("the themes have the same colours, and each colour is measured", () => {
	const light = tokensOf(":root");
	expect(light.length).toBeGreaterThan(10);
	expect(tokensOf(':root[data-theme="dark"]').sort()).toEqual([...light].sort());
	const measured = new Set([...texts, ...edges].flatMap(([front, backs]) => [front, ...backs]));
	expect(light.filter((name) => !measured.has(name) && !decoration.includes(name))).toEqual([]);
});

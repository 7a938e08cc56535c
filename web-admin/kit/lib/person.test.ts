import { describe, expect, test } from "vitest";
import { countries } from "@/lib/countries";
import * as labels from "@/lib/labels";
import { entrance, firstPage, pagesOf } from "@/lib/pages";
import { scopesOf } from "@/lib/scopes";
import {
	codeProof,
	type Hat,
	preferredHat,
	rememberHat,
	safeNext,
	type Viewer,
	workHats,
} from "@/lib/session";
import { recall, remember } from "@/lib/storage";
import { permissionsToGive, rolesToGive } from "@/lib/team";
import { rememberView, viewedSeller } from "@/lib/view-as";

const hat = (change: Partial<Hat>): Hat => ({
	kind: "SELLER",
	actAs: "sel_1",
	memberRole: "OWNER",
	operatorRole: null,
	permissions: [],
	keyScopes: [],
	seller: { id: "sel_1", name: "Mill", slug: "mill" },
	...change,
});
const operator = hat({ kind: "OPERATOR", actAs: "operator", memberRole: null, seller: null });
const buyer = hat({ kind: "BUYER", actAs: null, memberRole: null, seller: null });

describe("hats", () => {
	const viewer = (hats: Hat[]) => ({ account: {}, hats }) as unknown as Viewer;

	test("those that have pages here, the operator's first", () => {
		expect(workHats(viewer([buyer, hat({}), operator])).map((each) => each.actAs)).toEqual([
			"operator",
			"sel_1",
		]);
		expect(workHats(viewer([buyer]))).toEqual([]);
	});

	test("the one that was worn last, while there is one", () => {
		const other = hat({ actAs: "sel_2" });
		expect(preferredHat([operator, other])?.actAs).toBe("operator");
		rememberHat(other);
		expect(preferredHat([operator, other])?.actAs).toBe("sel_2");
		expect(preferredHat([operator])?.actAs).toBe("operator");
		expect(preferredHat([])).toBeUndefined();
	});

	test("pages are those that the hat may open", () => {
		const packer = hat({ permissions: ["SELLER_READ", "SELLER_ORDER_READ"] });
		expect(pagesOf(packer).map(({ link }) => link.to)).toEqual(["/s/$slug", "/s/$slug/orders"]);
		expect(firstPage(packer).to).toBe("/s/$slug");
		expect(pagesOf(operator)).toEqual([]);
		expect(entrance(operator).to).toBe("/platform");
		expect(entrance(hat({})).to).toBe("/s/$slug");
		expect(firstPage(hat({})).to).toBe("/none");
	});
});

describe("the way back after signing in", () => {
	test.each([
		undefined,
		"",
		"//evil.example",
		"/\\evil.example",
		"https://evil.example",
		"javascript:alert(1)",
		"x",
	])("%s is not one", (next) => {
		expect(safeNext(next)).toBe("/");
	});
	test.each(["/", "/platform/orders?status=PAID", "/s/mill/orders#x"])("%s is one", (next) => {
		expect(safeNext(next)).toBe(next);
		expect(new URL(safeNext(next), "https://etal.example").host).toBe("etal.example");
	});
});

test.each([
	["123456", { method: "TOTP", code: "123456" }],
	["123 456", { method: "TOTP", code: "123456" }],
	[" 123456\t", { method: "TOTP", code: "123456" }],
	["12345", { method: "RECOVERY_CODE", code: "12345" }],
	["  abcd-efgh ", { method: "RECOVERY_CODE", code: "abcd-efgh" }],
	["1234567", { method: "RECOVERY_CODE", code: "1234567" }],
])("%s is a code of an app or for recovery", (text, proof) => {
	expect(codeProof(text)).toEqual(proof);
});

test("a key can hold what its maker may: first what only reads", () => {
	const { reading, writing } = scopesOf(
		hat({ keyScopes: ["ORDER_READ", "ORDER_CANCEL", "SELLER_LIST"] as never }),
	);
	expect(reading).toEqual(["ORDER_READ", "SELLER_LIST"]);
	expect(writing).toEqual(["ORDER_CANCEL"]);
});

test("managers make neither owners nor managers, and a role never gives the seller away", () => {
	const manager = hat({
		memberRole: "MANAGER",
		permissions: ["OWNERSHIP_TRANSFER", "PRODUCT_READ", "SELLER_CLOSE"],
	});
	expect(rolesToGive(manager, true)).not.toContain("MANAGER");
	expect(rolesToGive(manager, true)).not.toContain("OWNER");
	expect(rolesToGive(hat({}), true)).toContain("OWNER");
	expect(rolesToGive(hat({}), false)).not.toContain("OWNER");
	expect(permissionsToGive(manager)).toEqual(["PRODUCT_READ"]);
});

describe("what a browser keeps", () => {
	test("comes back, and nothing comes of what was never kept", () => {
		expect(recall("x")).toBeNull();
		remember("x", "1");
		expect(recall("x")).toBe("1");
	});

	test("about views, whatever stands there", () => {
		for (const broken of ["", "{", "null", "7", '"x"', "[]"]) {
			localStorage.setItem("etal.viewAs", broken);
			expect(viewedSeller("mill")).toBeUndefined();
		}
		rememberView("mill", "sel_1");
		rememberView("wool", "sel_2");
		expect(viewedSeller("mill")).toBe("sel_1");
		expect(viewedSeller("wool")).toBe("sel_2");
	});
});

test.each(["en", "de", "fr", "es", "ar", "ja"])("countries have names in %s, in its order", (locale) => {
	const all = countries(locale);
	const names = Object.values(all);
	expect(names.length).toBe(249);
	expect(new Set(names).size).toBe(names.length);
	expect(names).toEqual(names.toSorted(new Intl.Collator(locale).compare));
	expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([]);
});

test("every state has a word, and no two of one kind share it", () => {
	for (const [name, table] of Object.entries(labels)) {
		if (typeof table !== "object") continue;
		const words = Object.values(table).map((each) => {
			const label = "label" in each ? each.label : each;
			return typeof label === "object" ? label.message : label;
		});
		expect(
			words.filter((word) => !word),
			name,
		).toEqual([]);
		// A statement has two books, and each of them has an "Other".
		const twice = name === "statementLineKinds" ? 1 : 0;
		expect(new Set(words).size + twice, name).toBe(words.length);
	}
});

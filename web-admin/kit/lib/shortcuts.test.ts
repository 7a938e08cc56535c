import { expect, test } from "vitest";
import { type Permission } from "@/gql/graphql";
import { PermissionValues } from "@/gql/values";
import { pagesOf } from "@/lib/pages";
import type { Hat } from "@/lib/session";
import { letterOf } from "@/lib/shortcuts";

// Whoever works by keyboard reaches every page, and each letter leads to one.

const everything = [...PermissionValues] as Permission[];
const operator = { kind: "OPERATOR", actAs: "operator", permissions: everything } as unknown as Hat;
const seller = {
	...operator,
	kind: "SELLER",
	actAs: "sel_1",
	seller: { id: "sel_1", slug: "mill" },
} as unknown as Hat;

test.each([
	["operators", operator, 20],
	["members of a seller", seller, 12],
])("every page of %s has a letter of its own", (_, hat, least) => {
	const letters = pagesOf(hat).map((page) => letterOf(page) ?? `none for ${page.link.to}`);
	expect(letters.filter((letter) => letter.length > 1)).toEqual([]);
	expect(new Set(letters).size).toBe(letters.length);
	expect(letters.length).toBeGreaterThan(least);
});

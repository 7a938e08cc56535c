import { expect, test } from "vitest";
import { changedPrice, priceInput } from "@/lib/catalog";
import { changedStock } from "@/lib/offers";

const money = (amount: string, currencyCode: string) => ({ amount, currencyCode });

test.each([
	// Two decimals, none, and three: the smallest coin is what the amount is written in.
	["10.00", "EUR", "PERCENT", "10", "11.00"],
	["10.00", "EUR", "PERCENT", "-10", "9.00"],
	["9.99", "EUR", "PERCENT", "-33.33", "6.66"],
	["0.05", "EUR", "PERCENT", "10", "0.06"],
	["0.05", "EUR", "PERCENT", "-10", "0.05"],
	["1000", "JPY", "PERCENT", "0.05", "1001"],
	["1000", "JPY", "PERCENT", "0.04", "1000"],
	["1000", "JPY", "AMOUNT", "-1", "999"],
	["1.000", "KWD", "PERCENT", "0.05", "1.001"],
	["1.000", "KWD", "AMOUNT", "0.005", "1.005"],
	["1.000", "KWD", "SET", "2.5", "2.500"],
	["10.00", "EUR", "AMOUNT", "+1,5", "11.50"],
	["10.00", "EUR", "PERCENT", "١٠", "11.00"],
] as const)("%s %s, %s %s: %s", (before, currency, by, typed, after) => {
	expect(changedPrice(money(before, currency), by, typed)).toEqual(money(after, currency));
});

test.each([
	["10.00", "EUR", "AMOUNT", "-10"],
	["10.00", "EUR", "PERCENT", "-100"],
	["10.00", "EUR", "PERCENT", "-250"],
	["0.01", "EUR", "PERCENT", "-60"],
	["10.00", "EUR", "SET", "-5"],
	["10.00", "EUR", "SET", "0"],
	["10.00", "EUR", "SET", "1.005"],
	["1000", "JPY", "SET", "10.5"],
	["10.00", "EUR", "PERCENT", ""],
	["10.00", "EUR", "PERCENT", "ten"],
] as const)("%s %s, %s %s: there is no such price", (before, currency, by, typed) => {
	expect(changedPrice(money(before, currency), by, typed)).toBeNull();
});

test("a former price stays as long as it is above the price", () => {
	const former = money("12.00", "EUR");
	expect(priceInput(money("11.99", "EUR"), former).compareAt).toEqual(former);
	expect(priceInput(money("12.00", "EUR"), former).compareAt).toBeUndefined();
});

test.each([
	["SET", "7", 7],
	["SET", "0", 0],
	["ADD", "7", 12],
	["TAKE", "5", 0],
	["TAKE", "6", null],
	["ADD", "999996", null],
	["SET", "1000001", null],
	["ADD", "", null],
	["ADD", "-1", null],
	["ADD", "1.5", null],
	["TAKE", "٢", 3],
] as const)("of five units, %s %s: %s", (by, typed, after) => {
	expect(changedStock(5, by, typed)).toBe(after);
});

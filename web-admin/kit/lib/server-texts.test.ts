import { afterEach, describe, expect, test, vi } from "vitest";
import { AdminViewerDocument, SellerOrderShipDocument } from "@/gql/graphql";
import { ApiError, request } from "@/lib/api";
import { FaultsError, faultsByField } from "@/lib/hat";
import { speak } from "@/lib/i18n";
import { inWords, Phrasebook, phrasebook } from "@/lib/server-texts";

// What the server says in English, in other languages. The texts are made up here: those of translators change.

test("values stand in a direction of their own in a language that is written from right to left", () => {
	const book = new Phrasebook({ "New order {0}": "طلب جديد {0}" }, true);
	expect(book.say("New order 12113-DBFVP")).toBe("طلب جديد \u206812113-DBFVP\u2069");
});

describe("a phrasebook", () => {
	const book = new Phrasebook({
		"The cart is empty.": "Der Warenkorb ist leer.",
		"New order {0}": "Neue Bestellung {0}",
		"{0} is suspended": "{0} ist gesperrt",
		"Give a number from {0} to {1}.": "Von {0} bis {1}: {1} ist das Meiste.",
		"Order {0} costs {1}.": "{1} kostet Bestellung {0}.",
		"{0} “{1}”, version {2}.": "{0} „{1}“, Fassung {2}.",
		"Terms have to be accepted.": "Bedingungen müssen angenommen werden.",
		"What? (This.) [{0}]": "Was? [{0}]",
		"Too much is disputed: {0}": "Zu viel wird bestritten: {0}",
		"{0} days, {1} orders.": "{1} Bestellungen in {0} Tagen.",
	});

	test.each([
		["The cart is empty.", "Der Warenkorb ist leer."],
		["New order ET-1042-1", "Neue Bestellung ET-1042-1"],
		["Give a number from 0 to 90.", "Von 0 bis 90: 90 ist das Meiste."],
		["Order A costs $1.00.", "$1.00 kostet Bestellung A."],
		[
			"Terms have to be accepted. “Terms, new”, version 3.",
			"Bedingungen müssen angenommen werden. „Terms, new“, Fassung 3.",
		],
		["input.lines.quantity: The cart is empty.", "Der Warenkorb ist leer."],
		["What? (This.) [1]", "Was? [1]"],
		["Too much is disputed: 30 days, 12 orders.", "Zu viel wird bestritten: 12 Bestellungen in 30 Tagen."],
		["Miller\n& Sons is suspended", "Miller\n& Sons ist gesperrt"],
		["{0} is suspended is suspended", "{0} is suspended ist gesperrt"],
	])("says %s", (sentence, said) => {
		expect(book.say(sentence)).toBe(said);
	});

	test.each([
		"",
		"The cart is full.",
		"The cart is empty",
		"New order ",
		"XThe cart is empty.",
		"Whatx (This.) [1]",
	])("does not know %j", (sentence) => {
		expect(book.say(sentence)).toBeNull();
	});

	test("keeps what looks like a place for a value in the name of a seller", () => {
		expect(book.say("{1} is suspended")).toBe("{1} ist gesperrt");
		expect(book.say("$& is suspended")).toBe("$& ist gesperrt");
	});
});

describe("the books", () => {
	test("are empty for English, and for a language that there is not", async () => {
		expect((await phrasebook("en")).say("The cart is empty.")).toBeNull();
		expect((await phrasebook("xx")).say("The cart is empty.")).toBeNull();
	});

	test("are loaded once", () => {
		expect(phrasebook("de")).toBe(phrasebook("de"));
	});

	test("let what nobody has translated stand", async () => {
		await expect(inWords("Nobody has ever said this.")).resolves.toBe("Nobody has ever said this.");
	});
});

describe("what a request was answered", () => {
	afterEach(async () => {
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
		await speak("en");
	});

	const answering = (body: unknown) => vi.stubGlobal("fetch", async () => Response.json(body));
	const german = async () => {
		await speak("de");
		// Whatever is translated by now: the book says what it is asked here.
		vi.spyOn(Phrasebook.prototype, "say").mockImplementation((text) => `[${text}]`);
	};

	test("is an error in the language of the pages", async () => {
		await german();
		answering({ errors: [{ message: "No.", extensions: { code: "CONFLICT" } }] });
		const error = await request(AdminViewerDocument, {}).catch((cause: unknown) => cause);
		expect(error).toBeInstanceOf(ApiError);
		expect((error as ApiError).message).toBe("[No.]");
	});

	test("is a fault in the language of the pages", async () => {
		await german();
		const fault = { code: "ORDER_STATE", field: ["input", "carrier"], message: "No." };
		answering({
			data: { sellerOrderShip: { userErrors: [fault, { ...fault, field: null, message: "Never." }] } },
		});
		const { sellerOrderShip } = await request(SellerOrderShipDocument, { input: { sellerOrderId: "sor_1" } });
		const faults = sellerOrderShip?.userErrors ?? [];
		expect(faultsByField(new FaultsError(faults), ["carrier"])).toEqual({ carrier: "[No.]", "": "[Never.]" });
	});

	test.each(["UNAUTHENTICATED", "STEP_UP_REQUIRED", "INTERNAL"])(
		"asks for no book for %s, which is not shown",
		async (code) => {
			await german();
			answering({ errors: [{ message: "No.", extensions: { code } }] });
			await expect(request(AdminViewerDocument, {})).rejects.toMatchObject({ code, message: "No." });
		},
	);

	test("stays English where the pages are", async () => {
		vi.spyOn(Phrasebook.prototype, "say").mockImplementation((text) => `[${text}]`);
		answering({ errors: [{ message: "No.", extensions: { code: "CONFLICT" } }] });
		await expect(request(AdminViewerDocument, {})).rejects.toMatchObject({ message: "No." });
	});
});

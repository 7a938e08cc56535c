import { afterEach, describe, expect, test, vi } from "vitest";
import { appearance, embed } from "@/lib/connect";

// Stripe's script is not ours and is on no machine that tests: what it makes of a page is not tried here. What stands
// in for it does what Stripe's own loader needs of it, and no more.

type Params = {
	metaOptions: { eagerClientSecretPromise: Promise<string> };
	locale: string;
	publishableKey: string;
	fetchClientSecret: () => Promise<string>;
};

const updates: unknown[] = [];
const given: Params[] = [];
let isLoggedOut = false;

/** An element as Stripe's script registers them. */
class Part extends HTMLElement {
	static readonly told = new Map<string, unknown>();
	setConnector() {}
	setCollectionOptionsInternalOnly(options: unknown) {
		Part.told.set(`${this.localName} collects`, options);
	}
	setOnExitInternalOnly(listener: unknown) {
		Part.told.set("exit", listener);
	}
	setOnLoaderStartInternalOnly(listener: unknown) {
		Part.told.set(`${this.localName} begins`, listener);
	}
	setOnLoadErrorInternalOnly(listener: unknown) {
		Part.told.set(`${this.localName} fails`, listener);
	}
}

for (const name of ["notification-banner", "account-onboarding", "account-management"]) {
	customElements.define(`stripe-connect-${name}`, class extends Part {});
}

vi.stubGlobal("StripeConnect", {
	init: (params: Params) => {
		given.push(params);
		params.metaOptions.eagerClientSecretPromise.catch(() => undefined);
		return {
			connect: {},
			update: (change: unknown) => updates.push(change),
			logout: async () => void (isLoggedOut = true),
		};
	},
});

const place = () => document.body.appendChild(document.createElement("section"));
/** Calls the listener that a part was given. */
const tell = (name: string, news?: unknown) => (Part.told.get(name) as (news: unknown) => void)(news);

afterEach(() => {
	document.body.replaceChildren();
	document.documentElement.removeAttribute("data-theme");
	Part.told.clear();
	given.length = 0;
	updates.length = 0;
	isLoggedOut = false;
	vi.useRealTimers();
});

const on = (change = {}) => ({
	publishableKey: "pk_test_a",
	locale: "de",
	secret: async () => "accs_secret__x",
	onFailure: vi.fn<(error: unknown) => void>(),
	onExit: vi.fn<() => void>(),
	...change,
});

describe("Stripe's components in a page", () => {
	test("are given the key, the language and the secret, and take what the hosted form asks for", async () => {
		const into = place();
		const how = on();
		await embed("account-onboarding", into, how);
		await vi.waitFor(() => expect(Part.told.get("exit")).toBeDefined());
		expect([...into.children].map(({ localName }) => localName)).toEqual([
			"stripe-connect-notification-banner",
			"stripe-connect-account-onboarding",
		]);
		expect(given[0]).toMatchObject({ publishableKey: "pk_test_a", locale: "de" });
		await expect(given[0]?.fetchClientSecret()).resolves.toBe("accs_secret__x");
		expect(Part.told.get("stripe-connect-account-onboarding collects")).toEqual({
			fields: "eventually_due",
			futureRequirements: "include",
		});
		tell("exit");
		expect(how.onExit).toHaveBeenCalledOnce();
		expect(how.onFailure).not.toHaveBeenCalled();
	});

	test("fail once, with what the server has said about the secret", async () => {
		const refused = new Error("no");
		const how = on({ secret: () => Promise.reject(refused) });
		await embed("account-management", place(), how);
		await vi.waitFor(() => expect(how.onFailure).toHaveBeenCalledWith(refused));
		await vi.waitFor(() => expect(Part.told.get("stripe-connect-account-management fails")).toBeDefined());
		tell("stripe-connect-account-management fails", { error: { type: "api_error" } });
		expect(how.onFailure).toHaveBeenCalledOnce();
	});

	test("fail when nothing is shown twenty seconds after the secret, and not while a second factor is asked for", async () => {
		vi.useFakeTimers();
		let answer: (secret: string) => void = () => undefined;
		const how = on({ secret: () => new Promise<string>((is) => (answer = is)) });
		await embed("account-management", place(), how);
		await vi.advanceTimersByTimeAsync(120_000);
		expect(how.onFailure).not.toHaveBeenCalled();
		answer("accs_secret__x");
		await vi.advanceTimersByTimeAsync(19_000);
		expect(how.onFailure).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(2000);
		expect(how.onFailure).toHaveBeenCalledOnce();
	});

	test("do not fail when they have begun, nor when the page is left", async () => {
		vi.useFakeTimers();
		const begun = on();
		await embed("account-management", place(), begun);
		await vi.advanceTimersByTimeAsync(1);
		tell("stripe-connect-account-management begins");
		const left = on();
		const into = place();
		const second = await embed("account-management", into, left);
		await vi.advanceTimersByTimeAsync(1);
		second.end();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(begun.onFailure).not.toHaveBeenCalled();
		expect(left.onFailure).not.toHaveBeenCalled();
		expect(into.childElementCount).toBe(0);
		expect(isLoggedOut).toBe(true);
	});

	test("have the colours of the theme, and follow it and the language", async () => {
		const style = document.head.appendChild(document.createElement("style"));
		style.textContent = ':root{--brand:#0f766e}:root[data-theme="dark"]{--brand:#2dd4bf}';
		expect(appearance().variables?.colorPrimary).toBe("#0f766e");
		const embedded = await embed("account-management", place(), on());
		document.documentElement.dataset.theme = "dark";
		embedded.update("fr");
		await vi.waitFor(() => expect(updates).toHaveLength(1));
		expect(updates[0]).toMatchObject({
			locale: "fr",
			appearance: { variables: { colorPrimary: "#2dd4bf" } },
		});
		style.remove();
	});
});

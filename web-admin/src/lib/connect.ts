import type { AppearanceOptions, StripeConnectInstance } from "@stripe/connect-js";

/** How long Stripe may take to show something before the page says that it does not. */
const patience = 20_000;

/** The part of an account that Stripe shows in a page. */
export type Part = "account-onboarding" | "account-management";

type Embedding = {
	publishableKey: string;
	locale: string;
	/** Asks our server for a secret; Stripe asks for another one when it has become too old. */
	secret: () => Promise<string>;
	/** Nothing is shown, or no longer. Said once. */
	onFailure: (error: unknown) => void;
	/** The seller has left the form. */
	onExit: () => void;
};

/** What Stripe shows, and how it follows the page. */
export type Embedded = {
	update: (locale: string) => void;
	end: () => void;
};

/** The colours of the page as Stripe's components name them. */
export function appearance(): AppearanceOptions {
	const style = getComputedStyle(document.documentElement);
	const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
	return {
		overlays: "dialog",
		variables: {
			fontFamily: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif',
			fontSizeBase: "14px",
			borderRadius: "8px",
			colorPrimary: token("brand"),
			colorBackground: token("surface"),
			colorText: token("ink"),
			colorSecondaryText: token("muted"),
			colorDanger: token("danger"),
			colorBorder: token("line"),
			buttonPrimaryColorBackground: token("brand"),
			buttonPrimaryColorBorder: token("brand"),
			buttonPrimaryColorText: token("brand-ink"),
			buttonSecondaryColorBackground: token("surface"),
			buttonSecondaryColorBorder: token("line"),
			buttonSecondaryColorText: token("ink"),
			offsetBackgroundColor: token("bg"),
			formHighlightColorBorder: token("brand"),
			formAccentColor: token("brand"),
		},
	};
}

let script: Promise<void> | undefined;

/** Waits for the script that Stripe's loader puts into the page: the loader itself tells nobody when it does not come. */
function scriptLoaded(): Promise<void> {
	script ??= new Promise((resolve, reject) => {
		const tag = document.querySelector<HTMLScriptElement>('script[src^="https://connect-js.stripe.com/"]');
		if (!tag || "StripeConnect" in window) resolve();
		tag?.addEventListener("load", () => resolve());
		tag?.addEventListener("error", () => reject(new Error("Stripe's script was not loaded.")));
	});
	return script;
}

/**
 * Has Stripe show its notices and a part of an account inside an element. Its loader and its script are loaded now and
 * not before. Without the script it is rejected; when nothing is shown within twenty seconds of the secret, that is a failure.
 */
export async function embed(part: Part, into: HTMLElement, on: Embedding): Promise<Embedded> {
	let isOver = false;
	let timer: number | undefined;
	const fail = (error: unknown) => {
		clearTimeout(timer);
		if (!isOver) on.onFailure(error);
		isOver = true;
	};
	// Somebody may have to show a second factor for the secret: what Stripe takes counts from then on.
	const begin = () => {
		if (!isOver && timer === undefined) {
			timer = window.setTimeout(() => fail(new Error("Stripe has shown nothing.")), patience);
		}
	};
	const { loadConnectAndInitialize } = await import("@stripe/connect-js");
	await scriptLoaded();
	const instance: StripeConnectInstance = loadConnectAndInitialize({
		publishableKey: on.publishableKey,
		locale: on.locale,
		appearance: appearance(),
		fetchClientSecret: () =>
			on.secret().then(
				(secret) => {
					begin();
					return secret;
				},
				(error: unknown) => {
					fail(error);
					throw error;
				},
			),
	});
	const notices = instance.create("notification-banner");
	notices.setCollectionOptions({ fields: "eventually_due", futureRequirements: "include" });
	const main = instance.create(part);
	main.setCollectionOptions({ fields: "eventually_due", futureRequirements: "include" });
	if ("setOnExit" in main) main.setOnExit(on.onExit);
	main.setOnLoaderStart(() => clearTimeout(timer));
	main.setOnLoadError(({ error }) => fail(error));
	into.replaceChildren(notices, main);
	return {
		update: (locale) => instance.update({ locale, appearance: appearance() }),
		end: () => {
			isOver = true;
			clearTimeout(timer);
			into.replaceChildren();
			void instance.logout().catch(() => undefined); // it never began
		},
	};
}

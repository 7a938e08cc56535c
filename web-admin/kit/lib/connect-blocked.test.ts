import { expect, test, vi } from "vitest";
import { embed } from "@/lib/connect";

// A page whose policy does not let Stripe's script in, as every page but one. The policy holds for what is loaded
// after it, in the frame of this file only.
test("without Stripe's script nobody is asked for a secret, and each attempt fails at once", async () => {
	const policy = document.createElement("meta");
	policy.httpEquiv = "Content-Security-Policy";
	policy.content = `script-src-elem 'unsafe-inline' ${location.origin}`;
	document.head.append(policy);
	const secret = vi.fn(async () => "accs_secret__x");
	const into = document.body.appendChild(document.createElement("section"));
	const attempt = () =>
		embed("account-onboarding", into, {
			publishableKey: "pk_test_a",
			locale: "en",
			secret,
			onFailure: vi.fn(),
			onExit: vi.fn(),
		});
	await expect(attempt()).rejects.toThrow("Stripe's script was not loaded.");
	await expect(attempt()).rejects.toThrow("Stripe's script was not loaded.");
	expect(secret).not.toHaveBeenCalled();
	expect(into.childElementCount).toBe(0);
});

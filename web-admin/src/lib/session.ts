import { type QueryClient, queryOptions } from "@tanstack/react-query";
import {
	AdminFactorMissingDocument,
	AdminFactorVerifyDocument,
	AdminPasskeySignInCompleteDocument,
	AdminPasskeySignInStartDocument,
	AdminPasskeyStepUpStartDocument,
	AdminSignInDocument,
	AdminSignOutDocument,
	AdminStepUpDocument,
	AdminViewerDocument,
	type AdminViewerQuery,
	type FactorMethod,
	type HatPartsFragment,
	type PasskeyAssertionInput,
	type Permission,
} from "@/gql/graphql";
import { type Fault, isSignedOut, request } from "./api";
import { showPasskey } from "./passkey";
import { recall, remember } from "./storage";

export type Viewer = NonNullable<AdminViewerQuery["viewer"]>;

/** A hat that has pages here: that of an operator or of a member of a seller. */
export type Hat = HatPartsFragment;

/** Who is signed in; null for nobody. Guests of the storefront count as nobody. */
export const viewerQuery = queryOptions({
	queryKey: ["viewer"],
	queryFn: async ({ signal }): Promise<Viewer | null> => {
		try {
			const { viewer } = await request(AdminViewerDocument, {}, { signal });
			return viewer && !viewer.account.isGuest ? viewer : null;
		} catch (error) {
			if (!isSignedOut(error)) throw error;
			await forgetCookie();
			return null;
		}
	},
	staleTime: 5 * 60_000,
});

/** What signing in has come to: faults to correct, or the token of a session that waits for the second factor. */
export type SignInOutcome = { faults: Fault[]; waiting?: string };

/**
 * Signs in. The token passes through these functions only: it is handed to the
 * server, which keeps it in a cookie that no script can read. The token of a
 * session that waits for its second factor is good for nothing else, and is
 * kept by the form until then.
 */
export async function signIn(client: QueryClient, email: string, password: string): Promise<SignInOutcome> {
	const { token, ...outcome } = await openSession(email, password);
	if (token) await enter(client, token);
	return outcome;
}

/** Opens a session. Its token is handed on by whoever calls this: to the server, which keeps it. */
export async function openSession(
	email: string,
	password: string,
): Promise<SignInOutcome & { token?: string }> {
	// A cookie of a session that has ended would be refused before the password is looked at.
	await forgetCookie();
	const { signIn: answer } = await request(AdminSignInDocument, { input: { email, password } });
	const session = answer?.session;
	if (!session) return { faults: answer?.userErrors ?? [] };
	if (session.state === "PENDING_FACTOR") return { faults: [], waiting: session.token };
	return { faults: [], token: session.token };
}

/** A second factor as it is sent: a code, or what a passkey has answered. */
export type FactorProof = { method: FactorMethod; code?: string; passkey?: PasskeyAssertionInput };

/** Shows the second factor for a session that waits for it, and goes in. */
export async function verifyFactor(
	client: QueryClient,
	waiting: string,
	proof: FactorProof,
): Promise<Fault[]> {
	const { token, faults } = await openWithFactor(waiting, proof);
	if (token) await enter(client, token);
	return faults;
}

/** Shows the second factor for a session that waits for it, and answers the token of the one that is open then. */
export async function openWithFactor(
	waiting: string,
	proof: FactorProof,
): Promise<{ faults: Fault[]; token?: string }> {
	const { factorVerify: answer } = await request(
		AdminFactorVerifyDocument,
		{ input: proof },
		{ token: waiting },
	);
	const token = answer?.session?.token;
	return token ? { faults: [], token } : { faults: answer?.userErrors ?? [] };
}

/** Shows the second factor again. The session goes on under a new token. */
export async function stepUp(proof: FactorProof): Promise<Fault[]> {
	const { stepUp: answer } = await request(AdminStepUpDocument, { input: proof });
	const token = answer?.session?.token;
	if (!token) return answer?.userErrors ?? [];
	await keepCookie(token);
	return [];
}

/** Six digits are of an authenticator app; everything else is a recovery code. */
export function codeProof(text: string): FactorProof {
	const digits = text.replaceAll(/\s/g, "");
	return /^\d{6}$/.test(digits)
		? { method: "TOTP", code: digits }
		: { method: "RECOVERY_CODE", code: text.trim() };
}

/** Has a passkey of the account shown, for the session of the cookie or for one that waits. */
export async function passkeyProof(waiting?: string): Promise<FactorProof | Fault[]> {
	const { passkeyStepUpStart: answer } = await request(
		AdminPasskeyStepUpStartDocument,
		{},
		{ token: waiting },
	);
	if (!answer?.request) return answer?.userErrors ?? [];
	return { method: "PASSKEY", passkey: await showPasskey(answer.request) };
}

/** Signs in with a passkey, which says who it is and counts as both factors. */
export async function signInWithPasskey(client: QueryClient): Promise<Fault[]> {
	await forgetCookie();
	const { passkeySignInStart: start } = await request(AdminPasskeySignInStartDocument, {});
	if (!start?.request) return start?.userErrors ?? [];
	const passkey = await showPasskey(start.request);
	const { passkeySignInComplete: answer } = await request(AdminPasskeySignInCompleteDocument, {
		input: { passkey },
	});
	const token = answer?.session?.token;
	if (!token) return answer?.userErrors ?? [];
	await enter(client, token);
	return [];
}

/** Whether a hat may do nothing before its account has a second factor. */
export async function isFactorMissing(client: QueryClient, hat: Hat): Promise<boolean> {
	// Only a hat that may do nothing at all can be one: all others are not asked about.
	if (hat.permissions.length > 0) return false;
	return await client.fetchQuery({
		queryKey: ["viewer", "factor-missing", hat.actAs],
		queryFn: async () => {
			const { viewer } = await request(AdminFactorMissingDocument, {}, { actAs: hat.actAs });
			return viewer?.isFactorMissing ?? false;
		},
		staleTime: 0,
	});
}

/** Reads anew who is signed in and what they may, when that has changed. */
export async function refreshViewer(client: QueryClient) {
	await client.fetchQuery({ ...viewerQuery, staleTime: 0 });
}

async function enter(client: QueryClient, token: string) {
	await keepCookie(token);
	client.clear();
	await client.fetchQuery({ ...viewerQuery, staleTime: 0 });
}

/** Hands the token of the session to the server, which keeps it in a cookie that no script can read. */
export async function keepCookie(token: string) {
	const kept = await fetch("/session/cookie", {
		method: "PUT",
		credentials: "same-origin",
		headers: { Authorization: `Bearer ${token}` },
	});
	if (!kept.ok) throw new Error(`The session could not be kept: status ${kept.status}.`);
}

/**
 * Ends the session on the server and in this browser, and answers whether the server has ended it. That it had
 * ended already is no error. When it is ended nowhere, that is thrown, and nothing has changed. What was read stays
 * until the pages that show it are gone: they would ask for it again.
 */
export async function signOut(client: QueryClient): Promise<boolean> {
	// What is still asked for would be refused.
	await client.cancelQueries();
	const isEnded = await request(AdminSignOutDocument, {}).then(() => true, isSignedOut);
	try {
		await forgetCookie();
	} catch (error) {
		// The cookie of a session that has ended lets nobody in.
		if (!isEnded) {
			void client.refetchQueries({ type: "active", predicate: ({ state }) => state.data === undefined });
			throw error;
		}
	}
	client.removeQueries({ queryKey: viewerQuery.queryKey });
	return isEnded;
}

async function forgetCookie() {
	const forgotten = await fetch("/session/cookie", { method: "DELETE", credentials: "same-origin" });
	if (!forgotten.ok) throw new Error(`The session could not be forgotten: status ${forgotten.status}.`);
}

/** The hats of a viewer that have pages here, the operator's first. */
export function workHats(viewer: Viewer): Hat[] {
	const rank = { OPERATOR: 0, SELLER: 1, BUYER: 2, GUEST: 2 } as const;
	return viewer.hats.filter((hat) => rank[hat.kind] < 2).sort((a, b) => rank[a.kind] - rank[b.kind]);
}

/** Whether a hat may do something. */
export function may(hat: Hat, permission: Permission): boolean {
	return hat.permissions.includes(permission);
}

const lastHatKey = "etal.hat";

/** Keeps which hat was worn last, for the next visit. */
export function rememberHat(hat: Hat) {
	remember(lastHatKey, hat.actAs ?? "");
}

/** The hat that was worn last, if the viewer still has it, or else the first. */
export function preferredHat(hats: Hat[]): Hat | undefined {
	const last = recall(lastHatKey);
	return hats.find((hat) => hat.actAs === last) ?? hats[0];
}

/** A way back after signing in: an address of this site only, never another host. */
export function safeNext(next: string | undefined): string {
	return next && /^\/(?![/\\])/.test(next) ? next : "/";
}

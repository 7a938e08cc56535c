import {
	AdminPasskeyEnrolCompleteDocument,
	AdminPasskeyEnrolStartDocument,
	AdminPasskeyRemoveDocument,
	AdminRecoveryCodesRenewDocument,
	AdminTotpConfirmDocument,
	AdminTotpEnrolDocument,
	type AdminTotpEnrolMutation,
	AdminTotpRemoveDocument,
} from "@/gql/graphql";
import { type Fault, request } from "./api";
import { makePasskey } from "./passkey";
import { type FactorProof, keepCookie } from "./session";
import { withStepUp } from "./step-up";

// Each of these gives the session a new token, and ends the older one: what
// comes after must be sent with the new cookie, so the token is kept first.

/** What an authenticator app is set up with. */
export type Enrolment = NonNullable<NonNullable<AdminTotpEnrolMutation["totpEnrol"]>["enrolment"]>;

/** What adding a factor has come to: faults, or codes to write down when it is the first factor. */
export type Added = { faults: Fault[]; recoveryCodes?: string[] };

type Answer = { session?: { token: string } | null; recoveryCodes?: string[] | null; userErrors: Fault[] };

async function keep(answer: Answer | null | undefined): Promise<Added> {
	if (!answer?.session) return { faults: answer?.userErrors ?? [] };
	await keepCookie(answer.session.token);
	return { faults: [], recoveryCodes: answer.recoveryCodes ?? undefined };
}

/** Begins to set up an authenticator app. The password is needed for the first factor only. */
export async function beginApp(password?: string): Promise<{ faults: Fault[]; enrolment?: Enrolment }> {
	const { totpEnrol: answer } = await withStepUp(() =>
		request(AdminTotpEnrolDocument, { input: { password } }),
	);
	return { faults: answer?.userErrors ?? [], enrolment: answer?.enrolment ?? undefined };
}

/** Shows that the app is set up. */
export async function confirmApp(code: string): Promise<Added> {
	const { totpConfirm } = await request(AdminTotpConfirmDocument, {
		input: { code: code.replaceAll(/\s/g, "") },
	});
	return await keep(totpConfirm);
}

/** Makes a passkey of this device, or of one that it can reach. */
export async function addPasskey(name: string, password?: string): Promise<Added> {
	const { passkeyEnrolStart: start } = await withStepUp(() =>
		request(AdminPasskeyEnrolStartDocument, { input: { password } }),
	);
	if (!start?.creation) return { faults: start?.userErrors ?? [] };
	const credential = await makePasskey(start.creation);
	const { passkeyEnrolComplete } = await request(AdminPasskeyEnrolCompleteDocument, {
		input: { ceremony: start.creation.ceremony, name, credential },
	});
	return await keep(passkeyEnrolComplete);
}

/** Takes the authenticator app away. */
export async function removeApp(password: string, proof: FactorProof): Promise<Added> {
	return await keep((await request(AdminTotpRemoveDocument, { input: { password, ...proof } })).totpRemove);
}

/** Takes a passkey away. */
export async function removePasskey(passkeyId: string, password: string, proof: FactorProof): Promise<Added> {
	const { passkeyRemove } = await request(AdminPasskeyRemoveDocument, {
		input: { passkeyId, password, ...proof },
	});
	return await keep(passkeyRemove);
}

/** Replaces the recovery codes. */
export async function renewCodes(proof: FactorProof): Promise<Added> {
	return await keep((await request(AdminRecoveryCodesRenewDocument, { input: proof })).recoveryCodesRenew);
}

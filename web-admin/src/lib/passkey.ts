import type {
	PasskeyAssertionInput,
	PasskeyCreationPartsFragment,
	PasskeyRegistrationInput,
	PasskeyRequestPartsFragment,
} from "@/gql/graphql";

/** Thrown when the person, or the browser, gave up. The browser tells nobody which. */
export class PasskeyError extends Error {
	/** Whether the device holds a passkey of this account already. */
	readonly isKnown: boolean;
	constructor(cause: unknown) {
		super("No passkey was shown.", { cause });
		this.name = "PasskeyError";
		this.isKnown = cause instanceof DOMException && cause.name === "InvalidStateError";
	}
}

/** Whether this browser knows passkeys, and may use them here: an address that is only numbers can have none. */
export function canUsePasskeys(): boolean {
	return (
		typeof PublicKeyCredential !== "undefined" &&
		"parseRequestOptionsFromJSON" in PublicKeyCredential &&
		!/^(\d+(\.\d+){3}|\[.*\])$/.test(location.hostname)
	);
}

/** Has the device make a passkey. */
export async function makePasskey({
	options,
}: PasskeyCreationPartsFragment): Promise<PasskeyRegistrationInput> {
	const made = await ask(() =>
		navigator.credentials.create({
			publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
				options as PublicKeyCredentialCreationOptionsJSON,
			),
		}),
	);
	const { id, response } = made.toJSON() as RegistrationResponseJSON;
	return {
		credentialId: id,
		clientDataJson: response.clientDataJSON,
		attestationObject: response.attestationObject,
		transports: response.transports,
	};
}

/** Has the person show a passkey. */
export async function showPasskey({
	ceremony,
	options,
}: PasskeyRequestPartsFragment): Promise<PasskeyAssertionInput> {
	const shown = await ask(() =>
		navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
	);
	const { id, response } = shown.toJSON() as AuthenticationResponseJSON;
	return {
		ceremony,
		credentialId: id,
		clientDataJson: response.clientDataJSON,
		authenticatorData: response.authenticatorData,
		signature: response.signature,
		userHandle: response.userHandle,
	};
}

async function ask(question: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
	let answer: Credential | null;
	try {
		answer = await question();
	} catch (cause) {
		throw new PasskeyError(cause);
	}
	if (!(answer instanceof PublicKeyCredential)) throw new PasskeyError(answer);
	return answer;
}

import { Trans } from "@lingui/react/macro";
import { ApiError } from "@/lib/api";
import { PasskeyError } from "@/lib/passkey";

/** Why a form could not be sent, in words. */
export function RequestFailure({ error }: { error: unknown }) {
	if (error instanceof PasskeyError)
		return error.isKnown ? (
			<Trans>This device holds a passkey of yours already.</Trans>
		) : (
			<Trans>No passkey was shown, or it took too long. Try again.</Trans>
		);
	if (error instanceof ApiError && error.code === "OFFLINE")
		return <Trans>The server cannot be reached.</Trans>;
	if (error instanceof ApiError && error.code !== "INTERNAL") return <>{error.message}</>;
	return <Trans>Something went wrong. Try again.</Trans>;
}

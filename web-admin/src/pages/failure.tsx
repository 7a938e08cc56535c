import { FaultsError } from "@/lib/hat";
import { Banner } from "@/ui/states";
import { RequestFailure } from "./request-failure";

/** What is wrong with a form and belongs to none of its fields; nothing when nothing is. */
export function FormFailure({ error, faults }: { error: unknown; faults?: Record<string, string> }) {
	if (!error) return null;
	const text = error instanceof FaultsError ? (faults ? faults[""] : error.message) : undefined;
	if (error instanceof FaultsError && !text) return null;
	return (
		<Banner tone="danger" role="alert">
			{text ?? <RequestFailure error={error} />}
		</Banner>
	);
}

/** Why something was not done, in a line. */
export function ErrorText({ error }: { error: unknown }) {
	return error instanceof FaultsError ? <>{error.message}</> : <RequestFailure error={error} />;
}

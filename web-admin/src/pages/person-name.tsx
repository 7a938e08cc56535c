import { useLingui } from "@lingui/react/macro";
import type { PersonPartsFragment } from "@/gql/graphql";
import { isolated } from "@/ui/isolated";

/** A person by name, with the address below; a word for whom one may not know. */
export function Person({ of, unknown }: { of: PersonPartsFragment | null | undefined; unknown?: string }) {
	const { t } = useLingui();
	if (!of) return <span className="text-muted">{unknown ?? t`Nobody`}</span>;
	if (!of.name || !of.email) return <span className="break-words">{of.name || of.email || of.id}</span>;
	return (
		<span className="flex min-w-0 flex-col leading-tight">
			<span className="break-words">{of.name}</span>
			<span className="text-xs font-normal break-all text-muted">{isolated(of.email)}</span>
		</span>
	);
}

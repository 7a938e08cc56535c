import { useLingui } from "@lingui/react/macro";
import { Skeleton } from "./states";

/** What stands in for a page whose code or data is on its way. */
export function PagePending() {
	const { t } = useLingui();
	return (
		<div className="mx-auto w-full max-w-6xl pt-12">
			<Skeleton label={t`Loading the page`} />
		</div>
	);
}

import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { PayoutStatusValues } from "@/gql/values";
import { choiceSearch, pageSearch, textSearch } from "@/lib/list";
import { Payouts } from "@/pages/money-lists";
import { Needs } from "@/pages/needs";
import { Page, TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/platform/payouts")({
	validateSearch: v.object({ status: choiceSearch(PayoutStatusValues), seller: textSearch, ...pageSearch }),
	component: () => (
		<Needs permission="SELLER_PAYOUT_READ">
			<PayoutsPage />
		</Needs>
	),
});

function PayoutsPage() {
	const { t } = useLingui();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	return (
		<Page title={t`Payouts`}>
			<Payouts
				search={search}
				onSearch={(next) => void navigate({ search: next })}
				linkTo={({ id }, text) => (
					<TextLink to="/platform/payouts/$payoutId" params={{ payoutId: id }}>
						{text}
					</TextLink>
				)}
			/>
		</Page>
	);
}

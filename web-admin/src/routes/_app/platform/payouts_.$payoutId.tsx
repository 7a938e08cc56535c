import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { payoutQuery, payoutSearch } from "@/lib/payout";
import { may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { PayoutPage } from "@/pages/payout";
import { PlatformOrderLink } from "@/pages/statement-orders";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/platform/payouts_/$payoutId")({
	validateSearch: payoutSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps, params }) => {
		if (may(context.hat, "SELLER_LEDGER_READ"))
			void context.client.prefetchQuery(payoutQuery(context.hat, params.payoutId, deps));
	},
	component: () => (
		<Needs permission="SELLER_LEDGER_READ">
			<AnyPayout />
		</Needs>
	),
});

function AnyPayout() {
	const { payoutId } = Route.useParams();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	return (
		<PayoutPage
			id={payoutId}
			search={search}
			onSearch={(next) => void navigate({ search: next, resetScroll: false })}
			back={
				<TextLink to="/platform/payouts">
					<Trans>Payouts</Trans>
				</TextLink>
			}
			links={{
				order: (item) => <PlatformOrderLink of={item} />,
				seller: ({ id, name }) => (
					<TextLink to="/platform/sellers/$sellerId" params={{ sellerId: id }}>
						{name}
					</TextLink>
				),
				statement: (statementId, text) => (
					<TextLink to="/platform/statements/$statementId" params={{ statementId }}>
						{text}
					</TextLink>
				),
			}}
		/>
	);
}

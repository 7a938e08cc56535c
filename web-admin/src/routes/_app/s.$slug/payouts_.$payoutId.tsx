import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { useHat } from "@/lib/hat";
import { payoutQuery, payoutSearch } from "@/lib/payout";
import { may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { PayoutPage } from "@/pages/payout";
import { SellerOrderLink } from "@/pages/statement-orders";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/s/$slug/payouts_/$payoutId")({
	validateSearch: payoutSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps, params }) => {
		if (may(context.hat, "SELLER_LEDGER_READ"))
			void context.client.prefetchQuery(payoutQuery(context.hat, params.payoutId, deps));
	},
	component: () => (
		<Needs permission="SELLER_LEDGER_READ">
			<OwnPayout />
		</Needs>
	),
});

function OwnPayout() {
	const { payoutId, slug } = Route.useParams();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const hat = useHat();
	return (
		<PayoutPage
			id={payoutId}
			search={search}
			onSearch={(next) => void navigate({ search: next, resetScroll: false })}
			back={
				<TextLink to="/s/$slug/payouts" params={{ slug }} search={{ view: "payouts" }}>
					<Trans>Payouts</Trans>
				</TextLink>
			}
			links={{
				order: (item) => <SellerOrderLink of={item} slug={slug} />,
				statement: (statementId, text) => (
					<TextLink to="/s/$slug/statements/$statementId" params={{ slug, statementId }}>
						{text}
					</TextLink>
				),
				bank: may(hat, "PAYOUT_ACCOUNT_EDIT") && (
					<TextLink to="/s/$slug/payouts/account" params={{ slug }}>
						<Trans>To the bank account</Trans>
					</TextLink>
				),
			}}
		/>
	);
}

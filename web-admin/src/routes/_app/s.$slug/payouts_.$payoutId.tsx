import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { Needs } from "@/pages/needs";
import { PayoutPage } from "@/pages/payout";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/s/$slug/payouts_/$payoutId")({
	component: () => {
		const { payoutId, slug } = Route.useParams();
		return (
			<Needs permission="SELLER_LEDGER_READ">
				<PayoutPage
					id={payoutId}
					back={
						<TextLink to="/s/$slug/payouts" params={{ slug }} search={{ view: "payouts" }}>
							<Trans>Payouts</Trans>
						</TextLink>
					}
				/>
			</Needs>
		);
	},
});

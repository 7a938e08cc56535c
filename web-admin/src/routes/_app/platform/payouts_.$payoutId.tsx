import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { Needs } from "@/pages/needs";
import { PayoutPage } from "@/pages/payout";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/platform/payouts_/$payoutId")({
	component: () => {
		const { payoutId } = Route.useParams();
		return (
			<Needs permission="SELLER_LEDGER_READ">
				<PayoutPage
					id={payoutId}
					back={
						<TextLink to="/platform/payouts">
							<Trans>Payouts</Trans>
						</TextLink>
					}
				/>
			</Needs>
		);
	},
});

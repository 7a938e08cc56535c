import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { AccountAtStripe } from "@/pages/account-embed";
import { Needs } from "@/pages/needs";
import { AccountFacts, usePayoutAccount } from "@/pages/payout-account";
import { Page, TextLink } from "@/ui/page";
import { Panel } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";

export const Route = createFileRoute("/_app/s/$slug/payouts_/account")({
	component: () => (
		<Needs permission="PAYOUT_ACCOUNT_EDIT">
			<AccountPage />
		</Needs>
	),
});

function AccountPage() {
	const { t } = useLingui();
	const { slug } = Route.useParams();
	const { data, error, refetch } = usePayoutAccount();
	const account = data?.payoutAccount;
	return (
		<Page
			title={t`Your account at Stripe`}
			back={
				<TextLink to="/s/$slug/payouts" params={{ slug }}>
					<Trans>Payouts</Trans>
				</TextLink>
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={3} label={t`Loading the payout account`} />}
			{data && !account && <Empty title={t`There is no payout account yet.`} />}
			{account && (
				<Panel title={t`Payout account`}>
					<AccountFacts account={account} />
				</Panel>
			)}
			{account && <AccountAtStripe account={account} />}
		</Page>
	);
}

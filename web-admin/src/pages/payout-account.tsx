import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import {
	PayoutAccountDocument,
	type PayoutAccountQuery,
	SellerOnboardingLinkCreateDocument,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { payoutAccountStatuses } from "@/lib/labels";
import { useNow } from "@/lib/now";
import { disabledReasons, payoutFailures } from "@/lib/provider-words";
import { hatQuery } from "@/lib/query";
import { requirementsInWords } from "@/lib/requirements";
import { may } from "@/lib/session";
import { Button, buttonClass } from "@/ui/button";
import { Facts, Panel } from "@/ui/panel";
import { Banner, Failure, Skeleton } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { Instant } from "@/ui/text";
import { Deadline } from "./deadline";
import { FormFailure } from "./failure";

type Account = PayoutAccountQuery["payoutAccount"];

/** The payout account of a seller. While the provider works on it, it is asked for again. */
export function usePayoutAccount(sellerId?: string) {
	const hat = useHat();
	return useQuery({
		...hatQuery(hat, "money", PayoutAccountDocument, { sellerId }),
		enabled: may(hat, "PAYOUT_ACCOUNT_READ"),
		refetchInterval: ({ state }) => {
			const status = state.data?.payoutAccount?.status;
			return status === "CREATING" || status === "VERIFYING" ? 3000 : false;
		},
	});
}

/** The way to the provider's form, for those who may use it: in a page of ours where Stripe can show it there. */
export function OnboardingButton({ account }: { account: Account }) {
	const hat = useHat();
	if (account?.embeddingKey && hat.seller) {
		return (
			<AccountLink slug={hat.seller.slug} look="primary">
				<Trans>Continue with Stripe</Trans>
			</AccountLink>
		);
	}
	return <HostedFormButton account={account} look="primary" />;
}

type AccountLinkProps = { slug: string; look?: "primary"; children: ReactNode };

/** To the page that shows Stripe's components. It is loaded anew: only its own answer lets Stripe's script in. */
function AccountLink({ slug, look, children }: AccountLinkProps) {
	return (
		<Link to="/s/$slug/payouts/account" params={{ slug }} reloadDocument className={buttonClass(look)}>
			{children}
		</Link>
	);
}

/** The way to the provider's form on its own pages. */
export function HostedFormButton({ account, look }: { account: Account; look?: "primary" }) {
	const { t } = useLingui();
	const create = useHatMutation(SellerOnboardingLinkCreateDocument, []);
	const isBusy = create.isPending || create.isSuccess;
	const go = () =>
		create.mutate(
			{ input: {} },
			{
				onSuccess: ({ sellerOnboardingLinkCreate: link }) => {
					// A link of the API, to the provider or in development to its simulator.
					if (link?.url && /^https?:\/\//.test(link.url)) window.location.assign(link.url);
				},
			},
		);
	return (
		<div className="flex flex-col items-start gap-2">
			<Button look={look} onPress={go} isDisabled={isBusy}>
				<ExternalLink aria-hidden="true" className="size-4" />
				{isBusy ? t`Opening the form…` : account ? t`Continue with Stripe` : t`Set up payouts`}
			</Button>
			<FormFailure error={create.error} />
		</div>
	);
}

/** Whether the provider's dashboard opens: its form was filled in. */
export const hasDashboard = (account: Account) =>
	account?.status === "ENABLED" || account?.status === "VERIFYING" || account?.status === "RESTRICTED";

/** The way to the provider's dashboard, for sellers who have filled in its form. */
export function DashboardButton() {
	const { t } = useLingui();
	const create = useHatMutation(SellerOnboardingLinkCreateDocument, []);
	const go = () =>
		create.mutate(
			{ input: { page: "DASHBOARD" } },
			{
				onSuccess: ({ sellerOnboardingLinkCreate: link }) => {
					if (link?.url && /^https?:\/\//.test(link.url)) window.location.assign(link.url);
				},
			},
		);
	return (
		<div className="flex flex-col items-start gap-2">
			<Button onPress={go} isDisabled={create.isPending || create.isSuccess}>
				<ExternalLink aria-hidden="true" className="size-4" />
				{create.isPending || create.isSuccess ? t`Opening Stripe…` : t`Open my account at Stripe`}
			</Button>
			<FormFailure error={create.error} />
		</div>
	);
}

/** What the provider waits for while everything still works. */
function DueBanner({ account, dueBy }: { account: Account; dueBy: string }) {
	const hat = useHat();
	return (
		<Banner tone="warn" action={may(hat, "PAYOUT_ACCOUNT_EDIT") && <OnboardingButton account={account} />}>
			<p className="font-semibold">
				<Trans>The payment provider needs more details</Trans>
			</p>
			<p>
				<Trans>
					Give them before the time ends: <Deadline at={dueBy} />. From then on your money waits.
				</Trans>
			</p>
		</Banner>
	);
}

/** What a seller has to do before money can flow; nothing when it flows. */
export function OnboardingBanner({ account }: { account: Account }) {
	const hat = useHat();
	const status = account?.status;
	if (status === "ENABLED")
		return account?.dueBy ? <DueBanner account={account} dueBy={account.dueBy} /> : null;
	if (status === "REJECTED") {
		return (
			<Banner tone="danger">
				<Trans>The payment provider has closed the payout account for good. Ask the platform for help.</Trans>
			</Banner>
		);
	}
	if (status === "VERIFYING") {
		return (
			<Banner tone="info">
				<Trans>
					The payment provider checks what you have told. Nothing is to be done; this usually takes minutes.
				</Trans>
			</Banner>
		);
	}
	const canAct = may(hat, "PAYOUT_ACCOUNT_EDIT");
	return (
		<Banner
			tone={status === "RESTRICTED" ? "danger" : "warn"}
			action={canAct && <OnboardingButton account={account} />}
		>
			<p className="font-semibold">
				{status === "RESTRICTED" ? (
					<Trans>The payment provider needs more details</Trans>
				) : (
					<Trans>Set up payouts to be paid</Trans>
				)}
			</p>
			<p>
				{canAct ? (
					<Trans>
						Tell our payment provider who you are and where your money goes. You can sell before; the money
						waits.
					</Trans>
				) : hat.memberRole === "OWNER" ? (
					<Trans>You can do that as soon as the platform lets you sell.</Trans>
				) : (
					<Trans>
						An owner of the seller has to tell our payment provider who you are and where your money goes.
					</Trans>
				)}
			</p>
		</Banner>
	);
}

/** The payout account in detail. */
export function PayoutAccountPanel({ sellerId }: { sellerId?: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = usePayoutAccount(sellerId);
	const account = data?.payoutAccount;
	return (
		<Panel title={t`Payout account`}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={3} label={t`Loading the payout account`} />}
			{data && !account && (
				<p className="text-muted">
					<Trans>There is no payout account yet.</Trans>
				</p>
			)}
			{account && <AccountFacts account={account} />}
			{account && !sellerId && may(hat, "PAYOUT_ACCOUNT_EDIT") && <AccountDoors account={account} />}
		</Panel>
	);
}

/** Where the seller changes the account. */
function AccountDoors({ account }: { account: NonNullable<Account> }) {
	const hat = useHat();
	return (
		<div className="flex flex-wrap gap-2 pt-4 empty:hidden">
			{account.embeddingKey && hat.seller && (
				<AccountLink slug={hat.seller.slug}>
					<Trans>Manage your account</Trans>
				</AccountLink>
			)}
			{hasDashboard(account) && <DashboardButton />}
		</div>
	);
}

/** How the account stands at the provider, and what it waits for. */
export function AccountFacts({ account }: { account: NonNullable<Account> }) {
	const { t, i18n } = useLingui();
	const now = useNow(60_000);
	const yesNo = (is: boolean) => (is ? t`Yes` : t`No`);
	return (
		<Facts
			facts={[
				{ term: t`Status`, detail: <Status of={account.status} labels={payoutAccountStatuses} /> },
				{ term: t`Can receive money`, detail: yesNo(account.canReceive) },
				{ term: t`Can be paid out`, detail: yesNo(account.canPayOut) },
				account.refusal && { term: t`The provider refuses to open it`, detail: account.refusal },
				account.bankLast4 !== "" && { term: t`Bank account`, detail: `•••• ${account.bankLast4}` },
				account.canPayOut &&
					Date.parse(account.nextPayoutAt) > now && {
						term: t`No payout before`,
						detail: <Instant of={account.nextPayoutAt} isLong />,
					},
				account.currentlyDue.length > 0 && {
					term: t`The provider waits for`,
					detail: (
						<ul className="flex flex-col items-end">
							{requirementsInWords(account.currentlyDue).map((words) => (
								<li key={words.id}>{i18n._(words)}</li>
							))}
						</ul>
					),
				},
				account.dueBy && { term: t`Time for that`, detail: <Deadline at={account.dueBy} /> },
				account.requirementErrors.length > 0 && {
					term: t`Asked for again`,
					detail: (
						<ul className="flex flex-col items-end">
							{requirementsInWords(account.requirementErrors.map((error) => error.requirement)).map(
								(words) => (
									<li key={words.id}>{i18n._(words)}</li>
								),
							)}
						</ul>
					),
				},
				account.futureDueBy &&
					account.futureDue.length > 0 && {
						term: t`Needed later`,
						detail: (
							<ul className="flex flex-col items-end">
								{requirementsInWords(account.futureDue).map((words) => (
									<li key={words.id}>{i18n._(words)}</li>
								))}
								<li>
									<Deadline at={account.futureDueBy} />
								</li>
							</ul>
						),
					},
				account.bankStatus === "errored" && {
					term: t`The bank account`,
					detail: t`A payout came back. Replace it; until then nothing is paid out.`,
				},
				account.disabledReason !== "" && {
					term: t`Disabled because of`,
					detail: <Words of={account.disabledReason} labels={disabledReasons} />,
				},
				account.payoutBlock !== "" && {
					term: t`The last payout failed`,
					detail: <Words of={account.payoutBlock} labels={payoutFailures} />,
				},
			]}
		/>
	);
}

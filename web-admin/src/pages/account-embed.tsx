import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { PayoutAccountSessionCreateDocument } from "@/gql/graphql";
import { ApiError } from "@/lib/api";
import { type Embedded, embed, type Part } from "@/lib/connect";
import { change, FaultsError, useHat } from "@/lib/hat";
import { useTheme } from "@/lib/theme";
import { Panel } from "@/ui/panel";
import { Banner } from "@/ui/states";
import { ErrorText } from "./failure";
import { DashboardButton, HostedFormButton, hasDashboard, usePayoutAccount } from "./payout-account";

type Account = NonNullable<NonNullable<ReturnType<typeof usePayoutAccount>["data"]>["payoutAccount"]>;

/** Stripe's own components for the account, and below them the way to Stripe's pages, which always works. */
export function AccountAtStripe({ account }: { account: Account }) {
	const { t } = useLingui();
	const { embeddingKey } = account;
	const isFormOpen = !hasDashboard(account) || account.currentlyDue.length > 0;
	return (
		<>
			{embeddingKey && (
				<EmbeddedAccount
					publishableKey={embeddingKey}
					part={account.isDetailsSubmitted ? "account-management" : "account-onboarding"}
				/>
			)}
			<Panel title={t`On Stripe's own pages`}>
				<div className="flex flex-col items-start gap-3">
					<p className="text-muted">
						{embeddingKey ? (
							<Trans>You can do the same there, also when nothing is shown here.</Trans>
						) : (
							<Trans>There you say who you are and where your money goes.</Trans>
						)}
					</p>
					<div className="flex flex-wrap gap-2">
						{isFormOpen && <HostedFormButton account={account} look="primary" />}
						{hasDashboard(account) && <DashboardButton />}
					</div>
				</div>
			</Panel>
		</>
	);
}

function EmbeddedAccount({ publishableKey, part }: { publishableKey: string; part: Part }) {
	const { t, i18n } = useLingui();
	const { actAs } = useHat();
	const client = useQueryClient();
	const theme = useTheme();
	const place = useRef<HTMLDivElement>(null);
	const shown = useRef<Embedded>(undefined);
	const locale = useRef(i18n.locale);
	const [failure, setFailure] = useState<unknown>();
	useEffect(() => {
		const into = place.current;
		if (!into) return;
		let isGone = false;
		const embedding = embed(part, into, {
			publishableKey,
			locale: locale.current,
			secret: async () => {
				const { payoutAccountSessionCreate: made } = await change(
					PayoutAccountSessionCreateDocument,
					{ input: {} },
					actAs,
				);
				if (!made?.clientSecret) throw new Error("There is no secret in the answer.");
				return made.clientSecret;
			},
			onFailure: setFailure,
			onExit: () => void client.invalidateQueries({ queryKey: ["money"] }),
		});
		embedding.then(
			(embedded) => {
				if (isGone) embedded.end();
				else shown.current = embedded;
			},
			(error: unknown) => !isGone && setFailure(error),
		);
		return () => {
			isGone = true;
			shown.current?.end();
			shown.current = undefined;
		};
	}, [part, publishableKey, actAs, client]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, which has the theme's
	useEffect(() => {
		locale.current = i18n.locale;
		shown.current?.update(i18n.locale);
		// oxlint-disable-next-line react/exhaustive-effect-dependencies -- the colours are read from the page, which has the theme's
	}, [i18n.locale, theme]);
	return (
		<>
			{failure !== undefined && (
				<Banner tone="warn" role="alert">
					<p className="font-semibold">
						<Trans>Stripe's form could not be shown here</Trans>
					</p>
					<p>
						<Trans>Go on with the button below, on Stripe's own pages.</Trans>
					</p>
					{(failure instanceof ApiError || failure instanceof FaultsError) && (
						<p>
							<ErrorText error={failure} />
						</p>
					)}
				</Banner>
			)}
			<section
				ref={place}
				aria-label={t`Stripe's form`}
				hidden={failure !== undefined}
				className="flex min-h-40 flex-col gap-4 rounded-lg border border-line bg-surface p-4"
			/>
		</>
	);
}

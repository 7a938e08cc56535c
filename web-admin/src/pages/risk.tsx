import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminExposureDocument,
	AdminRiskRatingsDocument,
	AdminRiskTierSetDocument,
	type SellerRiskTier,
} from "@/gql/graphql";
import { isZero } from "@/lib/format";
import { useHat, useHatMutation } from "@/lib/hat";
import { riskTiers } from "@/lib/operator-labels";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { Facts, Panel } from "@/ui/panel";
import { Said } from "@/ui/said";
import { Select } from "@/ui/select";
import { Failure, Skeleton } from "@/ui/states";
import { Status } from "@/ui/status";
import { Instant, Money } from "@/ui/text";
import { FormDialog } from "./form-dialog";

/** How much a seller is trusted, and since when and why. */
export function RiskPanel({ sellerId }: { sellerId: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const { data, error, refetch } = useQuery(hatQuery(hat, "sellers", AdminRiskRatingsDocument, { sellerId }));
	const ratings = data?.sellerRiskRatings ?? [];
	const [held, ...earlier] = ratings;
	return (
		<Panel
			title={t`Risk`}
			action={
				may(hat, "TRANSFER_HOLD") && (
					<Button aria-label={t`Set the tier of risk…`} onPress={() => setOpen(true)}>
						<Trans>Set…</Trans>
					</Button>
				)
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={2} label={t`Loading: risk`} />}
			{data && (
				<div className="flex flex-col gap-2">
					<p className="flex flex-wrap items-center gap-x-3 gap-y-1">
						<Status of={held?.tier ?? "NEW"} labels={riskTiers} />
						<span className="text-muted">
							{!held || held.isAutomatic ? t`By the rule of the platform` : t`Set by an operator`}
						</span>
					</p>
					{held && (
						<p className="break-words">
							<Reason of={held} />{" "}
							<span className="text-muted">
								<Instant of={held.createdAt} isLong />
							</span>
						</p>
					)}
					{earlier.length > 0 && (
						<details>
							<summary className="cursor-pointer text-brand">{t`Earlier`}</summary>
							<ol className="flex flex-col divide-y divide-line">
								{earlier.map(({ id, tier, reason, isAutomatic, createdAt }) => (
									<li key={id} className="flex flex-col gap-0.5 py-2">
										<span className="flex flex-wrap justify-between gap-2">
											<Status of={tier} labels={riskTiers} />
											<Instant of={createdAt} isLong />
										</span>
										<span className="break-words text-muted">
											<Reason of={{ reason, isAutomatic }} />
										</span>
									</li>
								))}
							</ol>
						</details>
					)}
				</div>
			)}
			{isOpen && <TierDialog sellerId={sellerId} onClose={() => setOpen(false)} />}
		</Panel>
	);
}

/** Why a seller is in a tier: in the words of an operator, or in those of the rule. */
function Reason({ of: { reason, isAutomatic } }: { of: { reason: string; isAutomatic: boolean } }) {
	return isAutomatic ? <Said>{reason}</Said> : <>{reason}</>;
}

function TierDialog({ sellerId, onClose }: { sellerId: string; onClose: () => void }) {
	const { t, i18n } = useLingui();
	const [tier, setTier] = useState<SellerRiskTier>();
	const [reason, setReason] = useState("");
	const set = useHatMutation(AdminRiskTierSetDocument, ["sellers", "money"]);
	const tiers = Object.keys(riskTiers) as SellerRiskTier[];
	return (
		<FormDialog
			title={t`Set the tier of risk`}
			verb={<Trans>Set</Trans>}
			mutation={set}
			fields={["reason"]}
			onClose={onClose}
			onSubmit={() =>
				set.mutate(
					{ input: { sellerId, tier, reason } },
					{
						onSuccess: () => {
							notify(t`It holds for what is paid from now on.`);
							onClose();
						},
					},
				)
			}
		>
			<p className="text-muted">
				<Trans>
					The tier decides how long money is held, what is kept of it, and whether payouts may be instant.
				</Trans>
			</p>
			<Select
				label={t`Tier`}
				all={t`As the rule of the platform has it`}
				value={tier}
				choices={tiers.map((value) => ({ value, label: i18n._(riskTiers[value].label) }))}
				onChange={setTier}
			/>
			<TextField
				label={t`Reason`}
				name="reason"
				rows={3}
				isRequired
				maxLength={1000}
				value={reason}
				onChange={setReason}
			/>
		</FormDialog>
	);
}

/** What the platform would lose by a seller. */
export function ExposurePanel({ sellerId }: { sellerId: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(hatQuery(hat, "money", AdminExposureDocument, { sellerId }));
	const exposures = data?.sellerExposure ?? [];
	return (
		<Panel title={t`Exposure`}>
			<p className="mb-2 text-muted">
				<Trans>What would be lost if all sales of the last 120 days were disputed and the seller gone.</Trans>
			</p>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={2} label={t`Loading: exposure`} />}
			{data && exposures.length === 0 && <p>{t`Nothing.`}</p>}
			{exposures.map(({ currencyCode, moved, debt, cover, amount }) => (
				<Facts
					key={currencyCode}
					facts={[
						{ term: t`Transferred to the seller`, detail: <Money of={moved} /> },
						{ term: t`Owed by the seller`, detail: <Money of={debt} /> },
						{ term: t`less what is still there, and owed to the seller`, detail: <Money of={cover} /> },
						{
							term: t`Would be lost`,
							// The rest of a sum below zero is no loss: without a word the figures would not add up.
							detail: isZero(amount) ? (
								<span className="font-semibold">{t({ message: "Nothing", context: "none of it" })}</span>
							) : (
								<Money of={amount} className="font-semibold" />
							),
						},
					]}
				/>
			))}
		</Panel>
	);
}

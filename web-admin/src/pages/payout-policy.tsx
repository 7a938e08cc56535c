import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminManualPayoutsDocument,
	AdminPayoutPoliciesDocument,
	type AdminPayoutPoliciesQuery,
	AdminPayoutPolicySetDocument,
	AdminPayoutRecordDocument,
	type PayoutHoldStart,
} from "@/gql/graphql";
import { typedMoney } from "@/lib/format";
import { useHat, useHatMutation, useKeyedMutation } from "@/lib/hat";
import { holdStarts } from "@/lib/labels";
import { numerals } from "@/lib/numerals";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Select } from "@/ui/select";
import { Failure, Skeleton } from "@/ui/states";
import { Code, Instant, Money } from "@/ui/text";
import { FormDialog } from "./form-dialog";

type Policy = NonNullable<AdminPayoutPoliciesQuery["sellerPayoutPolicies"]>[number];
type Seller = { id: string; currencyCode: string };

/** When a seller's money is released, version by version, and the way to set it. */
export function PayoutPolicyPanel({ seller }: { seller: Seller }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "money", AdminPayoutPoliciesDocument, { sellerId: seller.id }),
	);
	const policies = data?.sellerPayoutPolicies ?? [];
	return (
		<Panel
			title={t`Release policy`}
			action={
				may(hat, "TRANSFER_HOLD") && (
					<Button onPress={() => setOpen(true)}>
						<Trans>Set…</Trans>
					</Button>
				)
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={2} label={t`Loading the release policy`} />}
			{data && policies.length === 0 && (
				<p className="text-muted">
					<Trans>As the settings of the platform have it.</Trans>
				</p>
			)}
			<ol className="flex flex-col divide-y divide-line">
				{policies.map((policy) => (
					<li key={policy.id} className="flex flex-col gap-0.5 py-3 first:pt-0 last:pb-0">
						<p className="font-semibold">
							<Trans>
								From <Instant of={policy.effectiveAt} isLong />
							</Trans>
						</p>
						<PolicyTerms policy={policy} />
						<p className="break-words whitespace-pre-wrap text-muted">{policy.reason}</p>
					</li>
				))}
			</ol>
			{isOpen && <PolicyDialog seller={seller} onClose={() => setOpen(false)} />}
		</Panel>
	);
}

function PolicyTerms({ policy }: { policy: Policy }) {
	const { t, i18n } = useLingui();
	const { holdDays, holdFrom, reserveBasisPoints, reserveDays } = policy;
	const percent = ((reserveBasisPoints ?? 0) / 100).toLocaleString(numerals(i18n.locale));
	const terms = [
		holdDays != null && t`held for ${holdDays} days`,
		holdFrom && i18n._(holdStarts[holdFrom]),
		reserveBasisPoints != null && t`${percent} % kept in reserve`,
		reserveDays != null && t`the reserve is kept for ${reserveDays} days`,
	].filter(Boolean);
	return <p>{terms.length > 0 ? terms.join(", ") : t`As the settings of the platform have it.`}</p>;
}

const whole = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));

function PolicyDialog({ seller, onClose }: { seller: Seller; onClose: () => void }) {
	const { t, i18n } = useLingui();
	const [holdFrom, setHoldFrom] = useState<PayoutHoldStart>();
	const [holdDays, setHoldDays] = useState("");
	const [percent, setPercent] = useState("");
	const [reserveDays, setReserveDays] = useState("");
	const [reason, setReason] = useState("");
	const set = useHatMutation(AdminPayoutPolicySetDocument, ["money", "audit"]);
	const save = () => {
		const share = whole(percent);
		set.mutate(
			{
				input: {
					sellerId: seller.id,
					holdFrom,
					holdDays: whole(holdDays),
					reserveBasisPoints: share === undefined ? undefined : Math.round(share * 100),
					reserveDays: whole(reserveDays),
					reason,
				},
			},
			{
				onSuccess: () => {
					notify(t`It holds for what is sold from now on.`);
					onClose();
				},
			},
		);
	};
	return (
		<FormDialog
			title={t`Set the release policy`}
			verb={<Trans>Set</Trans>}
			mutation={set}
			fields={["holdDays", "reserveBasisPoints", "reserveDays", "reason"]}
			onSubmit={save}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>What stays empty is as the platform has it. What was sold before keeps its terms.</Trans>
			</p>
			<Select
				label={t`The hold runs`}
				all={t`As the platform has it`}
				value={holdFrom}
				choices={(Object.keys(holdStarts) as PayoutHoldStart[]).map((value) => ({
					value,
					label: i18n._(holdStarts[value]),
				}))}
				onChange={setHoldFrom}
			/>
			<NumberField
				label={t`Days of the hold`}
				name="holdDays"
				max={90}
				value={holdDays}
				onChange={setHoldDays}
			/>
			<NumberField
				label={t`Kept in reserve, in percent`}
				name="reserveBasisPoints"
				max={50}
				step="0.01"
				value={percent}
				onChange={setPercent}
			/>
			<NumberField
				label={t`Days of the reserve`}
				name="reserveDays"
				max={90}
				value={reserveDays}
				onChange={setReserveDays}
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

type NumberFieldProps = {
	label: string;
	name: string;
	max: number;
	step?: string;
	value: string;
	onChange: (text: string) => void;
};

/** A number from 0 on. The browser checks it before anything is sent, and the server again. */
function NumberField({ label, name, max, step = "1", value, onChange }: NumberFieldProps) {
	return (
		<TextField
			label={label}
			name={name}
			type="number"
			bounds={{ min: 0, max, step }}
			value={value}
			onChange={onChange}
		/>
	);
}

/** What the platform has paid a seller from its own bank, and the way to put more on the books. */
export function ManualPayoutsPanel({ seller }: { seller: Seller }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "money", AdminManualPayoutsDocument, { sellerId: seller.id }),
	);
	const payouts = data?.manualPayouts ?? [];
	return (
		<Panel
			title={t`Paid outside the provider`}
			action={
				may(hat, "SELLER_PAYOUT_RECORD") && (
					<Button onPress={() => setOpen(true)}>
						<Trans>Record…</Trans>
					</Button>
				)
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={2} label={t`Loading what was paid outside`} />}
			{data && payouts.length === 0 && (
				<p className="text-muted">
					<Trans>Nothing was paid outside the provider.</Trans>
				</p>
			)}
			<ul className="flex flex-col divide-y divide-line">
				{payouts.map((payout) => (
					<li key={payout.id} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-2">
						<span>
							<Instant of={payout.createdAt} isLong /> <Code>{payout.reference}</Code>
						</span>
						<Money of={payout.amount} />
					</li>
				))}
			</ul>
			{isOpen && <RecordDialog seller={seller} onClose={() => setOpen(false)} />}
		</Panel>
	);
}

function RecordDialog({ seller, onClose }: { seller: Seller; onClose: () => void }) {
	const { t } = useLingui();
	const [amount, setAmount] = useState("");
	const [reference, setReference] = useState("");
	const [reason, setReason] = useState("");
	const record = useKeyedMutation(AdminPayoutRecordDocument, ["proposals", "money"]);
	const { currencyCode } = seller;
	const propose = () =>
		record.mutate(
			{
				input: {
					sellerId: seller.id,
					amount: typedMoney(amount, currencyCode),
					reference,
					reason,
				},
			},
			{
				onSuccess: () => {
					notify(t`Proposed. It is booked as soon as a second person approves.`);
					onClose();
				},
			},
		);
	return (
		<FormDialog
			title={t`Record a payout by bank`}
			verb={<Trans>Propose</Trans>}
			mutation={record}
			fields={["amount", "reference", "reason"]}
			onSubmit={propose}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>
					It comes from what is released and not transferred yet. A second person has to approve it.
				</Trans>
			</p>
			<TextField
				label={t`Amount in ${currencyCode}`}
				name="amount"
				inputMode="decimal"
				isRequired
				value={amount}
				onChange={setAmount}
			/>
			<TextField
				label={t`Reference of the bank transfer`}
				name="reference"
				isRequired
				maxLength={140}
				value={reference}
				onChange={setReference}
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

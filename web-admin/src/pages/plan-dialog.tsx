import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AdminPlanPublishDocument } from "@/gql/graphql";
import { usePlatformCurrencies } from "@/lib/currencies";
import { typedMoney } from "@/lib/format";
import { useHatMutation } from "@/lib/hat";
import { useNow } from "@/lib/now";
import { startOfDay } from "@/lib/zone";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { FormDialog } from "./form-dialog";
import { type Plan, versionInForce } from "./plans";

/** Without a currency of its own a fee is in the platform's, which may come after the dialog. */
type Fee = { key: number; currencyCode?: string; monthly: string; listing: string };

const whole = (text: string) => (text.trim() === "" ? undefined : Number(text));

/** Proposes what a plan costs and allows. It begins with what holds now. */
export function PlanDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
	const { t } = useLingui();
	const now = useNow(60_000);
	const before = versionInForce(plan.versions, now);
	const [standard = ""] = usePlatformCurrencies() ?? [];
	const [fees, setFees] = useState<Fee[]>(() =>
		before
			? before.fees.map(({ currencyCode, monthly, listing }, key) => ({
					key,
					currencyCode,
					monthly: monthly.amount,
					listing: listing.amount,
				}))
			: [{ key: 0, monthly: "", listing: "" }],
	);
	const [vat, setVat] = useState(before ? String(before.vatBasisPoints / 100) : "0");
	const [free, setFree] = useState(String(before?.freeListings ?? 0));
	const [offers, setOffers] = useState(before?.offersMax == null ? "" : String(before.offersMax));
	const [seats, setSeats] = useState(before?.seatsMax == null ? "" : String(before.seatsMax));
	const [trial, setTrial] = useState(String(before?.trialDays ?? 0));
	const [hold, setHold] = useState(before?.holdDays == null ? "" : String(before.holdDays));
	const [kept, setKept] = useState(
		before?.reserveBasisPoints == null ? "" : String(before.reserveBasisPoints / 100),
	);
	const [reserve, setReserve] = useState(before?.reserveDays == null ? "" : String(before.reserveDays));
	const [from, setFrom] = useState("");
	const [reason, setReason] = useState("");
	const publish = useHatMutation(AdminPlanPublishDocument, ["plans", "proposals"]);
	const change = (key: number, next: Partial<Fee>) =>
		setFees(fees.map((fee) => (fee.key === key ? { ...fee, ...next } : fee)));
	const propose = () =>
		publish.mutate(
			{
				input: {
					planId: plan.id,
					fees: fees.map(({ currencyCode = standard, monthly, listing }) => ({
						monthly: typedMoney(monthly || "0", currencyCode),
						listing: listing.trim() ? typedMoney(listing, currencyCode) : undefined,
					})),
					vatBasisPoints: Math.round((whole(vat) ?? 0) * 100),
					freeListings: whole(free) ?? 0,
					offersMax: whole(offers),
					seatsMax: whole(seats),
					trialDays: whole(trial) ?? 0,
					holdDays: whole(hold),
					reserveBasisPoints: kept.trim() === "" ? undefined : Math.round(Number(kept) * 100),
					reserveDays: whole(reserve),
					effectiveFrom: startOfDay(from || undefined),
					reason,
				},
			},
			{
				onSuccess: () => {
					notify(t`Proposed. It holds once a second person has approved it.`);
					onClose();
				},
			},
		);
	return (
		<FormDialog
			title={t`What ${plan.name} costs`}
			verb={<Trans>Propose</Trans>}
			mutation={publish}
			fields={[
				"vatBasisPoints",
				"freeListings",
				"offersMax",
				"seatsMax",
				"trialDays",
				"holdDays",
				"reserveBasisPoints",
				"reserveDays",
				"effectiveFrom",
				"reason",
			]}
			onSubmit={propose}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>It holds for every seller on the plan, and never for the past.</Trans>
			</p>
			{fees.map((fee) => (
				<fieldset key={fee.key} className="grid grid-cols-[5rem_1fr_1fr] items-end gap-2">
					<legend className="sr-only">{t`Fees in ${fee.currencyCode ?? standard}`}</legend>
					<TextField
						label={t`Currency`}
						isRequired
						maxLength={3}
						value={fee.currencyCode ?? standard}
						onChange={(text) => change(fee.key, { currencyCode: text.toUpperCase() })}
					/>
					<TextField
						label={t`Monthly`}
						inputMode="decimal"
						isRequired
						value={fee.monthly}
						onChange={(monthly) => change(fee.key, { monthly })}
					/>
					<TextField
						label={t`For a listing`}
						inputMode="decimal"
						value={fee.listing}
						onChange={(listing) => change(fee.key, { listing })}
					/>
				</fieldset>
			))}
			<div>
				<Button
					onPress={() =>
						setFees([
							...fees,
							{
								key: Math.max(...fees.map(({ key }) => key), 0) + 1,
								currencyCode: "",
								monthly: "",
								listing: "",
							},
						])
					}
				>
					<Trans>Another currency</Trans>
				</Button>
			</div>
			<div className="grid gap-4 sm:grid-cols-2">
				<Count
					label={t`VAT in percent`}
					name="vatBasisPoints"
					step="0.01"
					max={100}
					value={vat}
					onChange={setVat}
				/>
				<Count label={t`Listings without a fee`} name="freeListings" value={free} onChange={setFree} />
				<Count
					label={t`Offers at most`}
					name="offersMax"
					hint={t`No limit when empty.`}
					value={offers}
					onChange={setOffers}
				/>
				<Count
					label={t`Members at most`}
					name="seatsMax"
					hint={t`No limit when empty.`}
					value={seats}
					onChange={setSeats}
				/>
				<Count
					label={t`Days without a monthly fee`}
					name="trialDays"
					max={366}
					value={trial}
					onChange={setTrial}
				/>
				<Count
					label={t`Days until money is released`}
					name="holdDays"
					hint={t`As the platform has it when empty.`}
					max={90}
					value={hold}
					onChange={setHold}
				/>
				<Count
					label={t`Kept in the reserve, in percent`}
					name="reserveBasisPoints"
					hint={t`As the platform has it when empty.`}
					step="0.01"
					max={50}
					value={kept}
					onChange={setKept}
				/>
				<Count
					label={t`Days in the reserve`}
					name="reserveDays"
					hint={t`As the platform has it when empty.`}
					max={90}
					value={reserve}
					onChange={setReserve}
				/>
				<TextField
					label={t({ message: "From", context: "first day" })}
					name="effectiveFrom"
					type="date"
					hint={t`When it is approved, when empty.`}
					value={from}
					onChange={setFrom}
				/>
			</div>
			<TextField
				label={t`Reason`}
				hint={t`Whoever approves reads it.`}
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

type CountProps = {
	label: string;
	name: string;
	value: string;
	onChange: (text: string) => void;
	hint?: string;
	max?: number;
	step?: string;
};

function Count({ max, step = "1", ...props }: CountProps) {
	return <TextField {...props} type="number" bounds={{ min: 0, max, step }} />;
}

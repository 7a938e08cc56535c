import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Landmark } from "lucide-react";
import { useState } from "react";
import {
	AdminTaxPayablesDocument,
	type AdminTaxPayablesQuery,
	AdminTaxRemittanceRecordDocument,
	AdminTaxRemittanceReverseDocument,
	AdminTaxRemittancesDocument,
	type AdminTaxRemittancesQuery,
} from "@/gql/graphql";
import { formatDay, typedMoney } from "@/lib/format";
import { useHat, useKeyedMutation } from "@/lib/hat";
import { pageVariables } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { startOfDay } from "@/lib/zone";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Section } from "@/ui/panel";
import { Choose } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Instant, Money } from "@/ui/text";
import { FormDialog } from "./form-dialog";
import { ReasonDialog } from "./reason-dialog";

type Payable = NonNullable<AdminTaxPayablesQuery["taxPayables"]>[number];
type Remittance = NonNullable<AdminTaxRemittancesQuery["taxRemittances"]>["nodes"][number];
type PageSearch = { after?: string; before?: string };
type Props = { page: PageSearch; period: { from: string; to: string }; onPage: (page: PageSearch) => void };

/** What is payable to tax authorities as things stand, and what they were paid. */
export function TaxRemittances({ page, period, onPage }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const payables = useQuery(hatQuery(hat, "reports", AdminTaxPayablesDocument, {}));
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "reports", AdminTaxRemittancesDocument, pageVariables(page)),
	);
	const owed = (payables.data?.taxPayables ?? []).filter(({ amount }) => Number(amount.amount) > 0);
	return (
		<>
			<Section
				title={t`Payable now`}
				action={
					may(hat, "TAX_REMIT") &&
					owed.length > 0 && (
						<Button onPress={() => setOpen(true)}>
							<Trans>Record a payment…</Trans>
						</Button>
					)
				}
			>
				<List
					label={t`Taxes payable now`}
					columns={usePayableColumns()}
					rows={payables.data && (payables.data.taxPayables ?? [])}
					keyOf={keyOf}
					error={payables.error}
					onRetry={() => void payables.refetch()}
					isFetching={payables.isFetching}
					empty={
						<Empty icon={Landmark} title={t`No tax is payable`}>
							{t`Taxes that the platform collects appear here until they are paid.`}
						</Empty>
					}
				/>
			</Section>
			<Section title={t`Paid to authorities`}>
				<List
					label={t`Taxes paid to authorities`}
					columns={useRemittanceColumns()}
					rows={data?.taxRemittances?.nodes}
					keyOf={({ id }) => id}
					error={error}
					onRetry={() => void refetch()}
					isFetching={isFetching}
					pageInfo={data?.taxRemittances?.pageInfo}
					onPage={onPage}
					empty={
						<Empty icon={Landmark} title={t`No tax was paid yet`}>
							{t`What you pay to an authority is recorded here, by two persons.`}
						</Empty>
					}
				/>
			</Section>
			{isOpen && <RecordDialog owed={owed} period={period} onClose={() => setOpen(false)} />}
		</>
	);
}

const keyOf = ({ jurisdiction, currency }: Payable) => `${jurisdiction ?? ""} ${currency}`;

/** The name of what a tax is owed for. */
function useTaxName() {
	const { t } = useLingui();
	return (jurisdiction?: string | null) => jurisdiction ?? t`VAT on commission and charges`;
}

function usePayableColumns(): Column<Payable>[] {
	const { t } = useLingui();
	const nameOf = useTaxName();
	return [
		{ header: t`Tax`, card: "title", cell: ({ jurisdiction }) => nameOf(jurisdiction) },
		{
			header: t({ message: "Payable", context: "a tax" }),
			isNumber: true,
			card: "aside",
			cell: ({ amount }) => <Money of={amount} />,
		},
	];
}

function useRemittanceColumns(): Column<Remittance>[] {
	const { t, i18n } = useLingui();
	const nameOf = useTaxName();
	const day = (date: string) => formatDay(startOfDay(date) ?? date, i18n.locale);
	return [
		{ header: t`Tax`, card: "title", cell: ({ jurisdiction }) => nameOf(jurisdiction) },
		{
			header: t`Amount`,
			isNumber: true,
			card: "aside",
			cell: ({ amount, reversedAt }) => (
				<Money of={amount} className={reversedAt ? "line-through" : undefined} />
			),
		},
		{
			header: t({ message: "Period", context: "of a tax" }),
			cell: ({ from, until }) => (
				<>
					{day(from)} – {day(until)}
				</>
			),
		},
		{ header: t`Reference`, cell: ({ reference }) => reference },
		{ header: t`Reason`, cell: ({ reason }) => reason },
		{ header: t`Recorded`, cell: ({ recordedAt }) => <Instant of={recordedAt} /> },
		{
			header: t`Taken back`,
			cell: ({ reversedAt, reversalReason }) =>
				reversedAt && (
					<>
						<Instant of={reversedAt} /> {reversalReason}
					</>
				),
		},
		{
			header: t`Take back`,
			isHeaderHidden: true,
			card: "deeds",
			cell: (remittance) => <Reverse remittance={remittance} />,
		},
	];
}

function RecordDialog({
	owed,
	period,
	onClose,
}: {
	owed: Payable[];
	period: Props["period"];
	onClose: () => void;
}) {
	const { t } = useLingui();
	const nameOf = useTaxName();
	const [key, setKey] = useState(() => (owed[0] ? keyOf(owed[0]) : ""));
	const chosen = owed.find((each) => keyOf(each) === key) ?? owed[0];
	const [amount, setAmount] = useState(chosen?.amount.amount ?? "");
	const [from, setFrom] = useState(period.from);
	const [until, setUntil] = useState(period.to);
	const [reference, setReference] = useState("");
	const [reason, setReason] = useState("");
	const record = useKeyedMutation(AdminTaxRemittanceRecordDocument, ["proposals", "reports"]);
	const choose = (next: string) => {
		setKey(next);
		setAmount(owed.find((each) => keyOf(each) === next)?.amount.amount ?? "");
	};
	const propose = () => {
		if (!chosen) return;
		record.mutate(
			{
				input: {
					jurisdiction: chosen.jurisdiction,
					amount: typedMoney(amount, chosen.currency),
					from,
					until,
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
	};
	const currencyCode = chosen?.currency ?? "";
	return (
		<FormDialog
			title={t`Record a tax payment`}
			verb={<Trans>Propose</Trans>}
			mutation={record}
			fields={["amount", "until", "reference", "reason"]}
			isReady={chosen !== undefined}
			onSubmit={propose}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>
					Nothing is paid here. Make the transfer at your bank, then record it. A second person has to approve
					it.
				</Trans>
			</p>
			<Choose
				label={t`Tax`}
				value={key}
				labels={Object.fromEntries(
					owed.map((each) => [keyOf(each), `${nameOf(each.jurisdiction)}, ${each.currency}`]),
				)}
				onChange={choose}
			/>
			<TextField
				label={t`Amount in ${currencyCode}`}
				name="amount"
				inputMode="decimal"
				isRequired
				value={amount}
				onChange={setAmount}
			/>
			<div className="grid gap-4 sm:grid-cols-2">
				<TextField
					label={t`First day of the period`}
					name="from"
					type="date"
					isRequired
					value={from}
					onChange={setFrom}
				/>
				<TextField
					label={t`Last day of the period`}
					name="until"
					type="date"
					isRequired
					value={until}
					onChange={setUntil}
				/>
			</div>
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

function Reverse({ remittance }: { remittance: Remittance }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const reverse = useKeyedMutation(AdminTaxRemittanceReverseDocument, ["proposals", "reports"]);
	if (remittance.reversedAt || !may(hat, "TAX_REMIT")) return null;
	return (
		<>
			<Button onPress={() => setOpen(true)}>
				<Trans>Take back…</Trans>
			</Button>
			{isOpen && (
				<ReasonDialog
					title={t`Take the tax payment back?`}
					verb={<Trans>Propose</Trans>}
					hint={t`Whoever approves reads it.`}
					mutation={reverse}
					onClose={() => setOpen(false)}
					onSubmit={(reason) =>
						reverse.mutate(
							{ input: { remittanceId: remittance.id, reason } },
							{
								onSuccess: () => {
									notify(t`Proposed. It is taken back as soon as a second person approves.`);
									setOpen(false);
								},
							},
						)
					}
				>
					<Trans>
						<Money of={remittance.amount} /> is payable again. Do this only when it was recorded by mistake.
					</Trans>
				</ReasonDialog>
			)}
		</>
	);
}

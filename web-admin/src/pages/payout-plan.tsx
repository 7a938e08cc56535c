import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminPayoutOutlookDocument,
	AdminPayoutRequestDocument,
	AdminPayoutScheduleDocument,
	type AdminPayoutScheduleQuery,
	AdminPayoutScheduleSetDocument,
	type PayoutMethod,
	type PayoutScheduleKind,
} from "@/gql/graphql";
import { formatMoney, typedMoney, weekdays } from "@/lib/format";
import { useHat, useHatMutation, useKeyedMutation } from "@/lib/hat";
import { payoutMethods, payoutSchedules } from "@/lib/labels";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { Facts, Panel } from "@/ui/panel";
import { Choose } from "@/ui/select";
import { Failure, Skeleton } from "@/ui/states";
import { Words } from "@/ui/status";
import { FormFailure } from "./failure";
import { FormDialog } from "./form-dialog";
import { type Outlook, OutlookText } from "./outlook";

type Schedule = NonNullable<AdminPayoutScheduleQuery["payoutAccount"]>["schedule"];

/** What is paid out next in each currency, when, and what stands in the way. */
export function PayoutOutlookPanel({ sellerId }: { sellerId?: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const [asked, ask] = useState<Outlook | null>(null);
	const { data, error, refetch } = useQuery(hatQuery(hat, "money", AdminPayoutOutlookDocument, { sellerId }));
	return (
		<Panel title={t`Next payout`}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={2} label={t`Loading the next payout`} />}
			{data && (data.sellerPayoutOutlook ?? []).length === 0 && (
				<p className="text-muted">
					<Trans>Nothing is going to be paid out yet.</Trans>
				</p>
			)}
			<ul className="flex flex-col divide-y divide-line">
				{(data?.sellerPayoutOutlook ?? []).map((outlook) => (
					<li
						key={outlook.currencyCode}
						className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
					>
						<div className="min-w-0 flex-1 basis-64">
							<OutlookText of={outlook} isOperator={sellerId !== undefined} />
						</div>
						{may(hat, "SELLER_PAYOUT_REQUEST") && outlook.blockedBy.length === 0 && (
							<Button onPress={() => ask(outlook)}>
								<Trans>Pay out now…</Trans>
							</Button>
						)}
					</li>
				))}
			</ul>
			{asked && <RequestDialog outlook={asked} onClose={() => ask(null)} />}
		</Panel>
	);
}

function RequestDialog({ outlook, onClose }: { outlook: Outlook; onClose: () => void }) {
	const { t, i18n } = useLingui();
	const [method, setMethod] = useState<PayoutMethod>("STANDARD");
	const amount = formatMoney(outlook.amount, i18n.locale);
	const request = useKeyedMutation(
		AdminPayoutRequestDocument,
		["money", "ledger", "statements"],
		t`Pay out ${amount}`,
	);
	const send = () =>
		request.mutate(
			{ input: { currencyCode: outlook.currencyCode, method } },
			{
				onSuccess: () => {
					notify(t`${amount} is on its way to the bank.`);
					onClose();
				},
			},
		);
	return (
		<Dialog title={t`Pay out ${amount}?`} isOpen onClose={onClose} isBusy={request.isPending}>
			<FormFailure error={request.error} />
			<Choose label={t`How fast`} value={method} labels={payoutMethods} onChange={setMethod} />
			{method === "INSTANT" && (
				<p className="text-muted">
					<Trans>It arrives within minutes. The platform's fee for it is taken from what is paid out.</Trans>
				</p>
			)}
			<DialogActions>
				<Button onPress={onClose} isDisabled={request.isPending}>
					<Trans>Cancel</Trans>
				</Button>
				<Button look="primary" autoFocus onPress={send} isDisabled={request.isPending}>
					<Trans>Pay out {amount}</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

/** When the seller is paid out, and how much at least. */
export function PayoutSchedulePanel({ sellerId }: { sellerId?: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "money", AdminPayoutScheduleDocument, { sellerId }),
	);
	const schedule = data?.payoutAccount?.schedule;
	return (
		<Panel
			title={t`Payout schedule`}
			action={
				schedule &&
				may(hat, "SELLER_PAYOUT_SCHEDULE") && (
					<Button onPress={() => setOpen(true)}>
						<Trans>Change…</Trans>
					</Button>
				)
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={2} label={t`Loading the payout schedule`} />}
			{data && !schedule && (
				<p className="text-muted">
					<Trans>It can be chosen once there is a payout account.</Trans>
				</p>
			)}
			{schedule && <ScheduleFacts schedule={schedule} />}
			{isOpen && schedule && <ScheduleDialog schedule={schedule} onClose={() => setOpen(false)} />}
		</Panel>
	);
}

function ScheduleFacts({ schedule: { kind, anchor, minimums } }: { schedule: Schedule }) {
	const { t, i18n } = useLingui();
	return (
		<Facts
			facts={[
				{ term: t`How often`, detail: <Words of={kind} labels={payoutSchedules} /> },
				kind === "WEEKLY" && { term: t`Day`, detail: weekdays(i18n.locale)[anchor - 1] },
				kind === "MONTHLY" && { term: t`Day of the month`, detail: anchor },
				minimums.length > 0 && {
					term: t`At least`,
					detail: minimums.map((least) => formatMoney(least, i18n.locale)).join(", "),
				},
			]}
		/>
	);
}

function ScheduleDialog({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
	const { t, i18n } = useLingui();
	const [kind, setKind] = useState<PayoutScheduleKind>(schedule.kind);
	const [anchor, setAnchor] = useState(String(schedule.anchor || 1));
	const [least, setLeast] = useState(schedule.minimums);
	const set = useHatMutation(AdminPayoutScheduleSetDocument, ["money"]);
	const isAnchored = kind === "WEEKLY" || kind === "MONTHLY";
	const balances = useCurrencies(schedule);
	const save = () =>
		set.mutate(
			{
				input: {
					kind,
					anchor: isAnchored ? Number(anchor) : undefined,
					minimums: least
						.filter(({ amount }) => amount.trim() !== "")
						.map(({ amount, currencyCode }) => typedMoney(amount, currencyCode)),
				},
			},
			{
				onSuccess: () => {
					notify(t`The schedule holds from now on.`);
					onClose();
				},
			},
		);
	const days = Object.fromEntries(
		(kind === "WEEKLY" ? weekdays(i18n.locale) : Array.from({ length: 31 }, (_, day) => String(day + 1))).map(
			(name, index) => [String(index + 1), name],
		),
	);
	return (
		<FormDialog
			title={t`Payout schedule`}
			verb={<Trans>Save</Trans>}
			mutation={set}
			fields={["minimums"]}
			onSubmit={save}
			onClose={onClose}
		>
			<Choose
				label={t`How often`}
				value={kind}
				labels={payoutSchedules}
				onChange={(next) => {
					setKind(next);
					setAnchor("1");
				}}
			/>
			{isAnchored && (
				<Choose
					label={kind === "WEEKLY" ? t`Day` : t`Day of the month`}
					value={anchor}
					labels={days}
					onChange={setAnchor}
				/>
			)}
			{balances.map((currencyCode) => (
				<TextField
					key={currencyCode}
					label={t`At least, in ${currencyCode}`}
					hint={t`Empty for the least of the platform.`}
					name="minimums"
					inputMode="decimal"
					value={least.find((each) => each.currencyCode === currencyCode)?.amount ?? ""}
					onChange={(amount) =>
						setLeast([
							...least.filter((each) => each.currencyCode !== currencyCode),
							{ amount, currencyCode },
						])
					}
				/>
			))}
		</FormDialog>
	);
}

/** The currencies that a seller may set a least amount in: those of their money, and those that have one. */
function useCurrencies(schedule: Schedule): string[] {
	const hat = useHat();
	const { data } = useQuery(hatQuery(hat, "money", AdminPayoutOutlookDocument, {}));
	const codes = [
		...(data?.sellerPayoutOutlook ?? []).map(({ currencyCode }) => currencyCode),
		...schedule.minimums.map(({ currencyCode }) => currencyCode),
	];
	return [...new Set(codes)];
}

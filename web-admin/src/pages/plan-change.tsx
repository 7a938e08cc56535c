import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminPlanAssignDocument,
	AdminPlanNamesDocument,
	AdminPlanPreviewDocument,
	type AdminPlanPreviewQuery,
	type MoneyPartsFragment,
} from "@/gql/graphql";
import { isZero, less } from "@/lib/format";
import { hasFault, useHat, useKeyedMutation } from "@/lib/hat";
import { firstOfNextMonth, startOfDayUtc } from "@/lib/list";
import { useNow } from "@/lib/now";
import { numerals } from "@/lib/numerals";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { TextLink } from "@/ui/page";
import { Choose, Select } from "@/ui/select";
import { Banner, Failure, Skeleton } from "@/ui/states";
import { Instant, Money, OrderNumber } from "@/ui/text";
import { FormDialog } from "./form-dialog";

type Preview = NonNullable<AdminPlanPreviewQuery["sellerPlanPreview"]>;
type Total = Preview["totals"][number];

/** Stands among the plans for being on none. */
const none = "none";

type ChangeProps = {
	seller: { id: string; name: string };
	/** The plan that the seller is on. */
	plan?: { id: string; name: string } | null;
	/** Whether another change is to come: then the plan of now may be chosen for a day after it. */
	isPlanned: boolean;
	/** What was decided about the seller's plan when the dialog was opened. */
	changeCount: number;
	/** Asks what was decided meanwhile. */
	onLookAgain: () => Promise<number | undefined>;
	onClose: () => void;
};

/** Puts a seller on another plan from a day on, and shows before what it would have made of their last orders. */
export function PlanChangeDialog(props: ChangeProps) {
	const { seller, plan, changeCount, onLookAgain, onClose } = props;
	const planName = plan?.name;
	const { t } = useLingui();
	const hat = useHat();
	const now = useNow(60_000);
	const [chosen, setChosen] = useState<string>();
	const planId = chosen === none ? undefined : chosen;
	const [from, setFrom] = useState(() => firstOfNextMonth(now));
	const [days, setDays] = useState<"30" | "90">("30");
	const [reason, setReason] = useState("");
	const [seen, setSeen] = useState(changeCount);
	const choices = usePlanChoices(props);
	const assign = useKeyedMutation(AdminPlanAssignDocument, ["plans", "sellers", "charges", "audit"]);
	const effectiveAt = startOfDayUtc(from, now);
	return (
		<FormDialog
			title={t`Change the plan of ${seller.name}`}
			verb={<Trans>Change the plan</Trans>}
			mutation={assign}
			isReady={chosen !== undefined}
			fields={["planId", "effectiveAt", "reason"]}
			onClose={onClose}
			onSubmit={() =>
				assign.mutate(
					{
						input: { sellerId: seller.id, planId, effectiveAt, reason, changeCount: seen },
					},
					{
						onSuccess: () => {
							notify(
								effectiveAt
									? t`The change is planned. It can be cancelled until it begins.`
									: t`It is on its plan.`,
							);
							onClose();
						},
					},
				)
			}
		>
			<p className="text-muted">
				{planName ? <Trans>Now on {planName}.</Trans> : <Trans>Now on no plan.</Trans>}
			</p>
			{hasFault(assign.error, "SELLER_PLAN_CHANGED") && (
				<div>
					<Button
						onPress={() =>
							void onLookAgain().then((count) => count !== undefined && (setSeen(count), assign.reset()))
						}
					>
						<Trans>Look again at what was decided</Trans>
					</Button>
				</div>
			)}
			{choices?.length === 0 && <NoPlans />}
			<Select
				label={t`New plan`}
				all={t`Choose`}
				value={chosen}
				choices={choices ?? []}
				onChange={setChosen}
			/>
			<TextField
				label={t({ message: "From", context: "first day" })}
				name="effectiveAt"
				type="date"
				hint={t`It begins at midnight UTC; now, when empty or today.`}
				value={from}
				onChange={setFrom}
			/>
			{chosen && may(hat, "COMMISSION_READ") && (
				<>
					<Choose
						label={t`Look back over`}
						value={days}
						labels={{ 30: t`30 days`, 90: t`90 days` }}
						onChange={setDays}
					/>
					<PreviewPanel sellerId={seller.id} planId={planId} effectiveAt={effectiveAt} days={Number(days)} />
				</>
			)}
			<TextField
				label={t`Reason`}
				hint={t`The members of the seller read it.`}
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

/** What a seller can be put on; undefined until it is known. */
function usePlanChoices({ plan, isPlanned }: ChangeProps) {
	const { t } = useLingui();
	const { data } = useQuery(hatQuery(useHat(), "plans", AdminPlanNamesDocument, {}));
	const plans = data?.sellerPlans?.nodes.filter(({ archivedAt }) => !archivedAt);
	if (!plans) return undefined;
	return [
		{ value: none, label: t`No plan` },
		...plans.map(({ id, name }) => ({ value: id, label: name })),
	].filter(({ value }) => isPlanned || value !== (plan?.id ?? none));
}

function NoPlans() {
	return (
		<Banner tone="info">
			<Trans>There are no plans yet.</Trans>{" "}
			<TextLink to="/platform/charges" search={{ view: "plans" }} className="underline">
				<Trans>Plans</Trans>
			</TextLink>
		</Banner>
	);
}

type PreviewProps = { sellerId: string; planId?: string; effectiveAt?: string; days: number };

/** What a change would have made of the last orders of a seller, before anything is decided. */
function PreviewPanel({ sellerId, planId, effectiveAt, days }: PreviewProps) {
	const { t, i18n } = useLingui();
	const { data, error, refetch, isPlaceholderData } = useQuery(
		hatQuery(useHat(), "commission", AdminPlanPreviewDocument, {
			input: { sellerId, planId, effectiveAt, days },
		}),
	);
	const preview = data?.sellerPlanPreview;
	const count = preview?.orderCount.toLocaleString(numerals(i18n.locale));
	return (
		<section aria-label={t`What changes`} aria-busy={isPlaceholderData} className="flex flex-col gap-3">
			<h3 className="font-semibold">
				<Trans>What changes</Trans>
			</h3>
			{error && <Failure error={error} onRetry={() => void refetch()} />}
			{!preview && !error && <Skeleton rows={4} label={t`Loading: What changes`} />}
			{preview && !error && (
				<>
					<p className="text-xs text-muted">
						<Trans>
							Orders paid since <Instant of={preview.paidFrom} />: {count}. It holds for orders placed from{" "}
							<Instant of={preview.effectiveAt} isUtc /> on; orders placed before keep their fee.
						</Trans>
					</p>
					{preview.isCut && (
						<Banner tone="info">
							<Trans>There were more orders. These are the last ones.</Trans>
						</Banner>
					)}
					{preview.totals.length === 0 && (
						<p className="text-muted">
							<Trans>No order was paid in this time, so there is nothing to compare.</Trans>
						</p>
					)}
					{preview.totals.map((total) => (
						<TotalTable key={total.sales.currencyCode} total={total} monthly={preview} />
					))}
					<BiggestChanges preview={preview} />
				</>
			)}
		</section>
	);
}

const head = "py-1.5 ps-3 figures font-normal text-muted";
const cell = "py-1.5 ps-3 figures";

function TotalTable({ total, monthly }: { total: Total; monthly: Preview }) {
	const { t } = useLingui();
	const code = total.sales.currencyCode;
	const isOwn = monthly.monthlyBefore.currencyCode === code;
	const rows: [
		name: string,
		before: MoneyPartsFragment,
		after: MoneyPartsFragment,
		difference?: MoneyPartsFragment,
	][] = [
		[t`Sales`, total.sales, total.sales],
		[t`Commission`, total.commissionBefore, total.commissionAfter, total.commissionDifference],
	];
	if (!isZero(total.commissionVatBefore) || !isZero(total.commissionVatAfter))
		rows.push([
			t`VAT on it`,
			total.commissionVatBefore,
			total.commissionVatAfter,
			total.commissionVatDifference,
		]);
	rows.push([t`The seller gets`, total.shareBefore, total.shareAfter, total.shareDifference]);
	const { monthlyBefore, monthlyAfter } = monthly;
	if (isOwn)
		rows.push([t`Monthly fee of the plan`, monthlyBefore, monthlyAfter, less(monthlyAfter, monthlyBefore)]);
	return (
		// A region with a name that takes the focus: what is wider than the dialog can be scrolled by keyboard.
		// oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
		<section aria-label={t`What changes, ${code}`} tabIndex={0} className="overflow-x-auto">
			<table className="w-full border-collapse">
				<thead>
					<tr className="border-b border-line">
						<td aria-label={t`What changes, ${code}`} />
						<th scope="col" className={head}>{t`Now`}</th>
						<th scope="col" className={head}>
							{t({ message: "New", context: "after a change" })}
						</th>
						<th scope="col" className={head}>{t`Difference`}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(([name, before, after, difference]) => (
						<tr key={name} className="border-b border-line last:border-b-0">
							<th scope="row" className="py-1.5 text-start font-normal">
								{name}
							</th>
							<td className={cell}>
								<Money of={before} />
							</td>
							<td className={cell}>
								<Money of={after} />
							</td>
							<td className={cell}>{difference && <Money of={difference} className="font-semibold" />}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function BiggestChanges({ preview }: { preview: Preview }) {
	const hat = useHat();
	const { t } = useLingui();
	if (preview.biggestChanges.length === 0) return null;
	return (
		<div className="flex flex-col gap-1">
			<h4>
				<Trans>The commission of these orders changes most</Trans>
			</h4>
			<ul aria-label={t`The orders that change most`} className="flex flex-col divide-y divide-line">
				{preview.biggestChanges.map(
					({ orderId, number, commissionBefore, commissionAfter, commissionDifference }) => (
						<li key={number} className="flex flex-wrap justify-between gap-x-4 py-1.5">
							{may(hat, "ORDER_READ") ? (
								<TextLink to="/platform/orders/$orderId" params={{ orderId }}>
									<OrderNumber>{number}</OrderNumber>
								</TextLink>
							) : (
								<OrderNumber>{number}</OrderNumber>
							)}
							<span>
								<Money of={commissionBefore} /> → <Money of={commissionAfter} />{" "}
								<span className="text-muted">
									(<Money of={commissionDifference} />)
								</span>
							</span>
						</li>
					),
				)}
			</ul>
		</div>
	);
}

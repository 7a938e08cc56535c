import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import {
	AdminFraudWarningRefundDocument,
	AdminFraudWarningSetAsideDocument,
	AdminFraudWarningsDocument,
	AdminOrderWarningsDocument,
	type FraudWarningStanding,
	type WarningRowFragment,
} from "@/gql/graphql";
import { useHat, useHatMutation, useKeyedMutation } from "@/lib/hat";
import { pageVariables } from "@/lib/list";
import { fraudTypes, warningStandings } from "@/lib/operator-labels";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Page, TextLink } from "@/ui/page";
import { Section } from "@/ui/panel";
import { Empty } from "@/ui/states";
import { Status, StatusSelect, Words } from "@/ui/status";
import { Instant, Money, OrderNumber } from "@/ui/text";
import { FormDialog } from "./form-dialog";
import { ReasonDialog } from "./reason-dialog";

type Search = { standing?: FraudWarningStanding; after?: string; before?: string };
type Props = { search: Search; onSearch: (search: Search) => void };

/** What issuers of cards have warned of, the newest first. */
export function FraudWarnings({ search, onSearch }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const { standing, ...page } = search;
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "fraud", AdminFraudWarningsDocument, { standing, ...pageVariables(page) }),
	);
	return (
		<Page title={t`Fraud warnings`}>
			<p className="text-muted">
				<Trans>
					The issuer of a card says that its holder did not make a payment. If you give the money back before
					the bank takes it, there is no dispute fee.
				</Trans>
			</p>
			<Filters onClear={standing ? () => onSearch({}) : undefined}>
				<StatusSelect
					value={standing}
					labels={warningStandings}
					onChange={(next) => onSearch({ standing: next })}
				/>
			</Filters>
			<List
				label={t`Fraud warnings`}
				views="fraud"
				columns={useColumns(true)}
				rows={data?.fraudWarnings?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.fraudWarnings?.pageInfo}
				onPage={(next) => onSearch({ standing, ...next })}
				empty={
					<Empty
						icon={ShieldCheck}
						title={standing ? t`No warning matches` : t`No issuer has warned of a payment`}
						action={standing && <Button onPress={() => onSearch({})}>{t`Show all warnings`}</Button>}
					>
						{!standing && t`When the issuer of a card thinks that a payment is fraud, it appears here.`}
					</Empty>
				}
			/>
		</Page>
	);
}

/** What issuers have warned of about one order; nothing when there is no warning. */
export function OrderWarnings({ orderId }: { orderId: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const columns = useColumns(false);
	const { data, error, refetch } = useQuery({
		...hatQuery(hat, "fraud", AdminOrderWarningsDocument, { id: orderId }),
		enabled: may(hat, "FRAUD_WARNING_READ"),
	});
	const warnings = data?.order?.fraudWarnings ?? [];
	const isUnknown = Boolean(error && !data);
	if (warnings.length === 0 && !isUnknown) return null;
	return (
		<Section title={t`Fraud warnings`}>
			<List
				label={t`Fraud warnings of the order`}
				columns={columns}
				rows={isUnknown ? undefined : warnings}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				empty={null}
			/>
		</Section>
	);
}

function useColumns(withOrder: boolean): Column<WarningRowFragment>[] {
	const { t } = useLingui();
	const order: Column<WarningRowFragment> = {
		header: t`Order`,
		card: "title",
		cell: ({ orderId, orderNumber }) => (
			<TextLink to="/platform/orders/$orderId" params={{ orderId }}>
				<OrderNumber>{orderNumber}</OrderNumber>
			</TextLink>
		),
	};
	return [
		...(withOrder ? [order] : []),
		{
			header: t`Kind`,
			card: withOrder ? "line" : "title",
			cell: ({ fraudType }) => <Words of={fraudType} labels={fraudTypes} />,
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ standing, note }) => (
				<span className="flex flex-col items-start gap-0.5">
					<Status of={standing} labels={warningStandings} />
					{note && <span className="text-xs break-words text-muted">{note}</span>}
				</span>
			),
		},
		{ header: t`Warned`, cell: ({ warnedAt }) => <Instant of={warnedAt} isLong /> },
		{ header: t`Amount`, isNumber: true, cell: ({ amount }) => <Money of={amount} /> },
		{
			header: t`Decide`,
			isHeaderHidden: true,
			card: "deeds",
			cell: (warning) => <Decide warning={warning} />,
		},
	];
}

function Decide({ warning }: { warning: WarningRowFragment }) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<"refund" | "setAside" | null>(null);
	const isOpen = warning.standing === "OPEN";
	const { orderNumber } = warning;
	return (
		<span className="flex flex-wrap gap-2 min-[56rem]:justify-end">
			{isOpen && may(hat, "REFUND_CREATE") && (
				<Button aria-label={t`Refund ${orderNumber}…`} onPress={() => setOpen("refund")}>
					<Trans>Refund…</Trans>
				</Button>
			)}
			{isOpen && may(hat, "DISPUTE_SUBMIT") && (
				<Button aria-label={t`Set the warning of ${orderNumber} aside…`} onPress={() => setOpen("setAside")}>
					<Trans>Set aside…</Trans>
				</Button>
			)}
			{open === "refund" && <RefundWarning warning={warning} onClose={() => setOpen(null)} />}
			{open === "setAside" && <SetAside warning={warning} onClose={() => setOpen(null)} />}
		</span>
	);
}

type DialogProps = { warning: WarningRowFragment; onClose: () => void };

function RefundWarning({ warning, onClose }: DialogProps) {
	const { t } = useLingui();
	const refund = useKeyedMutation(AdminFraudWarningRefundDocument, [
		"fraud",
		"refunds",
		"orders",
		"proposals",
	]);
	return (
		<FormDialog
			title={t`Refund order ${warning.orderNumber}?`}
			verb={<Trans>Refund everything</Trans>}
			mutation={refund}
			fields={[]}
			onClose={onClose}
			onSubmit={() =>
				refund.mutate(
					{ input: { warningId: warning.id } },
					{
						onSuccess: ({ fraudWarningRefund: answer }) => {
							notify(
								answer?.refund
									? t`Everything is given back.`
									: t`Proposed. It is given back as soon as a second person approves.`,
							);
							onClose();
						},
					},
				)
			}
		>
			<p className="text-muted">
				<Trans>
					The buyer gets back everything that remains of the order, at once. What sellers owe for it is
					collected afterwards.
				</Trans>
			</p>
		</FormDialog>
	);
}

function SetAside({ warning, onClose }: DialogProps) {
	const { t } = useLingui();
	const setAside = useHatMutation(AdminFraudWarningSetAsideDocument, ["fraud"]);
	return (
		<ReasonDialog
			title={t`Set the warning aside?`}
			verb={<Trans>Set aside</Trans>}
			field="note"
			hint={t`Colleagues read it beside the warning.`}
			mutation={setAside}
			onClose={onClose}
			onSubmit={(note) =>
				setAside.mutate(
					{ input: { warningId: warning.id, note } },
					{
						onSuccess: () => {
							notify(t`The warning is set aside.`);
							onClose();
						},
					},
				)
			}
		>
			<Trans>You believe the payment. The buyer's bank may still take the money back.</Trans>
		</ReasonDialog>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminChargeCreateDocument,
	AdminChargesDocument,
	AdminCreditCreateDocument,
	AdminPlanAssignmentCancelDocument,
	AdminPlanStandingDocument,
	type PlanChangeFragment,
} from "@/gql/graphql";
import { typedMoney } from "@/lib/format";
import { useHat, useHatMutation, useKeyedMutation } from "@/lib/hat";
import { pageVariables } from "@/lib/list";
import { useNow } from "@/lib/now";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Panel, Section } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { Instant } from "@/ui/text";
import { useChargeColumns } from "./charges";
import { Confirm } from "./confirm";
import { FormDialog } from "./form-dialog";
import { PlanChangeDialog } from "./plan-change";
import { PlanTimeline } from "./plan-timeline";
import { VersionFacts } from "./plans";

type Seller = { id: string; name: string; currencyCode: string };

/** Which plan a seller is on, what was decided about it, and the way to put it on another. */
export function SellerPlanPanel({ seller }: { seller: Seller }) {
	const { t } = useLingui();
	const hat = useHat();
	const now = useNow(60_000);
	const [isOpen, setOpen] = useState(false);
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "plans", AdminPlanStandingDocument, { sellerId: seller.id }),
	);
	const standing = data?.sellerPlanStanding;
	return (
		<Panel
			title={t`Plan`}
			action={
				standing &&
				may(hat, "SELLER_PLAN_EDIT") && (
					<Button onPress={() => setOpen(true)}>
						<Trans>Change plan…</Trans>
					</Button>
				)
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={2} label={t`Loading: plan`} />}
			{data && (
				<div className="flex flex-col gap-4">
					<div className="flex flex-col gap-2">
						<p className="font-semibold break-words">{standing?.plan?.name ?? t`No plan`}</p>
						{standing?.version && <VersionFacts version={standing.version} />}
						{standing?.trialEndsAt && (
							<p>
								<Trans>
									The monthly fee begins <Instant of={standing.trialEndsAt} isLong />.
								</Trans>
							</p>
						)}
					</div>
					<PlanTimeline
						changes={standing?.changes ?? []}
						deed={(change) => may(hat, "SELLER_PLAN_EDIT") && <CancelChange change={change} />}
					/>
				</div>
			)}
			{isOpen && standing && (
				<PlanChangeDialog
					seller={seller}
					plan={standing.plan}
					isPlanned={standing.changes.some(
						({ cancelledAt, effectiveAt }) => !cancelledAt && Date.parse(effectiveAt) > now,
					)}
					changeCount={standing.changeCount}
					onLookAgain={async () => (await refetch()).data?.sellerPlanStanding?.changeCount}
					onClose={() => setOpen(false)}
				/>
			)}
		</Panel>
	);
}

/** Takes back a change that has not begun. */
function CancelChange({ change }: { change: PlanChangeFragment }) {
	const { t } = useLingui();
	const [isAsking, setAsking] = useState(false);
	const cancel = useHatMutation(AdminPlanAssignmentCancelDocument, ["plans", "sellers", "audit"]);
	const name = change.plan?.name ?? t`No plan`;
	return (
		<span>
			<Button
				look="quiet"
				className="!px-2"
				aria-label={t`Cancel the change: ${name}…`}
				onPress={() => setAsking(true)}
			>
				<Trans>Cancel the change…</Trans>
			</Button>
			{isAsking && (
				<Confirm
					title={t`Cancel the change?`}
					verb={t`Cancel the change`}
					isDanger
					mutation={cancel}
					onConfirm={() =>
						cancel.mutate(
							{ input: { assignmentId: change.id } },
							{
								onSuccess: () => {
									notify(t`The change is cancelled.`);
									setAsking(false);
								},
							},
						)
					}
					onClose={() => setAsking(false)}
				>
					<Trans>The seller stays on the plan that holds then without it.</Trans>
				</Confirm>
			)}
		</span>
	);
}

/** What a seller was charged and credited beside orders, and the way to do so. */
export function SellerCharges({ seller }: { seller: Seller }) {
	const { t } = useLingui();
	const hat = useHat();
	const [page, setPage] = useState<{ after?: string; before?: string }>({});
	const [open, setOpen] = useState<"charge" | "credit" | null>(null);
	const columns = useChargeColumns(false);
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "charges", AdminChargesDocument, { sellerId: seller.id, ...pageVariables(page, 5) }),
	);
	return (
		<Section
			title={t`Charges and credits`}
			action={
				may(hat, "SELLER_CHARGE_CREATE") && (
					<span className="flex flex-wrap gap-2">
						<Button onPress={() => setOpen("charge")}>
							<Trans>Charge…</Trans>
						</Button>
						<Button onPress={() => setOpen("credit")}>
							<Trans>Credit…</Trans>
						</Button>
					</span>
				)
			}
		>
			<List
				label={t`Charges and credits of the seller`}
				columns={columns}
				rows={data?.sellerCharges?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerCharges?.pageInfo}
				onPage={setPage}
				empty={
					<p className="rounded-lg border border-line bg-surface p-4 text-muted">
						<Trans>There are none.</Trans>
					</p>
				}
			/>
			{open && <ChargeDialog seller={seller} isCredit={open === "credit"} onClose={() => setOpen(null)} />}
		</Section>
	);
}

type ChargeDialogProps = { seller: Seller; isCredit: boolean; onClose: () => void };

function ChargeDialog({ seller, isCredit, onClose }: ChargeDialogProps) {
	const { t } = useLingui();
	const { currencyCode } = seller;
	const [amount, setAmount] = useState("");
	const [vat, setVat] = useState("0");
	const [reason, setReason] = useState("");
	const [reference, setReference] = useState("");
	const charge = useKeyedMutation(AdminChargeCreateDocument, ["charges", "debts", "money", "proposals"]);
	const credit = useKeyedMutation(AdminCreditCreateDocument, ["charges", "debts", "money", "proposals"]);
	const input = {
		sellerId: seller.id,
		amount: typedMoney(amount, currencyCode),
		vatBasisPoints: Math.round(Number(vat || "0") * 100),
		reason,
		reference: reference || undefined,
	};
	const done = (isBooked: boolean) => {
		notify(isBooked ? t`It is booked.` : t`Proposed. It is booked as soon as a second person approves.`);
		onClose();
	};
	return (
		<FormDialog
			title={isCredit ? t`Credit ${seller.name}` : t`Charge ${seller.name}`}
			verb={isCredit ? <Trans context="given to a seller">Credit</Trans> : <Trans>Charge</Trans>}
			mutation={isCredit ? credit : charge}
			fields={["amount", "vatBasisPoints", "reason", "reference"]}
			onClose={onClose}
			onSubmit={() => {
				if (isCredit)
					credit.mutate({ input }, { onSuccess: (data) => done(Boolean(data.sellerCreditCreate?.credit)) });
				else
					charge.mutate({ input }, { onSuccess: (data) => done(Boolean(data.sellerChargeCreate?.charge)) });
			}}
		>
			<p className="text-muted">
				{isCredit ? (
					<Trans>It pays what the seller owes, and the rest is transferred.</Trans>
				) : (
					<Trans>It is collected from what is released to the seller next.</Trans>
				)}
			</p>
			<TextField
				label={t`Amount in ${currencyCode}, without VAT`}
				name="amount"
				inputMode="decimal"
				isRequired
				autoFocus
				value={amount}
				onChange={setAmount}
			/>
			<TextField
				label={t`VAT in percent`}
				name="vatBasisPoints"
				type="number"
				bounds={{ min: 0, max: 100, step: "0.01" }}
				value={vat}
				onChange={setVat}
			/>
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
			<TextField
				label={t`Reference`}
				hint={t`May stay empty.`}
				name="reference"
				maxLength={140}
				value={reference}
				onChange={setReference}
			/>
		</FormDialog>
	);
}

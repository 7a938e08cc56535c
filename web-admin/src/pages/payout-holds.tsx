import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminPayoutHoldDocument,
	AdminPayoutHoldLiftDocument,
	AdminPayoutHoldsDocument,
	type AdminPayoutHoldsQuery,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { Instant } from "@/ui/text";
import { FormDialog } from "./form-dialog";
import { ReasonDialog } from "./reason-dialog";

type Hold = NonNullable<AdminPayoutHoldsQuery["sellerPayoutHolds"]>[number];

const day = 24 * 60 * 60 * 1000;

/** What operators hold back of a seller's money, and the way to do so. Sellers see it when there is something. */
export function HoldsPanel({ sellerId }: { sellerId?: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const { data, error, refetch } = useQuery(hatQuery(hat, "money", AdminPayoutHoldsDocument, { sellerId }));
	const holds = data?.sellerPayoutHolds ?? [];
	if (!sellerId && !error && holds.length === 0) return null;
	return (
		<Panel
			title={t`Money held back`}
			action={
				sellerId &&
				may(hat, "TRANSFER_HOLD") && (
					<Button onPress={() => setOpen(true)}>
						<Trans>Hold back…</Trans>
					</Button>
				)
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={2} label={t`Loading what is held back`} />}
			{data && holds.length === 0 && (
				<p className="text-muted">
					<Trans>Nothing is held back.</Trans>
				</p>
			)}
			<ul className="flex flex-col divide-y divide-line">
				{holds.map((hold) => (
					<HoldItem key={hold.id} hold={hold} mayLift={Boolean(sellerId) && may(hat, "TRANSFER_RELEASE")} />
				))}
			</ul>
			{isOpen && sellerId && <HoldDialog sellerId={sellerId} onClose={() => setOpen(false)} />}
		</Panel>
	);
}

function HoldItem({ hold, mayLift }: { hold: Hold; mayLift: boolean }) {
	const { t } = useLingui();
	const [isOpen, setOpen] = useState(false);
	const lift = useHatMutation(AdminPayoutHoldLiftDocument, ["money", "audit"]);
	const number = hold.sellerOrder?.number;
	return (
		<li className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
			<span className="flex flex-wrap items-center justify-between gap-2">
				<span className="font-semibold">{number ? t`Order ${number}` : t`All money of the seller`}</span>
				{mayLift && hold.isStanding && (
					<Button onPress={() => setOpen(true)}>
						<Trans>Let go…</Trans>
					</Button>
				)}
			</span>
			<p>
				<HoldState hold={hold} />
			</p>
			<p className="break-words whitespace-pre-wrap text-muted">{hold.reason}</p>
			{hold.liftReason && (
				<p className="break-words whitespace-pre-wrap text-muted">
					<Trans>Let go: {hold.liftReason}</Trans>
				</p>
			)}
			{isOpen && (
				<ReasonDialog
					title={t`Let the money go?`}
					verb={<Trans>Let go</Trans>}
					hint={t`The seller reads it.`}
					mutation={lift}
					onClose={() => setOpen(false)}
					onSubmit={(reason) =>
						lift.mutate(
							{ input: { holdId: hold.id, reason } },
							{
								onSuccess: () => {
									notify(t`The money leaves when it is due.`);
									setOpen(false);
								},
							},
						)
					}
				>
					<Trans>What nothing else keeps leaves when it is due.</Trans>
				</ReasonDialog>
			)}
		</li>
	);
}

/** Since when a hold stands and until when, or that it has ended. */
function HoldState({ hold: { placedAt, until, liftedAt, isStanding } }: { hold: Hold }) {
	if (liftedAt)
		return (
			<Trans>
				From <Instant of={placedAt} isLong /> to <Instant of={liftedAt} isLong />
			</Trans>
		);
	if (!isStanding && until)
		return (
			<Trans>
				From <Instant of={placedAt} isLong /> to <Instant of={until} isLong />
			</Trans>
		);
	if (until)
		return (
			<Trans>
				Since <Instant of={placedAt} isLong />, until <Instant of={until} isLong />
			</Trans>
		);
	return (
		<Trans>
			Since <Instant of={placedAt} isLong />, until it is let go
		</Trans>
	);
}

function HoldDialog({ sellerId, onClose }: { sellerId: string; onClose: () => void }) {
	const { t } = useLingui();
	const [days, setDays] = useState("");
	const [reason, setReason] = useState("");
	const place = useHatMutation(AdminPayoutHoldDocument, ["money", "audit"]);
	const save = () => {
		const until = days.trim() ? new Date(Date.now() + Number(days) * day).toISOString() : undefined;
		place.mutate(
			{ input: { sellerId, reason, until } },
			{
				onSuccess: () => {
					notify(t`Nothing of it leaves any more.`);
					onClose();
				},
			},
		);
	};
	return (
		<FormDialog
			title={t`Hold the money back?`}
			verb={<Trans>Hold back</Trans>}
			mutation={place}
			fields={["until", "reason"]}
			onSubmit={save}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>
					Nothing is transferred or paid out to the seller any more. Sales and refunds go on. What has been
					sent to the payment provider cannot be stopped.
				</Trans>
			</p>
			<TextField
				label={t`Days`}
				hint={t`Empty: until somebody lets it go.`}
				name="until"
				type="number"
				bounds={{ min: 1, max: 364, step: "1" }}
				value={days}
				onChange={setDays}
			/>
			<TextField
				label={t`Reason`}
				hint={t`The seller reads it.`}
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

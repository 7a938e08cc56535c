import { Trans, useLingui } from "@lingui/react/macro";
import { EllipsisVertical } from "lucide-react";
import { useState } from "react";
import {
	type AccountCardFragment,
	AdminAccountPasswordResetDocument,
	AdminAccountReinstateDocument,
	AdminAccountSessionsEndDocument,
	AdminAccountSuspendDocument,
	AdminBuyerCreditPayOutDocument,
	AdminFactorResetAskDocument,
	AdminFactorResetCancelDocument,
	type MoneyPartsFragment,
} from "@/gql/graphql";
import { typedMoney } from "@/lib/format";
import { useHat, useHatMutation, useKeyedMutation } from "@/lib/hat";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { Money } from "@/ui/text";
import { FormDialog } from "./form-dialog";
import { ExportPerson, ProposeErasure } from "./person-privacy";
import { ReasonDialog } from "./reason-dialog";

type Deed = "suspend" | "reinstate" | "password" | "factors" | "keep-factors" | "export" | "erase";

/** Those that cannot be taken back are red. */
const dangers: ReadonlySet<Deed> = new Set<Deed>(["suspend", "erase"]);

/** What an operator may do for somebody, or against them. */
export function PersonButtons({ person }: { person: AccountCardFragment }) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<Deed | null>(null);
	const close = () => setOpen(null);
	const deeds: [Deed, string, boolean][] = [
		["password", t`Send the link for a new password…`, may(hat, "PASSWORD_RESET_START") && !person.isGuest],
		["factors", t`Take the second factors away…`, may(hat, "FACTOR_RESET") && !person.isGuest],
		[
			"keep-factors",
			t`Stop taking the second factors away…`,
			may(hat, "FACTOR_RESET_DECIDE") && !person.isGuest,
		],
		["export", t`Make a file of their data…`, may(hat, "PRIVACY_EXPORT")],
		["erase", t`Erase…`, may(hat, "ERASURE_PROPOSE")],
		["suspend", t`Keep out…`, may(hat, "BUYER_SUSPEND") && !person.suspendedAt],
		["reinstate", t`Let in again…`, may(hat, "BUYER_SUSPEND") && Boolean(person.suspendedAt)],
	];
	const possible = deeds.filter(([, , is]) => is);
	if (possible.length === 0) return null;
	return (
		<>
			<Menu
				label={t`What can be done`}
				button={
					<Button aria-label={t`What can be done for this person`}>
						<Trans>Actions</Trans>
						<EllipsisVertical aria-hidden="true" className="size-4" />
					</Button>
				}
			>
				{({ Item }) =>
					possible.map(([deed, text]) => (
						<Item key={deed} isDanger={dangers.has(deed)} onAction={() => setOpen(deed)}>
							{text}
						</Item>
					))
				}
			</Menu>
			{open === "password" && <NewPassword accountId={person.id} onClose={close} />}
			{open === "suspend" && <Suspend accountId={person.id} onClose={close} />}
			{open === "reinstate" && <Reinstate accountId={person.id} onClose={close} />}
			{open === "factors" && <FactorsDialog accountId={person.id} onClose={close} />}
			{open === "keep-factors" && <KeepFactors accountId={person.id} onClose={close} />}
			{open === "export" && <ExportPerson accountId={person.id} onClose={close} />}
			{open === "erase" && <ProposeErasure accountId={person.id} onClose={close} />}
		</>
	);
}

type DialogProps = { accountId: string; onClose: () => void };

function NewPassword({ accountId, onClose }: DialogProps) {
	const { t } = useLingui();
	const start = useHatMutation(AdminAccountPasswordResetDocument, ["people"]);
	return (
		<ReasonDialog
			title={t`Send the link for a new password?`}
			verb={<Trans>Send</Trans>}
			mutation={start}
			onClose={onClose}
			onSubmit={(reason) =>
				start.mutate(
					{ input: { accountId, reason } },
					{
						onSuccess: () => {
							notify(t`The link is on its way.`);
							onClose();
						},
					},
				)
			}
		>
			<Trans>It goes to the address of the account. Nobody else sees it.</Trans>
		</ReasonDialog>
	);
}

function Suspend({ accountId, onClose }: DialogProps) {
	const { t } = useLingui();
	const suspend = useHatMutation(AdminAccountSuspendDocument, ["people"]);
	return (
		<ReasonDialog
			title={t`Keep this person out?`}
			verb={<Trans>Keep out</Trans>}
			mutation={suspend}
			onClose={onClose}
			onSubmit={(reason) =>
				suspend.mutate(
					{ input: { accountId, reason } },
					{
						onSuccess: () => {
							notify(t`This person is kept out.`);
							onClose();
						},
					},
				)
			}
		>
			<Trans>They are signed out everywhere at once and cannot sign in. They are told by mail.</Trans>
		</ReasonDialog>
	);
}

function Reinstate({ accountId, onClose }: DialogProps) {
	const { t } = useLingui();
	const reinstate = useHatMutation(AdminAccountReinstateDocument, ["people"]);
	return (
		<ReasonDialog
			title={t`Let this person in again?`}
			verb={<Trans>Let in</Trans>}
			mutation={reinstate}
			onClose={onClose}
			onSubmit={(reason) =>
				reinstate.mutate(
					{ input: { accountId, reason } },
					{
						onSuccess: () => {
							notify(t`This person may sign in again.`);
							onClose();
						},
					},
				)
			}
		>
			<Trans>They can sign in again at once.</Trans>
		</ReasonDialog>
	);
}

function FactorsDialog({ accountId, onClose }: DialogProps) {
	const { t } = useLingui();
	const [evidence, setEvidence] = useState("");
	const [reason, setReason] = useState("");
	const ask = useHatMutation(AdminFactorResetAskDocument, ["proposals"]);
	return (
		<FormDialog
			title={t`Take the second factors away?`}
			verb={<Trans>Propose</Trans>}
			mutation={ask}
			fields={["evidence", "reason"]}
			onClose={onClose}
			onSubmit={() =>
				ask.mutate(
					{ input: { accountId, evidence, reason } },
					{
						onSuccess: () => {
							notify(t`Proposed. A second person decides.`);
							onClose();
						},
					},
				)
			}
		>
			<p className="text-muted">
				<Trans>For somebody who has lost them. Be sure that it is they who ask.</Trans>
			</p>
			<TextField
				label={t`How is it known that it is they?`}
				hint={t`What was shown, to whom, and when.`}
				name="evidence"
				rows={3}
				isRequired
				maxLength={2000}
				autoFocus
				value={evidence}
				onChange={setEvidence}
			/>
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

/** Stops what two operators have agreed on, while it is not done. */
function KeepFactors({ accountId, onClose }: DialogProps) {
	const { t } = useLingui();
	const cancel = useHatMutation(AdminFactorResetCancelDocument, ["people", "audit"]);
	return (
		<FormDialog
			title={t`Stop taking the second factors away?`}
			verb={<Trans>Stop it</Trans>}
			mutation={cancel}
			fields={[]}
			onClose={onClose}
			onSubmit={() =>
				cancel.mutate(
					{ input: { accountId } },
					{
						onSuccess: () => {
							notify(t`The second factors stay.`);
							onClose();
						},
					},
				)
			}
		>
			<p className="text-muted">
				<Trans>It works while a second person has agreed and the time to object is not over.</Trans>
			</p>
		</FormDialog>
	);
}

/** Signs somebody out: from one device, or from all. */
export function SignOut({ accountId, sessionId }: { accountId: string; sessionId?: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const end = useHatMutation(AdminAccountSessionsEndDocument, ["people"]);
	if (!may(hat, "SESSION_END")) return null;
	return (
		<>
			<Button onPress={() => setOpen(true)}>
				{sessionId ? <Trans>Sign out…</Trans> : <Trans>Sign out everywhere…</Trans>}
			</Button>
			{isOpen && (
				<ReasonDialog
					title={sessionId ? t`Sign out of this device?` : t`Sign out everywhere?`}
					verb={<Trans>Sign out</Trans>}
					mutation={end}
					onClose={() => setOpen(false)}
					onSubmit={(reason) =>
						end.mutate(
							{ input: { accountId, sessionId, reason } },
							{
								onSuccess: () => {
									notify(t`Signed out.`);
									setOpen(false);
								},
							},
						)
					}
				>
					<Trans>The person can sign in again.</Trans>
				</ReasonDialog>
			)}
		</>
	);
}

type CreditProps = { buyerId: string; credit: MoneyPartsFragment };

/** Notes that a buyer's credit was paid out by bank. */
export function PayOutCredit(props: CreditProps) {
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	if (!may(hat, "REFUND_CREATE")) return null;
	return (
		<>
			<Button onPress={() => setOpen(true)}>
				<Trans>Paid out…</Trans>
			</Button>
			{isOpen && <PayOutDialog {...props} onClose={() => setOpen(false)} />}
		</>
	);
}

function PayOutDialog({ buyerId, credit, onClose }: CreditProps & { onClose: () => void }) {
	const { t } = useLingui();
	const { currencyCode } = credit;
	const [amount, setAmount] = useState(credit.amount);
	const [reference, setReference] = useState("");
	const payOut = useKeyedMutation(AdminBuyerCreditPayOutDocument, ["people", "ledger"]);
	return (
		<FormDialog
			title={t`Note that credit was paid out`}
			verb={<Trans>Note it</Trans>}
			mutation={payOut}
			fields={["amount", "reference"]}
			onClose={onClose}
			onSubmit={() =>
				payOut.mutate(
					{ input: { buyerId, amount: typedMoney(amount, currencyCode), reference } },
					{
						onSuccess: () => {
							notify(t`It is booked.`);
							onClose();
						},
					},
				)
			}
		>
			<p className="text-muted">
				<Trans>
					The platform owes <Money of={credit} />. Pay it by bank first.
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
				maxLength={200}
				value={reference}
				onChange={setReference}
			/>
		</FormDialog>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { EllipsisVertical } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import {
	type SellerRefusalCode,
	SellerReinstateDocument,
	SellerRejectDocument,
	type SellerRowFragment,
	SellerSuspendDocument,
} from "@/gql/graphql";
import { faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { refusalCodes } from "@/lib/labels";
import { later } from "@/lib/later";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { Select } from "@/ui/select";
import { FormFailure } from "./failure";
import { DecidedMeanwhile } from "./seller-approval";

// Loaded by those who approve: it asks for more than the others.
const ApproveDialog = later(async () => (await import("./seller-approve")).ApproveDialog);

export type Decision = "approve" | "reject" | "suspend" | "reinstate";

/** What the page's hat may decide about a seller as it stands. */
export function useDecisions() {
	const hat = useHat();
	return (seller: SellerRowFragment): Decision[] => {
		const status = seller.business?.status;
		if (seller.isPlatform || seller.business?.approvalUntil) return [];
		const decisions: [Decision, boolean][] = [
			["approve", status === "APPLIED" && may(hat, "SELLER_APPROVE")],
			["reject", status === "APPLIED" && may(hat, "SELLER_REJECT")],
			["suspend", status === "APPROVED" && may(hat, "SELLER_SUSPEND")],
			["reinstate", status === "SUSPENDED" && may(hat, "SELLER_REINSTATE")],
		];
		return decisions.filter(([, isPossible]) => isPossible).map(([decision]) => decision);
	};
}

function useTexts(name: string) {
	const { t } = useLingui();
	const texts: Record<Decision, { verb: string; title: string; done: string; what: ReactNode }> = {
		approve: { verb: t`Approve`, title: t`Approve ${name}?`, done: "", what: null },
		reject: {
			verb: t`Reject`,
			title: t`Reject ${name}?`,
			done: t`${name} was rejected.`,
			what: <Trans>This is final; its owner may apply again and reads your reason.</Trans>,
		},
		suspend: {
			verb: t`Suspend`,
			title: t`Suspend ${name}?`,
			done: t`${name} is suspended.`,
			what: (
				<Trans>
					Its offers are taken out of sale at once. Its members can still read everything, and read your
					reason. They cannot ship: operators settle what buyers wait for. What it has earned is still paid
					out.
				</Trans>
			),
		},
		reinstate: {
			verb: t`Reinstate`,
			title: t`Reinstate ${name}?`,
			done: t`${name} may sell again.`,
			what: <Trans>Its offers are for sale again at once.</Trans>,
		},
	};
	return texts;
}

function lookOf(decision: Decision) {
	if (decision === "approve" || decision === "reinstate") return "primary";
	return decision === "reject" || decision === "suspend" ? "plainDanger" : "plain";
}

/** The decisions about a seller as buttons, for its page. */
export function DecisionButtons({ seller }: { seller: SellerRowFragment }) {
	const decisions = useDecisions()(seller);
	const texts = useTexts(seller.name);
	const [open, setOpen] = useState<Decision | null>(null);
	return (
		<>
			{decisions.toReversed().map((decision) => (
				<Button
					key={decision}
					look={lookOf(decision)}
					data-key={decision === "approve" ? "a" : undefined}
					onPress={() => setOpen(decision)}
				>
					{texts[decision].verb}…
				</Button>
			))}
			{open && <AskedDecision seller={seller} decision={open} onClose={() => setOpen(null)} />}
		</>
	);
}

type DecisionMenuProps = { seller: SellerRowFragment; onDecide: (decision: Decision) => void };

/** The decisions about a seller as a menu, for lists. */
export function DecisionMenu({ seller, onDecide }: DecisionMenuProps) {
	const { t } = useLingui();
	const decisions = useDecisions()(seller);
	const texts = useTexts(seller.name);
	if (decisions.length === 0) return null;
	return (
		<Menu
			label={t`Decide about ${seller.name}`}
			button={
				<Button look="quiet" isIcon aria-label={t`Decide about ${seller.name}`}>
					<EllipsisVertical aria-hidden="true" className="size-4" />
				</Button>
			}
		>
			{({ Item }) =>
				decisions.map((decision) => (
					<Item
						key={decision}
						isDanger={decision === "reject" || decision === "suspend"}
						onAction={() => onDecide(decision)}
					>
						{texts[decision].verb}…
					</Item>
				))
			}
		</Menu>
	);
}

type Refusal = Exclude<Decision, "approve">;
type AskedDecisionProps = { seller: SellerRowFragment; decision: Decision; onClose: () => void };

/** Asks for what a decision about a seller needs, and makes it. */
export function AskedDecision({ seller, decision, onClose }: AskedDecisionProps) {
	if (decision !== "approve") return <DecisionDialog seller={seller} decision={decision} onClose={onClose} />;
	return (
		<Suspense fallback={null}>
			<ApproveDialog seller={seller} onClose={onClose} />
		</Suspense>
	);
}

function useDecide(decision: Refusal) {
	const reject = useHatMutation(SellerRejectDocument, ["sellers"]);
	const suspend = useHatMutation(SellerSuspendDocument, ["sellers"]);
	const reinstate = useHatMutation(SellerReinstateDocument, ["sellers"]);
	const mutation = { reject, suspend, reinstate }[decision];
	const decide = (sellerId: string, reason: string, reasonCode?: SellerRefusalCode) => {
		switch (decision) {
			case "reject":
				return reject.mutateAsync({ input: { sellerId, reason, reasonCode } });
			case "suspend":
				return suspend.mutateAsync({ input: { sellerId, reason } });
			case "reinstate":
				return reinstate.mutateAsync({ input: { sellerId } });
		}
	};
	return { decide, error: mutation.error, isPending: mutation.isPending };
}

type DecisionDialogProps = { seller: SellerRowFragment; decision: Refusal; onClose: () => void };

function DecisionDialog({ seller, decision, onClose }: DecisionDialogProps) {
	const { t, i18n } = useLingui();
	const text = useTexts(seller.name)[decision];
	const [reason, setReason] = useState("");
	const [code, setCode] = useState<SellerRefusalCode>();
	const [typed, setTyped] = useState("");
	// A rejection is final: the name is typed, so that it is not the wrong one.
	const isReady = decision !== "reject" || typed.trim() === seller.name.trim();
	const { decide, error, isPending } = useDecide(decision);
	const needsReason = decision === "reject" || decision === "suspend";
	const faults = faultsByField(error, ["reason"]);
	return (
		<Dialog title={text.title} isOpen onClose={onClose} isBusy={isPending}>
			<Form
				className="flex flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					decide(seller.id, reason, code).then(
						() => {
							notify(text.done);
							onClose();
						},
						() => undefined, // shown in the dialog
					);
				}}
			>
				<p className="text-muted">{text.what}</p>
				<FormFailure error={error} faults={faults} />
				<DecidedMeanwhile sellerId={seller.id} error={error} />
				{decision === "reject" && (
					<Select
						label={t`In one word`}
						all={t`Not said`}
						value={code}
						choices={(Object.keys(refusalCodes) as SellerRefusalCode[]).map((value) => ({
							value,
							label: i18n._(refusalCodes[value]),
						}))}
						onChange={setCode}
					/>
				)}
				{needsReason && (
					<TextField
						label={t`Reason`}
						name="reason"
						rows={4}
						isRequired
						maxLength={1000}
						autoFocus
						value={reason}
						onChange={setReason}
						hint={t`The members of the seller read it.`}
					/>
				)}
				{decision === "reject" && (
					<TextField
						label={t`Type the name: ${seller.name}`}
						autoComplete="off"
						value={typed}
						onChange={setTyped}
					/>
				)}
				<DialogActions>
					<Button onPress={onClose} isDisabled={isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look={needsReason ? "danger" : "primary"} isDisabled={isPending || !isReady}>
						{text.verb}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

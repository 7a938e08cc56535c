import { Trans, useLingui } from "@lingui/react/macro";
import { EllipsisVertical } from "lucide-react";
import { type ReactNode, useState } from "react";
import {
	SellerApproveDocument,
	SellerReinstateDocument,
	SellerRejectDocument,
	type SellerRowFragment,
	SellerSuspendDocument,
} from "@/gql/graphql";
import { faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { FormFailure } from "./failure";

type Decision = "approve" | "reject" | "suspend" | "reinstate";

/** What the page's hat may decide about a seller as it stands. */
export function useDecisions() {
	const hat = useHat();
	return (seller: SellerRowFragment): Decision[] => {
		const status = seller.business?.status;
		if (seller.isPlatform) return [];
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
		approve: {
			verb: t`Approve`,
			title: t`Approve ${name}?`,
			done: t`${name} may sell now.`,
			what: <Trans>Its members can then offer products and set up payouts. They are told by mail.</Trans>,
		},
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
					reason.
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
					look={decision === "approve" || decision === "reinstate" ? "primary" : "plain"}
					className={decision === "reject" || decision === "suspend" ? "!text-danger" : ""}
					onPress={() => setOpen(decision)}
				>
					{texts[decision].verb}…
				</Button>
			))}
			{open && <DecisionDialog seller={seller} decision={open} onClose={() => setOpen(null)} />}
		</>
	);
}

/** The decisions about a seller as a menu, for lists. */
export function DecisionMenu({ seller }: { seller: SellerRowFragment }) {
	const { t } = useLingui();
	const decisions = useDecisions()(seller);
	const texts = useTexts(seller.name);
	const [open, setOpen] = useState<Decision | null>(null);
	if (decisions.length === 0 && !open) return null;
	return (
		<>
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
							onAction={() => setOpen(decision)}
						>
							{texts[decision].verb}…
						</Item>
					))
				}
			</Menu>
			{open && <DecisionDialog seller={seller} decision={open} onClose={() => setOpen(null)} />}
		</>
	);
}

function useDecide(decision: Decision) {
	const approve = useHatMutation(SellerApproveDocument, ["sellers"]);
	const reject = useHatMutation(SellerRejectDocument, ["sellers"]);
	const suspend = useHatMutation(SellerSuspendDocument, ["sellers"]);
	const reinstate = useHatMutation(SellerReinstateDocument, ["sellers"]);
	const mutation = { approve, reject, suspend, reinstate }[decision];
	const decide = (sellerId: string, reason: string) => {
		switch (decision) {
			case "approve":
				return approve.mutateAsync({ input: { sellerId } });
			case "reject":
				return reject.mutateAsync({ input: { sellerId, reason } });
			case "suspend":
				return suspend.mutateAsync({ input: { sellerId, reason } });
			case "reinstate":
				return reinstate.mutateAsync({ input: { sellerId } });
		}
	};
	return { decide, error: mutation.error, isPending: mutation.isPending };
}

type DecisionDialogProps = { seller: SellerRowFragment; decision: Decision; onClose: () => void };

function DecisionDialog({ seller, decision, onClose }: DecisionDialogProps) {
	const { t } = useLingui();
	const text = useTexts(seller.name)[decision];
	const [reason, setReason] = useState("");
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
					decide(seller.id, reason).then(
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
				<DialogActions>
					<Button onPress={onClose} isDisabled={isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look={needsReason ? "danger" : "primary"} isDisabled={isPending}>
						{text.verb}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

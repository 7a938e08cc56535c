import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import {
	AdminPayoutPolicySetDocument,
	AdminPlanAssignDocument,
	AdminPlanNamesDocument,
	AdminRiskTierSetDocument,
	SellerApprovalMailDocument,
	SellerApproveDocument,
	type SellerRiskTier,
	SellersToReviewDocument,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { riskTiers } from "@/lib/operator-labels";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Checkbox } from "@/ui/checkbox";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { Select } from "@/ui/select";
import { FormDialog } from "./form-dialog";
import { DecidedMeanwhile, useTakeApprovalBack } from "./seller-approval";

/** For how long an approval can be taken back: the ten seconds of the notice, and the way to the server. */
const undoSeconds = 15;

type ApproveProps = { seller: { id: string; name: string }; onClose: () => void };

/** Lets an applicant sell, with the terms that it begins with. */
export function ApproveDialog({ seller, onClose }: ApproveProps) {
	const { t } = useLingui();
	const { id, name } = seller;
	const [note, setNote] = useState("");
	const [isNext, setNext] = useState(false);
	const approve = useHatMutation(SellerApproveDocument, ["sellers"]);
	const terms = useTerms(id);
	const takeBack = useTakeApprovalBack(seller);
	const openNext = useNext(id);
	const submit = async () => {
		await terms.set();
		await approve.mutateAsync({ input: { sellerId: id, note: note.trim() || undefined, undoSeconds } });
		notify(t`${name} is approved and may sell now.`, () => void takeBack());
		onClose();
		if (isNext) await openNext();
	};
	const error = terms.error ?? approve.error;
	return (
		<FormDialog
			title={t`Approve ${name}?`}
			verb={<Trans>Approve</Trans>}
			mutation={{ error, isPending: terms.isPending || approve.isPending }}
			fields={["note", "holdDays", "reserveBasisPoints"]}
			onClose={onClose}
			onSubmit={() => void submit().catch(() => undefined)} // shown in the dialog
		>
			<DecidedMeanwhile sellerId={id} error={error} />
			<Terms of={terms} />
			<TextField
				label={t`Add to the mail`}
				name="note"
				rows={3}
				maxLength={1000}
				value={note}
				onChange={setNote}
			/>
			<Mail sellerId={id} note={note} />
			<Checkbox isSelected={isNext} onChange={setNext}>
				<Trans>Then open the applicant who waits longest</Trans>
			</Checkbox>
		</FormDialog>
	);
}

const share = (text: string) => (text.trim() === "" ? undefined : Math.round(Number(text) * 100));
const days = (text: string) => (text.trim() === "" ? undefined : Number(text));

/** What a seller begins with. What was set once is not set again when something after it is refused. */
function useTerms(sellerId: string) {
	const { t } = useLingui();
	const [planId, setPlan] = useState<string>();
	const [tier, setTier] = useState<SellerRiskTier>();
	const [hold, setHold] = useState("");
	const [reserve, setReserve] = useState("");
	const done = useRef(new Set<string>());
	const plan = useHatMutation(AdminPlanAssignDocument, ["plans", "charges"]);
	const risk = useHatMutation(AdminRiskTierSetDocument, ["sellers", "money"]);
	const policy = useHatMutation(AdminPayoutPolicySetDocument, ["money", "audit"]);
	const once = async (what: string, deed: () => Promise<unknown>) => {
		if (done.current.has(what)) return;
		await deed();
		done.current.add(what);
	};
	const set = async () => {
		const reason = t`Set with the approval.`;
		const terms = { sellerId, holdDays: days(hold), reserveBasisPoints: share(reserve), reason };
		if (hold.trim() || reserve.trim())
			await once(`policy ${hold} ${reserve}`, () => policy.mutateAsync({ input: terms }));
		if (tier) await once(`tier ${tier}`, () => risk.mutateAsync({ input: { sellerId, tier, reason } }));
		if (planId) await once(`plan ${planId}`, () => plan.mutateAsync({ input: { sellerId, planId, reason } }));
	};
	return {
		planId,
		setPlan,
		tier,
		setTier,
		hold,
		setHold,
		reserve,
		setReserve,
		set,
		error: policy.error ?? risk.error ?? plan.error,
		isPending: policy.isPending || risk.isPending || plan.isPending,
	};
}

function Terms({ of }: { of: ReturnType<typeof useTerms> }) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const plans = useQuery({
		...hatQuery(hat, "plans", AdminPlanNamesDocument, {}),
		enabled: may(hat, "SELLER_PLAN_EDIT"),
	});
	const open = (plans.data?.sellerPlans?.nodes ?? []).filter(({ archivedAt }) => !archivedAt);
	const tiers = Object.keys(riskTiers) as SellerRiskTier[];
	return (
		<>
			{open.length > 0 && (
				<Select
					label={t`Plan`}
					all={t`No plan`}
					value={of.planId}
					choices={open.map(({ id, name }) => ({ value: id, label: name }))}
					onChange={of.setPlan}
				/>
			)}
			{may(hat, "TRANSFER_HOLD") && (
				<>
					<Select
						label={t`Tier of risk`}
						all={t`As the rule of the platform has it`}
						value={of.tier}
						choices={tiers.map((value) => ({ value, label: i18n._(riskTiers[value].label) }))}
						onChange={of.setTier}
					/>
					<div className="grid grid-cols-2 gap-4">
						<TextField
							label={t`Days of hold`}
							name="holdDays"
							type="number"
							inputMode="numeric"
							bounds={{ min: 0 }}
							hint={t`Empty: as the platform has it.`}
							value={of.hold}
							onChange={of.setHold}
						/>
						<TextField
							label={t`Reserve, %`}
							name="reserveBasisPoints"
							type="number"
							inputMode="decimal"
							bounds={{ min: 0, max: 100, step: "0.01" }}
							value={of.reserve}
							onChange={of.setReserve}
						/>
					</div>
				</>
			)}
			{(open.length > 0 || may(hat, "TRANSFER_HOLD")) && (
				<p className="text-xs text-muted">
					<Trans>What is set here stays when the approval is undone.</Trans>
				</p>
			)}
		</>
	);
}

/** What the owners are going to read. */
function Mail({ sellerId, note }: { sellerId: string; note: string }) {
	const { t } = useLingui();
	const { data } = useQuery(hatQuery(useHat(), "sellers", SellerApprovalMailDocument, { sellerId }));
	const mail = data?.sellerApprovalMail;
	if (!mail) return null;
	return (
		<section
			aria-label={t`The mail to the owners`}
			className="rounded-lg border border-line bg-bg p-3 text-sm"
		>
			<p className="font-semibold break-words" lang="en" dir="ltr">
				{mail.subject}
			</p>
			{[...mail.paragraphs, note.trim()].filter(Boolean).map((paragraph) => (
				<p key={paragraph} className="mt-2 break-words whitespace-pre-wrap" dir="auto">
					{paragraph}
				</p>
			))}
			<p className="mt-2 text-muted">
				<Trans>It leaves in a moment; until then the approval can be undone.</Trans>
			</p>
		</section>
	);
}

/** Opens the applicant who waits longest, or the list when none does. */
function useNext(current: string) {
	const hat = useHat();
	const client = useQueryClient();
	const navigate = useNavigate();
	return async () => {
		const query = hatQuery(hat, "sellers", SellersToReviewDocument, {});
		const found = await client.fetchQuery({ ...query, staleTime: 0 });
		const next = found.sellers?.nodes.toReversed().find(({ id }) => id !== current);
		if (next) await navigate({ to: "/platform/sellers/$sellerId", params: { sellerId: next.id } });
		else await navigate({ to: "/platform/sellers", search: { status: "APPLIED" } });
	};
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ShieldQuestion } from "lucide-react";
import { type ReactNode, useState } from "react";
import { AdminDisputeAcceptDocument, type DisputeFullFragment } from "@/gql/graphql";
import { canNow, disputeQuery, isAsked } from "@/lib/disputes";
import { formatMoney } from "@/lib/format";
import { useHat, useHatMutation } from "@/lib/hat";
import { disputeAnswers, disputeReasons, disputeStatuses } from "@/lib/labels";
import { may } from "@/lib/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { notify } from "@/ui/notice";
import { Page, TextLink } from "@/ui/page";
import { Facts, Panel } from "@/ui/panel";
import { Banner, Empty, Failure, Skeleton } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { Code, Instant, Money } from "@/ui/text";
import { Confirm } from "./confirm";
import { AnswerBy } from "./deadline";
import { SharesDialog } from "./dispute-shares";
import { EvidenceFacts, EvidenceForm, SubmitDialog } from "./evidence";
import { EvidenceFiles } from "./evidence-files";
import { PartOrder } from "./part-order";

type Open = "submit" | "accept" | "shares";

/** One dispute: what is asked, until when, and what there is to say. */
export function DisputePage({ id, back }: { id: string; back: ReactNode }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery({
		...disputeQuery(hat, id),
		// An answer that is on its way to the bank arrives by itself.
		refetchInterval: ({ state }) =>
			["PLANNED", "SENDING", "UNKNOWN"].includes(state.data?.dispute?.answerStatus ?? "") ? 3000 : false,
	});
	if (!data?.dispute) {
		return (
			<Page title={t`Dispute`} back={back}>
				{error && <Failure error={error} onRetry={() => void refetch()} />}
				{!error && !data && <Skeleton label={t`Loading the dispute`} />}
				{data && <Empty icon={ShieldQuestion} title={t`There is no such dispute`} />}
			</Page>
		);
	}
	return <Loaded dispute={data.dispute} back={back} />;
}

function Loaded({ dispute, back }: { dispute: DisputeFullFragment; back: ReactNode }) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<Open | null>(null);
	const close = () => setOpen(null);
	const sum = formatMoney(dispute.amount, i18n.locale);
	return (
		<Page
			title={t`Dispute about ${sum}`}
			back={back}
			badge={<Status of={dispute.status} labels={disputeStatuses} />}
			actions={
				<>
					{canNow(dispute, "disputeSharesSet") && (
						<Button onPress={() => setOpen("shares")}>
							<Trans>Shares…</Trans>
						</Button>
					)}
					{canNow(dispute, "disputeAccept") && (
						<Button look="plainDanger" onPress={() => setOpen("accept")}>
							{hat.seller ? <Trans>Accept our share…</Trans> : <Trans>Accept…</Trans>}
						</Button>
					)}
					{canNow(dispute, "disputeEvidenceSubmit") && (
						<Button look="primary" onPress={() => setOpen("submit")}>
							<Trans>Send the evidence…</Trans>
						</Button>
					)}
				</>
			}
		>
			{dispute.answerFailure && (
				<Banner tone="danger">
					<p className="font-semibold">
						<Trans>The provider has refused the answer. It can be given again.</Trans>
					</p>
					<p className="break-words">{dispute.answerFailure}</p>
				</Banner>
			)}
			<Panel title={t`What the bank says`}>
				<DisputeFacts dispute={dispute} />
			</Panel>
			{dispute.answerEvidence && (
				<Panel title={t`What the bank is told`}>
					<EvidenceFacts of={dispute.answerEvidence} />
				</Panel>
			)}
			{dispute.parts.map((part) => (
				<PartPanel key={part.sellerOrder?.id ?? part.sellerId} dispute={dispute} part={part} />
			))}
			{!hat.seller && (canNow(dispute, "disputeFileAdd") || dispute.files.length > 0) && (
				<Panel title={t`What the platform adds`}>
					<EvidenceFiles
						dispute={dispute}
						files={dispute.files}
						isEditable={canNow(dispute, "disputeFileAdd")}
					/>
				</Panel>
			)}
			{open === "submit" && <SubmitDialog dispute={dispute} onClose={close} />}
			{open === "accept" && <AcceptDialog dispute={dispute} onClose={close} />}
			{open === "shares" && <SharesDialog dispute={dispute} onClose={close} />}
		</Page>
	);
}

function DisputeFacts({ dispute }: { dispute: DisputeFullFragment }) {
	const { t } = useLingui();
	const hat = useHat();
	return (
		<Facts
			facts={[
				{ term: t`Reason`, detail: <Words of={dispute.reason} labels={disputeReasons} /> },
				{
					term: hat.seller ? t`Your share` : t`Amount`,
					detail: <Money of={dispute.amount} className="font-semibold" />,
				},
				{
					term: t`Answer by`,
					detail: <AnswerBy at={dispute.dueBy} isOver={!isAsked(dispute)} />,
				},
				{ term: t`Answer`, detail: <Status of={dispute.answerStatus} labels={disputeAnswers} /> },
				dispute.answeredAt && { term: t`Answered`, detail: <Instant of={dispute.answeredAt} isLong /> },
				{ term: t`Received`, detail: <Instant of={dispute.createdAt} isLong /> },
				dispute.closedAt && { term: t`Decided`, detail: <Instant of={dispute.closedAt} isLong /> },
				!hat.seller &&
					(dispute.isAssigned || dispute.parts.length > 1) && {
						term: t`Shares`,
						detail: dispute.isAssigned ? t`Set by an operator` : t`In proportion`,
					},
				!hat.seller &&
					may(hat, "ORDER_READ") &&
					!dispute.parts.some(({ sellerOrder }) => sellerOrder) && {
						term: t`Order`,
						detail: (
							<TextLink to="/platform/orders/$orderId" params={{ orderId: dispute.orderId }}>
								<Trans>To the order</Trans>
							</TextLink>
						),
					},
				{ term: t`Id`, detail: <Code>{dispute.id}</Code> },
			]}
		/>
	);
}

type PartPanelProps = { dispute: DisputeFullFragment; part: DisputeFullFragment["parts"][number] };

function PartPanel({ dispute, part }: PartPanelProps) {
	const { t } = useLingui();
	const hat = useHat();
	const { sellerOrder } = part;
	const name = sellerOrder?.seller?.name ?? part.sellerId;
	const title = hat.seller ? t`What we have to say` : t`What ${name} has to say`;
	return (
		<Panel
			title={title}
			action={
				part.acceptedAt ? (
					<Badge tone="muted">{t`Accepted`}</Badge>
				) : part.isEdited ? (
					<Badge tone="ok">{t`Edited`}</Badge>
				) : (
					<Badge tone="muted">{t`Drafted from the order`}</Badge>
				)
			}
		>
			<div className="flex flex-col gap-4">
				<Facts
					facts={[
						part.share.amount !== dispute.amount.amount && {
							term: t`Share`,
							detail: <Money of={part.share} />,
						},
						sellerOrder && {
							term: t`Order`,
							detail: <PartOrder orderId={dispute.orderId} of={sellerOrder} />,
						},
						part.acceptedAt && { term: t`Accepted`, detail: <Instant of={part.acceptedAt} isLong /> },
					]}
				/>
				{hat.seller && canNow(dispute, "disputeEvidenceSave") ? (
					<>
						<p className="text-muted">
							<Trans>
								The platform sends this to the bank. Save your changes before the time ends; what you leave as
								it is goes as it was drafted.
							</Trans>
						</p>
						<EvidenceForm dispute={dispute} of={part.evidence} />
					</>
				) : (
					<EvidenceFacts of={part.evidence} />
				)}
				<EvidenceFiles
					dispute={dispute}
					files={part.files}
					isEditable={hat.seller !== null && canNow(dispute, "disputeFileAdd")}
				/>
			</div>
		</Panel>
	);
}

function AcceptDialog({ dispute, onClose }: { dispute: DisputeFullFragment; onClose: () => void }) {
	const { t, i18n } = useLingui();
	const isSeller = useHat().seller !== null;
	const accept = useHatMutation(AdminDisputeAcceptDocument, ["disputes", "money", "ledger", "audit"]);
	const sum = formatMoney(dispute.amount, i18n.locale);
	return (
		<Confirm
			title={isSeller ? t`Accept our share?` : t`Accept the dispute?`}
			verb={isSeller ? t`Accept our share of ${sum}` : t`Give up ${sum}`}
			isDanger
			mutation={accept}
			onConfirm={() =>
				accept.mutate(
					{ input: { disputeId: dispute.id } },
					{
						onSuccess: () => {
							notify(t`Accepted.`);
							onClose();
						},
					},
				)
			}
			onClose={onClose}
		>
			{isSeller ? (
				<Trans>
					You do not object, and what you have to say is left out. The platform decides what the bank is told.
				</Trans>
			) : (
				<Trans>
					The bank is told that the buyer is right. The money is gone, and this cannot be taken back.
				</Trans>
			)}
		</Confirm>
	);
}

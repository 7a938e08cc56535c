import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Scale } from "lucide-react";
import { useState } from "react";
import {
	AdminProposalApproveDocument,
	AdminProposalRejectDocument,
	AdminProposalWithdrawDocument,
	type ProposalRowFragment,
} from "@/gql/graphql";
import { all, type ProposalSearch, proposalsQuery } from "@/lib/governance";
import { faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { proposalKinds, proposalStatuses, valuesOf } from "@/lib/labels";
import { askEvery } from "@/lib/live";
import { may, type Viewer } from "@/lib/session";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { JsonFacts } from "@/ui/json";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Facts } from "@/ui/panel";
import { Empty } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Code, Instant } from "@/ui/text";
import { FormFailure } from "./failure";
import { Person } from "./person-name";

const statuses = valuesOf(proposalStatuses);

type ProposalsProps = {
	viewer: Viewer;
	search: ProposalSearch;
	onSearch: (search: ProposalSearch) => void;
};

/** What people have proposed and others decide about. */
export function Proposals({ viewer, search, onSearch }: ProposalsProps) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const [asked, ask] = useState<ProposalRowFragment | null>(null);
	const { data, error, refetch, isPlaceholderData } = useQuery({
		...proposalsQuery(hat, search),
		refetchInterval: askEvery,
	});
	// As it is by now; one that is not in the list any more stays as it was read, with what is typed beside it.
	const open = data?.proposals?.nodes.find(({ id }) => id === asked?.id) ?? asked;
	const shown = search.status ?? "PENDING";
	const columns: Column<ProposalRowFragment>[] = [
		{
			header: t`Proposal`,
			card: "title",
			cell: (proposal) => <Words of={proposal.kind} labels={proposalKinds} />,
		},
		{
			header: t({ message: "By", context: "proposer" }),
			cell: (proposal) => <Person of={proposal.proposer} unknown={t`Erased`} />,
		},
		{
			header: t`Status`,
			card: "plain",
			cell: (proposal) => <Status of={proposal.status} labels={proposalStatuses} />,
		},
		{ header: t`Proposed`, cell: (proposal) => <Instant of={proposal.createdAt} isLong /> },
		{
			header: shown === "PENDING" ? t`Ends` : t`Decided`,
			cell: (proposal) => <Instant of={proposal.decidedAt ?? proposal.expiresAt} isLong />,
		},
		{
			header: t`Look at`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (proposal) => <Button look="link" onPress={() => ask(proposal)}>{t`Look at it`}</Button>,
		},
	];
	return (
		<Page title={t`Proposals`}>
			<ViewTabs label={t`Proposals by status`}>
				{[...statuses, all].map((status) => (
					<Link
						key={status}
						to="."
						search={status === "PENDING" ? {} : { status }}
						{...viewTab(shown === status)}
					>
						{status === all ? t`All` : i18n._(proposalStatuses[status as (typeof statuses)[number]].label)}
					</Link>
				))}
			</ViewTabs>
			<List
				label={t`Proposals`}
				views="proposals"
				columns={columns}
				rows={data?.proposals?.nodes}
				keyOf={(proposal) => proposal.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isPlaceholderData}
				pageInfo={data?.proposals?.pageInfo}
				onPage={(page) => onSearch({ status: search.status, ...page })}
				empty={
					<Empty icon={Scale} title={shown === "PENDING" ? t`Nothing waits for a second person` : t`None`}>
						<Trans>What is dangerous is proposed by one person and approved by another.</Trans>
					</Empty>
				}
			/>
			{open && <ProposalDialog viewer={viewer} proposal={open} onClose={() => ask(null)} />}
		</Page>
	);
}

type ProposalDialogProps = { viewer: Viewer; proposal: ProposalRowFragment; onClose: () => void };

function ProposalDialog({ viewer, proposal, onClose }: ProposalDialogProps) {
	const { t } = useLingui();
	const hat = useHat();
	const [isRejecting, setRejecting] = useState(false);
	const [note, setNote] = useState("");
	const approve = useHatMutation(AdminProposalApproveDocument, [
		"proposals",
		"operators",
		"sellers",
		"reports",
	]);
	const reject = useHatMutation(AdminProposalRejectDocument, ["proposals"]);
	const withdraw = useHatMutation(AdminProposalWithdrawDocument, ["proposals"]);
	const error = approve.error ?? reject.error ?? withdraw.error;
	const isBusy = approve.isPending || reject.isPending || withdraw.isPending;
	const faults = faultsByField(error, ["note"]);
	const isOwn = proposal.proposer?.id === viewer.account.id;
	const canWithdraw = isOwn && proposal.status === "PENDING" && may(hat, "PROPOSAL_WITHDRAW");
	const done = (text: string) => () => {
		notify(text);
		onClose();
	};
	return (
		<Dialog title={t`Proposal`} isOpen onClose={onClose} isBusy={isBusy}>
			<Facts
				facts={[
					{ term: t`What`, detail: <Words of={proposal.kind} labels={proposalKinds} /> },
					{ term: t`About`, detail: <Code>{proposal.subject}</Code> },
					{
						term: t({ message: "By", context: "proposer" }),
						detail: <Person of={proposal.proposer} unknown={t`Erased`} />,
					},
					{ term: t`Status`, detail: <Status of={proposal.status} labels={proposalStatuses} /> },
					{ term: t`Proposed`, detail: <Instant of={proposal.createdAt} isLong /> },
					proposal.status === "PENDING" && {
						term: t`Ends`,
						detail: <Instant of={proposal.expiresAt} isLong />,
					},
					proposal.decidedBy && { term: t`Decided by`, detail: <Person of={proposal.decidedBy} /> },
				]}
			/>
			<section aria-label={t`What is to be done`} className="rounded-md border border-line bg-bg p-3">
				<JsonFacts text={proposal.payload} />
			</section>
			<div>
				<p className="text-xs text-muted">{t`Reason of the proposer`}</p>
				<p className="break-words whitespace-pre-wrap">{proposal.reason}</p>
			</div>
			{proposal.note && (
				<div>
					<p className="text-xs text-muted">{t`Why it was rejected`}</p>
					<p className="break-words whitespace-pre-wrap">{proposal.note}</p>
				</div>
			)}
			{proposal.status === "PENDING" && isOwn && (
				<p className="text-muted">
					<Trans>Somebody else has to decide about what you have proposed.</Trans>
				</p>
			)}
			<FormFailure error={error} faults={faults} />
			{isRejecting ? (
				<Form
					className="flex flex-col gap-4"
					validationBehavior="aria"
					validationErrors={faults}
					onSubmit={(event) => {
						event.preventDefault();
						reject.mutate({ input: { id: proposal.id, note } }, { onSuccess: done(t`Rejected.`) });
					}}
				>
					<TextField
						label={t`Why not?`}
						hint={t`The proposer reads it.`}
						name="note"
						rows={3}
						isRequired
						maxLength={1000}
						autoFocus
						value={note}
						onChange={setNote}
					/>
					<DialogActions>
						<Button onPress={() => setRejecting(false)} isDisabled={isBusy}>
							<Trans>Back</Trans>
						</Button>
						<Button type="submit" look="danger" isDisabled={isBusy}>
							<Trans>Reject</Trans>
						</Button>
					</DialogActions>
				</Form>
			) : (
				<DialogActions>
					<Button onPress={onClose} isDisabled={isBusy}>
						<Trans>Close</Trans>
					</Button>
					{canWithdraw && (
						<Button
							isDisabled={isBusy}
							onPress={() =>
								withdraw.mutate({ input: { id: proposal.id } }, { onSuccess: done(t`Taken back.`) })
							}
						>
							<Trans>Take it back</Trans>
						</Button>
					)}
					{proposal.isDecidable && (
						<>
							<Button look="plainDanger" isDisabled={isBusy} onPress={() => setRejecting(true)}>
								<Trans>Reject…</Trans>
							</Button>
							<Button
								look="primary"
								isDisabled={isBusy}
								onPress={() =>
									approve.mutate(
										{ input: { id: proposal.id, payloadHash: proposal.payloadHash } },
										{ onSuccess: done(t`Approved and done.`) },
									)
								}
							>
								<Trans>Approve</Trans>
							</Button>
						</>
					)}
				</DialogActions>
			)}
		</Dialog>
	);
}

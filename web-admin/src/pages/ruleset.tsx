import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Percent } from "lucide-react";
import { type ReactNode, useState } from "react";
import {
	AdminRulesetCancelDocument,
	AdminRulesetPublishDocument,
	AdminSimulateDocument,
	type RulesetFullFragment,
} from "@/gql/graphql";
import { inForceQuery, rulesetQuery } from "@/lib/commission";
import { useHat, useHatMutation } from "@/lib/hat";
import { rulesetStates } from "@/lib/labels";
import { useNow } from "@/lib/now";
import { type RulesetSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { dayAt, instantOf, startOfDay } from "@/lib/zone";
import { Button, buttonClass } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { Page, TextLink } from "@/ui/page";
import { Facts } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Status } from "@/ui/status";
import { Instant } from "@/ui/text";
import { standing } from "./commission";
import { BuyerFees, Rules, useDraftName } from "./commission-rules";
import { FormFailure } from "./failure";
import { FormDialog } from "./form-dialog";
import { Simulation } from "./simulation";

type RulesetPageProps = {
	id: string;
	search: RulesetSearch;
	onSearch: (search: RulesetSearch) => void;
	back: ReactNode;
};

/** One ruleset: what it takes, what it would have made of past orders, and the way to put it in force. */
export function RulesetPage({ id, search, onSearch, back }: RulesetPageProps) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(rulesetQuery(hat, id));
	const ruleset = data?.commissionRuleset;
	if (!data || !ruleset) {
		return (
			<Page title={t`Ruleset`} back={back}>
				{error && <Failure error={error} onRetry={() => void refetch()} />}
				{!error && !data && <Skeleton label={t`Loading: the ruleset`} />}
				{data && <Empty icon={Percent} title={t`There is no such ruleset`} />}
			</Page>
		);
	}
	return <Loaded ruleset={ruleset} search={search} onSearch={onSearch} back={back} />;
}

type LoadedProps = Omit<RulesetPageProps, "id"> & { ruleset: RulesetFullFragment };

function Loaded({ ruleset, search, onSearch, back }: LoadedProps) {
	const { t } = useLingui();
	const hat = useHat();
	const now = useNow(60_000);
	const draft = useDraftName(ruleset);
	const current = useQuery(inForceQuery(hat)).data?.commissionRulesetInForce?.id;
	const state = standing(ruleset, current, now);
	const [asked, ask] = useState<"simulate" | "publish" | "cancel" | null>(null);
	const close = () => ask(null);
	return (
		<Page
			title={ruleset.version ? t`Commission, version ${ruleset.version}` : draft}
			back={back}
			badge={<Status of={state} labels={rulesetStates} />}
			actions={
				<>
					{(state === "DRAFT" || state === "TO_COME") && may(hat, "COMMISSION_PUBLISH") && (
						<Button look="quietDanger" onPress={() => ask("cancel")}>
							{state === "DRAFT" ? <Trans>Discard…</Trans> : <Trans>Give up…</Trans>}
						</Button>
					)}
					{state === "DRAFT" && may(hat, "COMMISSION_EDIT") && (
						<TextLink
							to="/platform/commission/$rulesetId/edit"
							params={{ rulesetId: ruleset.id }}
							className={buttonClass()}
							data-key="e"
						>
							<Trans>Edit</Trans>
						</TextLink>
					)}
					{may(hat, "COMMISSION_EDIT") && (
						<Button onPress={() => ask("simulate")}>
							<Trans>Try on past orders…</Trans>
						</Button>
					)}
					{state === "DRAFT" && may(hat, "COMMISSION_PUBLISH") && (
						<Button look="primary" onPress={() => ask("publish")}>
							<Trans>Propose to publish…</Trans>
						</Button>
					)}
				</>
			}
		>
			<Facts
				facts={[
					// That of a draft is its name.
					Boolean(ruleset.version) && ruleset.note !== "" && { term: t`Note`, detail: ruleset.note },
					ruleset.effectiveFrom && {
						term: t`In force from`,
						detail: <Instant of={ruleset.effectiveFrom} isLong />,
					},
					ruleset.publishedAt && {
						term: t`Published`,
						detail: <Instant of={ruleset.publishedAt} isLong />,
					},
				]}
			/>
			{search.simulation && (
				<Simulation
					id={search.simulation}
					page={search}
					onPage={(page) => onSearch({ simulation: search.simulation, ...page })}
				/>
			)}
			<Rules rules={ruleset.rules} />
			<BuyerFees fees={ruleset.buyerFees} />
			{asked === "simulate" && (
				<SimulateDialog
					id={ruleset.id}
					onClose={close}
					onStarted={(simulation) => {
						close();
						onSearch({ simulation });
					}}
				/>
			)}
			{asked === "publish" && <PublishDialog id={ruleset.id} onClose={close} />}
			{asked === "cancel" && <CancelDialog id={ruleset.id} isDraft={state === "DRAFT"} onClose={close} />}
		</Page>
	);
}

type SimulateDialogProps = { id: string; onClose: () => void; onStarted: (simulation: string) => void };

function SimulateDialog({ id, onClose, onStarted }: SimulateDialogProps) {
	const { t } = useLingui();
	const [from, setFrom] = useState(() => dayAt(Date.now() - 90 * 86_400_000));
	const [to, setTo] = useState(() => dayAt(Date.now()));
	const simulate = useHatMutation(AdminSimulateDocument, ["commission"]);
	const start = () =>
		simulate.mutate(
			{ input: { rulesetId: id, paidFrom: startOfDay(from) ?? "", paidBefore: startOfDay(to, 1) ?? "" } },
			{
				onSuccess: ({ commissionSimulate: answer }) => answer?.simulation && onStarted(answer.simulation.id),
			},
		);
	return (
		<FormDialog
			title={t`Try on past orders`}
			verb={<Trans>Try</Trans>}
			mutation={simulate}
			fields={["paidFrom", "paidBefore"]}
			onSubmit={start}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>
					Orders that were paid on these days are charged again, beside the books. Nothing changes.
				</Trans>
			</p>
			<TextField
				label={t({ message: "From", context: "first day" })}
				name="paidFrom"
				type="date"
				isRequired
				value={from}
				onChange={setFrom}
			/>
			<TextField label={t`To`} name="paidBefore" type="date" isRequired value={to} onChange={setTo} />
		</FormDialog>
	);
}

function PublishDialog({ id, onClose }: { id: string; onClose: () => void }) {
	const { t } = useLingui();
	const [at, setAt] = useState("");
	const [reason, setReason] = useState("");
	const publish = useHatMutation(AdminRulesetPublishDocument, ["commission", "proposals"]);
	const propose = () =>
		publish.mutate(
			{ input: { rulesetId: id, effectiveFrom: instantOf(at) ?? "", reason } },
			{
				onSuccess: () => {
					notify(t`Proposed. It is published as soon as a second person approves.`);
					onClose();
				},
			},
		);
	return (
		<FormDialog
			title={t`Propose to publish this draft`}
			verb={<Trans>Propose</Trans>}
			mutation={publish}
			fields={["effectiveFrom", "reason"]}
			onSubmit={propose}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>
					A second person has to approve before it comes into force. Orders from before are never charged
					anew.
				</Trans>
			</p>
			<TextField
				label={t`In force from`}
				name="effectiveFrom"
				type="datetime-local"
				isRequired
				value={at}
				onChange={setAt}
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

function CancelDialog({ id, isDraft, onClose }: { id: string; isDraft: boolean; onClose: () => void }) {
	const { t } = useLingui();
	const cancel = useHatMutation(AdminRulesetCancelDocument, ["commission"]);
	const giveUp = () =>
		cancel.mutate(
			{ input: { rulesetId: id } },
			{
				onSuccess: () => {
					notify(t`Given up. It does not come into force.`);
					onClose();
				},
			},
		);
	return (
		<Dialog
			title={isDraft ? t`Discard this draft?` : t`Give up this ruleset?`}
			isOpen
			onClose={onClose}
			isBusy={cancel.isPending}
		>
			<FormFailure error={cancel.error} />
			<p className="text-muted">
				<Trans>It cannot be taken up again; a new draft can have the same rules.</Trans>
			</p>
			<DialogActions>
				<Button onPress={onClose} isDisabled={cancel.isPending}>
					<Trans>Keep it</Trans>
				</Button>
				<Button look="danger" autoFocus onPress={giveUp} isDisabled={cancel.isPending}>
					{isDraft ? <Trans>Discard</Trans> : <Trans>Give up</Trans>}
				</Button>
			</DialogActions>
		</Dialog>
	);
}

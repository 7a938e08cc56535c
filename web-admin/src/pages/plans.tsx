import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Layers } from "lucide-react";
import { useState } from "react";
import {
	AdminPlanArchiveDocument,
	AdminPlanCreateDocument,
	AdminPlansDocument,
	type AdminPlansQuery,
	type PlanVersionFragment,
} from "@/gql/graphql";
import { formatPercent } from "@/lib/format";
import { useHat, useHatMutation } from "@/lib/hat";
import { useNow } from "@/lib/now";
import { numerals } from "@/lib/numerals";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Facts } from "@/ui/panel";
import { Empty } from "@/ui/states";
import { Code, Instant, Money } from "@/ui/text";
import { FormDialog } from "./form-dialog";
import { PlanDialog } from "./plan-dialog";

export type Plan = NonNullable<AdminPlansQuery["sellerPlans"]>["nodes"][number];
type Turn = { after?: string; before?: string };

/** The version of a plan that holds now: of those that have begun, the one that began last. */
export function versionInForce(
	versions: PlanVersionFragment[],
	now: number,
): PlanVersionFragment | undefined {
	return versions.find(({ effectiveFrom }) => new Date(effectiveFrom).getTime() <= now);
}

/** Plans with what they cost now and will cost. Few to a page: each comes with all of its versions. */
export function Plans({ page, onPage }: { page: Turn; onPage: (page: Turn) => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "plans", AdminPlansDocument, { after: page.after }),
	);
	// It outlives the empty list, which is gone as soon as there is a plan.
	const [isMaking, setMaking] = useState(false);
	return (
		<>
			<List
				label={t`Plans`}
				columns={[
					{
						header: t`Plan`,
						card: "title",
						cell: ({ id, name, archivedAt }) => (
							<span className="flex flex-col items-start gap-1">
								<span className="font-semibold break-words">{name}</span>
								{archivedAt && <Badge tone="muted">{t`Archived`}</Badge>}
								<Code>{id}</Code>
							</span>
						),
					},
					{ header: t`What it costs and allows`, card: "plain", cell: (plan) => <Versions plan={plan} /> },
					{
						header: t`Change`,
						isHeaderHidden: true,
						card: "deeds",
						cell: (plan) => <PlanButtons plan={plan} />,
					},
				]}
				rows={data?.sellerPlans?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				// It goes on from page to page, and back to the first one.
				pageInfo={
					data?.sellerPlans
						? { ...data.sellerPlans.pageInfo, hasPreviousPage: page.after !== undefined }
						: undefined
				}
				onPage={({ after }) => onPage({ after })}
				empty={
					<Empty
						icon={Layers}
						title={t`There is no plan`}
						action={<PlanOpener onPress={() => setMaking(true)} />}
					>
						{t`Without one sellers pay nothing beside commission, and have no limits. A plan has monthly fees, fees for listings, and limits.`}
					</Empty>
				}
			/>
			{isMaking && <NewPlanDialog onClose={() => setMaking(false)} />}
		</>
	);
}

function Versions({ plan }: { plan: Plan }) {
	const { t } = useLingui();
	const { versions } = plan;
	const now = useNow(60_000);
	const inForce = versionInForce(versions, now);
	const toCome = versions.filter(({ effectiveFrom }) => new Date(effectiveFrom).getTime() > now);
	if (versions.length === 0)
		return <p className="text-muted">{t`Nothing yet: a second person approves what it costs.`}</p>;
	return (
		<div className="flex w-full min-w-64 flex-col gap-3">
			{inForce && <VersionFacts version={inForce} />}
			{toCome.map((version) => (
				<div key={version.id} className="flex flex-col gap-1">
					<p className="font-semibold">
						<Trans>
							From <Instant of={version.effectiveFrom} isLong />
						</Trans>
					</p>
					<VersionFacts version={version} />
				</div>
			))}
		</div>
	);
}

/** What a version of a plan costs and allows. */
export function VersionFacts({ version }: { version: PlanVersionFragment }) {
	const { t, i18n } = useLingui();
	const {
		fees,
		vatBasisPoints,
		freeListings,
		offersMax,
		seatsMax,
		trialDays,
		holdDays,
		reserveBasisPoints,
		reserveDays,
	} = version;
	const number = (n: number) => n.toLocaleString(numerals(i18n.locale));
	return (
		<Facts
			facts={[
				fees.length === 0 && { term: t`Fees`, detail: t`None` },
				...fees.map(({ currencyCode, monthly }) => ({
					term: t`Monthly, ${currencyCode}`,
					detail: <Money of={monthly} />,
				})),
				...fees
					.filter(({ listing }) => Number(listing.amount) > 0)
					.map(({ currencyCode, listing }) => ({
						term: t`For a listing, ${currencyCode}`,
						detail: <Money of={listing} />,
					})),
				vatBasisPoints > 0 && { term: t`VAT on it`, detail: formatPercent(vatBasisPoints, i18n.locale) },
				freeListings > 0 && { term: t`Listings without a fee`, detail: number(freeListings) },
				{ term: t`Offers at most`, detail: offersMax == null ? t`No limit` : number(offersMax) },
				{ term: t`Members at most`, detail: seatsMax == null ? t`No limit` : number(seatsMax) },
				trialDays > 0 && { term: t`Days without a monthly fee`, detail: number(trialDays) },
				holdDays != null && { term: t`Days until money is released`, detail: number(holdDays) },
				reserveBasisPoints != null && {
					term: t`Kept in the reserve`,
					detail: formatPercent(reserveBasisPoints, i18n.locale),
				},
				reserveDays != null && { term: t`Days in the reserve`, detail: number(reserveDays) },
			]}
		/>
	);
}

function PlanButtons({ plan }: { plan: Plan }) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<"version" | "archive" | null>(null);
	const close = () => setOpen(null);
	const archive = useHatMutation(AdminPlanArchiveDocument, ["plans"]);
	if (plan.archivedAt || !may(hat, "SELLER_PLAN_EDIT")) return null;
	return (
		<span className="flex flex-wrap gap-2">
			<Button aria-label={t`New version of ${plan.name}…`} onPress={() => setOpen("version")}>
				<Trans>New version…</Trans>
			</Button>
			<Button aria-label={t`Archive ${plan.name}…`} onPress={() => setOpen("archive")}>
				<Trans>Archive…</Trans>
			</Button>
			{open === "version" && <PlanDialog plan={plan} onClose={close} />}
			{open === "archive" && (
				<FormDialog
					title={t`Archive ${plan.name}?`}
					verb={<Trans>Archive</Trans>}
					mutation={archive}
					fields={[]}
					onClose={close}
					onSubmit={() =>
						archive.mutate(
							{ input: { planId: plan.id } },
							{
								onSuccess: () => {
									notify(t`${plan.name} is archived.`);
									close();
								},
							},
						)
					}
				>
					<p className="text-muted">
						<Trans>Nobody is put on it any more. Those who are on it stay.</Trans>
					</p>
				</FormDialog>
			)}
		</span>
	);
}

function PlanOpener({ onPress }: { onPress: () => void }) {
	const hat = useHat();
	if (!may(hat, "SELLER_PLAN_EDIT")) return null;
	return (
		<Button look="primary" onPress={onPress}>
			<Trans>New plan…</Trans>
		</Button>
	);
}

/** The way to make a plan. */
export function NewPlanButton() {
	const [isOpen, setOpen] = useState(false);
	return (
		<>
			<PlanOpener onPress={() => setOpen(true)} />
			{isOpen && <NewPlanDialog onClose={() => setOpen(false)} />}
		</>
	);
}

function NewPlanDialog({ onClose }: { onClose: () => void }) {
	const { t } = useLingui();
	const [name, setName] = useState("");
	const create = useHatMutation(AdminPlanCreateDocument, ["plans"]);
	return (
		<FormDialog
			title={t`New plan`}
			verb={<Trans>Make the plan</Trans>}
			mutation={create}
			fields={["name"]}
			onClose={onClose}
			onSubmit={() =>
				create.mutate(
					{ input: { name } },
					{
						onSuccess: () => {
							notify(t`The plan is made. It costs something once a version of it is approved.`);
							onClose();
						},
					},
				)
			}
		>
			<TextField
				label={t`Name`}
				hint={t`Sellers read it.`}
				name="name"
				isRequired
				maxLength={120}
				autoFocus
				value={name}
				onChange={setName}
			/>
			<p className="text-muted">
				<Trans>What it costs is proposed next, and approved by a second person.</Trans>
			</p>
		</FormDialog>
	);
}

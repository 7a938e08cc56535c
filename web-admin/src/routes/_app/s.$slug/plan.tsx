import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { Receipt } from "lucide-react";
import * as v from "valibot";
import {
	AdminOwnChargesDocument,
	type AdminOwnChargesQuery,
	AdminOwnPlanDocument,
	type AdminOwnPlanQuery,
} from "@/gql/graphql";
import { SellerChargePurposeValues } from "@/gql/values";
import { formatMoney, formatPercent } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { chargePurposes } from "@/lib/labels";
import { choiceSearch, pageSearch, pageVariables } from "@/lib/list";
import { useNow } from "@/lib/now";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { PlanTimeline } from "@/pages/plan-timeline";
import { Badge } from "@/ui/badge";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Page, TextLink } from "@/ui/page";
import { Facts, Panel, Section } from "@/ui/panel";
import { Select } from "@/ui/select";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Words } from "@/ui/status";
import { Instant, Money } from "@/ui/text";

type Standing = NonNullable<AdminOwnPlanQuery["sellerPlanStanding"]>;
type Charge = NonNullable<AdminOwnChargesQuery["sellerCharges"]>["nodes"][number];

export const Route = createFileRoute("/_app/s/$slug/plan")({
	validateSearch: v.object({ purpose: choiceSearch(SellerChargePurposeValues), ...pageSearch }),
	component: () => (
		<Needs permission="SELLER_COMMISSION_READ">
			<PlanPage />
		</Needs>
	),
});

function PlanPage() {
	const { t } = useLingui();
	const hat = useHat();
	const { slug } = Route.useParams();
	const { data, error, refetch } = useQuery(hatQuery(hat, "money", AdminOwnPlanDocument, {}));
	const standing = data?.sellerPlanStanding;
	return (
		<Page
			title={t`Plan and charges`}
			actions={
				may(hat, "SELLER_LEDGER_READ") && (
					<TextLink to="/s/$slug/statements" params={{ slug }} search={{ view: "invoices" }}>
						<Trans>Invoices of the platform</Trans>
					</TextLink>
				)
			}
		>
			<Panel title={t`Your plan`}>
				{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
				{!data && !error && <Skeleton rows={3} label={t`Loading the plan`} />}
				{data && !standing?.plan && (
					<p className="text-muted">
						<Trans>You are on no plan: beside commission you pay nothing by the month.</Trans>
					</p>
				)}
				{standing?.plan && <PlanFacts standing={standing} />}
			</Panel>
			{standing && standing.changes.length > 0 && (
				<Panel title={t`Changes of your plan`}>
					<PlanTimeline changes={standing.changes} />
				</Panel>
			)}
			{may(hat, "SELLER_BALANCE_READ") && <Charges />}
		</Page>
	);
}

function PlanFacts({ standing: { plan, version, trialEndsAt, assignments } }: { standing: Standing }) {
	const { t, i18n } = useLingui();
	const now = useNow(60_000);
	const since = assignments.find(
		({ planId, effectiveAt }) => planId === plan?.id && Date.parse(effectiveAt) <= now,
	);
	const next = assignments.findLast(({ effectiveAt }) => Date.parse(effectiveAt) > now);
	const money = (of: { amount: string; currencyCode: string }) => formatMoney(of, i18n.locale);
	return (
		<Facts
			facts={[
				{ term: t`Plan`, detail: <strong>{plan?.name}</strong> },
				since && { term: t`Since`, detail: <Instant of={since.effectiveAt} /> },
				trialEndsAt && { term: t`Free until`, detail: <Instant of={trialEndsAt} /> },
				version && {
					term: t`Each month, without VAT`,
					detail: version.fees.map(({ monthly }) => money(monthly)).join(", ") || t`Nothing`,
				},
				version && {
					term: t`For each offer beyond ${version.freeListings}, once`,
					detail: version.fees.map(({ listing }) => money(listing)).join(", ") || t`Nothing`,
				},
				version && { term: t`VAT`, detail: formatPercent(version.vatBasisPoints, i18n.locale) },
				version?.offersMax != null && { term: t`Most offers at once`, detail: version.offersMax },
				version?.seatsMax != null && { term: t`Most members and invitations`, detail: version.seatsMax },
				next && {
					term: t`Changes on`,
					detail: (
						<>
							<Instant of={next.effectiveAt} />
							{next.reason && <span className="block text-muted">{next.reason}</span>}
						</>
					),
				},
			]}
		/>
	);
}

function useColumns(): Column<Charge>[] {
	const { t } = useLingui();
	return [
		{
			header: t`What for`,
			card: "title",
			cell: ({ purpose, reason, reference, reversalReason }) => (
				<span>
					<Words of={purpose} labels={chargePurposes} />
					<span className="block text-xs font-normal break-words text-muted">
						{[reason, reference, reversalReason].filter(Boolean).join(" · ")}
					</span>
				</span>
			),
		},
		{
			header: t`Kind`,
			card: "plain",
			cell: ({ kind, reversedAt }) => (
				<span className="flex flex-wrap gap-1">
					<Badge tone={kind === "CREDIT" ? "ok" : "muted"}>
						{kind === "CREDIT" ? t({ message: "Credit", context: "given to a seller" }) : t`Charge`}
					</Badge>
					{reversedAt && <Badge tone="warn">{t`Taken back`}</Badge>}
				</span>
			),
		},
		{ header: t`Booked`, cell: ({ createdAt }) => <Instant of={createdAt} /> },
		{ header: t`Without VAT`, isNumber: true, cell: ({ net }) => <Money of={net} /> },
		{ header: t`VAT`, isNumber: true, cell: ({ vat }) => <Money of={vat} /> },
		{ header: t`Total`, isNumber: true, card: "aside", cell: ({ gross }) => <Money of={gross} /> },
	];
}

function Charges() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { purpose, ...page } = Route.useSearch();
	const navigate = Route.useNavigate();
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "money", AdminOwnChargesDocument, { purpose, ...pageVariables(page) }),
	);
	return (
		<Section title={t`Charges and credits`}>
			{(purpose || data?.sellerCharges?.nodes.length !== 0) && (
				<Filters>
					<Select
						label={t`What for`}
						all={t`All`}
						value={purpose}
						choices={SellerChargePurposeValues.map((value) => ({
							value,
							label: i18n._(chargePurposes[value]),
						}))}
						onChange={(next) => void navigate({ search: { purpose: next }, resetScroll: false })}
					/>
				</Filters>
			)}
			<List
				label={t`What was charged and credited`}
				columns={useColumns()}
				rows={data?.sellerCharges?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerCharges?.pageInfo}
				onPage={(next) => void navigate({ search: { purpose, ...next }, resetScroll: false })}
				empty={
					<Empty icon={Receipt} title={purpose ? t`Nothing of this kind` : t`Nothing was charged yet`}>
						{!purpose && t`What the platform charges beside commission appears here, before it is taken.`}
					</Empty>
				}
			/>
		</Section>
	);
}

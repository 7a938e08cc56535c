import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Percent } from "lucide-react";
import type { RulesetRowFragment } from "@/gql/graphql";
import { rulesetsQuery } from "@/lib/commission";
import { useHat } from "@/lib/hat";
import { rulesetStates } from "@/lib/labels";
import { useNow } from "@/lib/now";
import { type RulesetsSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { buttonClass } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { Page, TextLink } from "@/ui/page";
import { Section } from "@/ui/panel";
import { Empty } from "@/ui/states";
import { Status } from "@/ui/status";
import { Instant } from "@/ui/text";
import { BuyerFees, Rules, RulesetName } from "./commission-rules";

/** Where a ruleset stands, told from those that are in force. */
export function standing(ruleset: RulesetRowFragment, inForce: string | undefined, now: number) {
	if (ruleset.status !== "PUBLISHED") return ruleset.status;
	if (ruleset.id === inForce) return "IN_FORCE" as const;
	return Date.parse(ruleset.effectiveFrom ?? "") > now ? ("TO_COME" as const) : ("REPLACED" as const);
}

/** What the platform takes now, and every version and draft there is. */
export function Commission({
	search,
	onSearch,
}: {
	search: RulesetsSearch;
	onSearch: (search: RulesetsSearch) => void;
}) {
	const { t } = useLingui();
	const hat = useHat();
	const now = useNow(60_000);
	const { data, error, refetch, isFetching } = useQuery(rulesetsQuery(hat, search));
	const current = data?.commissionRulesetInForce;
	const columns: Column<RulesetRowFragment>[] = [
		{
			header: t`Ruleset`,
			card: "title",
			cell: (row) => (
				<TextLink to="/platform/commission/$rulesetId" params={{ rulesetId: row.id }}>
					<RulesetName of={row} />
				</TextLink>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: (row) => <Status of={standing(row, current?.id, now)} labels={rulesetStates} />,
		},
		// The note of a draft is its name.
		{ header: t`Note`, cell: (row) => row.version && row.note },
		{
			header: t`In force from`,
			cell: (row) => row.effectiveFrom && <Instant of={row.effectiveFrom} isLong />,
		},
		{ header: t`Made`, cell: (row) => row.createdAt && <Instant of={row.createdAt} isLong /> },
	];
	return (
		<Page
			title={t`Commission`}
			actions={
				may(hat, "COMMISSION_EDIT") && (
					<TextLink to="/platform/commission/new" className={buttonClass("primary")}>
						<Trans>New draft</Trans>
					</TextLink>
				)
			}
		>
			{current && (
				<Section title={current.version ? t`In force: version ${current.version}` : t`In force`}>
					<p className="text-muted">
						<Trans>Each line of an order is charged by the first rule that fits it.</Trans>
					</p>
					<Rules rules={current.rules} />
					<BuyerFees fees={current.buyerFees} />
				</Section>
			)}
			<Section title={t`Versions and drafts`}>
				<List
					label={t`Rulesets`}
					columns={columns}
					rows={data?.commissionRulesets?.nodes}
					keyOf={(row) => row.id}
					error={error}
					onRetry={() => void refetch()}
					isFetching={isFetching}
					pageInfo={data?.commissionRulesets?.pageInfo}
					onPage={onSearch}
					empty={
						<Empty icon={Percent} title={t`No drafts, and no later version`}>
							<Trans>
								Version 1 is the rate of the settings and is not listed. A draft changes nothing until it is
								tried on past orders, proposed, and approved by a second person.
							</Trans>
						</Empty>
					}
				/>
			</Section>
		</Page>
	);
}

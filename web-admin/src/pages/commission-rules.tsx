import { Trans, useLingui } from "@lingui/react/macro";
import type { BuyerFeePartsFragment, RulePartsFragment, RulesetRowFragment } from "@/gql/graphql";
import { lists } from "@/lib/commission-draft";
import { formatInstant, formatMoney, formatPercent } from "@/lib/format";
import { commissionConditions, commissionMeasures, commissionRefunds } from "@/lib/labels";
import { type Fact, Facts, Panel } from "@/ui/panel";
import { Code } from "@/ui/text";

/** The rules of a ruleset in words, in the order in which they are tried. */
export function Rules({ rules }: { rules: RulePartsFragment[] }) {
	return (
		<ol className="flex flex-col gap-3">
			{rules.map((rule, index) => (
				<li key={rule.id}>
					<Panel title={`${index + 1}. ${rule.name}`}>
						<RuleFacts rule={rule} />
					</Panel>
				</li>
			))}
		</ol>
	);
}

function RuleFacts({ rule }: { rule: RulePartsFragment }) {
	const { t, i18n } = useLingui();
	const money = (of: Parameters<typeof formatMoney>[0]) => formatMoney(of, i18n.locale);
	const percent = (basisPoints: number) => formatPercent(basisPoints, i18n.locale);
	const { when, base, tiers } = rule;
	const conditions: Fact[] = lists
		.filter((name) => when[name].length > 0)
		.map((name) => ({ term: i18n._(commissionConditions[name]), detail: when[name].join(", ") }));
	const bases = [
		base.beforeDiscount ? t`before the seller's discounts` : t`after the seller's discounts`,
		base.withTax && t`with taxes`,
		base.withShipping && t`with shipping`,
	].filter(Boolean);
	return (
		<Facts
			facts={[
				{ term: t`Commission`, detail: <strong>{percent(rule.basisPoints)}</strong> },
				...conditions,
				when.priceFrom && { term: t`Price of one from`, detail: money(when.priceFrom) },
				when.priceBelow && { term: t`Price of one below`, detail: money(when.priceBelow) },
				tiers && {
					term: i18n._(commissionMeasures[tiers.by]),
					detail: (
						<ul className="flex flex-col items-end">
							{tiers.tiers.map((tier) => (
								<li key={`${tier.from.currencyCode} ${tier.from.amount}`}>
									<Trans>
										from {money(tier.from)}: {percent(tier.basisPoints)}
									</Trans>
								</li>
							))}
							<li className="text-muted">
								{tiers.isMarginal ? t`each slice at its own rate` : t`all at one rate`}
							</li>
						</ul>
					),
				},
				...rule.amounts.map((each) => ({
					term: t`In ${each.currencyCode}`,
					detail: (
						<ul className="flex flex-col items-end">
							{[
								{ name: t`each piece`, amount: each.perUnit },
								{ name: t`each line`, amount: each.perLine },
								{ name: t`each order`, amount: each.perOrder },
								{ name: t`at least`, amount: each.floor },
								{ name: t`at most`, amount: each.cap },
							].map(
								({ name, amount }) =>
									amount &&
									Number(amount.amount) !== 0 && (
										<li key={name}>
											{name}: {money(amount)}
										</li>
									),
							)}
						</ul>
					),
				})),
				{ term: t`Of the price`, detail: bases.join(", ") },
				rule.vatBasisPoints > 0 && { term: t`VAT on top`, detail: percent(rule.vatBasisPoints) },
				{ term: t`When refunded`, detail: i18n._(commissionRefunds[rule.refund]) },
			]}
		/>
	);
}

/** What buyers pay on top. */
export function BuyerFees({ fees }: { fees: BuyerFeePartsFragment[] }) {
	const { t, i18n } = useLingui();
	if (fees.length === 0) return null;
	return (
		<Panel title={t`Buyers pay on top`}>
			<Facts
				facts={fees.map((fee) => ({
					term: fee.currencyCode,
					detail: [
						formatPercent(fee.basisPoints, i18n.locale),
						t`${formatMoney(fee.fixed, i18n.locale)} each order`,
						Number(fee.perLine.amount) !== 0 && t`${formatMoney(fee.perLine, i18n.locale)} each line`,
						fee.floor && t`at least ${formatMoney(fee.floor, i18n.locale)}`,
						fee.cap && t`at most ${formatMoney(fee.cap, i18n.locale)}`,
						t`when refunded: ${i18n._(commissionRefunds[fee.refund])}`,
					]
						.filter(Boolean)
						.join(", "),
				}))}
			/>
		</Panel>
	);
}

type Draft = Pick<RulesetRowFragment, "note" | "createdAt">;

/** How people call a draft: by its note, or by when it was made. */
export function useDraftName({ note, createdAt }: Draft): string {
	const { t, i18n } = useLingui();
	const at = createdAt ? formatInstant(createdAt, i18n.locale) : "";
	return note || t`Draft of ${at}`;
}

/** How people call a ruleset: by its version, or as a draft, whose id stands below. */
export function RulesetName({ of }: { of: Draft & Pick<RulesetRowFragment, "id" | "version"> }) {
	const draft = useDraftName(of);
	const { id, version } = of;
	if (version) return <Trans>Version {version}</Trans>;
	return (
		<>
			<bdi>{draft}</bdi>
			<span className="block font-normal text-muted">
				<Code>{id}</Code>
			</span>
		</>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import {
	AdminOwnDisputeRateDocument,
	AdminOwnTopProductsDocument,
	AdminOwnTrendDocument,
} from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import type { Span } from "@/lib/span";
import { TextLink } from "@/ui/page";
import { Section } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { DisputeRate } from "./dispute-rate";
import { TopProducts } from "./top-products";
import { SpanChoice, Trend } from "./trend";

/** What a seller has sold in the last days, in each currency. */
export function OwnSales({ days, onDays }: { days: Span; onDays: (days: Span) => void }) {
	const { t } = useLingui();
	const { data, error, refetch } = useQuery(hatQuery(useHat(), "money", AdminOwnTrendDocument, { days }));
	const trends = data?.sellerSalesTrend ?? [];
	return (
		<Section title={t`Sales`} action={<SpanChoice days={days} onDays={onDays} />}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={3} label={t`Loading the sales`} />}
			{data && trends.length === 0 && (
				<p className="text-muted">
					<Trans>Nothing was sold in this time. Each day with a sale gets a bar here.</Trans>
				</p>
			)}
			{trends.map((trend) => (
				<Trend key={trend.currency} trend={trend} days={days} isOwn />
			))}
		</Section>
	);
}

/** The products of which a seller has sold most. */
export function OwnTopProducts({ days, slug }: { days: Span; slug: string }) {
	const hat = useHat();
	const asked = useQuery(hatQuery(hat, "money", AdminOwnTopProductsDocument, { days }));
	return (
		<TopProducts
			asked={{ ...asked, data: asked.data?.sellerTopProducts }}
			days={days}
			titleOf={({ product, title }) =>
				product && may(hat, "PRODUCT_READ") ? (
					<TextLink to="/s/$slug/products/$productId" params={{ slug, productId: product.id }}>
						{product.title}
					</TextLink>
				) : (
					title
				)
			}
		/>
	);
}

/** How often what buyers paid to a seller is disputed. */
export function OwnDisputeRate() {
	const asked = useQuery(hatQuery(useHat(), "disputes", AdminOwnDisputeRateDocument, {}));
	return <DisputeRate asked={{ ...asked, data: asked.data?.sellerDisputeRate }} isOwn />;
}

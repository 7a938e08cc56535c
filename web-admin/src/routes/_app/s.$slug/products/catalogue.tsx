import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { PackageSearch } from "lucide-react";
import * as v from "valibot";
import { AdminCatalogueSearchDocument, type AdminCatalogueSearchQuery } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { pageSearch, pageVariables, textSearch } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { TextLink } from "@/ui/page";
import { SearchField } from "@/ui/search";
import { Empty } from "@/ui/states";
import { Money } from "@/ui/text";

type Row = NonNullable<AdminCatalogueSearchQuery["products"]>["nodes"][number];

export const Route = createFileRoute("/_app/s/$slug/products/catalogue")({
	validateSearch: v.object({ q: textSearch, ...pageSearch }),
	component: Catalogue,
});

function useColumns(): Column<Row>[] {
	const { t } = useLingui();
	const hat = useHat();
	const { slug } = Route.useParams();
	return [
		{
			header: t`Product`,
			card: "title",
			cell: ({ id, title, brand, productType }) => (
				<span>
					<TextLink to="/s/$slug/products/$productId" params={{ slug, productId: id }}>
						{title}
					</TextLink>
					<span className="block text-xs font-normal text-muted">
						{[productType, brand].filter(Boolean).join(" · ")}
					</span>
				</span>
			),
		},
		{
			header: t`Sold by`,
			cell: ({ seller, sellerName, sellerCount }) => {
				if (sellerCount > 1) return t`${plural(sellerCount, { one: "# seller", other: "# sellers" })}`;
				return seller?.id === hat.seller?.id ? (
					<span className="text-muted">{t({ message: "You", context: "who sells it" })}</span>
				) : (
					sellerName
				);
			},
		},
		{
			header: t({ message: "From", context: "lowest price" }),
			isNumber: true,
			card: "aside",
			cell: ({ priceMin }) => <Money of={priceMin} />,
		},
	];
}

/** Everything that buyers see, so that a seller can offer the same thing. */
function Catalogue() {
	const { t } = useLingui();
	const hat = useHat();
	const { q, ...page } = Route.useSearch();
	const navigate = Route.useNavigate();
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "products", AdminCatalogueSearchDocument, {
			filter: q ? { query: q } : undefined,
			...pageVariables(page),
		}),
	);
	return (
		<>
			<p className="max-w-2xl text-muted">
				<Trans>
					Somebody sells already what you have? Open it and offer your own, with your price and stock. Buyers
					see all offers on one page.
				</Trans>
			</p>
			<Filters onClear={q ? () => void navigate({ search: {} }) : undefined}>
				<SearchField
					label={t`Search`}
					placeholder={t`Words of the title or description`}
					value={q ?? ""}
					onChange={(next) => void navigate({ search: { q: next || undefined } })}
				/>
			</Filters>
			<List
				label={t`Products of everybody`}
				views="catalogue"
				columns={useColumns()}
				rows={data?.products?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.products?.pageInfo}
				onPage={(next) => void navigate({ search: { q, ...next } })}
				empty={
					<Empty
						icon={PackageSearch}
						title={q ? t`No product matches` : t`Nobody sells anything yet`}
						action={q && <Button onPress={() => void navigate({ search: {} })}>{t`Clear filters`}</Button>}
					/>
				}
			/>
		</>
	);
}

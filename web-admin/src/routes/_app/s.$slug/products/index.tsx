import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { Package } from "lucide-react";
import * as v from "valibot";
import { SellerProductsDocument, type SellerProductsQuery } from "@/gql/graphql";
import { ProductStatusValues } from "@/gql/values";
import { useHat } from "@/lib/hat";
import { productStatuses } from "@/lib/labels";
import { choiceSearch, pageSearch, pageVariables } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Empty } from "@/ui/states";
import { Status, StatusSelect } from "@/ui/status";
import { Instant, Money } from "@/ui/text";

type Row = NonNullable<SellerProductsQuery["sellerProducts"]>["nodes"][number];

export const Route = createFileRoute("/_app/s/$slug/products/")({
	validateSearch: v.object({ status: choiceSearch(ProductStatusValues), ...pageSearch }),
	component: Products,
});

function useColumns(): Column<Row>[] {
	const { t } = useLingui();
	return [
		{
			header: t`Product`,
			card: "title",
			cell: (product) => (
				<span>
					{product.title}
					{product.productType && (
						<span className="block text-xs font-normal text-muted">{product.productType}</span>
					)}
				</span>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: (product) => <Status of={product.status} labels={productStatuses} />,
		},
		{
			header: t`Variants`,
			isNumber: true,
			cell: ({ variants }) => t`${plural(variants.length, { one: "# variant", other: "# variants" })}`,
		},
		{
			header: t`In stock`,
			cell: ({ listing }) => listing && (listing.isInStock ? t`Yes` : t`No`),
		},
		{ header: t`Changed`, cell: (product) => <Instant of={product.updatedAt} /> },
		{
			header: t`Price`,
			isNumber: true,
			card: "aside",
			cell: ({ listing }) => listing && <PriceRange of={listing} />,
		},
	];
}

function PriceRange({ of: { priceMin, priceMax } }: { of: NonNullable<Row["listing"]> }) {
	if (priceMin.amount === priceMax.amount) return <Money of={priceMin} />;
	return (
		<>
			<Money of={priceMin} /> – <Money of={priceMax} />
		</>
	);
}

function Products() {
	const { t } = useLingui();
	const hat = useHat();
	const { status, ...page } = Route.useSearch();
	const navigate = Route.useNavigate();
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "products", SellerProductsDocument, { filter: { status }, ...pageVariables(page) }),
	);
	return (
		<>
			<Filters>
				<StatusSelect
					value={status}
					labels={productStatuses}
					onChange={(next) => void navigate({ search: { status: next } })}
				/>
			</Filters>
			<List
				label={t`Products`}
				views="products"
				columns={useColumns()}
				rows={data?.sellerProducts?.nodes}
				keyOf={(product) => product.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerProducts?.pageInfo}
				onPage={(next) => void navigate({ search: { status, ...next } })}
				empty={
					<Empty icon={Package} title={status ? t`Nothing in this state` : t`No products yet`}>
						{!status && t`Products that you create or import appear here.`}
					</Empty>
				}
			/>
		</>
	);
}

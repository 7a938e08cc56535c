import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Package } from "lucide-react";
import { AdminCatalogueDocument, type AdminCatalogueQuery } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { pageVariables } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Page } from "@/ui/page";
import { SearchField } from "@/ui/search";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Instant, Money } from "@/ui/text";
import { SellerFilter, useSellerChip } from "./seller-filter";
import { SellerLink } from "./seller-link";

type Search = { q?: string; seller?: string; stock?: "in" | "out"; after?: string; before?: string };
type Listing = NonNullable<AdminCatalogueQuery["products"]>["nodes"][number];

/** What is for sale, as buyers see it. */
export function Catalogue({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const { q, seller, stock, after, before } = search;
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "products", AdminCatalogueDocument, {
			filter: {
				query: q || undefined,
				sellerId: seller || undefined,
				isInStock: stock ? stock === "in" : undefined,
			},
			...pageVariables({ after, before }),
		}),
	);
	const isFiltered = Boolean(q || seller || stock);
	const sellerChip = useSellerChip(seller, () => onSearch({ q, stock }));
	return (
		<Page title={t`Catalogue`}>
			<p className="text-muted">
				<Trans>What is published and for sale, as buyers see it. Sellers change it on their own pages.</Trans>
			</p>
			<Filters
				onClear={isFiltered ? () => onSearch({}) : undefined}
				search={
					<SearchField
						label={t`Search`}
						placeholder={t`Words of the product`}
						value={q ?? ""}
						onChange={(next) => onSearch({ seller, stock, q: next || undefined })}
					/>
				}
				chips={[
					sellerChip,
					stock && {
						label: stock === "in" ? t({ message: "In stock", context: "a state" }) : t`Sold out`,
						onRemove: () => onSearch({ q, seller }),
					},
				]}
			>
				<SellerFilter value={seller} onChange={(next) => onSearch({ q, stock, seller: next })} />
				<Select
					label={t`Stock`}
					all={t`All`}
					value={stock}
					choices={[
						{ value: "in", label: t({ message: "In stock", context: "a state" }) },
						{ value: "out", label: t`Sold out` },
					]}
					onChange={(next) => onSearch({ q, seller, stock: next })}
				/>
			</Filters>
			<List
				label={t`Products for sale`}
				views="catalogue"
				columns={useColumns()}
				rows={data?.products?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.products?.pageInfo}
				onPage={(page) => onSearch({ q, seller, stock, ...page })}
				empty={
					<Empty
						icon={Package}
						title={isFiltered ? t`No product matches` : t`Nothing is for sale`}
						action={isFiltered && <Button onPress={() => onSearch({})}>{t`Show all products`}</Button>}
					>
						{!isFiltered && t`What approved sellers publish appears here.`}
					</Empty>
				}
			/>
		</Page>
	);
}

function useColumns(): Column<Listing>[] {
	const { t } = useLingui();
	return [
		{
			header: t`Product`,
			card: "title",
			cell: ({ title, productType }) => (
				<span className="break-words">
					{title}
					{productType && <span className="block text-xs font-normal text-muted">{productType}</span>}
				</span>
			),
		},
		{
			header: t`Seller`,
			cell: ({ seller, sellerName, sellerCount }) => {
				const others = sellerCount - 1;
				return (
					<span className="break-words">
						{seller ? <SellerLink of={{ id: seller.id, name: sellerName }} /> : sellerName}
						{others > 0 && (
							<span className="block text-xs text-muted">
								<Trans>and {others} more</Trans>
							</span>
						)}
					</span>
				);
			},
		},
		{
			header: t`Stock`,
			card: "plain",
			cell: ({ isInStock }) => (
				<Badge tone={isInStock ? "ok" : "warn"}>
					{isInStock ? t({ message: "In stock", context: "a state" }) : t`Sold out`}
				</Badge>
			),
		},
		{
			header: t({ message: "Published", context: "when it was" }),
			cell: ({ publishedAt }) => <Instant of={publishedAt} />,
		},
		{
			header: t`Price`,
			isNumber: true,
			card: "aside",
			cell: ({ priceMin, priceMax }) =>
				priceMin.amount === priceMax.amount ? (
					<Money of={priceMin} />
				) : (
					<span className="whitespace-nowrap">
						<Money of={priceMin} /> – <Money of={priceMax} />
					</span>
				),
		},
	];
}

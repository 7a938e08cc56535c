import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { Tag } from "lucide-react";
import * as v from "valibot";
import { SellerOffersDocument, type SellerOffersQuery } from "@/gql/graphql";
import { OfferStatusValues } from "@/gql/values";
import { useHat } from "@/lib/hat";
import { offerConditions, offerStatuses } from "@/lib/labels";
import { choiceSearch, pageSearch, pageVariables, textSearch } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { SearchField } from "@/ui/search";
import { Empty } from "@/ui/states";
import { Status, StatusSelect, Words } from "@/ui/status";
import { Money } from "@/ui/text";

type Row = NonNullable<SellerOffersQuery["sellerOffers"]>["nodes"][number];

export const Route = createFileRoute("/_app/s/$slug/products/offers")({
	validateSearch: v.object({ status: choiceSearch(OfferStatusValues), sku: textSearch, ...pageSearch }),
	component: Offers,
});

function useColumns(): Column<Row>[] {
	const { t } = useLingui();
	return [
		{
			header: t`Offer`,
			card: "title",
			cell: ({ product, variant }) => (
				<span>
					{product?.title}
					{variant?.title && <span className="block text-xs font-normal text-muted">{variant.title}</span>}
				</span>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: (offer) => <Status of={offer.status} labels={offerStatuses} />,
		},
		{ header: t`SKU`, cell: (offer) => offer.sku },
		{ header: t`Condition`, cell: (offer) => <Words of={offer.condition} labels={offerConditions} /> },
		{ header: t`On hand`, isNumber: true, cell: ({ stock }) => stock?.onHand },
		{ header: t`Reserved`, isNumber: true, cell: ({ stock }) => stock?.reserved },
		{
			header: t`Available`,
			isNumber: true,
			cell: ({ stock }) =>
				stock && <span className={stock.available > 0 ? "" : "text-danger"}>{stock.available}</span>,
		},
		{ header: t`Price`, isNumber: true, card: "aside", cell: ({ price }) => price && <Money of={price} /> },
	];
}

function Offers() {
	const { t } = useLingui();
	const hat = useHat();
	const { status, sku, ...page } = Route.useSearch();
	const navigate = Route.useNavigate();
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "products", SellerOffersDocument, {
			filter: { status, sku: sku || undefined },
			...pageVariables(page),
		}),
	);
	return (
		<>
			<Filters>
				<StatusSelect
					value={status}
					labels={offerStatuses}
					onChange={(next) => void navigate({ search: { sku, status: next } })}
				/>
				<SearchField
					label={t`SKU`}
					placeholder={t`The whole SKU`}
					value={sku ?? ""}
					onChange={(next) => void navigate({ search: { status, sku: next || undefined } })}
				/>
			</Filters>
			<List
				label={t`Offers`}
				views="offers"
				columns={useColumns()}
				rows={data?.sellerOffers?.nodes}
				keyOf={(offer) => offer.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerOffers?.pageInfo}
				onPage={(next) => void navigate({ search: { status, sku, ...next } })}
				empty={
					<Empty icon={Tag} title={status || sku ? t`No offer matches` : t`No offers yet`}>
						{!status &&
							!sku &&
							t`An offer is what you sell: a variant of a product with your price and stock.`}
					</Empty>
				}
			/>
		</>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { Boxes, Tag } from "lucide-react";
import { Suspense, useState } from "react";
import * as v from "valibot";
import { SellerOffersDocument } from "@/gql/graphql";
import { OfferStatusValues } from "@/gql/values";
import { useHat } from "@/lib/hat";
import { offerConditions, offerStatuses } from "@/lib/labels";
import { later } from "@/lib/later";
import { choiceSearch, listSearch, pageVariables, textSearch } from "@/lib/list";
import { type OfferAsked as Asked, isForSale, nameOfOffer, type OfferRow } from "@/lib/offers";
import { hatQuery } from "@/lib/query";
import { useSelection } from "@/lib/selection";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { TextLink } from "@/ui/page";
import { SearchField } from "@/ui/search";
import { BulkBar, useSelectColumn } from "@/ui/select-rows";
import { Empty } from "@/ui/states";
import { Status, StatusSelect, Words } from "@/ui/status";
import { Money } from "@/ui/text";

// Loaded when something is asked: the list itself needs no form.
const OfferWork = later(async () => (await import("@/pages/offer-work")).OfferWork);

export const Route = createFileRoute("/_app/s/$slug/products/offers")({
	validateSearch: v.object({ status: choiceSearch(OfferStatusValues), sku: textSearch, ...listSearch }),
	component: Offers,
});

function useColumns(ask: (asked: Asked) => void): Column<OfferRow>[] {
	const { t } = useLingui();
	const hat = useHat();
	const { slug } = Route.useParams();
	return [
		{
			header: t`Offer`,
			card: "title",
			cell: ({ product, variant }) => (
				<span>
					{product && (
						<TextLink to="/s/$slug/products/$productId" params={{ slug, productId: product.id }}>
							{product.title}
						</TextLink>
					)}
					{variant?.title && (
						<span className="block text-xs font-normal text-muted">
							<bdi>{variant.title}</bdi>
						</span>
					)}
				</span>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: (offer) => <Status of={offer.status} labels={offerStatuses} />,
		},
		{ header: t`SKU`, name: "sku", cell: (offer) => offer.sku },
		{
			header: t`Condition`,
			name: "condition",
			isExtra: true,
			cell: (offer) => <Words of={offer.condition} labels={offerConditions} />,
		},
		{ header: t`On hand`, name: "hand", isNumber: true, cell: ({ stock }) => stock?.onHand },
		{ header: t`Reserved`, name: "reserved", isNumber: true, cell: ({ stock }) => stock?.reserved },
		{
			header: t`Available`,
			isNumber: true,
			cell: ({ stock }) =>
				stock && <span className={stock.available > 0 ? "" : "text-danger"}>{stock.available}</span>,
		},
		{ header: t`Price`, isNumber: true, card: "aside", cell: ({ price }) => price && <Money of={price} /> },
		{
			header: t`Change`,
			isHeaderHidden: true,
			card: "deeds",
			cell: (row) => {
				const name = nameOfOffer(row);
				return (
					<span className="flex gap-1 wide:justify-end">
						{may(hat, "OFFER_EDIT") && (
							<Button aria-label={t`Edit the offer of ${name}`} onPress={() => ask({ what: "offer", row })}>
								{t`Edit…`}
							</Button>
						)}
						{may(hat, "STOCK_EDIT") && (
							<Button aria-label={t`Stock of ${name}`} onPress={() => ask({ what: "stock", row })}>
								<Boxes aria-hidden="true" className="size-4" />
								{t`Stock…`}
							</Button>
						)}
					</span>
				);
			},
		},
	];
}

function Offers() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { status, sku, size, hide, ...page } = Route.useSearch();
	const navigate = Route.useNavigate();
	const narrow = (change: object) => void navigate({ search: { status, sku, size, hide, ...change } });
	const [asked, ask] = useState<Asked | null>(null);
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "products", SellerOffersDocument, {
			filter: { status, sku: sku || undefined },
			...pageVariables({ ...page, size }),
		}),
	);
	const rows = data?.sellerOffers?.nodes;
	const selection = useSelection(rows, (offer) => offer.id);
	const select = useSelectColumn(selection, nameOfOffer);
	const columns = useColumns(ask);
	const chosen = selection.selected;
	const canOffer = may(hat, "OFFER_EDIT");
	const canStock = may(hat, "STOCK_EDIT");
	return (
		<>
			<Filters
				onClear={status || sku ? () => narrow({ status: undefined, sku: undefined }) : undefined}
				search={
					<SearchField
						label={t`SKU`}
						placeholder={t`The whole SKU`}
						value={sku ?? ""}
						onChange={(next) => narrow({ sku: next || undefined })}
					/>
				}
				chips={[
					status && {
						label: i18n._(offerStatuses[status].label),
						onRemove: () => narrow({ status: undefined }),
					},
				]}
			>
				<StatusSelect value={status} labels={offerStatuses} onChange={(next) => narrow({ status: next })} />
			</Filters>
			{(canOffer || canStock) && rows && rows.length > 0 && (
				<BulkBar selection={selection}>
					{canOffer && (
						<>
							<Button onPress={() => ask({ what: "prices", rows: chosen })}>
								<Trans>Change prices…</Trans>
							</Button>
							{chosen.some(isForSale) && (
								<Button onPress={() => ask({ what: "pause", rows: chosen })}>
									<Trans>Pause…</Trans>
								</Button>
							)}
							{!chosen.every(isForSale) && (
								<Button onPress={() => ask({ what: "sell", rows: chosen })}>
									<Trans>Sell again…</Trans>
								</Button>
							)}
						</>
					)}
					{canStock && (
						<Button onPress={() => ask({ what: "stocks", rows: chosen })}>
							<Trans>Set the stock…</Trans>
						</Button>
					)}
				</BulkBar>
			)}
			<List
				label={t`Offers`}
				views="offers"
				columns={canOffer || canStock ? [select, ...columns] : columns}
				rows={rows}
				keyOf={(offer) => offer.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerOffers?.pageInfo}
				onPage={narrow}
				shape={{ size, hide, onChange: narrow }}
				empty={
					<Empty
						icon={Tag}
						title={status || sku ? t`No offer matches` : t`No offers yet`}
						action={
							(status || sku) && (
								<Button onPress={() => void navigate({ search: {} })}>{t`Clear filters`}</Button>
							)
						}
					>
						{!status &&
							!sku &&
							t`An offer is what you sell: a variant of a product with your price and stock.`}
					</Empty>
				}
			/>
			{asked && (
				<Suspense fallback={null}>
					<OfferWork asked={asked} onClose={() => ask(null)} />
				</Suspense>
			)}
		</>
	);
}

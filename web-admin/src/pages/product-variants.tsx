import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Boxes, Pencil, Plus } from "lucide-react";
import { Suspense, useState } from "react";
import { AdminProductVariantsDocument, type VariantFilter } from "@/gql/graphql";
import { ownOffers, type Product, type ProductOffer, type Variant, variantsMax } from "@/lib/catalog";
import { useHat } from "@/lib/hat";
import { offerStatuses } from "@/lib/labels";
import { later } from "@/lib/later";
import { pageVariables } from "@/lib/list";
import type { ManyOffer, OfferAsked } from "@/lib/offers";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { isolated } from "@/ui/isolated";
import { type Column, List } from "@/ui/list";
import { Section } from "@/ui/panel";
import { SearchField } from "@/ui/search";
import { Select } from "@/ui/select";
import { useSelectColumn } from "@/ui/select-rows";
import { Empty } from "@/ui/states";
import { Status } from "@/ui/status";
import { Money } from "@/ui/text";

// Loaded when it is asked for; what works on several variants, for those who can.
const OfferDialog = later(async () => (await import("./offer-dialog")).OfferDialog);
const VariantAdd = later(async () => (await import("./variant-forms")).VariantAdd);
const VariantEdit = later(async () => (await import("./variant-forms")).VariantEdit);
const VariantBulk = later(async () => (await import("./variant-bulk")).VariantBulk);
const StockDialog = later(async () => (await import("./stock-dialog")).StockDialog);
const OfferWork = later(async () => (await import("./offer-work")).OfferWork);

/** A variant with one of one's own offers, or with none. */
type Row = { variant: Variant; offer?: ProductOffer };

type Asked = Row & { what: "offer" | "stock" | "variant" };

/** Which variants are shown, as it stands in the address: a text, values of the options, and the page. */
export type VariantSearch = {
	find?: string;
	o0?: string;
	o1?: string;
	o2?: string;
	after?: string;
	before?: string;
};

type VariantsProps = {
	product: Product;
	currencyCode: string;
	canEdit: boolean;
	search: VariantSearch;
	onSearch: (search: VariantSearch) => void;
};

/** The variants of a product with one's own prices and stock: a page of them, and those that are looked for. */
export function ProductVariants({ product, currencyCode, canEdit, search, onSearch }: VariantsProps) {
	const { t } = useLingui();
	const hat = useHat();
	const [asked, ask] = useState<Asked | null>(null);
	const [together, askTogether] = useState<OfferAsked | null>(null);
	const [isAdding, setAdding] = useState(false);
	const nameOf = (variant: Variant) => variant.title || product.title;
	const filter = filterOf(product, search);
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "products", AdminProductVariantsDocument, {
			id: product.id,
			filter,
			...pageOf(search),
		}),
	);
	const variants = data?.product?.variantsConnection;
	const rows = variants?.nodes.flatMap((variant): Row[] => {
		const own = ownOffers(variant, hat);
		return own.length > 0 ? own.map((offer) => ({ variant, offer })) : [{ variant }];
	});
	const columns = useColumns({ product, canEdit, ask, nameOf });
	const chosen = useChosen({ product, rows, nameOf });
	const select = useSelectColumn(
		chosen.selection,
		({ variant }: Row) => nameOf(variant),
		({ offer }) => !!offer,
	);
	const canChoose =
		product.variantCount > 1 &&
		product.status !== "ARCHIVED" &&
		(may(hat, "OFFER_EDIT") || may(hat, "STOCK_EDIT"));
	const close = () => ask(null);
	return (
		<Section
			title={t`Variants, prices and stock`}
			action={
				canEdit &&
				product.optionNames.length > 0 &&
				product.variantCount < variantsMax && (
					<Button onPress={() => setAdding(true)}>
						<Plus aria-hidden="true" className="size-4" />
						<Trans>Add a variant…</Trans>
					</Button>
				)
			}
		>
			{product.variantCount > variantsShown && (
				<VariantFilters product={product} search={search} onSearch={onSearch} />
			)}
			{canChoose && rows && rows.length > 0 && (
				<Suspense fallback={<div className="min-h-10" />}>
					<VariantBulk
						product={product}
						filter={filter}
						chosen={chosen}
						hasMore={!!variants && (variants.pageInfo.hasNextPage || variants.pageInfo.hasPreviousPage)}
						onAsk={askTogether}
					/>
				</Suspense>
			)}
			<List
				label={t`Variants`}
				columns={canChoose ? [select, ...columns] : columns}
				rows={rows}
				keyOf={({ variant, offer }) => offer?.id ?? variant.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={variants?.pageInfo}
				onPage={(page) => onSearch({ ...search, after: undefined, before: undefined, ...page })}
				empty={<Empty icon={Boxes} title={t`No variant matches`} />}
			/>
			<Suspense>
				{isAdding && (
					<VariantAdd product={product} currencyCode={currencyCode} onClose={() => setAdding(false)} />
				)}
				{asked?.what === "variant" && <VariantEdit variant={asked.variant} onClose={close} />}
				{asked?.what === "offer" && (
					<OfferDialog
						name={nameOf(asked.variant)}
						currencyCode={currencyCode}
						offer={asked.offer}
						variantId={asked.variant.id}
						onClose={close}
					/>
				)}
				{asked?.what === "stock" && asked.offer && (
					<StockDialog name={nameOf(asked.variant)} offer={asked.offer} onClose={close} />
				)}
				{together && (
					<OfferWork
						asked={together}
						onClose={() => {
							askTogether(null);
							chosen.clear();
						}}
					/>
				)}
			</Suspense>
		</Section>
	);
}

/** How many variants a page has: each brings its offers along, with prices and stock. */
const variantsShown = 12;

/** The arguments of the page that the address names. */
function pageOf(search: VariantSearch) {
	const { first = null, ...others } = { first: undefined, ...pageVariables(search, variantsShown) };
	return { size: first, ...others };
}

/** The filter of the API for what stands in the address. */
function filterOf({ optionNames }: Product, { find, o0, o1, o2 }: VariantSearch): VariantFilter | undefined {
	const options = optionNames.flatMap((name, place) => {
		const value = [o0, o1, o2][place];
		return value ? [{ name, value }] : [];
	});
	return find || options.length > 0 ? { text: find || undefined, options } : undefined;
}

type FiltersProps = Pick<VariantsProps, "product" | "search" | "onSearch">;

function VariantFilters({ product, search, onSearch }: FiltersProps) {
	const { t } = useLingui();
	const { find, o0, o1, o2 } = search;
	const choose = (change: VariantSearch) => onSearch({ find, o0, o1, o2, ...change });
	return (
		<Filters onClear={find || o0 || o1 || o2 ? () => onSearch({}) : undefined}>
			<SearchField
				label={t`Find variants`}
				placeholder={t`Option, SKU or barcode`}
				value={find ?? ""}
				onChange={(next) => choose({ find: next || undefined })}
			/>
			{product.options.map(({ name, values, valueCount }, place) => {
				const key = (["o0", "o1", "o2"] as const)[place];
				if (!key || valueCount < 2 || valueCount > values.length) return null;
				return (
					<Select
						key={name}
						label={name}
						all={t`All`}
						value={search[key]}
						choices={values.map((value) => ({ value, label: value }))}
						onChange={(value) => choose({ [key]: value })}
					/>
				);
			})}
		</Filters>
	);
}

type ChosenProps = { product: Product; rows?: Row[]; nameOf: (variant: Variant) => string };

/** The offers that are ticked, on whichever page they stand. */
function useChosen({ product, rows, nameOf }: ChosenProps) {
	const [offers, setOffers] = useState<ReadonlyMap<string, ManyOffer>>(new Map());
	const known = (row: Row): ManyOffer[] =>
		row.offer
			? [{ ...row.offer, product: { title: product.title }, variant: { title: nameOf(row.variant) } }]
			: [];
	const shown = (rows ?? []).flatMap(known);
	const add = (more: ManyOffer[]) =>
		setOffers((old) => new Map([...old, ...more.map((offer) => [offer.id, offer] as const)]));
	const clear = () => setOffers(new Map());
	return {
		offers: [...offers.values()],
		add,
		clear,
		selection: {
			count: offers.size,
			has: ({ offer }: Row) => !!offer && offers.has(offer.id),
			isAll: shown.length > 0 && shown.every(({ id }) => offers.has(id)),
			set: (row: Row, isSelected: boolean) => {
				if (isSelected) return add(known(row));
				setOffers((old) => new Map([...old].filter(([id]) => id !== row.offer?.id)));
			},
			setAll: (isSelected: boolean) => (isSelected ? add(shown) : clear()),
		},
	};
}

export type Chosen = ReturnType<typeof useChosen>;

type ColumnProps = {
	product: Product;
	canEdit: boolean;
	ask: (asked: Asked) => void;
	nameOf: (variant: Variant) => string;
};

function useColumns({ product, canEdit, ask, nameOf }: ColumnProps): Column<Row>[] {
	const { t } = useLingui();
	const hat = useHat();
	return [
		{
			header: t`Variant`,
			card: "title",
			cell: ({ variant, offer }) => (
				<span>
					{isolated(nameOf(variant))}
					<span className="block text-xs font-normal text-muted">
						{isolated([offer?.sku, variant.barcode].filter(Boolean).join(" · "))}
					</span>
				</span>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ offer }) =>
				offer ? (
					<Status of={offer.status} labels={offerStatuses} />
				) : (
					<span className="text-muted">{t`No offer yet`}</span>
				),
		},
		{ header: t`Reserved`, isNumber: true, cell: ({ offer }) => offer?.stock?.reserved },
		{
			header: t`Available`,
			isNumber: true,
			cell: ({ offer }) =>
				offer?.stock && (
					<span className={offer.stock.available > 0 ? "" : "text-danger"}>{offer.stock.available}</span>
				),
		},
		{
			header: t`Price`,
			isNumber: true,
			card: "aside",
			cell: ({ offer }) => offer?.price && <Money of={offer.price} />,
		},
		{
			header: t`Change`,
			isHeaderHidden: true,
			card: "deeds",
			cell: ({ variant, offer }) => {
				const name = nameOf(variant);
				return (
					<span className="flex flex-wrap gap-1 wide:justify-end">
						{may(hat, "OFFER_EDIT") && product.status !== "ARCHIVED" && (
							<Button
								aria-label={offer ? t`Edit the offer of ${name}` : t`Offer ${name}`}
								onPress={() => ask({ what: "offer", variant, offer })}
							>
								{offer ? t`Edit…` : t`Offer…`}
							</Button>
						)}
						{offer && may(hat, "STOCK_EDIT") && (
							<Button aria-label={t`Stock of ${name}`} onPress={() => ask({ what: "stock", variant, offer })}>
								<Boxes aria-hidden="true" className="size-4" />
								{t`Stock…`}
							</Button>
						)}
						{canEdit && (
							<Button
								look="quiet"
								isIcon
								aria-label={t`Barcode, weight and image of ${name}`}
								onPress={() => ask({ what: "variant", variant, offer })}
							>
								<Pencil aria-hidden="true" className="size-4" />
							</Button>
						)}
					</span>
				);
			},
		},
	];
}

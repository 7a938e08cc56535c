import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { Package } from "lucide-react";
import { useState } from "react";
import * as v from "valibot";
import {
	AdminProductArchiveDocument,
	AdminProductPublishDocument,
	SellerProductsDocument,
	type SellerProductsQuery,
} from "@/gql/graphql";
import { ProductStatusValues } from "@/gql/values";
import { change, useHat } from "@/lib/hat";
import { productStatuses } from "@/lib/labels";
import { choiceSearch, listSearch, pageVariables, textSearch } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { useSelection } from "@/lib/selection";
import { may } from "@/lib/session";
import { BulkDialog } from "@/pages/bulk-dialog";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { TextLink } from "@/ui/page";
import { SearchField } from "@/ui/search";
import { BulkBar, useSelectColumn } from "@/ui/select-rows";
import { Empty } from "@/ui/states";
import { Status, StatusSelect } from "@/ui/status";
import { Instant, Money } from "@/ui/text";

type Row = NonNullable<SellerProductsQuery["sellerProducts"]>["nodes"][number];

export const Route = createFileRoute("/_app/s/$slug/products/")({
	validateSearch: v.object({ status: choiceSearch(ProductStatusValues), q: textSearch, ...listSearch }),
	component: Products,
});

function useColumns(): Column<Row>[] {
	const { t } = useLingui();
	const { slug } = Route.useParams();
	return [
		{
			header: t`Product`,
			card: "title",
			cell: (product) => (
				<span>
					<TextLink to="/s/$slug/products/$productId" params={{ slug, productId: product.id }}>
						{product.title}
					</TextLink>
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
			name: "variants",
			isNumber: true,
			cell: ({ variantCount }) => t`${plural(variantCount, { one: "# variant", other: "# variants" })}`,
		},
		{
			header: t`In stock`,
			name: "stock",
			cell: ({ listing }) => listing && (listing.isInStock ? t`Yes` : t`No`),
		},
		{ header: t`Changed`, name: "changed", cell: (product) => <Instant of={product.updatedAt} /> },
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
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { status, q, size, hide, ...page } = Route.useSearch();
	const navigate = Route.useNavigate();
	// One letter finds nearly everything, and the server does not take it.
	const filter = { status, search: q && Array.from(q).length > 1 ? q : undefined };
	const narrow = (change: object) => void navigate({ search: { status, q, size, hide, ...change } });
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "products", SellerProductsDocument, {
			filter,
			...pageVariables({ ...page, size }),
		}),
	);
	const rows = data?.sellerProducts?.nodes;
	const columns = useColumns();
	const [asked, ask] = useState<Asked | null>(null);
	const canPublish = may(hat, "PRODUCT_PUBLISH");
	const selection = useSelection(rows, (product) => product.id);
	const select = useSelectColumn(selection, (product) => product.title);
	const chosen = selection.selected;
	return (
		<>
			<Filters
				onClear={status || q ? () => narrow({ status: undefined, q: undefined }) : undefined}
				search={
					<SearchField
						label={t`Search`}
						placeholder={t`Words of the title`}
						value={q ?? ""}
						onChange={(next) => narrow({ q: next || undefined })}
					/>
				}
				chips={[
					status && {
						label: i18n._(productStatuses[status].label),
						onRemove: () => narrow({ status: undefined }),
					},
				]}
			>
				<StatusSelect value={status} labels={productStatuses} onChange={(next) => narrow({ status: next })} />
			</Filters>
			{canPublish && rows && rows.length > 0 && (
				<BulkBar selection={selection}>
					<Button onPress={() => ask({ what: "publish", rows: chosen })}>
						<Trans>Publish…</Trans>
					</Button>
					<Button onPress={() => ask({ what: "archive", rows: chosen })}>
						<Trans>Archive…</Trans>
					</Button>
				</BulkBar>
			)}
			<List
				label={t`Products`}
				views="products"
				columns={canPublish ? [select, ...columns] : columns}
				rows={rows}
				keyOf={(product) => product.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerProducts?.pageInfo}
				onPage={narrow}
				total={data?.sellerProducts?.totalCount}
				shape={{ size, hide, onChange: narrow }}
				file={{ products: filter }}
				empty={
					<Empty
						icon={Package}
						title={status || q ? t`No product matches` : t`No products yet`}
						action={
							(status || q) && (
								<Button onPress={() => void navigate({ search: {} })}>{t`Clear filters`}</Button>
							)
						}
					>
						{!(status || q) && t`Products that you create or import appear here.`}
					</Empty>
				}
			/>
			{asked && <ProductBulk asked={asked} onClose={() => ask(null)} />}
		</>
	);
}

type Asked = { what: "publish" | "archive"; rows: Row[] };

/** Shows several products to buyers, or takes them out of sale. */
function ProductBulk({ asked: { what, rows }, onClose }: { asked: Asked; onClose: () => void }) {
	const { t } = useLingui();
	const { actAs } = useHat();
	const isPublish = what === "publish";
	const document = isPublish ? AdminProductPublishDocument : AdminProductArchiveDocument;
	return (
		<BulkDialog
			title={isPublish ? t`Publish these products?` : t`Archive these products?`}
			verb={isPublish ? <Trans>Publish</Trans> : <Trans>Archive</Trans>}
			rows={rows}
			keyOf={({ id }) => id}
			nameOf={({ title }) => title}
			changes={["products"]}
			deed={({ id }) =>
				change<Record<string, unknown>, { input: { id: string } }>(document, { input: { id } }, actAs)
			}
			onClose={onClose}
		>
			<p className="text-muted">
				{isPublish ? (
					<Trans>Buyers see them at once.</Trans>
				) : (
					<Trans>Nobody can buy them any more, from you or from others. Orders stay as they are.</Trans>
				)}
			</p>
			<ul aria-label={t`Chosen products`} className="flex list-disc flex-col gap-1 ps-5">
				{rows.map(({ id, title }) => (
					<li key={id} className="break-words">
						{title}
					</li>
				))}
			</ul>
		</BulkDialog>
	);
}

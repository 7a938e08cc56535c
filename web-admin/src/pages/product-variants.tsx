import { Trans, useLingui } from "@lingui/react/macro";
import { Boxes, Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { AdminVariantCreateDocument, AdminVariantUpdateDocument } from "@/gql/graphql";
import { ownOffers, type Product, type ProductOffer, type Variant, variantsMax } from "@/lib/catalog";
import { useHat, useHatMutation } from "@/lib/hat";
import { offerStatuses } from "@/lib/labels";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Section } from "@/ui/panel";
import { Status } from "@/ui/status";
import { Money } from "@/ui/text";
import { FormDialog } from "./form-dialog";
import { OfferDialog } from "./offer-dialog";
import { StockDialog } from "./stock-dialog";

/** A variant with one of one's own offers, or with none. */
type Row = { variant: Variant; offer?: ProductOffer };

type Asked = Row & { what: "offer" | "stock" | "variant" };

/** How many rows are shown at first: a product may have 250 variants. */
const shownAtFirst = 50;

type VariantsProps = { product: Product; currencyCode: string; canEdit: boolean };

/** The variants of a product with one's own prices and stock. */
export function ProductVariants({ product, currencyCode, canEdit }: VariantsProps) {
	const { t } = useLingui();
	const hat = useHat();
	const [asked, ask] = useState<Asked | null>(null);
	const [isAdding, setAdding] = useState(false);
	const [isAll, setAll] = useState(false);
	const nameOf = (variant: Variant) => variant.title || product.title;
	const rows = product.variants.flatMap((variant): Row[] => {
		const own = ownOffers(variant, hat);
		return own.length > 0 ? own.map((offer) => ({ variant, offer })) : [{ variant }];
	});
	const columns = useColumns({ product, canEdit, ask, nameOf });
	const close = () => ask(null);
	const hidden = isAll ? 0 : Math.max(0, rows.length - shownAtFirst);
	return (
		<Section
			title={t`Variants, prices and stock`}
			action={
				canEdit &&
				product.optionNames.length > 0 &&
				product.variants.length < variantsMax && (
					<Button onPress={() => setAdding(true)}>
						<Plus aria-hidden="true" className="size-4" />
						<Trans>Add a variant…</Trans>
					</Button>
				)
			}
		>
			<List
				label={t`Variants`}
				columns={columns}
				rows={hidden > 0 ? rows.slice(0, shownAtFirst) : rows}
				keyOf={({ variant, offer }) => offer?.id ?? variant.id}
				empty={null}
			/>
			{hidden > 0 && (
				<Button className="self-center" onPress={() => setAll(true)}>
					<Trans>Show {hidden} more</Trans>
				</Button>
			)}
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
		</Section>
	);
}

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
					{nameOf(variant)}
					<span className="block text-xs font-normal text-muted">
						{[offer?.sku, variant.barcode].filter(Boolean).join(" · ")}
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
			card: "plain",
			cell: ({ variant, offer }) => {
				const name = nameOf(variant);
				return (
					<span className="flex flex-wrap gap-1 wide:justify-end">
						{may(hat, "OFFER_EDIT") && product.status !== "ARCHIVED" && (
							<Button
								aria-label={offer ? t`Price of ${name}` : t`Offer ${name}`}
								onPress={() => ask({ what: "offer", variant, offer })}
							>
								{offer ? t`Price…` : t`Offer…`}
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

function VariantEdit({ variant, onClose }: { variant: Variant; onClose: () => void }) {
	const { t } = useLingui();
	const [barcode, setBarcode] = useState(variant.barcode);
	const [weight, setWeight] = useState(variant.weightGrams ? String(variant.weightGrams) : "");
	const [imageUrl, setImageUrl] = useState(variant.imageUrl);
	const update = useHatMutation(AdminVariantUpdateDocument, ["products"]);
	const save = () =>
		update.mutate(
			{ input: { id: variant.id, barcode, weightGrams: Number(weight) || 0, imageUrl: imageUrl.trim() } },
			{
				onSuccess: () => {
					notify(t`The variant is saved.`);
					onClose();
				},
			},
		);
	return (
		<FormDialog
			title={variant.title || t`The only variant`}
			verb={<Trans>Save</Trans>}
			mutation={update}
			fields={["barcode", "weightGrams", "imageUrl"]}
			onSubmit={save}
			onClose={onClose}
		>
			<TextField
				label={t`Barcode`}
				name="barcode"
				hint={t`GTIN, EAN, UPC or ISBN.`}
				maxLength={64}
				autoFocus
				value={barcode}
				onChange={setBarcode}
			/>
			<TextField
				label={t`Weight in grams`}
				name="weightGrams"
				type="number"
				bounds={{ min: 0, max: 10_000_000 }}
				value={weight}
				onChange={setWeight}
			/>
			<TextField
				label={t`Address of its image`}
				name="imageUrl"
				inputMode="url"
				placeholder="https://"
				maxLength={2048}
				value={imageUrl}
				onChange={setImageUrl}
			/>
		</FormDialog>
	);
}

function VariantAdd({
	product,
	currencyCode,
	onClose,
}: Omit<VariantsProps, "canEdit"> & { onClose: () => void }) {
	const { t } = useLingui();
	const [values, setValues] = useState(product.optionNames.map(() => ""));
	const [price, setPrice] = useState("");
	const [sku, setSku] = useState("");
	const [quantity, setQuantity] = useState("");
	const create = useHatMutation(AdminVariantCreateDocument, ["products"]);
	const amount = price.trim().replace(",", ".");
	const save = () =>
		create.mutate(
			{
				input: {
					productId: product.id,
					variant: {
						optionValues: values,
						offer: amount
							? {
									price: { amount, currencyCode },
									sku: sku.trim() || undefined,
									quantity: Number.parseInt(quantity, 10) || 0,
								}
							: undefined,
					},
				},
			},
			{
				onSuccess: () => {
					notify(t`The variant is added.`);
					onClose();
				},
			},
		);
	return (
		<FormDialog
			title={t`Add a variant`}
			verb={<Trans>Add</Trans>}
			mutation={create}
			fields={["price", "sku", "quantity"]}
			isReady={values.every((value) => value.trim() !== "")}
			onSubmit={save}
			onClose={onClose}
		>
			{product.optionNames.map((name, index) => (
				<TextField
					key={name}
					label={name}
					isRequired
					autoFocus={index === 0}
					maxLength={120}
					value={values[index] ?? ""}
					onChange={(value) => setValues(values.map((old, at) => (at === index ? value : old)))}
				/>
			))}
			<div className="grid gap-4 sm:grid-cols-2">
				<TextField
					label={t`Price in ${currencyCode}`}
					name="price"
					inputMode="decimal"
					value={price}
					onChange={setPrice}
				/>
				<TextField
					label={t`In stock`}
					name="quantity"
					inputMode="numeric"
					pattern="[0-9]*"
					value={quantity}
					onChange={setQuantity}
				/>
			</div>
			<TextField label={t`SKU`} name="sku" maxLength={120} value={sku} onChange={setSku} />
		</FormDialog>
	);
}

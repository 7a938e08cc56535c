import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AdminVariantCreateDocument, AdminVariantUpdateDocument } from "@/gql/graphql";
import type { Product, Variant } from "@/lib/catalog";
import { typedMoney } from "@/lib/format";
import { useHatMutation } from "@/lib/hat";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { FormDialog } from "./form-dialog";

/** Asks what a variant is known by besides its options. */
export function VariantEdit({ variant, onClose }: { variant: Variant; onClose: () => void }) {
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

type AddProps = { product: Product; currencyCode: string; onClose: () => void };

/** Asks for the options of a new variant, and for its first offer. */
export function VariantAdd({ product, currencyCode, onClose }: AddProps) {
	const { t } = useLingui();
	const [values, setValues] = useState(product.optionNames.map(() => ""));
	const [price, setPrice] = useState("");
	const [sku, setSku] = useState("");
	const [quantity, setQuantity] = useState("");
	const create = useHatMutation(AdminVariantCreateDocument, ["products"]);
	const save = () =>
		create.mutate(
			{
				input: {
					productId: product.id,
					variant: {
						optionValues: values,
						offer: price.trim()
							? {
									price: typedMoney(price, currencyCode),
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

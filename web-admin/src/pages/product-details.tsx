import { useLingui } from "@lingui/react/macro";
import { htmlOfText, type Product, textOfHtml, wordsOf } from "@/lib/catalog";
import { imagePath } from "@/lib/files";
import { TextField } from "@/ui/field";
import type { ProductPicture } from "./product-images";

/** What a person writes about a product. */
export type Details = {
	title: string;
	brand: string;
	productType: string;
	tags: string;
	description: string;
	/** The description holds more than paragraphs, and is written as HTML. */
	isHtml: boolean;
	images: ProductPicture[];
};

export const noDetails: Details = {
	title: "",
	brand: "",
	productType: "",
	tags: "",
	description: "",
	isHtml: false,
	images: [],
};

/** The fields of the API that faults can be shown at. */
export const detailFields = ["title", "brand", "productType", "tags", "descriptionHtml"];

export function detailsOf(product: Product): Details {
	const text = textOfHtml(product.descriptionHtml);
	return {
		title: product.title,
		brand: product.brand,
		productType: product.productType,
		tags: product.tags.join(", "),
		description: text ?? product.descriptionHtml,
		isHtml: text === null,
		images: picturesOf(product.images),
	};
}

/** Images as the form has them. */
export function picturesOf(
	images: Pick<Product["images"][number], "url" | "smallUrl" | "alt">[],
): ProductPicture[] {
	return images.map(({ url, smallUrl, alt }) => ({
		key: crypto.randomUUID(),
		url,
		alt,
		shown: imagePath(smallUrl),
	}));
}

/** The details as the API takes them. Rows of images that were left empty are left out. */
export function detailsInput(details: Details) {
	return {
		title: details.title,
		brand: details.brand,
		productType: details.productType,
		tags: wordsOf(details.tags),
		descriptionHtml: details.isHtml ? details.description : htmlOfText(details.description),
		images: details.images
			.filter(({ url, uploadId }) => uploadId || url.trim() !== "")
			.map(({ url, uploadId, alt }) => (uploadId ? { uploadId, alt } : { url: url.trim(), alt })),
	};
}

/** What of the details is kept until it is saved. Images that were sent and not saved are gone by then. */
export function textsOf({ title, brand, productType, tags, description, isHtml }: Details) {
	return { title, brand, productType, tags, description, isHtml };
}

/** What the texts are called. */
export function useTextNames(): Record<keyof ReturnType<typeof textsOf>, string> {
	const { t } = useLingui();
	return {
		title: t`Title`,
		brand: t`Brand`,
		productType: t`Kind of product`,
		tags: t`Tags`,
		description: t`Description`,
		isHtml: t`Formatting`,
	};
}

/** What whoever finds a draft of a product again has to know. */
export function useUnkept(): string {
	const { t } = useLingui();
	return t`Images are not kept: those that you had added have to be added again.`;
}

type FieldsProps = { details: Details; onChange: (details: Details) => void; isReadOnly?: boolean };

/** Title, description and what a product is found by. */
export function DetailsFields({ details, onChange, isReadOnly }: FieldsProps) {
	const { t } = useLingui();
	const set = (change: Partial<Details>) => onChange({ ...details, ...change });
	return (
		<div className="flex max-w-3xl flex-col gap-4">
			<TextField
				label={t`Title`}
				name="title"
				isRequired
				isReadOnly={isReadOnly}
				maxLength={255}
				value={details.title}
				onChange={(title) => set({ title })}
			/>
			<TextField
				label={t`Description`}
				name="descriptionHtml"
				hint={
					details.isHtml
						? t`This description has formatting, so you see it as HTML.`
						: t`An empty line begins a new paragraph.`
				}
				rows={8}
				isReadOnly={isReadOnly}
				maxLength={50_000}
				value={details.description}
				onChange={(description) => set({ description })}
			/>
			<div className="grid items-start gap-4 sm:grid-cols-2">
				<TextField
					label={t`Kind of product`}
					name="productType"
					hint={t`In your words, such as Shirt. Buyers filter by it.`}
					isReadOnly={isReadOnly}
					maxLength={120}
					value={details.productType}
					onChange={(productType) => set({ productType })}
				/>
				<TextField
					label={t`Brand`}
					name="brand"
					isReadOnly={isReadOnly}
					maxLength={120}
					value={details.brand}
					onChange={(brand) => set({ brand })}
				/>
			</div>
			<TextField
				label={t`Tags`}
				name="tags"
				hint={t`With commas between them, such as: organic, gift.`}
				isReadOnly={isReadOnly}
				value={details.tags}
				onChange={(tags) => set({ tags })}
			/>
		</div>
	);
}

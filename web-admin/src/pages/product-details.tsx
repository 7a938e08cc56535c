import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { htmlOfText, imagesMax, type Product, textOfHtml, wordsOf } from "@/lib/catalog";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";

/** What a person writes about a product. */
export type Details = {
	title: string;
	brand: string;
	productType: string;
	tags: string;
	description: string;
	/** The description holds more than paragraphs, and is written as HTML. */
	isHtml: boolean;
	images: Image[];
};

type Image = { key: string; url: string; alt: string };

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
		images: product.images.map(({ url, alt }) => ({ key: crypto.randomUUID(), url, alt })),
	};
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
			.filter(({ url }) => url.trim() !== "")
			.map(({ url, alt }) => ({ url: url.trim(), alt })),
	};
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

type ImagesProps = { images: Image[]; onChange: (images: Image[]) => void; error?: string };

/** The addresses of images in their order. The order is changed by buttons, so that it needs no pointer. */
export function ImagesField({ images, onChange, error }: ImagesProps) {
	const { t } = useLingui();
	const id = useId();
	const [said, say] = useState("");
	const focus = useRef<string>(undefined);
	useEffect(() => {
		// The row has moved, and its button with it: whoever pressed it goes on with it.
		if (!focus.current) return;
		const [key, way] = focus.current.split(" ");
		focus.current = undefined;
		const button = (which: string) => document.getElementById(`${id}-${key}-${which}`);
		const wanted = button(way ?? "") as HTMLButtonElement | null;
		(wanted?.disabled ? button(way === "up" ? "down" : "up") : wanted)?.focus();
	});
	const move = (from: number, by: 1 | -1) => {
		const next = [...images];
		const [image] = next.splice(from, 1);
		if (!image) return;
		next.splice(from + by, 0, image);
		focus.current = `${image.key} ${by < 0 ? "up" : "down"}`;
		const place = from + by + 1;
		const count = images.length;
		say(t`Image is now number ${place} of ${count}.`);
		onChange(next);
	};
	const set = (key: string, change: Partial<Image>) =>
		onChange(images.map((image) => (image.key === key ? { ...image, ...change } : image)));
	return (
		<div className="flex flex-col gap-3">
			<p className="text-muted">
				<Trans>
					Give the https address of each image. The first one is shown in lists. Say in a few words what can
					be seen, for those who do not see it.
				</Trans>
			</p>
			{error && (
				<p role="alert" className="text-sm text-danger">
					{error}
				</p>
			)}
			<ol className="flex flex-col gap-3">
				{images.map((image, index) => {
					const number = index + 1;
					return (
						<li key={image.key} className="flex flex-wrap items-end gap-2 rounded-md border border-line p-3">
							<TextField
								className="min-w-0 grow-2 basis-64"
								label={t`Address of image ${number}`}
								inputMode="url"
								placeholder="https://"
								maxLength={2048}
								value={image.url}
								onChange={(url) => set(image.key, { url })}
							/>
							<TextField
								className="min-w-0 grow basis-48"
								label={t`What image ${number} shows`}
								maxLength={255}
								value={image.alt}
								onChange={(alt) => set(image.key, { alt })}
							/>
							<div className="flex gap-1">
								<Button
									id={`${id}-${image.key}-up`}
									isIcon
									aria-label={t`Move image ${number} up`}
									isDisabled={index === 0}
									onPress={() => move(index, -1)}
								>
									<ArrowUp aria-hidden="true" className="size-4" />
								</Button>
								<Button
									id={`${id}-${image.key}-down`}
									isIcon
									aria-label={t`Move image ${number} down`}
									isDisabled={number === images.length}
									onPress={() => move(index, 1)}
								>
									<ArrowDown aria-hidden="true" className="size-4" />
								</Button>
								<Button
									look="quiet"
									isIcon
									aria-label={t`Remove image ${number}`}
									onPress={() => {
										onChange(images.filter(({ key }) => key !== image.key));
										say(t`Image ${number} is removed.`);
									}}
								>
									<Trash2 aria-hidden="true" className="size-4" />
								</Button>
							</div>
						</li>
					);
				})}
			</ol>
			<p role="status" className="sr-only">
				{said}
			</p>
			{images.length < imagesMax && (
				<Button
					className="self-start"
					onPress={() => onChange([...images, { key: crypto.randomUUID(), url: "", alt: "" }])}
				>
					<Plus aria-hidden="true" className="size-4" />
					<Trans>Add an image</Trans>
				</Button>
			)}
		</div>
	);
}

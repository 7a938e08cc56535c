import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp, GripVertical, Image as ImageIcon, Plus, Trash2 } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { AdminProductImageUploadDocument } from "@/gql/graphql";
import { imagesMax } from "@/lib/catalog";
import { formatBytes, imageBytesMax, imageTypes } from "@/lib/files";
import { change, useHat } from "@/lib/hat";
import { Button } from "@/ui/button";
import { DropFiles } from "@/ui/drop-files";
import { TextField } from "@/ui/field";
import { SendingList, useSending } from "./sending";

/** An image of a product as the form has it. */
export type ProductPicture = {
	key: string;
	/** Its address; empty for one that was uploaded just now. */
	url: string;
	alt: string;
	/** The upload that has brought it. */
	uploadId?: string;
	/** Where this page can show it from; absent for images elsewhere. */
	shown?: string;
};

type ImagesProps = {
	images: ProductPicture[];
	/** Changes the images as they are then: files arrive while something else is typed. */
	onChange: (change: (images: ProductPicture[]) => ProductPicture[]) => void;
	/** Told when files are on their way, and when none is. */
	onBusy: (isBusy: boolean) => void;
	error?: string;
};

/** Moves one of a list to another place. */
function moved<T>(list: T[], from: number, to: number): T[] {
	const next = [...list];
	const [item] = next.splice(from, 1);
	if (item !== undefined) next.splice(to, 0, item);
	return next;
}

/** The images in their order, which is changed by dragging or by buttons, with a box to send more. */
export function ImagesField({ images, onChange, onBusy, error }: ImagesProps) {
	const { t, i18n } = useLingui();
	const { actAs } = useHat();
	const [said, say] = useState("");
	const sending = useSending({
		announce: async (file) => {
			const input = { filename: file.name, byteSize: file.size };
			const { productImageUpload } = await change(AdminProductImageUploadDocument, { input }, actAs);
			return productImageUpload?.upload;
		},
		onSent: (uploadId, file) => {
			const added = { key: uploadId, url: "", alt: "", uploadId, shown: URL.createObjectURL(file) };
			onChange((now) => [...now, added]);
		},
	});
	const { isBusy } = sending;
	useEffect(() => onBusy(isBusy), [isBusy, onBusy]);
	const most = formatBytes(imageBytesMax, i18n.locale);
	const room = imagesMax - images.length - sending.files.length;
	return (
		<div className="flex flex-col gap-3">
			<p className="text-muted">
				<Trans>
					The first image is shown in lists. Say in a few words what can be seen, for those who do not see it.
				</Trans>
			</p>
			{error && (
				<p role="alert" className="text-sm text-danger">
					{error}
				</p>
			)}
			<ImageRows images={images} onChange={onChange} say={say} />
			<p role="status" className="sr-only">
				{said}
			</p>
			<SendingList files={sending.files} onDrop={sending.drop} />
			{room > 0 && (
				<>
					<DropFiles
						label={t`Add images`}
						accept={imageTypes}
						isMultiple
						hint={
							<Trans>
								Or drop them here: JPEG, PNG, WebP or GIF, at most {most} each. Places and other hidden data
								are removed from them.
							</Trans>
						}
						onFiles={(files) => sending.send(files.slice(0, room))}
					>
						<Trans>Choose images…</Trans>
					</DropFiles>
					<Button
						className="self-start"
						onPress={() => onChange((now) => [...now, { key: crypto.randomUUID(), url: "", alt: "" }])}
					>
						<Plus aria-hidden="true" className="size-4" />
						<Trans>Add an image by its address</Trans>
					</Button>
				</>
			)}
		</div>
	);
}

type RowsProps = Pick<ImagesProps, "images" | "onChange"> & { say: (what: string) => void };

function ImageRows({ images, onChange, say }: RowsProps) {
	const { t } = useLingui();
	const id = useId();
	const [dragged, setDragged] = useState<string | null>(null);
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
	const move = (from: number, to: number) => {
		const place = to + 1;
		const count = images.length;
		say(t`Image is now number ${place} of ${count}.`);
		onChange((now) => moved(now, from, to));
	};
	const step = (from: number, by: 1 | -1) => {
		focus.current = `${images[from]?.key} ${by < 0 ? "up" : "down"}`;
		move(from, from + by);
	};
	const set = (key: string, to: Partial<ProductPicture>) =>
		onChange((now) => now.map((image) => (image.key === key ? { ...image, ...to } : image)));
	return (
		<ol className="flex flex-col gap-3">
			{images.map((image, index) => {
				const number = index + 1;
				return (
					// What dragging does the menu of each image does, too.
					// oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
					<li
						key={image.key}
						className={`flex flex-wrap items-end gap-2 rounded-md border border-line p-3 ${dragged === image.key ? "opacity-60" : ""}`}
						onDragOver={(event) => {
							if (dragged) event.preventDefault();
						}}
						onDrop={(event) => {
							if (!dragged) return;
							event.preventDefault();
							const from = images.findIndex(({ key }) => key === dragged);
							setDragged(null);
							if (from >= 0 && from !== index) move(from, index);
						}}
					>
						<span
							draggable
							className="flex cursor-grab items-center gap-2 self-center"
							onDragStart={(event) => {
								event.dataTransfer.effectAllowed = "move";
								event.dataTransfer.setData("text/plain", image.key);
								setDragged(image.key);
							}}
							onDragEnd={() => setDragged(null)}
						>
							<GripVertical aria-hidden="true" className="size-4 text-muted" />
							<Picture of={image} />
						</span>
						{!image.shown && (
							<TextField
								className="min-w-0 grow-2 basis-64"
								label={t`Address of image ${number}`}
								inputMode="url"
								placeholder="https://"
								maxLength={2048}
								value={image.url}
								onChange={(url) => set(image.key, { url })}
							/>
						)}
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
								onPress={() => step(index, -1)}
							>
								<ArrowUp aria-hidden="true" className="size-4" />
							</Button>
							<Button
								id={`${id}-${image.key}-down`}
								isIcon
								aria-label={t`Move image ${number} down`}
								isDisabled={number === images.length}
								onPress={() => step(index, 1)}
							>
								<ArrowDown aria-hidden="true" className="size-4" />
							</Button>
							<Button
								look="quiet"
								isIcon
								aria-label={t`Remove image ${number}`}
								onPress={() => {
									onChange((now) => now.filter(({ key }) => key !== image.key));
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
	);
}

/** A small picture; a sign for images elsewhere, which these pages do not load. */
function Picture({ of, alt = "" }: { of: ProductPicture; alt?: string }) {
	return of.shown ? (
		<img
			src={of.shown}
			alt={alt}
			draggable={false}
			className="size-12 rounded border border-line object-cover"
		/>
	) : (
		<ImageIcon aria-hidden="true" className="size-12 p-2 text-muted" />
	);
}

/** The images of a product, to be looked at. */
export function Pictures({ of }: { of: ProductPicture[] }) {
	return (
		<ul className="flex flex-wrap gap-3">
			{of.map((image) => (
				<li key={image.key} className="flex items-center gap-2">
					<Picture of={image} alt={image.alt} />
					{!image.shown && <bdi className="text-sm break-all text-muted">{image.url}</bdi>}
				</li>
			))}
		</ul>
	);
}

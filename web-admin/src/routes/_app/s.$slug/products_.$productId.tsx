import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { Package } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import * as v from "valibot";
import {
	AdminProductArchiveDocument,
	AdminProductDocument,
	AdminProductPublishDocument,
	AdminProductUpdateDocument,
} from "@/gql/graphql";
import { useBusiness } from "@/lib/business";
import type { Product } from "@/lib/catalog";
import { changedOf } from "@/lib/changed";
import { faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { productStatuses } from "@/lib/labels";
import { pageSearch, textSearch } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { Confirm } from "@/pages/confirm";
import { FormFailure } from "@/pages/failure";
import { LeaveGuard } from "@/pages/leave-guard";
import { Needs } from "@/pages/needs";
import {
	DetailsFields,
	detailFields,
	detailsInput,
	detailsOf,
	picturesOf,
	textsOf,
	useTextNames,
	useUnkept,
} from "@/pages/product-details";
import { ImagesField, Pictures } from "@/pages/product-images";
import { ProductVariants } from "@/pages/product-variants";
import { Button } from "@/ui/button";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Page, TextLink } from "@/ui/page";
import { Panel } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Status } from "@/ui/status";

export const Route = createFileRoute("/_app/s/$slug/products_/$productId")({
	validateSearch: v.object({
		find: textSearch,
		o0: textSearch,
		o1: textSearch,
		o2: textSearch,
		...pageSearch,
	}),
	component: () => (
		<Needs permission="PRODUCT_READ">
			<ProductPage />
		</Needs>
	),
});

function ProductPage() {
	const { t } = useLingui();
	const hat = useHat();
	const { slug, productId } = Route.useParams();
	const business = useBusiness();
	const product = useQuery(hatQuery(hat, "products", AdminProductDocument, { id: productId }));
	const back = (
		<TextLink to="/s/$slug/products" params={{ slug }}>
			<Trans>Products</Trans>
		</TextLink>
	);
	const error = product.error ?? business.error;
	const currencyCode = business.data?.seller?.currencyCode;
	if (product.data?.product && currencyCode) {
		const { product: loaded } = product.data;
		return <Loaded key={loaded.id} product={loaded} currencyCode={currencyCode} back={back} />;
	}
	return (
		<Page title={t`Product`} back={back}>
			{error && (
				<Failure
					error={error}
					onRetry={() => {
						void product.refetch();
						void business.refetch();
					}}
				/>
			)}
			{!error && (!product.data || !business.data) && <Skeleton label={t`Loading the product`} />}
			{product.data && !product.data.product && (
				<Empty icon={Package} title={t`There is no such product, or it is not yours to see`} />
			)}
		</Page>
	);
}

type LoadedProps = { product: Product; currencyCode: string; back: ReactNode };

function Loaded({ product, currencyCode, back }: LoadedProps) {
	const { t } = useLingui();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const [isArchiving, setArchiving] = useState(false);
	const publish = useHatMutation(AdminProductPublishDocument, ["products"]);
	const archive = useHatMutation(AdminProductArchiveDocument, ["products"]);
	const may = (name: string) =>
		product.availableActions.some(({ action, isAllowed }) => action === name && isAllowed);
	const show = () =>
		publish.mutate(
			{ input: { id: product.id } },
			{ onSuccess: () => notify(t`Buyers see ${product.title} now.`) },
		);
	const take = () =>
		archive.mutate(
			{ input: { id: product.id } },
			{
				onSuccess: () => {
					notify(t`${product.title} is archived.`);
					setArchiving(false);
				},
			},
		);
	return (
		<Page
			title={product.title}
			back={back}
			badge={<Status of={product.status} labels={productStatuses} />}
			actions={
				<>
					{may("productArchive") && product.status !== "ARCHIVED" && (
						<Button onPress={() => setArchiving(true)}>
							<Trans>Archive…</Trans>
						</Button>
					)}
					{may("productPublish") && product.status !== "ACTIVE" && (
						<Button look="primary" isDisabled={publish.isPending} onPress={show}>
							<Trans>Publish</Trans>
						</Button>
					)}
				</>
			}
		>
			<FormFailure error={publish.error} />
			<ProductVariants
				product={product}
				currencyCode={currencyCode}
				canEdit={may("variantCreate") && product.status !== "ARCHIVED"}
				search={search}
				onSearch={(next) => void navigate({ search: next, resetScroll: false })}
			/>
			<DetailsForm product={product} canEdit={may("productUpdate")} />
			{isArchiving && (
				<Confirm
					title={t`Archive ${product.title}?`}
					verb={t`Archive`}
					isDanger
					mutation={archive}
					onConfirm={take}
					onClose={() => setArchiving(false)}
				>
					<Trans>Nobody can buy it any more, from you or from others. Orders stay as they are.</Trans>
				</Confirm>
			)}
		</Page>
	);
}

function DetailsForm({ product, canEdit }: { product: Product; canEdit: boolean }) {
	const { t } = useLingui();
	const [saved, setSaved] = useState(() => detailsOf(product));
	const [details, setDetails] = useState(saved);
	const [isBusy, setBusy] = useState(false);
	const update = useHatMutation(AdminProductUpdateDocument, ["products"]);
	const faults = faultsByField(update.error, [...detailFields, "images"]);
	const isDirty = details !== saved;
	const names = useTextNames();
	const unkept = useUnkept();
	const save = (event: FormEvent) => {
		event.preventDefault();
		update.mutate(
			{ input: { id: product.id, ...changedOf(detailsInput(details), detailsInput(saved)) } },
			{
				onSuccess: ({ productUpdate }) => {
					// Uploads have become images with addresses.
					const images = picturesOf(productUpdate?.product?.images ?? []);
					const next = { ...details, images };
					setSaved(next);
					setDetails((now) => (now === details ? next : now));
					notify(t`The product is saved.`);
				},
			},
		);
	};
	return (
		<Form className="flex flex-col gap-4" validationErrors={faults} onSubmit={save}>
			<LeaveGuard
				isDirty={isDirty}
				draft={
					canEdit
						? {
								form: "product",
								of: product.id,
								saved: textsOf(saved),
								value: textsOf(details),
								names,
								onFill: (fields) => setDetails((now) => ({ ...now, ...fields })),
								onDiscard: () => setDetails(saved),
								unkept,
							}
						: undefined
				}
			/>
			<FormFailure error={update.error} faults={faults} />
			<Panel title={t`Details`}>
				<div data-key={canEdit ? "e" : undefined}>
					<DetailsFields details={details} onChange={setDetails} isReadOnly={!canEdit} />
				</div>
			</Panel>
			{!canEdit && details.images.length > 0 && (
				<Panel title={t`Images`}>
					<Pictures of={details.images} />
				</Panel>
			)}
			{canEdit && (
				<Panel title={t`Images`}>
					<ImagesField
						images={details.images}
						onChange={(change) => setDetails((now) => ({ ...now, images: change(now.images) }))}
						onBusy={setBusy}
						error={faults.images}
					/>
				</Panel>
			)}
			{isDirty && (
				<div className="sticky bottom-16 z-20 flex flex-wrap items-center justify-end gap-2 rounded-lg border border-line bg-surface p-3 shadow-lg wide:bottom-4">
					<span className="me-auto text-muted">
						<Trans>Not saved yet</Trans>
					</span>
					<Button isDisabled={update.isPending} onPress={() => setDetails(saved)}>
						<Trans>Discard</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={update.isPending || isBusy}>
						<Trans>Save</Trans>
					</Button>
				</div>
			)}
		</Form>
	);
}

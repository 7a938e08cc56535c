import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute, useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { AdminProductCreateDocument } from "@/gql/graphql";
import { useBusiness } from "@/lib/business";
import { FaultsError, faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { may } from "@/lib/session";
import { FormFailure } from "@/pages/failure";
import { LeaveGuard } from "@/pages/leave-guard";
import { Needs } from "@/pages/needs";
import {
	DetailsFields,
	detailFields,
	detailsInput,
	noDetails,
	textsOf,
	useTextNames,
	useUnkept,
} from "@/pages/product-details";
import { ImagesField } from "@/pages/product-images";
import { isComplete, noVariants, VariantGrid, variantsInput } from "@/pages/variant-grid";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Page, TextLink } from "@/ui/page";
import { Panel } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";

export const Route = createFileRoute("/_app/s/$slug/products_/new")({
	component: () => (
		<Needs permission="PRODUCT_CREATE">
			<NewProduct />
		</Needs>
	),
});

const nothing = { ...textsOf(noDetails), variants: noVariants };

/** What is wrong with each variant, by its place in the list. */
function faultsByVariant(error: unknown): Record<number, string> {
	const found: Record<number, string> = {};
	if (!(error instanceof FaultsError)) return found;
	for (const { field, message } of error.faults) {
		const at = (field ?? []).indexOf("variants");
		const place = at < 0 ? Number.NaN : Number((field ?? [])[at + 1]);
		if (!Number.isNaN(place)) found[place] = found[place] ? `${found[place]} ${message}` : message;
	}
	return found;
}

function NewProduct() {
	const { t } = useLingui();
	const { slug } = Route.useParams();
	const { data, error, refetch } = useBusiness();
	return (
		<Page
			title={t`New product`}
			back={
				<TextLink to="/s/$slug/products" params={{ slug }}>
					<Trans>Products</Trans>
				</TextLink>
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={4} label={t`Loading the form`} />}
			{data?.seller && <ProductForm currencyCode={data.seller.currencyCode} />}
		</Page>
	);
}

function ProductForm({ currencyCode }: { currencyCode: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const router = useRouter();
	const { slug } = Route.useParams();
	const [details, setDetails] = useState(noDetails);
	const [variants, setVariants] = useState(noVariants);
	const [isShown, setShown] = useState(false);
	const [isBusy, setBusy] = useState(false);
	const create = useHatMutation(AdminProductCreateDocument, ["products"]);
	const faults = faultsByField(create.error, [...detailFields, "images", "variants"]);
	const isDirty = !create.isSuccess && (details !== noDetails || variants !== noVariants);
	const send = (event: FormEvent) => {
		event.preventDefault();
		create.mutate(
			{
				input: {
					...detailsInput(details),
					...variantsInput(variants, currencyCode),
					status: isShown ? "ACTIVE" : "DRAFT",
				},
			},
			{
				onSuccess: ({ productCreate }) => {
					const product = productCreate?.product;
					if (!product) return;
					notify(isShown ? t`${product.title} is for sale.` : t`${product.title} is saved as a draft.`);
					void router.navigate({
						to: "/s/$slug/products/$productId",
						params: { slug, productId: product.id },
						ignoreBlocker: true,
					});
				},
			},
		);
	};
	return (
		<Form className="flex flex-col gap-4" validationErrors={faults} onSubmit={send}>
			<LeaveGuard
				isDirty={isDirty}
				draft={{
					form: "product",
					of: "new",
					saved: nothing,
					value: { ...textsOf(details), variants },
					names: { ...useTextNames(), variants: t`Variants, prices and stock` },
					onFill: ({ variants: filled, ...texts }) => {
						setDetails((now) => ({ ...now, ...texts }));
						if (filled) setVariants(filled);
					},
					onDiscard: () => {
						setDetails(noDetails);
						setVariants(noVariants);
					},
					unkept: useUnkept(),
				}}
			/>
			<FormFailure error={create.error} faults={faults} />
			<Panel title={t`Details`}>
				<DetailsFields details={details} onChange={setDetails} />
			</Panel>
			<Panel title={t`Images`}>
				<ImagesField
					images={details.images}
					onChange={(change) => setDetails((now) => ({ ...now, images: change(now.images) }))}
					onBusy={setBusy}
					error={faults.images}
				/>
			</Panel>
			<Panel title={t`Variants, prices and stock`}>
				<VariantGrid
					draft={variants}
					currencyCode={currencyCode}
					onChange={setVariants}
					faults={faultsByVariant(create.error)}
				/>
			</Panel>
			<div className="flex flex-wrap items-center justify-between gap-3">
				{may(hat, "PRODUCT_PUBLISH") ? (
					<Checkbox isSelected={isShown} onChange={setShown}>
						<Trans>Show it to buyers at once</Trans>
					</Checkbox>
				) : (
					<span />
				)}
				<Button type="submit" look="primary" isDisabled={create.isPending || isBusy || !isComplete(variants)}>
					{isShown ? t`Save and publish` : t`Save as a draft`}
				</Button>
			</div>
		</Form>
	);
}

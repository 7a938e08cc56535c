import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminOfferCreateDocument,
	AdminOfferUpdateDocument,
	type MoneyPartsFragment,
	type OfferCondition,
	type OfferStatus,
} from "@/gql/graphql";
import { typedMoney } from "@/lib/format";
import { hasFault, useHatMutation } from "@/lib/hat";
import { offerConditions, offerStatuses } from "@/lib/labels";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { Choose } from "@/ui/select";
import { FormDialog } from "./form-dialog";

/** What the form needs to know of an offer. */
export type EditableOffer = {
	id: string;
	version: number;
	status: OfferStatus;
	condition: OfferCondition;
	sku?: string | null;
	leadTimeDays: number;
	quantityMax: number;
	price?: MoneyPartsFragment | null;
	compareAtPrice?: MoneyPartsFragment | null;
};

type OfferDialogProps = {
	/** What is offered, for the title. */
	name: string;
	currencyCode: string;
	/** The offer to change, or the variant to offer. */
	offer?: EditableOffer;
	variantId?: string;
	onClose: () => void;
};

const fields = ["price", "compareAt", "sku", "leadTimeDays", "quantityMax", "quantity"];

/** The terms on which something is sold: a new offer, or one that is changed. */
export function OfferDialog({ name, currencyCode, offer, variantId, onClose }: OfferDialogProps) {
	const { t } = useLingui();
	const money = offer?.price?.currencyCode ?? currencyCode;
	const [price, setPrice] = useState(offer?.price?.amount ?? "");
	const [former, setFormer] = useState(offer?.compareAtPrice?.amount ?? "");
	const [sku, setSku] = useState(offer?.sku ?? "");
	const [leadTime, setLeadTime] = useState(String(offer?.leadTimeDays ?? 1));
	const [most, setMost] = useState(String(offer?.quantityMax ?? 100));
	const [quantity, setQuantity] = useState("");
	const [condition, setCondition] = useState<OfferCondition>(offer?.condition ?? "NEW");
	const [status, setStatus] = useState<OfferStatus>(offer?.status ?? "ACTIVE");
	const create = useHatMutation(AdminOfferCreateDocument, ["products"]);
	const client = useQueryClient();
	const update = useHatMutation(AdminOfferUpdateDocument, ["products"]);
	const amount = (text: string) => typedMoney(text, money);
	const terms = {
		price: amount(price),
		compareAt: former.trim() ? amount(former) : undefined,
		sku: sku.trim(),
		leadTimeDays: Number(leadTime),
		quantityMax: Number(most),
		status,
	};
	const done = {
		onSuccess: () => {
			notify(t`The offer of ${name} is saved.`);
			onClose();
		},
	};
	const save = () => {
		if (offer) update.mutate({ input: { id: offer.id, version: offer.version, ...terms } }, done);
		else if (variantId)
			create.mutate(
				{
					input: {
						variantId,
						offer: {
							...terms,
							sku: terms.sku || undefined,
							condition,
							quantity: Number.parseInt(quantity, 10) || 0,
						},
					},
				},
				done,
			);
	};
	return (
		<FormDialog
			title={offer ? t`Offer of ${name}` : t`Offer ${name}`}
			verb={<Trans>Save</Trans>}
			mutation={offer ? update : create}
			fields={fields}
			onSubmit={save}
			onClose={() => {
				// Whoever is told that somebody else has changed it is to see what it is now.
				if (hasFault(update.error, "OFFER_VERSION"))
					void client.invalidateQueries({ queryKey: ["products"] });
				onClose();
			}}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<TextField
					label={t`Price in ${money}`}
					name="price"
					isRequired
					autoFocus
					inputMode="decimal"
					value={price}
					onChange={setPrice}
				/>
				<TextField
					label={t`Former price in ${money}`}
					name="compareAt"
					hint={t`Shown beside the price; it must be higher.`}
					inputMode="decimal"
					value={former}
					onChange={setFormer}
				/>
				<TextField label={t`SKU`} name="sku" maxLength={120} value={sku} onChange={setSku} />
				{!offer && (
					<TextField
						label={t`In stock`}
						name="quantity"
						inputMode="numeric"
						pattern="[0-9]*"
						value={quantity}
						onChange={setQuantity}
					/>
				)}
				<TextField
					label={t`Working days until it leaves`}
					name="leadTimeDays"
					type="number"
					bounds={{ min: 0, max: 365 }}
					isRequired
					value={leadTime}
					onChange={setLeadTime}
				/>
				<TextField
					label={t`Most units in one order`}
					name="quantityMax"
					type="number"
					bounds={{ min: 1 }}
					isRequired
					value={most}
					onChange={setMost}
				/>
				{!offer && (
					<Choose label={t`Condition`} value={condition} labels={offerConditions} onChange={setCondition} />
				)}
				<Choose
					label={t`Status`}
					value={status}
					labels={{ ACTIVE: offerStatuses.ACTIVE.label, PAUSED: offerStatuses.PAUSED.label }}
					onChange={setStatus}
				/>
			</div>
		</FormDialog>
	);
}

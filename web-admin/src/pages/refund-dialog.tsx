import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import {
	AdminRefundCreateDocument,
	AdminRefundPreviewDocument,
	type AdminRefundPreviewQuery,
	AdminRefundRemainingDocument,
	type AdminRefundRemainingQuery,
	type MoneyPartsFragment,
	type OrderLinePartsFragment,
	type RefundMethod,
	type RefundPreviewInput,
	type RefundReason,
} from "@/gql/graphql";
import { formatMoney, isNegative, isZero, typedMoney } from "@/lib/format";
import { useHat, useHatMutation, useKeyedMutation } from "@/lib/hat";
import { refundMethods, refundReasons, valuesOf } from "@/lib/labels";
import { hatQuery } from "@/lib/query";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Facts } from "@/ui/panel";
import { Select } from "@/ui/select";
import { Banner } from "@/ui/states";
import { Words } from "@/ui/status";
import { Money } from "@/ui/text";
import { FormFailure } from "./failure";

/** An order, or a seller's part of one, of which money can be given back. */
export type Refundable = {
	id: string;
	number: string;
	currencyCode: string;
	isPaid: boolean;
	lines: OrderLinePartsFragment[];
	/** The names of the sellers by their ids. */
	sellers: Record<string, string>;
};

type Share = "everything" | "amount";
type Preview = NonNullable<AdminRefundPreviewQuery["refundPreview"]>;
type Details = { reason: RefundReason; method?: RefundMethod; note: string; isRestocked: boolean };
type Asked = { what: RefundPreviewInput; details: Details; preview: Preview };

/** Gives money back: first what, then what it does to everybody, then the deed. */
export function RefundDialog({ of, onClose }: { of: Refundable; onClose: () => void }) {
	const { t } = useLingui();
	const [asked, setAsked] = useState<Asked | null>(null);
	const [isBusy, setBusy] = useState(false);
	return (
		<Dialog title={t`Refund of ${of.number}`} isOpen onClose={onClose} isBusy={isBusy}>
			{/* The form stays, so that whoever goes back finds what they have filled in. */}
			<div hidden={asked !== null}>
				<AskForm of={of} onAsked={setAsked} onClose={onClose} />
			</div>
			{asked && (
				<Decide of={of} asked={asked} onBusy={setBusy} onBack={() => setAsked(null)} onClose={onClose} />
			)}
		</Dialog>
	);
}

type AskFormProps = { of: Refundable; onAsked: (asked: Asked) => void; onClose: () => void };

function AskForm({ of, onAsked, onClose }: AskFormProps) {
	const { t, i18n } = useLingui();
	const isOperator = useHat().kind === "OPERATOR";
	const [share, setShare] = useState<Share | undefined>();
	const [amount, setAmount] = useState("");
	const [pieces, setPieces] = useState<Record<string, string | undefined>>({});
	const [reason, setReason] = useState<RefundReason | undefined>();
	const [method, setMethod] = useState<RefundMethod | undefined>();
	const [note, setNote] = useState("");
	const [isRestocked, setRestocked] = useState(false);
	const [withShipping, setWithShipping] = useState(false);
	// Asked for like a change: what it would do may need the second factor, too.
	const ask = useHatMutation(AdminRefundPreviewDocument, []);
	const remaining = useRemaining(of.id);
	const left = leftOf(of.lines, remaining.data?.refundPreview);
	const most = remaining.data?.refundPreview && formatMoney(remaining.data.refundPreview.amount, i18n.locale);
	const lines = Object.entries(pieces)
		.filter(([, quantity]) => quantity !== undefined)
		.map(([lineId, quantity]) => {
			const shipping = withShipping ? left.get(lineId)?.shipping : undefined;
			return {
				lineId,
				quantity: Number(quantity),
				...(shipping && {
					shippingAmount: { amount: shipping.amount, currencyCode: shipping.currencyCode },
				}),
			};
		});
	const what: RefundPreviewInput = {
		orderId: of.id,
		...(share === "everything"
			? { isEverything: true }
			: share === "amount"
				? { amount: typedMoney(amount, of.currencyCode) }
				: { lines }),
	};
	const isReady =
		reason && (share === "everything" || (share === "amount" ? amount.trim() : lines.length > 0));
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!isReady) return;
		ask.mutate(
			{ input: what },
			{
				onSuccess: ({ refundPreview: preview }) => {
					if (!preview) return;
					const restocks = isRestocked && share !== "amount";
					onAsked({ what, details: { reason, method, note, isRestocked: restocks }, preview });
				},
			},
		);
	};
	return (
		<Form className="flex flex-col gap-4" validationBehavior="aria" onSubmit={submit}>
			<FormFailure error={ask.error} />
			<Select
				label={t`What is given back`}
				all={t`Some of the items`}
				value={share}
				choices={[
					{ value: "amount", label: t`An amount` },
					{ value: "everything", label: t`Everything that remains` },
				]}
				onChange={setShare}
			/>
			{share === undefined && (
				<fieldset className="flex flex-col gap-3">
					<legend className="sr-only">{t`Items`}</legend>
					{of.lines.map((line) => {
						const units = left.get(line.id)?.units ?? line.quantity;
						const given = line.quantity - units;
						const name = [line.title, line.variantTitle].filter(Boolean).join(", ");
						if (units === 0)
							return (
								<p key={line.id}>
									{name}
									<span className="block text-muted">
										<Trans>All of it was given back.</Trans>
									</span>
								</p>
							);
						return (
							<div key={line.id} className="flex flex-col gap-1">
								<Select
									label={name}
									all={t`None of ${units}`}
									value={pieces[line.id]}
									choices={Array.from({ length: units }, (_, n) => ({
										value: String(n + 1),
										label: t`${n + 1} of ${units}`,
									}))}
									onChange={(quantity) => setPieces({ ...pieces, [line.id]: quantity })}
								/>
								{given > 0 && (
									<p className="text-xs text-muted">
										<Trans>{given} were given back before.</Trans>
									</p>
								)}
							</div>
						);
					})}
					{of.lines.some(({ id }) => left.get(id)?.shipping) && (
						<Checkbox isSelected={withShipping} onChange={setWithShipping}>
							<Trans>The shipping of these items, too</Trans>
						</Checkbox>
					)}
				</fieldset>
			)}
			{share === "amount" && (
				<TextField
					label={t`Amount in ${of.currencyCode}`}
					hint={
						most
							? t`At most ${most}. It is taken from all that remains, in proportion.`
							: t`Of all that remains, in proportion.`
					}
					name="amount"
					inputMode="decimal"
					isRequired
					maxLength={20}
					value={amount}
					onChange={(text) => {
						setAmount(text);
						ask.reset();
					}}
				/>
			)}
			<Select
				label={t`Reason`}
				all={t`Choose`}
				value={reason}
				choices={valuesOf(refundReasons).map((each) => ({ value: each, label: i18n._(refundReasons[each]) }))}
				onChange={setReason}
			/>
			{isOperator && (
				<Select
					label={t`Way`}
					all={i18n._(refundMethods.CARD)}
					value={method}
					choices={(["STORE_CREDIT", "BANK"] as const).map((each) => ({
						value: each,
						label: i18n._(refundMethods[each]),
					}))}
					onChange={setMethod}
				/>
			)}
			<TextField
				label={t`Note`}
				hint={t`For colleagues. The buyer does not see it.`}
				name="note"
				rows={2}
				maxLength={1000}
				value={note}
				onChange={setNote}
			/>
			{share !== "amount" && (
				<Checkbox isSelected={isRestocked} onChange={setRestocked}>
					<Trans>The units go back into the stock</Trans>
				</Checkbox>
			)}
			<DialogActions>
				<Button onPress={onClose} isDisabled={ask.isPending}>
					<Trans>Cancel</Trans>
				</Button>
				<Button type="submit" look="primary" isDisabled={ask.isPending || !isReady}>
					<Trans>Continue</Trans>
				</Button>
			</DialogActions>
		</Form>
	);
}

/** Asks what can still be given back, before anything is chosen. Without an answer the server says it afterwards. */
function useRemaining(orderId: string) {
	const hat = useHat();
	return useQuery({
		...hatQuery(hat, "refunds", AdminRefundRemainingDocument, { input: { orderId, isEverything: true } }),
		retry: false,
		staleTime: 0,
		placeholderData: undefined,
	});
}

type Left = { units: number; shipping?: MoneyPartsFragment };

/** What remains of each line; empty when it is not known. */
function leftOf(
	lines: OrderLinePartsFragment[],
	preview: AdminRefundRemainingQuery["refundPreview"] | undefined,
): Map<string, Left> {
	const left = new Map<string, Left>();
	if (!preview) return left;
	for (const { id } of lines) left.set(id, { units: 0 });
	for (const { kind, lineId, quantity, amount } of preview.parts) {
		const line = left.get(lineId);
		if (!line) continue;
		if (kind === "LINE") line.units = quantity;
		if (kind === "SHIPPING" && !isZero(amount)) line.shipping = amount;
	}
	return left;
}

type DecideProps = {
	of: Refundable;
	asked: Asked;
	onBusy: (isBusy: boolean) => void;
	onBack: () => void;
	onClose: () => void;
};

function Decide({ of, asked: { what, details, preview }, onBusy, onBack, onClose }: DecideProps) {
	const { t, i18n } = useLingui();
	const sum = formatMoney(preview.amount, i18n.locale);
	const create = useKeyedMutation(
		AdminRefundCreateDocument,
		["refunds", "orders", "money", "ledger", "proposals", "products"],
		t`Refund ${sum}`,
	);
	const give = () => {
		onBusy(true);
		create.mutate(
			{ input: { ...what, ...details, note: details.note.trim() || undefined } },
			{
				onSuccess: ({ refundCreate }) => {
					notify(
						refundCreate?.proposal
							? t`Proposed. It is given back as soon as a second person approves.`
							: t`${sum} is given back.`,
					);
					onClose();
				},
				onSettled: () => onBusy(false),
			},
		);
	};
	return (
		<div className="flex flex-col gap-4">
			<FormFailure error={create.error} />
			<PreviewFacts of={of} details={details} preview={preview} />
			<DialogActions>
				<Button autoFocus onPress={onBack} isDisabled={create.isPending}>
					<Trans>Back</Trans>
				</Button>
				<Button look="danger" isDisabled={create.isPending} onPress={give}>
					{t`Refund ${sum}`}
				</Button>
			</DialogActions>
		</div>
	);
}

/** What a refund does to everybody. The numbers are the API's. */
function PreviewFacts({ of, details, preview }: Omit<Asked, "what"> & { of: Refundable }) {
	const { t } = useLingui();
	const isSeller = useHat().seller !== null;
	return (
		<>
			<Facts
				facts={[
					{ term: t`The buyer gets`, detail: <Money of={preview.amount} className="font-semibold" /> },
					{ term: t`Way`, detail: <Words of={details.method ?? "CARD"} labels={refundMethods} /> },
					{ term: t`Reason`, detail: <Words of={details.reason} labels={refundReasons} /> },
					details.isRestocked && { term: t`Back into the stock`, detail: t`Yes` },
					{ term: t`Fee that the provider keeps`, detail: <Money of={preview.feeKept} /> },
				]}
			/>
			{preview.sellers.map((seller) => (
				<section
					key={seller.sellerId}
					aria-label={of.sellers[seller.sellerId] ?? seller.sellerId}
					className="flex flex-col gap-2 border-t border-line pt-3"
				>
					<h3 className="font-semibold">{of.sellers[seller.sellerId] ?? seller.sellerId}</h3>
					<Facts
						facts={[
							{
								term: isSeller ? t`Taken from you` : t`Taken from the seller`,
								detail: <Money of={seller.gives} />,
							},
							{
								term: t`Commission returned by the platform`,
								detail: <Money of={seller.commissionReturned} />,
							},
							{ term: t`Balance now`, detail: <Money of={seller.balanceBefore} /> },
							{ term: t`Balance afterwards`, detail: <Money of={seller.balanceAfter} /> },
						]}
					/>
					{isNegative(seller.balanceAfter) && (
						<Banner tone="warn">
							<Trans>The balance falls below zero. What is missing is taken from what is earned next.</Trans>
						</Banner>
					)}
				</section>
			))}
		</>
	);
}

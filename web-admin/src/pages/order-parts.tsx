import { Trans, useLingui } from "@lingui/react/macro";
import type {
	AddressPartsFragment,
	OrderLinePartsFragment,
	SellerOrderPartsFragment,
	SellerOrderQuery,
} from "@/gql/graphql";
import { formatCountry, isZero, unsigned } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { isolatedText } from "@/lib/isolated";
import { isolated } from "@/ui/isolated";
import { type Column, List } from "@/ui/list";
import { type Fact, Facts } from "@/ui/panel";
import { Instant, Money } from "@/ui/text";
import { Commission } from "./explain";

type OneSellerOrder = NonNullable<SellerOrderQuery["sellerOrder"]>;

/** A part of an address; nothing of one that is masked. */
const shown = (part: string) => (part === "***" ? "" : part);

/** To whom and where something goes, in a line, as far as it is not masked. */
export function useDestination() {
	const { i18n } = useLingui();
	return (to: { name: string; city: string; country?: string }) =>
		[to.name, shown(to.city), to.country && formatCountry(to.country, i18n.locale)]
			.filter(Boolean)
			.map(isolatedText)
			.join(", ");
}

/** An address as it stands on a parcel, as far as it is not masked. */
export function Address({ of }: { of: AddressPartsFragment }) {
	const { i18n } = useLingui();
	const lines = [
		of.name,
		shown(of.line1),
		shown(of.line2),
		[of.postalCode, of.city].map(shown).filter(Boolean).join(" "),
		shown(of.region),
		formatCountry(of.country, i18n.locale),
		shown(of.phone),
	];
	return (
		<address className="flex flex-col not-italic break-words">
			{lines.filter(Boolean).map((line) => (
				<span key={line}>
					<bdi>{line}</bdi>
				</span>
			))}
			{of.isMasked && (
				<span className="text-muted">
					<Trans>The rest is masked.</Trans>
				</span>
			)}
		</address>
	);
}

/** What was bought of one seller. */
export function OrderLines({ lines, label }: { lines: OrderLinePartsFragment[]; label: string }) {
	const { t } = useLingui();
	const columns: Column<OrderLinePartsFragment>[] = [
		{
			header: t`Item`,
			card: "title",
			cell: (line) => (
				<span>
					{isolated(line.title)}
					<span className="block text-xs font-normal text-muted">
						{isolated([line.variantTitle, line.sku].filter(Boolean).join(" · "))}
					</span>
				</span>
			),
		},
		{ header: t`Quantity`, isNumber: true, cell: (line) => line.quantity },
		{ header: t`Price`, isNumber: true, cell: (line) => <Money of={line.unitPrice} /> },
		{
			header: t`Commission`,
			isNumber: true,
			cell: (line) => line.commission && <Commission of={line} />,
		},
		{ header: t`Total`, isNumber: true, card: "aside", cell: (line) => <Money of={line.total} /> },
	];
	return <List label={label} columns={columns} rows={lines} keyOf={(line) => line.id} empty={null} />;
}

type Sums = Pick<SellerOrderPartsFragment, "subtotal" | "discount" | "shipping" | "tax">;

/** What makes up what a buyer pays, as far as it is more than nothing. The numbers are the API's. */
export function useSums() {
	const { t } = useLingui();
	return ({ subtotal, discount, shipping, tax }: Sums): (Fact | false)[] => [
		!isZero(discount) || !isZero(shipping) || !isZero(tax)
			? { term: t`Goods`, detail: <Money of={subtotal} /> }
			: false,
		!isZero(discount) && {
			term: t`Discount`,
			detail: <Money of={{ ...discount, amount: `-${unsigned(discount).amount}` }} />,
		},
		!isZero(shipping) && { term: t`Shipping`, detail: <Money of={shipping} /> },
		!isZero(tax) && { term: t`Taxes on top`, detail: <Money of={tax} /> },
	];
}

type Instants = { since?: string | null | undefined; until?: string | null | undefined };

/** For how long a bank decides about a debit; nothing when none does. */
export function useProcessing() {
	const { t } = useLingui();
	return ({ since, until }: Instants): (Fact | "" | null | undefined)[] => [
		since && { term: t`With the bank since`, detail: <Instant of={since} isLong /> },
		until && { term: t`With the bank until, at most`, detail: <Instant of={until} isLong /> },
	];
}

type Part = SellerOrderPartsFragment &
	Partial<Pick<OneSellerOrder, "paymentProcessingSince" | "paymentProcessingUntil">>;

/** Where the money of a part goes. The numbers are the API's. */
export function PartMoney({ part, className }: { part: Part; className?: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const sums = useSums();
	const processing = useProcessing();
	const { platformTax, commissionVat } = part;
	return (
		<Facts
			className={className}
			facts={[
				...sums(part),
				{ term: t`The buyer pays`, detail: <Money of={part.total} /> },
				platformTax &&
					!isZero(platformTax) && {
						term: t`Taxes that the platform remits`,
						detail: <Money of={platformTax} />,
					},
				part.commission && { term: t`Commission of the platform`, detail: <Money of={part.commission} /> },
				commissionVat &&
					!isZero(commissionVat) && { term: t`VAT on the commission`, detail: <Money of={commissionVat} /> },
				part.net && {
					term: hat.seller ? t`You get, before refunds` : t`The seller gets, before refunds`,
					detail: <Money of={part.net} className="font-semibold" />,
				},
				...processing({ since: part.paymentProcessingSince, until: part.paymentProcessingUntil }),
			]}
		/>
	);
}

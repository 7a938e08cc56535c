import { Trans, useLingui } from "@lingui/react/macro";
import type { AddressPartsFragment, OrderLinePartsFragment, SellerOrderPartsFragment } from "@/gql/graphql";
import { formatCountry } from "@/lib/format";
import { type Column, List } from "@/ui/list";
import { linkClass } from "@/ui/page";
import { Facts } from "@/ui/panel";
import { Instant, Money } from "@/ui/text";
import { Commission } from "./explain";

/** A part of an address; nothing of one that is masked. */
const shown = (part: string) => (part === "***" ? "" : part);

/** To whom and where something goes, in a line, as far as it is not masked. */
export function useDestination() {
	const { i18n } = useLingui();
	return (to: { name: string; city: string; country?: string }) =>
		[to.name, shown(to.city), to.country && formatCountry(to.country, i18n.locale)]
			.filter(Boolean)
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
				<span key={line}>{line}</span>
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
					{line.title}
					<span className="block text-xs font-normal text-muted">
						{[line.variantTitle, line.sku].filter(Boolean).join(" · ")}
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

/** Where the money of a part goes. The numbers are the API's. */
export function PartMoney({ part }: { part: SellerOrderPartsFragment }) {
	const { t } = useLingui();
	return (
		<Facts
			facts={[
				{ term: t`The buyer pays`, detail: <Money of={part.total} /> },
				part.commission && { term: t`Commission of the platform`, detail: <Money of={part.commission} /> },
				part.net && { term: t`The seller gets`, detail: <Money of={part.net} className="font-semibold" /> },
			]}
		/>
	);
}

/** What has happened to a part, and how its goods left. */
export function PartEvents({ part }: { part: SellerOrderPartsFragment }) {
	const { t } = useLingui();
	const { shipment } = part;
	return (
		<Facts
			facts={[
				{ term: t`Placed`, detail: <Instant of={part.placedAt} isLong /> },
				part.paidAt && { term: t`Paid`, detail: <Instant of={part.paidAt} isLong /> },
				part.shippedAt && { term: t`Shipped`, detail: <Instant of={part.shippedAt} isLong /> },
				part.cancelledAt && { term: t`Cancelled`, detail: <Instant of={part.cancelledAt} isLong /> },
				shipment?.carrier && { term: t`Carrier`, detail: shipment.carrier },
				shipment?.trackingNumber && {
					term: t`Tracking`,
					detail: shipment.trackingUrl.startsWith("https://") ? (
						<a href={shipment.trackingUrl} target="_blank" rel="noreferrer" className={linkClass}>
							{shipment.trackingNumber}
						</a>
					) : (
						shipment.trackingNumber
					),
				},
			]}
		/>
	);
}

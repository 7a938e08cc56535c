import { useHat } from "@/lib/hat";
import { may } from "@/lib/session";
import { TextLink } from "@/ui/page";
import { Code, OrderNumber } from "@/ui/text";

type Of = { orderId: string | null; sellerOrder: { id: string; number: string } | null };

/** The number of an order in the books, as a link to it for those who may read it; its id where that is all there is. */
export function SellerOrderLink({ of: { orderId, sellerOrder }, slug }: { of: Of; slug: string }) {
	const hat = useHat();
	if (!sellerOrder) return orderId && <Code>{orderId}</Code>;
	if (!may(hat, "SELLER_ORDER_READ")) return <OrderNumber>{sellerOrder.number}</OrderNumber>;
	return (
		<TextLink to="/s/$slug/orders/$orderId" params={{ slug, orderId: sellerOrder.id }}>
			<OrderNumber>{sellerOrder.number}</OrderNumber>
		</TextLink>
	);
}

/** The same for operators, who see whole orders. */
export function PlatformOrderLink({ of: { orderId, sellerOrder } }: { of: Of }) {
	const hat = useHat();
	if (!orderId) return null;
	const text = sellerOrder ? <OrderNumber>{sellerOrder.number}</OrderNumber> : <Code>{orderId}</Code>;
	if (!may(hat, "ORDER_READ")) return text;
	return (
		<TextLink to="/platform/orders/$orderId" params={{ orderId }}>
			{text}
		</TextLink>
	);
}

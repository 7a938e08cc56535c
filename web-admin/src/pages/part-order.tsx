import { useHat } from "@/lib/hat";
import { may } from "@/lib/session";
import { TextLink } from "@/ui/page";
import { OrderNumber } from "@/ui/text";

type PartOrderProps = {
	/** Operators read the order as a whole: without its id there is no way to it. */
	orderId?: string;
	of: { id: string; number: string };
};

/** The number of a seller's part of an order, with the way to it. */
export function PartOrder({ orderId, of: { id, number } }: PartOrderProps) {
	const hat = useHat();
	const text = <OrderNumber>{number}</OrderNumber>;
	if (hat.seller && may(hat, "SELLER_ORDER_READ"))
		return (
			<TextLink to="/s/$slug/orders/$orderId" params={{ slug: hat.seller.slug, orderId: id }}>
				{text}
			</TextLink>
		);
	if (!hat.seller && orderId && may(hat, "ORDER_READ"))
		return (
			<TextLink to="/platform/orders/$orderId" params={{ orderId }}>
				{text}
			</TextLink>
		);
	return text;
}

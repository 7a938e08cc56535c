import type { ReactNode } from "react";
import { useHat } from "@/lib/hat";
import { may } from "@/lib/session";
import { TextLink } from "@/ui/page";
import { DisputeLink } from "./order-disputes";

/** What an entry is about, with the way to it where there is a page of it that the role opens. */
export function SubjectLink({ of, children }: { of: string; children: ReactNode }) {
	const hat = useHat();
	const kind = of.split("_", 1)[0];
	if (kind === "dsp") return <DisputeLink id={of}>{children}</DisputeLink>;
	if (kind === "sel" && !hat.seller && may(hat, "SELLER_READ"))
		return (
			<TextLink to="/platform/sellers/$sellerId" params={{ sellerId: of }}>
				{children}
			</TextLink>
		);
	if (kind === "ord" && !hat.seller && may(hat, "ORDER_READ"))
		return (
			<TextLink to="/platform/orders/$orderId" params={{ orderId: of }}>
				{children}
			</TextLink>
		);
	if (kind === "sor" && hat.seller && may(hat, "SELLER_ORDER_READ"))
		return (
			<TextLink to="/s/$slug/orders/$orderId" params={{ slug: hat.seller.slug, orderId: of }}>
				{children}
			</TextLink>
		);
	return children;
}

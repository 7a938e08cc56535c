import { useQuery } from "@tanstack/react-query";
import { AdminOwnDisputeRateDocument, AdminOwnTopProductsDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import type { Span } from "@/lib/span";
import { TextLink } from "@/ui/page";
import { DisputeRate } from "./dispute-rate";
import { TopProducts } from "./top-products";

/** The products of which a seller has sold most. */
export function OwnTopProducts({ days, slug }: { days: Span; slug: string }) {
	const hat = useHat();
	const asked = useQuery(hatQuery(hat, "money", AdminOwnTopProductsDocument, { days }));
	return (
		<TopProducts
			asked={{ ...asked, data: asked.data?.sellerTopProducts }}
			days={days}
			titleOf={({ product, title }) =>
				product && may(hat, "PRODUCT_READ") ? (
					<TextLink to="/s/$slug/products/$productId" params={{ slug, productId: product.id }}>
						{product.title}
					</TextLink>
				) : (
					title
				)
			}
		/>
	);
}

/** How often what buyers paid to a seller is disputed. */
export function OwnDisputeRate() {
	const asked = useQuery(hatQuery(useHat(), "disputes", AdminOwnDisputeRateDocument, {}));
	return <DisputeRate asked={{ ...asked, data: asked.data?.sellerDisputeRate }} isOwn />;
}

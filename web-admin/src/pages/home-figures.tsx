import { useQuery } from "@tanstack/react-query";
import { AdminPlatformDisputeRateDocument, AdminTopProductsDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import type { Span } from "@/lib/span";
import { TextLink } from "@/ui/page";
import { DisputeRate } from "./dispute-rate";
import { TopProducts } from "./top-products";

/** The products of which the platform has sold most. */
export function Top({ days }: { days: Span }) {
	const hat = useHat();
	const asked = useQuery(hatQuery(hat, "orders", AdminTopProductsDocument, { days }));
	return (
		<TopProducts
			asked={{ ...asked, data: asked.data?.topProducts }}
			days={days}
			titleOf={({ product, title }) =>
				product && may(hat, "PRODUCT_READ") ? (
					<TextLink to="/platform/catalogue" search={{ q: product.title }}>
						{product.title}
					</TextLink>
				) : (
					title
				)
			}
		/>
	);
}

/** How often what buyers have paid is disputed. */
export function Disputed() {
	const asked = useQuery(hatQuery(useHat(), "disputes", AdminPlatformDisputeRateDocument, {}));
	return <DisputeRate asked={{ ...asked, data: asked.data?.platformDisputeRate }} />;
}

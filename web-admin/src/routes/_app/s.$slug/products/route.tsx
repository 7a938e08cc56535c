import { useLingui } from "@lingui/react/macro";
import { createFileRoute, Link, Outlet, useLocation } from "@tanstack/react-router";
import { Needs } from "@/pages/needs";
import { Page } from "@/ui/page";
import { ViewTabs, viewTabClass } from "@/ui/tabs";

export const Route = createFileRoute("/_app/s/$slug/products")({
	component: () => (
		<Needs permission="PRODUCT_READ">
			<Products />
		</Needs>
	),
});

function Products() {
	const { t } = useLingui();
	const { slug } = Route.useParams();
	const isOffers = useLocation().pathname.includes("/offers");
	return (
		<Page title={t`Products`}>
			<ViewTabs label={t`Views of your products`}>
				<Link
					to="/s/$slug/products"
					params={{ slug }}
					aria-current={isOffers ? undefined : "page"}
					className={viewTabClass(!isOffers)}
				>
					{t`Products`}
				</Link>
				<Link
					to="/s/$slug/products/offers"
					params={{ slug }}
					aria-current={isOffers ? "page" : undefined}
					className={viewTabClass(isOffers)}
				>
					{t`Offers and stock`}
				</Link>
			</ViewTabs>
			<Outlet />
		</Page>
	);
}

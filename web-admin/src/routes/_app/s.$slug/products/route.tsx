import { useLingui } from "@lingui/react/macro";
import { createFileRoute, Link, Outlet, useLocation } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useHat } from "@/lib/hat";
import { may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { buttonClass } from "@/ui/button";
import { Page } from "@/ui/page";
import { ViewTabs, viewTab } from "@/ui/tabs";

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
	const hat = useHat();
	const { pathname } = useLocation();
	const isOffers = pathname.endsWith("/offers");
	const isImports = pathname.endsWith("/imports");
	const isCatalogue = pathname.endsWith("/catalogue");
	const isProducts = !isOffers && !isImports && !isCatalogue;
	return (
		<Page
			title={t`Products`}
			actions={
				may(hat, "PRODUCT_CREATE") && (
					<Link
						to="/s/$slug/products/new"
						params={{ slug }}
						className={buttonClass(isProducts || isOffers ? "primary" : "plain")}
					>
						<Plus aria-hidden="true" className="size-4" />
						{t`New product`}
					</Link>
				)
			}
		>
			<ViewTabs label={t`Views of your products`}>
				<Link to="/s/$slug/products" params={{ slug }} {...viewTab(isProducts)}>
					{t`Products`}
				</Link>
				<Link to="/s/$slug/products/offers" params={{ slug }} {...viewTab(isOffers)}>
					{t`Offers and stock`}
				</Link>
				<Link to="/s/$slug/products/catalogue" params={{ slug }} {...viewTab(isCatalogue)}>
					{t`Sell what others sell`}
				</Link>
				{may(hat, "IMPORT_READ") && (
					<Link to="/s/$slug/products/imports" params={{ slug }} {...viewTab(isImports)}>
						{t`Imports`}
					</Link>
				)}
			</ViewTabs>
			<Outlet />
		</Page>
	);
}

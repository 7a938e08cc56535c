import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { Needs } from "@/pages/needs";
import { Page } from "@/ui/page";

export const Route = createFileRoute("/_app/s/$slug/products/")({
	component: () => (
		<Needs permission="PRODUCT_READ">
			<Products />
		</Needs>
	),
});

function Products() {
	const { t } = useLingui();
	return <Page title={t`Products`}>{null}</Page>;
}

import { useLingui } from "@lingui/react/macro";
import { Package } from "lucide-react";
import type { ReactNode } from "react";
import type { ProductSalesPartsFragment } from "@/gql/graphql";
import { numerals } from "@/lib/numerals";
import type { Span } from "@/lib/span";
import { type Column, List } from "@/ui/list";
import { Section } from "@/ui/panel";
import { Empty } from "@/ui/states";
import { Money } from "@/ui/text";
import { Change } from "./trend";

type Product = ProductSalesPartsFragment;

type TopProductsProps = {
	asked: { data: Product[] | null | undefined; error: unknown; refetch: () => unknown; isFetching: boolean };
	days: Span;
	/** The title, with the way to the product. */
	titleOf: (product: Product) => ReactNode;
};

/** The products of which most was sold, by what is left of it. */
export function TopProducts({ asked, days, titleOf }: TopProductsProps) {
	const { t, i18n } = useLingui();
	const columns: Column<Product>[] = [
		{ header: t`Product`, card: "title", cell: titleOf },
		{
			header: t`Units`,
			isNumber: true,
			cell: ({ units }) => BigInt(units).toLocaleString(numerals(i18n.locale)),
		},
		{ header: t`Sold`, isNumber: true, cell: ({ gross }) => <Money of={gross} /> },
		{
			header: t({ message: "Net", context: "sales less refunds" }),
			isNumber: true,
			cell: ({ net }) => <Money of={net} />,
		},
		{
			header: t`Change in net sales`,
			isNumber: true,
			cell: ({ changeBasisPoints }) => (
				<span className="text-xs text-muted">
					<Change points={changeBasisPoints} days={days} />
				</span>
			),
		},
	];
	return (
		<Section title={t`Top products`}>
			<List
				label={t`Products by net sales`}
				columns={columns}
				rows={asked.data ?? undefined}
				keyOf={({ productId, net }) => `${productId} ${net.currencyCode}`}
				error={asked.error}
				onRetry={() => void asked.refetch()}
				isFetching={asked.isFetching}
				empty={
					<Empty icon={Package} title={t`No product was sold in this time`}>
						{t`The products with the largest net sales appear here.`}
					</Empty>
				}
			/>
		</Section>
	);
}

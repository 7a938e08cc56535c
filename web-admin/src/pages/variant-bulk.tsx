import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AdminProductOffersDocument, type VariantFilter } from "@/gql/graphql";
import { request } from "@/lib/api";
import type { Product } from "@/lib/catalog";
import { useHat } from "@/lib/hat";
import { patiently } from "@/lib/many";
import { isForSale, type ManyOffer, type OfferAsked } from "@/lib/offers";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { notify } from "@/ui/notice";
import { BulkBar } from "@/ui/select-rows";
import type { Chosen } from "./product-variants";

type Props = {
	product: Product;
	filter?: VariantFilter;
	chosen: Chosen;
	/** Whether the page that is shown is not all that fits. */
	hasMore: boolean;
	onAsk: (asked: OfferAsked) => void;
};

/** What can be done with the ticked variants of a product, on whichever page they stand. */
export function VariantBulk({ product, filter, chosen, hasMore, onAsk }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const [read, setRead] = useState<number | null>(null);
	const readAll = async () => {
		const found: ManyOffer[] = [];
		let after: string | undefined;
		setRead(0);
		try {
			do {
				const variables = { id: product.id, filter, after };
				// oxlint-disable-next-line no-await-in-loop -- a page says where the next one begins
				const data = await patiently(() =>
					request(AdminProductOffersDocument, variables, { actAs: hat.actAs }),
				);
				const page = data.product?.variantsConnection;
				for (const variant of page?.nodes ?? []) {
					const own = variant.offers.filter(({ seller }) => seller?.id === hat.seller?.id);
					found.push(...own.map((offer) => ({ ...offer, product: { title: product.title }, variant })));
				}
				after = (page?.pageInfo.hasNextPage && page.pageInfo.endCursor) || undefined;
				setRead(found.length);
			} while (after);
			chosen.add(found);
		} catch (error) {
			notify(error instanceof Error ? error.message : String(error));
		}
		setRead(null);
	};
	const rows = chosen.offers;
	return (
		<BulkBar selection={chosen.selection}>
			{may(hat, "OFFER_EDIT") && (
				<>
					<Button onPress={() => onAsk({ what: "prices", rows })}>
						<Trans>Change prices…</Trans>
					</Button>
					{rows.some(isForSale) && (
						<Button onPress={() => onAsk({ what: "pause", rows })}>
							<Trans>Pause…</Trans>
						</Button>
					)}
					{!rows.every(isForSale) && (
						<Button onPress={() => onAsk({ what: "sell", rows })}>
							<Trans>Sell again…</Trans>
						</Button>
					)}
				</>
			)}
			{may(hat, "STOCK_EDIT") && (
				<Button onPress={() => onAsk({ what: "stocks", rows })}>
					<Trans>Set the stock…</Trans>
				</Button>
			)}
			{hasMore && (
				<Button isDisabled={read !== null} onPress={() => void readAll()}>
					{read === null ? t`Choose all that fit` : t`${plural(read, { one: "# read…", other: "# read…" })}`}
				</Button>
			)}
			<Button look="quiet" isDisabled={read !== null} onPress={chosen.clear}>
				<Trans>Choose none</Trans>
			</Button>
		</BulkBar>
	);
}

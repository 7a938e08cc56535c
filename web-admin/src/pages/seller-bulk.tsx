import { useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import type { SellerRowFragment } from "@/gql/graphql";
import { later } from "@/lib/later";
import type { Selection } from "@/lib/selection";
import { type Hat, may } from "@/lib/session";
import { Button } from "@/ui/button";
import { BulkBar } from "@/ui/select-rows";

// Most visits decide about nobody, or about one.
const Decision = later(async () => (await import("./seller-bulk-decision")).SellerBulkDecision);

export type Deed = "approve" | "suspend" | "reinstate";

/** What may be done with many sellers of one status at once; nothing where the role may not. */
export function bulkDeed(hat: Hat, status: string | undefined): Deed | null {
	if (status === "APPLIED" && may(hat, "SELLER_APPROVE")) return "approve";
	if (status === "APPROVED" && may(hat, "SELLER_SUSPEND")) return "suspend";
	if (status === "SUSPENDED" && may(hat, "SELLER_REINSTATE")) return "reinstate";
	return null;
}

type BulkProps<Row> = { deed: Deed; selection: Selection<Row> };

/** Decides about all chosen sellers, one after the other, and says of each what came of it. */
export function SellerBulk<Row extends SellerRowFragment>({ deed, selection }: BulkProps<Row>) {
	const { t } = useLingui();
	const [asked, setAsked] = useState<Row[] | null>(null);
	const buttons = { approve: t`Approve…`, suspend: t`Suspend…`, reinstate: t`Reinstate…` };
	return (
		<>
			<BulkBar selection={selection}>
				<Button onPress={() => setAsked(selection.selected)}>{buttons[deed]}</Button>
			</BulkBar>
			{asked && (
				<Suspense>
					<Decision deed={deed} rows={asked} onClose={() => setAsked(null)} />
				</Suspense>
			)}
		</>
	);
}

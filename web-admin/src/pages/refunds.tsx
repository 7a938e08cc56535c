import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { AdminOrderRefundsDocument, type RefundRowFragment } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { later } from "@/lib/later";
import { pageVariables } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { isUnderWay } from "@/lib/refunds";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { Section } from "@/ui/panel";
import { useRefundColumns } from "./refund-columns";
import { type AskedRefund, RefundDeedDialog } from "./refund-deeds";
import type { Refundable } from "./refund-dialog";

// Loaded by those who give something back: most who look at an order do not.
const RefundDialog = later(async () => (await import("./refund-dialog")).RefundDialog);

/** What was given back of an order, and the way to give more back. */
export function Refunds({ of }: { of: Refundable }) {
	const { t } = useLingui();
	const hat = useHat();
	const [after, setAfter] = useState<string | undefined>();
	const { data, error, refetch, isFetching } = useQuery({
		...hatQuery(hat, "refunds", AdminOrderRefundsDocument, { orderId: of.id, ...pageVariables({ after }) }),
		enabled: may(hat, "REFUND_READ"),
		// What is on its way at the provider changes by itself.
		refetchInterval: ({ state }) =>
			state.data?.refunds?.nodes.some(({ status }) => isUnderWay(status)) ? 3000 : false,
	});
	const [isOpen, setOpen] = useState(false);
	const canRefund = of.isPaid && may(hat, "SELLER_ORDER_REFUND");
	const [asked, ask] = useState<AskedRefund | null>(null);
	const { amount, status, facts, decide } = useRefundColumns(ask);
	const { hash } = useLocation();
	const columns: Column<RefundRowFragment>[] = [
		{
			...amount,
			// Whoever comes from the list of all refunds finds theirs.
			cell: (refund) => (
				<Marked id={refund.id} isMarked={hash === refund.id}>
					{amount.cell(refund)}
				</Marked>
			),
		},
		status,
		...facts,
		{
			...decide,
			cell: (refund) => (
				<span className="flex flex-wrap gap-2">
					{decide.cell(refund)}
					{refund.status === "REFUSED" && canRefund && (
						<Button onPress={() => setOpen(true)}>
							<Trans>Try again…</Trans>
						</Button>
					)}
				</span>
			),
		},
	];
	if (!may(hat, "REFUND_READ")) return null;
	const page = data?.refunds?.pageInfo;
	return (
		<Section
			title={t`Refunds`}
			action={
				canRefund && (
					<Button onPress={() => setOpen(true)}>
						<Undo2 aria-hidden="true" className="size-4 rtl:-scale-x-100" />
						<Trans>Refund…</Trans>
					</Button>
				)
			}
		>
			<List
				label={t`Refunds of the order`}
				columns={columns}
				rows={data?.refunds?.nodes}
				keyOf={(refund) => refund.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching && after !== undefined}
				pageInfo={page && { ...page, hasPreviousPage: after !== undefined }}
				onPage={(next) => setAfter(next.after)}
				empty={
					<p className="rounded-lg border border-line bg-surface p-4 text-muted">
						{of.isPaid ? <Trans>Nothing was given back.</Trans> : <Trans>Nothing was paid yet.</Trans>}
					</p>
				}
			/>
			{asked && <RefundDeedDialog {...asked} onClose={() => ask(null)} />}
			{isOpen && (
				<Suspense fallback={null}>
					<RefundDialog of={of} onClose={() => setOpen(false)} />
				</Suspense>
			)}
		</Section>
	);
}

/** What an address names by its hash, which is brought into sight. */
function Marked({ id, isMarked, children }: { id: string; isMarked: boolean; children: ReactNode }) {
	const ref = useRef<HTMLSpanElement>(null);
	useEffect(() => {
		if (isMarked) ref.current?.scrollIntoView({ block: "center" });
	}, [isMarked]);
	return (
		<span ref={ref} id={id} className={isMarked ? "rounded-md bg-soft px-2 py-1" : undefined}>
			{children}
		</span>
	);
}

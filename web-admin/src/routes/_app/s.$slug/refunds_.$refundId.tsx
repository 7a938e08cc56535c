import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, Navigate } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { AdminSearchDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { Needs } from "@/pages/needs";
import { buttonClass } from "@/ui/button";
import { Page, TextLink } from "@/ui/page";
import { Empty, Failure, Skeleton } from "@/ui/states";

export const Route = createFileRoute("/_app/s/$slug/refunds_/$refundId")({
	component: () => (
		<Needs permission="REFUND_READ">
			<ToOrder />
		</Needs>
	),
});

/** A refund is shown with its order: whoever knows it by its id is led there. */
function ToOrder() {
	const { t } = useLingui();
	const hat = useHat();
	const { slug, refundId } = Route.useParams();
	const { data, error, refetch } = useQuery(hatQuery(hat, "search", AdminSearchDocument, { text: refundId }));
	const hit = data?.search?.find(({ kind }) => kind === "REFUND")?.hits.find(({ id }) => id === refundId);
	if (hit?.parentId)
		return (
			<Navigate
				to="/s/$slug/orders/$orderId"
				params={{ slug, orderId: hit.parentId }}
				hash={refundId}
				replace
			/>
		);
	return (
		<Page title={t`Refund`} back={<TextLink to="/s/$slug/orders" params={{ slug }}>{t`Orders`}</TextLink>}>
			{error && !data && <Failure error={error} onRetry={() => void refetch()} />}
			{!error && !data && <Skeleton label={t`Loading the refund`} />}
			{data && (
				<Empty
					icon={Undo2}
					title={t`There is no such refund`}
					action={
						<TextLink to="/s/$slug/orders" params={{ slug }} className={buttonClass()}>
							{t`Show all orders`}
						</TextLink>
					}
				/>
			)}
		</Page>
	);
}

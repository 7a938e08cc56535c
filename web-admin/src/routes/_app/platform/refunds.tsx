import { createFileRoute } from "@tanstack/react-router";
import { refundsQuery } from "@/lib/refunds";
import { refundSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { RefundList } from "@/pages/refund-list";

export const Route = createFileRoute("/_app/platform/refunds")({
	validateSearch: refundSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (may(context.hat, "REFUND_READ")) void context.client.prefetchQuery(refundsQuery(context.hat, deps));
	},
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="REFUND_READ">
				<RefundList search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});

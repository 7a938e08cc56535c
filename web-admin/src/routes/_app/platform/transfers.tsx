import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { TransferStatusValues } from "@/gql/values";
import { choiceSearch, pageSearch, textSearch } from "@/lib/list";
import { Transfers } from "@/pages/money-lists";
import { Needs } from "@/pages/needs";
import { Page } from "@/ui/page";

export const Route = createFileRoute("/_app/platform/transfers")({
	validateSearch: v.object({ status: choiceSearch(TransferStatusValues), seller: textSearch, ...pageSearch }),
	component: () => (
		<Needs permission="SELLER_TRANSFER_READ">
			<TransfersPage />
		</Needs>
	),
});

function TransfersPage() {
	const { t } = useLingui();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	return (
		<Page title={t`Transfers`}>
			<Transfers search={search} onSearch={(next) => void navigate({ search: next })} />
		</Page>
	);
}

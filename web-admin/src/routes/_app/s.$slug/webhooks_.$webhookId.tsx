import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { deliverySearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { deliveriesQuery, webhookQuery } from "@/lib/webhooks";
import { Needs } from "@/pages/needs";
import { WebhookPage } from "@/pages/webhook";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/s/$slug/webhooks_/$webhookId")({
	validateSearch: deliverySearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps, params }) => {
		if (!may(context.hat, "WEBHOOK_READ")) return;
		void context.client.prefetchQuery(webhookQuery(context.hat, params.webhookId));
		void context.client.prefetchQuery(deliveriesQuery(context.hat, params.webhookId, deps));
	},
	component: () => (
		<Needs permission="WEBHOOK_READ">
			<One />
		</Needs>
	),
});

function One() {
	const { webhookId, slug } = Route.useParams();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	return (
		<WebhookPage
			id={webhookId}
			search={search}
			onSearch={(next) => void navigate({ search: next })}
			back={
				<TextLink to="/s/$slug/webhooks" params={{ slug }}>
					<Trans>Webhooks</Trans>
				</TextLink>
			}
		/>
	);
}

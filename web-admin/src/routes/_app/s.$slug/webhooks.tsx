import { createFileRoute } from "@tanstack/react-router";
import { may } from "@/lib/session";
import { webhooksQuery } from "@/lib/webhooks";
import { Needs } from "@/pages/needs";
import { Webhooks } from "@/pages/webhooks";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/s/$slug/webhooks")({
	loader: ({ context }) => {
		if (may(context.hat, "WEBHOOK_READ")) void context.client.prefetchQuery(webhooksQuery(context.hat));
	},
	component: Own,
});

function Own() {
	const { slug } = Route.useParams();
	return (
		<Needs permission="WEBHOOK_READ">
			<Webhooks
				link={(webhookId, text) => (
					<TextLink to="/s/$slug/webhooks/$webhookId" params={{ slug, webhookId }}>
						{text}
					</TextLink>
				)}
			/>
		</Needs>
	);
}

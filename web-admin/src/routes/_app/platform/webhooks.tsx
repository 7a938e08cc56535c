import { createFileRoute } from "@tanstack/react-router";
import { may } from "@/lib/session";
import { webhooksQuery } from "@/lib/webhooks";
import { Needs } from "@/pages/needs";
import { Webhooks } from "@/pages/webhooks";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/platform/webhooks")({
	loader: ({ context }) => {
		if (may(context.hat, "WEBHOOK_READ")) void context.client.prefetchQuery(webhooksQuery(context.hat));
	},
	component: Own,
});

function Own() {
	return (
		<Needs permission="WEBHOOK_READ">
			<Webhooks
				link={(webhookId, text) => (
					<TextLink to="/platform/webhooks/$webhookId" params={{ webhookId }}>
						{text}
					</TextLink>
				)}
			/>
		</Needs>
	);
}

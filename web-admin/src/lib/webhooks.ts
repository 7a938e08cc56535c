import {
	AdminWebhookDeliveriesDocument,
	AdminWebhookDeliveryDocument,
	AdminWebhookDocument,
	AdminWebhookEventsDocument,
	AdminWebhooksDocument,
} from "@/gql/graphql";
import { pageVariables } from "./list";
import { hatQuery } from "./query";
import { type DeliverySearch } from "./searches";
import type { Hat } from "./session";

// What the addresses of webhooks and of what they were sent say, and what is asked
// by it.

export const webhooksQuery = (hat: Hat) => hatQuery(hat, "webhooks", AdminWebhooksDocument, { first: 50 });

export const webhookEventsQuery = (hat: Hat) => hatQuery(hat, "webhooks", AdminWebhookEventsDocument, {});

export const webhookQuery = (hat: Hat, id: string) => hatQuery(hat, "webhooks", AdminWebhookDocument, { id });

export const deliveriesQuery = (hat: Hat, endpointId: string, { status, ...page }: DeliverySearch) =>
	hatQuery(hat, "webhooks", AdminWebhookDeliveriesDocument, {
		endpointId,
		filter: { status },
		...pageVariables(page),
	});

export const deliveryQuery = (hat: Hat, id: string) =>
	hatQuery(hat, "webhooks", AdminWebhookDeliveryDocument, { id });

/** An event as receivers read it: `ORDER_PAID` is `order.paid`. */
export const eventName = (event: string) => event.toLowerCase().replace("_", ".");

import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
	WebhookAttemptOutcome,
	WebhookDeliveryStatus,
	WebhookDisabledReason,
	WebhookEndpointStatus,
} from "@/gql/graphql";
import type { StatusLabel } from "./labels";

export const webhookStatuses: Record<WebhookEndpointStatus, StatusLabel> = {
	ACTIVE: { label: msg`On`, tone: "ok" },
	DISABLED: { label: msg`Off`, tone: "muted" },
};

export const disabledReasons: Record<WebhookDisabledReason, MessageDescriptor> = {
	BY_HAND: msg`Somebody has switched it off.`,
	FAILING: msg`It took nothing for three days.`,
	GONE: msg`It has answered that it is gone (410).`,
};

export const deliveryStatuses: Record<WebhookDeliveryStatus, StatusLabel> = {
	PENDING: { label: msg`On its way`, tone: "brand" },
	DELIVERED: { label: msg`Taken`, tone: "ok" },
	FAILED: { label: msg`Failed`, tone: "danger" },
};

export const attemptOutcomes: Record<WebhookAttemptOutcome, StatusLabel> = {
	RUNNING: { label: msg`Is being sent`, tone: "brand" },
	TAKEN: { label: msg`Taken`, tone: "ok" },
	REFUSED: { label: msg`Not taken`, tone: "danger" },
	REDIRECTED: { label: msg`Redirected`, tone: "danger" },
	TIMED_OUT: { label: msg`No answer in time`, tone: "danger" },
	UNREACHABLE: { label: msg`Not reached`, tone: "danger" },
	FORBIDDEN_ADDRESS: { label: msg`Not a public address`, tone: "danger" },
	INTERRUPTED: { label: msg`Interrupted`, tone: "warn" },
};

/** What events are about, by the beginning of their names. */
export const eventGroups: Record<string, MessageDescriptor> = {
	ORDER: msg`Orders`,
	REFUND: msg`Refunds`,
	DISPUTE: msg`Disputes`,
	PAYOUT: msg`Payouts`,
	CHARGE: msg`Charges`,
	STATEMENT: msg`Statements`,
	PRODUCT: msg`Products`,
	IMPORT: msg`Imports`,
	SELLER: msg`Sellers`,
};

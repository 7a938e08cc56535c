import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { type LinkProps, linkOptions } from "@tanstack/react-router";
import type { PaymentMode, Permission } from "@/gql/graphql";
import type { StatusLabel } from "./labels";

/** A page on which something that belongs to a group of settings is changed or looked at. */
export type SettingPage = {
	link: Required<Pick<LinkProps, "to">> & Pick<LinkProps, "search">;
	label: MessageDescriptor;
	needs: Permission;
};

export type SettingGroup = { title: MessageDescriptor; pages?: SettingPage[] };

const rulesets: SettingPage = {
	link: linkOptions({ to: "/platform/commission" }),
	label: msg`Commission rules`,
	needs: "COMMISSION_READ",
};
const plans: SettingPage = {
	link: linkOptions({ to: "/platform/charges", search: { view: "plans" } }),
	label: msg`Plans of sellers`,
	needs: "COMMISSION_READ",
};
const sellers: SettingPage = {
	link: linkOptions({ to: "/platform/sellers" }),
	label: msg`Policies of single sellers`,
	needs: "SELLER_LIST",
};
const operators: SettingPage = {
	link: linkOptions({ to: "/platform/operators" }),
	label: msg`Operators`,
	needs: "OPERATOR_LIST",
};
const proposals: SettingPage = {
	link: linkOptions({ to: "/platform/proposals" }),
	label: msg`Proposals`,
	needs: "PROPOSAL_READ",
};

/** The groups of settings by their names in docs/configuration.md, what most people look for first. */
export const settingGroups: Record<string, SettingGroup> = {
	"Who the platform is": {
		title: msg`Who the platform is`,
		pages: [{ link: linkOptions({ to: "/platform/terms" }), label: msg`Terms`, needs: "TERMS_READ" }],
	},
	Marketplace: { title: msg`Marketplace`, pages: [rulesets, plans, sellers] },
	Stripe: {
		title: msg`Stripe`,
		pages: [{ link: linkOptions({ to: "/platform/system" }), label: msg`System`, needs: "SYSTEM_READ" }],
	},
	Mail: { title: msg`Mail` },
	"Second factors": { title: msg`Second factors`, pages: [operators] },
	"Four-eyes": { title: msg`Two persons`, pages: [proposals] },
	"Limits of refunds": {
		title: msg`Limits of refunds`,
		pages: [{ link: linkOptions({ to: "/platform/refunds" }), label: msg`Refunds`, needs: "REFUND_READ" }],
	},
	"Fees of sellers": { title: msg`Fees of sellers`, pages: [plans] },
	Risk: { title: msg`Risk`, pages: [sellers] },
	Disputes: {
		title: msg`Disputes`,
		pages: [{ link: linkOptions({ to: "/platform/disputes" }), label: msg`Disputes`, needs: "DISPUTE_READ" }],
	},
	Privacy: {
		title: msg`Privacy`,
		pages: [
			{
				link: linkOptions({ to: "/platform/people", search: { view: "erasures" } }),
				label: msg`Erasures`,
				needs: "ACCOUNT_READ",
			},
		],
	},
	Audit: {
		title: msg`Audit log`,
		pages: [{ link: linkOptions({ to: "/platform/audit" }), label: msg`Audit log`, needs: "AUDIT_READ" }],
	},
	Passwords: { title: msg`Passwords` },
	GraphQL: {
		title: msg`GraphQL`,
		pages: [{ link: linkOptions({ to: "/platform/api-keys" }), label: msg`API keys`, needs: "API_KEY_READ" }],
	},
	"Rate limits": { title: msg`Rate limits` },
	Process: {
		title: msg`Process`,
		pages: [{ link: linkOptions({ to: "/platform/webhooks" }), label: msg`Webhooks`, needs: "WEBHOOK_READ" }],
	},
	Listening: { title: msg`Listening` },
	Data: { title: msg`Data` },
};

export const paymentModes: Record<PaymentMode, StatusLabel> = {
	LIVE: { tone: "ok", label: msg`Live: buyers pay` },
	TEST: { tone: "warn", label: msg`Test keys: nobody pays` },
	SIMULATOR: { tone: "warn", label: msg`Simulator: nobody pays` },
};

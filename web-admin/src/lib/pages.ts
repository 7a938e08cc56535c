import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { type LinkProps, linkOptions } from "@tanstack/react-router";
import type { Permission } from "@/gql/graphql";
import { type Hat, may } from "./session";

/** The address of a page. */
type PageLink = Required<Pick<LinkProps, "to">> & Pick<LinkProps, "params">;

/**
 * A page of the navigation, with the permission that its content needs. Its icon is in the shell.
 */
export type NavItem = { link: PageLink; label: MessageDescriptor; needs: Permission };

const platformPages: NavItem[] = [
	{ link: linkOptions({ to: "/platform" }), label: msg`Home`, needs: "SELLER_LIST" },
	{ link: linkOptions({ to: "/platform/sellers" }), label: msg`Sellers`, needs: "SELLER_LIST" },
	{
		link: linkOptions({ to: "/platform/orders" }),
		label: msg`Orders`,
		needs: "ORDER_READ",
	},
	{ link: linkOptions({ to: "/platform/refunds" }), label: msg`Refunds`, needs: "REFUND_READ" },
	{ link: linkOptions({ to: "/platform/catalogue" }), label: msg`Catalogue`, needs: "PRODUCT_READ" },
	{ link: linkOptions({ to: "/platform/people" }), label: msg`People`, needs: "ACCOUNT_READ" },
	{
		link: linkOptions({ to: "/platform/disputes" }),
		label: msg`Disputes`,
		needs: "DISPUTE_READ",
	},
	{ link: linkOptions({ to: "/platform/fraud" }), label: msg`Fraud warnings`, needs: "FRAUD_WARNING_READ" },
	{
		link: linkOptions({ to: "/platform/transfers" }),
		label: msg`Transfers`,
		needs: "SELLER_TRANSFER_READ",
	},
	{
		link: linkOptions({ to: "/platform/payouts" }),
		label: msg`Payouts`,
		needs: "SELLER_PAYOUT_READ",
	},
	{ link: linkOptions({ to: "/platform/debts" }), label: msg`Debts`, needs: "LEDGER_READ" },
	{ link: linkOptions({ to: "/platform/charges" }), label: msg`Plans and charges`, needs: "COMMISSION_READ" },
	{ link: linkOptions({ to: "/platform/ledger" }), label: msg`Ledger`, needs: "LEDGER_READ" },
	{
		link: linkOptions({ to: "/platform/statements" }),
		label: msg`Statements`,
		needs: "SELLER_LEDGER_READ",
	},
	{ link: linkOptions({ to: "/platform/reports" }), label: msg`Reports`, needs: "REPORT_READ" },
	{
		link: linkOptions({ to: "/platform/proposals" }),
		label: msg`Proposals`,
		needs: "PROPOSAL_READ",
	},
	{
		link: linkOptions({ to: "/platform/commission" }),
		label: msg`Commission`,
		needs: "COMMISSION_READ",
	},
	{
		link: linkOptions({ to: "/platform/terms" }),
		label: msg`Terms`,
		needs: "TERMS_READ",
	},
	{
		link: linkOptions({ to: "/platform/operators" }),
		label: msg`Operators`,
		needs: "OPERATOR_LIST",
	},
	{
		link: linkOptions({ to: "/platform/api-keys" }),
		label: msg`API keys`,
		needs: "API_KEY_READ",
	},
	{
		link: linkOptions({ to: "/platform/webhooks" }),
		label: msg`Webhooks`,
		needs: "WEBHOOK_READ",
	},
	{
		link: linkOptions({ to: "/platform/audit" }),
		label: msg`Audit log`,
		needs: "AUDIT_READ",
	},
	{ link: linkOptions({ to: "/platform/settings" }), label: msg`Settings`, needs: "SETTINGS_READ" },
	{ link: linkOptions({ to: "/platform/system" }), label: msg`System`, needs: "SYSTEM_READ" },
];

function sellerPages(slug: string): NavItem[] {
	const params = { slug };
	return [
		{ link: linkOptions({ to: "/s/$slug", params }), label: msg`Home`, needs: "SELLER_READ" },
		{
			link: linkOptions({ to: "/s/$slug/orders", params }),
			label: msg`Orders`,
			needs: "SELLER_ORDER_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/products", params }),
			label: msg`Products`,
			needs: "PRODUCT_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/payouts", params }),
			label: msg`Payouts`,
			needs: "SELLER_BALANCE_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/disputes", params }),
			label: msg`Disputes`,
			needs: "DISPUTE_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/ledger", params }),
			label: msg`Ledger`,
			needs: "SELLER_LEDGER_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/statements", params }),
			label: msg`Statements`,
			needs: "SELLER_LEDGER_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/members", params }),
			label: msg`Members`,
			needs: "SELLER_MEMBER_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/proposals", params }),
			label: msg`Proposals`,
			needs: "PROPOSAL_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/api-keys", params }),
			label: msg`API keys`,
			needs: "API_KEY_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/webhooks", params }),
			label: msg`Webhooks`,
			needs: "WEBHOOK_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/audit", params }),
			label: msg`Audit log`,
			needs: "AUDIT_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/plan", params }),
			label: msg`Plan and charges`,
			needs: "SELLER_COMMISSION_READ",
		},
		{
			link: linkOptions({ to: "/s/$slug/settings", params }),
			label: msg`Settings`,
			needs: "SELLER_EDIT",
		},
	];
}

/** The pages that a hat may open, in the order of the navigation. */
export function pagesOf(hat: Hat): NavItem[] {
	const all = hat.seller ? sellerPages(hat.seller.slug) : platformPages;
	return all.filter((page) => may(hat, page.needs));
}

/** Where a hat begins. */
export function firstPage(hat: Hat): PageLink {
	return pagesOf(hat)[0]?.link ?? linkOptions({ to: "/none" });
}

/** Where a hat goes in. One without pages goes to the door of its scope, which knows why it has none. */
export function entrance(hat: Hat): PageLink {
	if (pagesOf(hat).length > 0) return firstPage(hat);
	return hat.seller
		? linkOptions({ to: "/s/$slug", params: { slug: hat.seller.slug } })
		: linkOptions({ to: "/platform" });
}

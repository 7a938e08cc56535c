import { msg } from "@lingui/core/macro";
import {
	AdminInvitationsDocument,
	AdminMembersDocument,
	AdminRolesDocument,
	type Permission,
	type SellerMemberRole,
} from "@/gql/graphql";
import { SellerMemberRoleValues } from "@/gql/values";
import { pageVariables } from "./list";
import { hatQuery } from "./query";
import { type TeamSearch } from "./searches";
import type { Hat } from "./session";

export const membersQuery = (hat: Hat, { role, after, before }: TeamSearch) =>
	hatQuery(hat, "members", AdminMembersDocument, { filter: { role }, ...pageVariables({ after, before }) });

export const invitationsQuery = (hat: Hat, { role, ended, after, before }: TeamSearch) =>
	hatQuery(hat, "members", AdminInvitationsDocument, {
		filter: { role, isOpen: !ended },
		...pageVariables({ after, before }),
	});

export const rolesQuery = (hat: Hat, { after, before }: Pick<TeamSearch, "after" | "before">) =>
	hatQuery(hat, "members", AdminRolesDocument, pageVariables({ after, before }));

/** What no role of a seller's own may hold, what every member may without one, and what no page or operation asks for. */
const neverInRoles: readonly Permission[] = ["OWNERSHIP_TRANSFER", "SELLER_CLOSE", "SELLER_ORDER_CANCEL"];

/** What a hat may put into a role of the seller's own. */
export function permissionsToGive(hat: Hat): Permission[] {
	return hat.permissions.filter((each) => !neverInRoles.includes(each));
}

/** What permissions of members are about, in the order in which they are offered. */
export const permissionAreas = {
	orders: msg`Orders`,
	products: msg`Products`,
	money: msg`Money`,
	disputes: msg`Disputes`,
	members: msg`Members`,
	keys: msg`API keys`,
	webhooks: msg`Webhooks`,
	seller: msg`Seller`,
};
type Area = keyof typeof permissionAreas;

/** How the names of an area's permissions begin. The rest is about the seller. */
const areaNames: [Area, RegExp][] = [
	["orders", /^(SELLER_ORDER|ORDER|SHIPPING_ADDRESS|REFUND)_/],
	["products", /^(PRODUCT|OFFER|STOCK|IMPORT)_/],
	[
		"money",
		/^(PAYOUT_ACCOUNT|SELLER_(BALANCE|TRANSFER|PAYOUT|LEDGER|STATEMENT|COMMISSION|DEBT|CHARGE|PLAN))_/,
	],
	["disputes", /^DISPUTE_/],
	["members", /^(SELLER_MEMBER|SELLER_ROLE|OWNERSHIP)_/],
	["keys", /^API_KEY_/],
	["webhooks", /^WEBHOOK_/],
];

/** Permissions by what they are about. */
export function inAreas(permissions: Permission[]): [Area, Permission[]][] {
	const areaOf = (permission: Permission) =>
		areaNames.find(([, names]) => names.test(permission))?.[0] ?? "seller";
	return (Object.keys(permissionAreas) as Area[])
		.map((area): [Area, Permission[]] => [area, permissions.filter((each) => areaOf(each) === area)])
		.filter(([, some]) => some.length > 0);
}

/** The roles that a hat may give: managers make neither owners nor managers, and owners are made by an offer. */
export function rolesToGive(hat: Hat, invites: boolean): SellerMemberRole[] {
	const isOwner = hat.memberRole === "OWNER";
	return SellerMemberRoleValues.filter((role) => {
		if (role === "OWNER") return invites && isOwner;
		return role !== "MANAGER" || isOwner;
	});
}

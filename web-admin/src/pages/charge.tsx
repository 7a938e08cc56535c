import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { SellerMemberRole } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { memberRoles } from "@/lib/labels";
import { rolesQuery, rolesToGive } from "@/lib/team";
import { TextLink } from "@/ui/page";
import { Select } from "@/ui/select";

/** What a member does: a role that every seller has, or one of the seller's own. */
export type Charge = { role: SellerMemberRole; roleId?: string };

/** What a member does, in words. */
export function ChargeText({ of }: { of: { role: SellerMemberRole; customRole?: { name: string } | null } }) {
	const { i18n } = useLingui();
	const known = memberRoles[of.role] as (typeof memberRoles)[SellerMemberRole] | undefined;
	return <>{of.customRole?.name ?? (known ? i18n._(known) : of.role)}</>;
}

/** The way to what roles allow. It opens beside the form, so that nothing typed is lost. */
export function RolesHint() {
	const { t } = useLingui();
	const { seller } = useHat();
	if (!seller) return null;
	return (
		<TextLink
			to="/s/$slug/members"
			params={{ slug: seller.slug }}
			search={{ view: "roles" }}
			target="_blank"
			rel="noreferrer"
			className="self-start text-xs"
		>
			{t`What roles allow`}
		</TextLink>
	);
}

/** The role that somebody has, beside a choice of others. */
export function PresentRole({ children }: { children: ReactNode }) {
	return (
		<p>
			<Trans>Present role: {children}</Trans>
		</p>
	);
}

type ChargeSelectProps = {
	label: string;
	value: Charge | undefined;
	onChange: (value: Charge | undefined) => void;
	/** Owners can be invited, but not made of members: that is an offer. */
	invites?: boolean;
	/** A role that cannot be chosen: the present one. */
	except?: Charge;
};

const keyOf = ({ role, roleId }: Charge) => roleId ?? role;

/** A choice of what somebody does, of all that the page's hat may give. */
export function ChargeSelect({ label, value, onChange, invites = false, except }: ChargeSelectProps) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { data } = useQuery(rolesQuery(hat, {}));
	const charges: (Charge & { name: string })[] = rolesToGive(hat, invites)
		.filter((role) => role !== "CUSTOM")
		.map((role) => ({ role, name: i18n._(memberRoles[role]) }));
	for (const { id, name } of data?.sellerRoles?.nodes ?? [])
		charges.push({ role: "CUSTOM", roleId: id, name });
	const offered = charges.filter((each) => !except || keyOf(each) !== keyOf(except));
	return (
		<Select
			label={label}
			all={t`Choose`}
			value={value && keyOf(value)}
			choices={offered.map((each) => ({ value: keyOf(each), label: each.name }))}
			onChange={(key) => {
				const chosen = offered.find((each) => keyOf(each) === key);
				onChange(chosen && { role: chosen.role, roleId: chosen.roleId });
			}}
		/>
	);
}

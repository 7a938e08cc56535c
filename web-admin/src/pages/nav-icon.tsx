import {
	ArrowLeftRight,
	BookOpen,
	FileCheck,
	FileText,
	Home,
	KeySquare,
	Landmark,
	type LucideIcon,
	Package,
	Percent,
	Receipt,
	ReceiptText,
	Scale,
	ScrollText,
	Settings,
	ShieldAlert,
	Store,
	UsersRound,
	Wallet,
} from "lucide-react";
import type { NavItem } from "@/lib/pages";

const icons: Partial<Record<NonNullable<NavItem["link"]["to"]>, LucideIcon>> = {
	"/platform/sellers": Store,
	"/platform/orders": ReceiptText,
	"/platform/disputes": ShieldAlert,
	"/platform/transfers": ArrowLeftRight,
	"/platform/payouts": Landmark,
	"/platform/ledger": BookOpen,
	"/platform/statements": FileText,
	"/platform/proposals": Scale,
	"/platform/commission": Percent,
	"/platform/terms": FileCheck,
	"/platform/operators": UsersRound,
	"/platform/api-keys": KeySquare,
	"/platform/audit": ScrollText,
	"/s/$slug": Home,
	"/s/$slug/orders": ReceiptText,
	"/s/$slug/products": Package,
	"/s/$slug/payouts": Wallet,
	"/s/$slug/disputes": ShieldAlert,
	"/s/$slug/ledger": BookOpen,
	"/s/$slug/statements": FileText,
	"/s/$slug/members": UsersRound,
	"/s/$slug/proposals": Scale,
	"/s/$slug/api-keys": KeySquare,
	"/s/$slug/audit": ScrollText,
	"/s/$slug/plan": Receipt,
	"/s/$slug/settings": Settings,
};

/** The icon of a page of the navigation. */
export function NavIcon({ of: page, className }: { of: NavItem; className: string }) {
	const Icon = icons[page.link.to] ?? FileText;
	return <Icon aria-hidden="true" className={className} />;
}

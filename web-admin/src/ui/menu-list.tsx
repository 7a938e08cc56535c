import type { ReactNode, RefObject } from "react";
import { Header } from "react-aria-components/Header";
import { Menu, MenuSection } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { MenuItem } from "./menu-item";

const parts = { Item: MenuItem, Section: MenuSection, Header };

/** What the list of a menu is made of. */
export type MenuParts = typeof parts;

type MenuListProps = {
	label: string;
	/** What the list stands beside, and where the focus returns to. */
	button: RefObject<HTMLElement | null>;
	/** Where the focus begins. Null: the list is closed. */
	focus: "first" | "last" | true | null;
	onClose: () => void;
	children: (parts: MenuParts) => ReactNode;
};

/** The list of a menu. */
export function MenuList({ label, button, focus, onClose, children }: MenuListProps) {
	return (
		<Popover
			aria-label={label}
			trigger="MenuTrigger"
			triggerRef={button}
			placement="bottom start"
			// Not left out when it is closed: a dialog that an entry opens learns from a list on its way out where the
			// focus returns to.
			isOpen={focus !== null}
			onOpenChange={onClose}
			className="min-w-48 overflow-auto rounded-lg border border-line bg-surface p-1 shadow-lg dark:border-field"
		>
			<Menu aria-label={label} autoFocus={focus ?? true} onClose={onClose} className="outline-none">
				{children(parts)}
			</Menu>
		</Popover>
	);
}

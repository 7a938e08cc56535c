import { clsx } from "clsx";
import type { ReactNode } from "react";
import {
	Menu as AriaMenu,
	MenuItem as AriaMenuItem,
	type MenuItemProps,
	MenuTrigger,
} from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";

type MenuProps = { button: ReactNode; label: string; children: ReactNode };

/** A button that opens a list of deeds. */
export function Menu({ button, label, children }: MenuProps) {
	return (
		<MenuTrigger>
			{button}
			<Popover className="min-w-48 overflow-auto rounded-lg border border-line bg-surface p-1 shadow-lg">
				<AriaMenu aria-label={label} className="outline-none">
					{children}
				</AriaMenu>
			</Popover>
		</MenuTrigger>
	);
}

export function MenuItem({ isDanger, ...props }: Omit<MenuItemProps, "className"> & { isDanger?: boolean }) {
	return (
		<AriaMenuItem
			{...props}
			className={clsx(
				"flex min-h-10 cursor-pointer flex-col justify-center rounded-md px-3 py-1.5 text-sm outline-offset-[-2px] data-focused:bg-hover",
				isDanger && "text-danger",
			)}
		/>
	);
}

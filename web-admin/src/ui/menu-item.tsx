import { clsx } from "clsx";
import { MenuItem as AriaMenuItem, type MenuItemProps } from "react-aria-components/Menu";

/** An entry of a list of deeds. */
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

import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { ButtonContext } from "react-aria-components/Button";
import type { MenuParts } from "./menu-list";

// Every page has menus, and most visits open none: what makes their entries is loaded when somebody comes near one.
const load = () => import("./menu-list");
const MenuList = lazy(load);

type MenuProps = {
	/** One button, which opens the list. */
	button: ReactNode;
	label: string;
	/** The entries, made of parts that are not there before the list is opened. */
	children: (parts: MenuParts) => ReactNode;
};

/** A button that opens a list of deeds. */
export function Menu({ button, label, children }: MenuProps) {
	const ref = useRef<HTMLButtonElement>(null);
	/** Where the focus begins: at an entry when the list was opened by keyboard. */
	const [focus, setFocus] = useState<"first" | "last" | true | null>(null);
	const near = () => void load();
	return (
		<>
			<ButtonContext
				value={{
					ref,
					"aria-haspopup": "menu",
					"aria-expanded": focus !== null,
					onHoverStart: near,
					onFocus: near,
					onPress: ({ pointerType }) =>
						setFocus(pointerType === "keyboard" || pointerType === "virtual" ? "first" : true),
					onKeyDown: (event) => {
						if (event.key === "ArrowDown") setFocus("first");
						else if (event.key === "ArrowUp") setFocus("last");
						else return event.continuePropagation();
						event.preventDefault();
					},
				}}
			>
				{button}
			</ButtonContext>
			{focus !== null && (
				<Suspense>
					<MenuList label={label} button={ref} focus={focus} onClose={() => setFocus(null)}>
						{children}
					</MenuList>
				</Suspense>
			)}
		</>
	);
}

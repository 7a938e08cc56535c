import { type ReactNode, useRef, useState } from "react";
import { ButtonContext } from "react-aria-components/Button";
import { notePartMissing } from "@/lib/connection";
import type { MenuList, MenuParts } from "./menu-list";

type MenuProps = {
	/** One button, which opens the list. */
	button: ReactNode;
	label: string;
	/** The entries, made of parts that are not there before somebody comes near the button. */
	children: (parts: MenuParts) => ReactNode;
};

/**
 * A button that opens a list of deeds. Every page has some, and most visits open none: what makes the list is
 * loaded when the pointer or the focus comes to the button, and from then on it opens at once.
 */
export function Menu({ button, label, children }: MenuProps) {
	const ref = useRef<HTMLButtonElement>(null);
	/** Where the focus begins: at an entry when the list is opened by keyboard. */
	const [focus, setFocus] = useState<"first" | "last" | true | null>(null);
	const [List, setList] = useState<typeof MenuList | null>(null);
	const load = () => import("./menu-list").then((loaded) => setList(() => loaded.MenuList));
	// That it could not be loaded is told to whoever opens it.
	const near = () => void load().catch(() => undefined);
	const open = (at: "first" | "last" | true) => {
		setFocus(at);
		if (List) return;
		load().catch(() => {
			setFocus(null);
			notePartMissing();
		});
	};
	return (
		<>
			<ButtonContext
				value={{
					ref,
					"aria-haspopup": "menu",
					"aria-expanded": focus !== null,
					onHoverStart: near,
					onFocus: near,
					onPress: ({ pointerType }) => {
						if (pointerType !== "keyboard") open(pointerType === "virtual" ? "first" : true);
					},
					onKeyDown: (event) => {
						if (["Enter", " ", "ArrowDown"].includes(event.key)) open("first");
						else if (event.key === "ArrowUp") open("last");
						else return event.continuePropagation();
						event.preventDefault();
					},
				}}
			>
				{button}
			</ButtonContext>
			{List && (
				<List label={label} button={ref} focus={focus} onClose={() => setFocus(null)}>
					{children}
				</List>
			)}
		</>
	);
}

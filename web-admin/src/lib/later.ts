import { type ComponentType, type LazyExoticComponent, lazy, useEffect } from "react";
import { notePartMissing } from "./connection";

/**
 * A part of a page that is loaded when it is needed, as React's `lazy` does. A page that has been open since before
 * the server was updated asks for files that are gone: instead of falling down, and taking along what is typed on it,
 * it stays as it is without that part, and a banner over it says that it has to be loaded anew. `onMissing` lets
 * whoever waits for the part go on.
 */
export function later<Props extends object>(
	load: () => Promise<ComponentType<Props>>,
	onMissing?: () => void,
): LazyExoticComponent<ComponentType<Props>> {
	function Missing() {
		useEffect(() => {
			notePartMissing();
			onMissing?.();
		}, []);
		return null;
	}
	return lazy(async () => {
		try {
			return { default: await load() };
		} catch {
			return { default: Missing as ComponentType<Props> };
		}
	});
}

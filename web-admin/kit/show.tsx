import { I18nProvider } from "@lingui/react";
import axe from "axe-core";
import type { ReactNode } from "react";
import { I18nProvider as AriaLocale } from "react-aria-components/I18nProvider";
import { expect } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { i18n } from "@/lib/i18n";

/** The sizes that the pages are made for. */
export const phone = () => page.viewport(390, 844);

function Around({ children }: { children: ReactNode }) {
	return (
		<I18nProvider i18n={i18n}>
			<AriaLocale locale="en-US">
				{/* The pages have as much room around them. */}
				<main className="p-4">{children}</main>
			</AriaLocale>
		</I18nProvider>
	);
}

/** Shows a part of the kit as the pages do. */
export const show = (part: ReactNode) => render(part, { wrapper: Around });

/** What is shown breaks no rule of axe, in light and in dark. */
export async function expectAccessible() {
	for (const theme of ["light", "dark"]) {
		document.documentElement.dataset.theme = theme;
		const { violations } = await axe.run(document, {
			runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
			// The document is the frame that the tests run in, which has no title of its own.
			rules: { "document-title": { enabled: false } },
		});
		const found = violations.map(
			({ id, nodes }) => `${theme} ${id}: ${nodes.map((n) => n.html).join(" | ")}`,
		);
		expect(found).toEqual([]);
	}
	document.documentElement.dataset.theme = "light";
}

/** What has the focus can be seen to have it. */
export function expectVisibleFocus() {
	const element = document.activeElement;
	expect(element).not.toBe(document.body);
	const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
	expect(outlineStyle).not.toBe("none");
	expect(Number.parseFloat(outlineWidth)).toBeGreaterThanOrEqual(2);
}

import { useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Page } from "@/ui/page";
import { ViewTabs, viewTab } from "@/ui/tabs";

/** The frame of the pages about oneself. */
export function PersonPage({ title, children }: { title: string; children: ReactNode }) {
	const { t } = useLingui();
	const { pathname } = useLocation();
	const views = [
		{ to: "/account/security", label: t`Security` },
		{ to: "/account/notifications", label: t`How you are told` },
		{ to: "/account/privacy", label: t`Privacy` },
		{ to: "/account/preferences", label: t`Preferences` },
	] as const;
	return (
		<Page title={title}>
			<ViewTabs label={t`Your account`}>
				{views.map(({ to, label }) => (
					<Link key={to} to={to} {...viewTab(pathname.endsWith(to))}>
						{label}
					</Link>
				))}
			</ViewTabs>
			<div className="flex max-w-3xl flex-col gap-4">{children}</div>
		</Page>
	);
}

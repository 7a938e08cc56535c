import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PreferencesSetInput } from "@/gql/graphql";
import { choose, isLanguage, languages } from "@/lib/i18n";
import { useKept } from "@/lib/kept";
import { keepPreferences } from "@/lib/preferences";
import type { Viewer } from "@/lib/session";
import { Checkbox } from "@/ui/checkbox";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Choose } from "@/ui/select";
import { Banner } from "@/ui/states";
import { PersonPage } from "./person";
import { RequestFailure } from "./request-failure";

/** What somebody chooses for the pages: it is kept with them, and holds in every browser. */
export function Preferences({ viewer }: { viewer: Viewer }) {
	const { t, i18n } = useLingui();
	const client = useQueryClient();
	const kept = useKept(viewer);
	const change = useMutation({
		mutationFn: async (input: PreferencesSetInput) => {
			if (isLanguage(input.language)) await choose(input.language);
			await keepPreferences(client, input);
		},
		onSuccess: () => notify(t`Saved`),
	});
	// A box that is ticked is ticked at once, and not when that is kept.
	const [wished, setWished] = useState<boolean>();
	return (
		<PersonPage title={t`Preferences`}>
			{change.error && (
				<Banner tone="danger" role="alert">
					<RequestFailure error={change.error} />
				</Banner>
			)}
			<Panel title={t`Language`}>
				<div className="max-w-xs">
					<Choose
						label={t`Language of these pages`}
						value={isLanguage(i18n.locale) ? i18n.locale : "en"}
						labels={languages}
						onChange={(language) => change.mutate({ language })}
					/>
				</div>
				<p className="mt-2 text-muted">
					<Trans>Numbers, dates and amounts are written as this language does.</Trans>
				</p>
			</Panel>
			<Panel title={t`Keyboard`}>
				<Checkbox
					isSelected={wished ?? kept?.hasShortcuts ?? true}
					onChange={(hasShortcuts) => {
						setWished(hasShortcuts);
						change.mutate({ hasShortcuts }, { onSettled: () => setWished(undefined) });
					}}
					hint={t`Switch them off when you speak to your computer, or press keys by accident. Ctrl+K works either way.`}
				>
					<Trans>Single keys do something: / searches, G goes to a page, ? shows them all</Trans>
				</Checkbox>
			</Panel>
		</PersonPage>
	);
}

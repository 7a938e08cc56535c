import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PreferencesSetInput } from "@/gql/graphql";
import { choose, isLanguage, languages } from "@/lib/i18n";
import { useKept } from "@/lib/kept";
import { useNow } from "@/lib/now";
import { keepPreferences, themes } from "@/lib/preferences";
import type { Viewer } from "@/lib/session";
import { showTheme } from "@/lib/theme";
import { browserZone, zoneNames } from "@/lib/zone";
import { Checkbox } from "@/ui/checkbox";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Choose, Select } from "@/ui/select";
import { Banner } from "@/ui/states";
import { Instant } from "@/ui/text";
import { ErrorText } from "./failure";
import { PersonPage } from "./person";
import { PersonNamePanel } from "./person-rename";

/** What somebody chooses for the pages: it is kept with them, and holds in every browser. */
export function Preferences({ viewer }: { viewer: Viewer }) {
	const { t, i18n } = useLingui();
	const client = useQueryClient();
	const kept = useKept(viewer);
	const change = useMutation({
		mutationFn: async (input: PreferencesSetInput) => {
			if (isLanguage(input.language)) await choose(input.language);
			if (input.theme) showTheme(themes[input.theme]);
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
					<ErrorText error={change.error} />
				</Banner>
			)}
			<PersonNamePanel viewer={viewer} />
			<Panel title={t`Language`}>
				<div className="sm:max-w-xs">
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
			<Panel title={t`Time zone`}>
				<ZoneChoice kept={kept?.timeZone} onChange={(timeZone) => change.mutate({ timeZone })} />
			</Panel>
			<Panel title={t`Appearance`}>
				<div className="sm:max-w-xs">
					<Choose
						label={t`Theme`}
						value={kept?.theme ?? "SYSTEM"}
						labels={{ SYSTEM: t`As the device`, LIGHT: t`Light`, DARK: t`Dark` }}
						onChange={(theme) => change.mutate({ theme })}
					/>
				</div>
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

type ZoneProps = { kept: string | null | undefined; onChange: (zone: string) => void };

/** In which zone times are written, and days begin. */
function ZoneChoice({ kept, onChange }: ZoneProps) {
	const { t } = useLingui();
	const now = new Date(useNow(30_000)).toISOString();
	const own = browserZone();
	const names = zoneNames();
	if (kept && !names.includes(kept)) names.push(kept); // another browser knows it by this name
	return (
		<>
			<div className="sm:max-w-xs">
				<Select
					label={t`Times are shown in`}
					all={t`As this browser: ${own}`}
					value={kept ?? undefined}
					choices={names.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
					onChange={(zone) => onChange(zone ?? "")}
				/>
			</div>
			<p className="mt-2 text-muted">
				<Trans>
					It is <Instant of={now} isLong /> there. Days of lists and filters begin at its midnight; days of
					reports and statements are those of UTC.
				</Trans>
			</p>
		</>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import type { AdminPlatformSettingsQuery } from "@/gql/graphql";
import { formatDuration, formatMoney, formatPercent } from "@/lib/format";
import { numerals } from "@/lib/numerals";
import { Badge } from "@/ui/badge";
import { Code } from "@/ui/text";

type Setting = NonNullable<AdminPlatformSettingsQuery["platformSettings"]>["settings"][number];

/** A setting as it stands: what it is, whether somebody has changed it, and what it means. */
export function SettingRow({ setting }: { setting: Setting }) {
	const { name, description, isSecret, isOverridden } = setting;
	const words = useWords(standardOf(setting));
	const standard = words ?? setting.default;
	const Spelled = words == null ? Code : "span";
	return (
		<li className="flex flex-col gap-1 py-3">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<code className="font-mono text-xs font-semibold break-all">{name}</code>
				<Mark setting={setting} />
			</div>
			{!isSecret && (
				<p>
					<Value setting={setting} />
					{isOverridden && standard && (
						<span className="ms-3 text-xs text-muted">
							<Trans>
								Default: <Spelled>{standard}</Spelled>
							</Trans>
						</span>
					)}
				</p>
			)}
			<p lang="en" dir="ltr" className="text-xs text-muted">
				{description}
			</p>
		</li>
	);
}

/** Whether it is something else than by default, which most are. */
function Mark({ setting: { isSecret, isOverridden, default: standard } }: { setting: Setting }) {
	const { t } = useLingui();
	if (isSecret && isOverridden) return <Badge tone="ok">{t`Secret, set`}</Badge>;
	if (isSecret) return <Badge tone="muted">{standard ? t`Secret, as by default` : t`Secret, not set`}</Badge>;
	if (isOverridden) return <Badge tone="brand">{t({ message: "Changed", context: "a setting" })}</Badge>;
	return null;
}

/** What it is, in words; and as the environment spells it, where that is something else. */
function Value({ setting }: { setting: Setting }) {
	const { t } = useLingui();
	const words = useWords(setting);
	if (!setting.value) return <span className="text-muted">{t`Not set`}</span>;
	if (words == null) return <Code>{setting.value}</Code>;
	if (words === setting.value) return <>{words}</>;
	return (
		<>
			{words} <span className="ms-2 text-muted">{<Code>{setting.value}</Code>}</span>
		</>
	);
}

const seconds: Record<string, number> = { h: 3600, m: 60, s: 1 };

/** The number that a default stands for, which comes as the environment spells it: 1h30m are 5400 seconds. */
function numberOf(kind: Setting["kind"], text: string) {
	if (kind !== "DURATION") return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
	if (!/^(\d+[hms])+$/.test(text)) return null;
	return [...text.matchAll(/(\d+)([hms])/g)].reduce(
		(sum, [, count, unit]) => sum + Number(count) * (seconds[unit ?? ""] ?? 0),
		0,
	);
}

/** A setting as it would be by default. */
const standardOf = (setting: Setting): Setting => ({
	...setting,
	value: setting.default,
	number: numberOf(setting.kind, setting.default ?? ""),
	amounts: null,
});

function useWords({ kind, number, amounts, value }: Setting): string | null | undefined {
	const { t, i18n } = useLingui();
	switch (kind) {
		case "SWITCH":
			return value === "true" ? t`On` : t`Off`;
		case "DURATION":
			// Less than a second is said by its text alone.
			return number || value === "0s" ? formatDuration(number ?? 0, i18n.locale) : null;
		case "BASIS_POINTS":
			return number == null ? null : formatPercent(number, i18n.locale);
		case "AMOUNTS":
			if (amounts?.length === 0) return t`No limit`;
			return amounts?.map((each) => formatMoney(each, i18n.locale)).join(", ");
		case "NUMBER":
			return number == null ? null : number.toLocaleString(numerals(i18n.locale));
		default:
			return null;
	}
}

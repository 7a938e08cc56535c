import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Settings2 } from "lucide-react";
import {
	AdminSystemDocument,
	AdminSystemSettingsDocument,
	type AdminSystemSettingsQuery,
} from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { numerals } from "@/lib/numerals";
import { hatQuery } from "@/lib/query";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { Page } from "@/ui/page";
import { Figure, Section } from "@/ui/panel";
import { SearchField } from "@/ui/search";
import { Banner, Empty, Failure, Skeleton } from "@/ui/states";
import { ViewTabs, viewTabClass } from "@/ui/tabs";
import { Code, Instant } from "@/ui/text";
import { ParkedJobs } from "./parked-jobs";

type Search = { view?: "settings"; q?: string };
type Props = { search: Search; onSearch: (search: Search) => void };

/** How the process does, and how it is set. */
export function System({ search, onSearch }: Props) {
	const { t } = useLingui();
	const { view } = search;
	const views = [
		{ to: undefined, label: t`State` },
		{ to: "settings", label: t`Settings` },
	] as const;
	return (
		<Page title={t`System`}>
			<ViewTabs label={t`Views of the system`}>
				{views.map(({ to, label }) => (
					<Link
						key={label}
						to="/platform/system"
						search={{ view: to }}
						aria-current={view === to ? "page" : undefined}
						className={viewTabClass(view === to)}
					>
						{label}
					</Link>
				))}
			</ViewTabs>
			{view === "settings" ? (
				<Settings q={search.q ?? ""} onSearch={(q) => onSearch({ view, q: q || undefined })} />
			) : (
				<State />
			)}
		</Page>
	);
}

function State() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery({
		...hatQuery(hat, "system", AdminSystemDocument, {}),
		refetchInterval: 10_000,
	});
	const status = data?.systemStatus;
	const number = (n: number) => n.toLocaleString(numerals(i18n.locale));
	if (!status) {
		if (error) return <Failure error={error} onRetry={() => void refetch()} />;
		return <Skeleton rows={3} label={t`Loading: the system`} />;
	}
	const { jobs, webhooks } = status;
	const minutes = number(Math.ceil(jobs.oldestWaitingSeconds / 60));
	return (
		<>
			{status.isHealthy ? (
				<Banner tone="info">
					<Trans>Everything runs.</Trans>
				</Banner>
			) : (
				<Banner tone="warn">
					<ul className="flex flex-col gap-1">
						{jobs.parked > 0 && (
							<li>
								<Trans>Jobs have failed for the last time. Mend what is wrong, then retry them below.</Trans>
							</li>
						)}
						{webhooks.parked > 0 && (
							<li>
								<Trans>
									Webhooks of another version or mode of Stripe were not applied. The command etal doctor says
									which.
								</Trans>
							</li>
						)}
						{jobs.oldestWaitingSeconds > 300 && (
							<li>
								<Trans>A job waits for {minutes} minutes already. Are workers running?</Trans>
							</li>
						)}
					</ul>
				</Banner>
			)}
			<Section title={t`Jobs`}>
				<dl className="grid grid-cols-2 gap-2 sm:grid-cols-4 sm:gap-3">
					<Figure name={t`Waiting`} value={number(jobs.waiting)} />
					<Figure name={t`Running`} value={number(jobs.running)} />
					<Figure name={t`For later`} value={number(jobs.delayed)} note={t`or for their next attempt`} />
					<Figure name={t`Failed`} value={number(jobs.parked)} />
				</dl>
				<ParkedJobs />
			</Section>
			<Section title={t`Webhooks of Stripe`}>
				<dl className="grid grid-cols-2 gap-2 sm:grid-cols-4 sm:gap-3">
					<Figure
						name={t`Waiting`}
						value={number(webhooks.waiting)}
						note={
							webhooks.oldestReceivedAt && (
								<Trans>
									since <Instant of={webhooks.oldestReceivedAt} isLong />
								</Trans>
							)
						}
					/>
					<Figure name={t`Not applied`} value={number(webhooks.parked)} />
				</dl>
			</Section>
			<Section title={t`Process`}>
				<dl className="grid grid-cols-1 gap-2 sm:grid-cols-3 sm:gap-3">
					<Figure name={t`Version`} value={<Code>{status.version || "–"}</Code>} />
					<Figure name={t`Database`} value={status.database} />
					<Figure name={t`Started`} value={<Instant of={status.startedAt} isLong />} />
				</dl>
			</Section>
		</>
	);
}

type Setting = NonNullable<AdminSystemSettingsQuery["systemSettings"]>[number];

function Settings({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(hatQuery(hat, "system", AdminSystemSettingsDocument, {}));
	const all = data?.systemSettings ?? [];
	const words = q.toLowerCase();
	const found = all.filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(words));
	const groups = [...new Set(found.map(({ group }) => group))];
	return (
		<>
			<p className="text-muted">
				<Trans>
					Settings are variables of the environment. They are read when the process starts: change them there,
					and start it anew. Secrets are never shown.
				</Trans>
			</p>
			<Filters>
				<SearchField label={t`Search`} placeholder={t`Name or meaning`} value={q} onChange={onSearch} />
			</Filters>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton label={t`Loading: settings`} />}
			{data && found.length === 0 && (
				<Empty
					icon={Settings2}
					title={t`No setting matches`}
					action={<Button onPress={() => onSearch("")}>{t`Show all settings`}</Button>}
				/>
			)}
			{groups.map((group) => (
				<Section key={group} title={group}>
					<ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface px-4">
						{found
							.filter((setting) => setting.group === group)
							.map((setting) => (
								<SettingRow key={setting.name} setting={setting} />
							))}
					</ul>
				</Section>
			))}
		</>
	);
}

function SettingRow({ setting }: { setting: Setting }) {
	const { t } = useLingui();
	const { name, value, description, isSecret, isOverridden } = setting;
	const standard = setting.default;
	return (
		<li className="flex flex-col gap-1 py-3">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<code className="font-mono text-xs font-semibold break-all">{name}</code>
				{isSecret ? (
					<Badge tone={isOverridden ? "ok" : "muted"}>
						{isOverridden ? t`Secret, set` : t`Secret, not set`}
					</Badge>
				) : (
					isOverridden && <Badge tone="brand">{t({ message: "Changed", context: "a setting" })}</Badge>
				)}
			</div>
			{!isSecret && (
				<p>
					{value ? <Code>{value}</Code> : <span className="text-muted">{t`Not set`}</span>}
					{isOverridden && standard && (
						<span className="ms-3 text-xs text-muted">
							<Trans>
								Default: <Code>{standard}</Code>
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

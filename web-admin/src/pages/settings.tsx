import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Settings2 } from "lucide-react";
import { AdminPlatformSettingsDocument, type AdminPlatformSettingsQuery } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { languages } from "@/lib/i18n";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { paymentModes, settingGroups } from "@/lib/settings";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { linkClass, Page, TextLink } from "@/ui/page";
import { Facts, Panel, Section } from "@/ui/panel";
import { SearchField } from "@/ui/search";
import { Select } from "@/ui/select";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Status } from "@/ui/status";
import { Code, Instant } from "@/ui/text";
import { SettingRow } from "./setting-row";

type Platform = NonNullable<AdminPlatformSettingsQuery["platformSettings"]>;

type Search = { q?: string; only?: "changed" };
type Props = { search: Search; onSearch: (search: Search) => void };

/** What governs this installation, and where each part of it is changed. */
export function Settings({ search, onSearch }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(hatQuery(hat, "system", AdminPlatformSettingsDocument, {}));
	const platform = data?.platformSettings;
	return (
		<Page title={t`Settings`}>
			<p className="text-muted">
				<Trans>
					Settings are variables of the environment. They are read when the process starts: change them there,
					and start it anew. What is changed on other pages is linked beside them. Secrets are never shown.
				</Trans>
			</p>
			{!platform && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!platform && !error && <Skeleton label={t`Loading: settings`} />}
			{platform && (
				<>
					{!search.q && !search.only && <Overview platform={platform} />}
					<All settings={platform.settings} search={search} onSearch={onSearch} />
				</>
			)}
		</Page>
	);
}

function Overview({ platform }: { platform: Platform }) {
	const { t } = useLingui();
	const { webhooks } = platform;
	const valueOf = (name: string) => platform.settings.find((each) => each.name === `ETAL_${name}`)?.value;
	const yes = (is: boolean) => (is ? t`Required` : t`Optional`);
	return (
		<Panel title={t`At a glance`}>
			<Facts
				facts={[
					{
						term: t`Company`,
						detail: valueOf("PLATFORM_LEGAL_NAME") || (
							<span className="text-muted">{t`Not set: no commission invoices are issued`}</span>
						),
					},
					{ term: t({ message: "Address", context: "web" }), detail: <Code>{platform.url}</Code> },
					{ term: t`API`, detail: <Code>{platform.apiUrl}</Code> },
					{ term: t`Currencies`, detail: platform.currencies.join(", ") },
					{
						term: t`Languages of the pages`,
						detail: (
							<span className="flex flex-wrap justify-end gap-x-3">
								{Object.values(languages).map((language) => (
									<bdi key={language} className="whitespace-nowrap">
										{language}
									</bdi>
								))}
							</span>
						),
					},
					{ term: t`Payments`, detail: <Status of={platform.mode} labels={paymentModes} /> },
					{ term: t`Webhooks of Stripe go to`, detail: <Code>{platform.webhookUrl}</Code> },
					{
						term: t`Last webhook of Stripe`,
						detail: webhooks.lastReceivedAt ? (
							<Instant of={webhooks.lastReceivedAt} isLong />
						) : (
							<span className="text-muted">{t`None has come yet`}</span>
						),
					},
					(webhooks.waiting > 0 || webhooks.parked > 0) && {
						term: t`Webhooks not applied`,
						detail: t`${webhooks.waiting} waiting, ${webhooks.parked} parked`,
					},
					{ term: t`Second factor of operators`, detail: yes(platform.isFactorRequired) },
					{ term: t`Second factor of members of sellers`, detail: yes(platform.isSellerFactorRequired) },
					{ term: t`A second person for what is proposed`, detail: yes(platform.isTwoPersonsRequired) },
				]}
			/>
		</Panel>
	);
}

type AllProps = Props & { settings: Platform["settings"] };

function All({ settings, search, onSearch }: AllProps) {
	const { t } = useLingui();
	const nameOf = useGroupName();
	const words = (search.q ?? "").toLowerCase();
	const found = settings.filter(
		({ name, description, isOverridden }) =>
			`${name} ${description}`.toLowerCase().includes(words) && (!search.only || isOverridden),
	);
	const known = Object.keys(settingGroups);
	const groups = [...new Set([...known, ...found.map(({ group }) => group)])].filter((group) =>
		found.some((each) => each.group === group),
	);
	return (
		<>
			{/* Where nothing matches, the way back stands below. */}
			<Filters onClear={found.length > 0 && (search.q || search.only) ? () => onSearch({}) : undefined}>
				<SearchField
					label={t`Search`}
					placeholder={t`Name or meaning`}
					value={search.q ?? ""}
					onChange={(q) => onSearch({ ...search, q: q || undefined })}
				/>
				<Select
					label={t`Show`}
					all={t`All settings`}
					value={search.only}
					choices={[{ value: "changed", label: t`Those that were changed` }]}
					onChange={(only) => onSearch({ ...search, only })}
				/>
			</Filters>
			<p role="status" className="sr-only">
				{t`${found.length} settings`}
			</p>
			{found.length === 0 && (
				<Empty
					icon={Settings2}
					title={t`No setting matches`}
					action={<Button onPress={() => onSearch({})}>{t`Show all settings`}</Button>}
				/>
			)}
			<GroupLinks groups={groups} />
			{groups.map((group) => (
				<Section key={group} id={idOf(group)} title={nameOf(group)} action={<Pages group={group} />}>
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

/** What a group is called: one that these pages do not know yet, by its name in the server. */
function useGroupName() {
	const { i18n } = useLingui();
	return (group: string) => {
		const known = settingGroups[group];
		return known ? i18n._(known.title) : group;
	};
}

const idOf = (group: string) => `group-${group.toLowerCase().replaceAll(" ", "-")}`;

/** The ways to the groups: together they are many screens of a phone long. */
function GroupLinks({ groups }: { groups: string[] }) {
	const { t } = useLingui();
	const nameOf = useGroupName();
	if (groups.length < 2) return null;
	return (
		<nav aria-label={t`Groups of settings`} className="flex flex-wrap gap-x-4 gap-y-2">
			{groups.map((group) => (
				<a key={group} href={`#${idOf(group)}`} className={linkClass}>
					{nameOf(group)}
				</a>
			))}
		</nav>
	);
}

/** The ways to the pages that change what belongs to a group. */
function Pages({ group }: { group: string }) {
	const { i18n } = useLingui();
	const hat = useHat();
	const pages = (settingGroups[group]?.pages ?? []).filter(({ needs }) => may(hat, needs));
	if (pages.length === 0) return null;
	return (
		<span className="flex flex-wrap gap-x-4 gap-y-2">
			{pages.map(({ link, label }) => (
				<TextLink key={link.to} {...link}>
					{i18n._(label)}
				</TextLink>
			))}
		</span>
	);
}

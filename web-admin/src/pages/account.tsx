import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import {
	BellRing,
	Check,
	ChevronsUpDown,
	EyeOff,
	Languages,
	LogOut,
	Moon,
	Settings2,
	ShieldCheck,
	Sun,
	UserRound,
} from "lucide-react";
import { isLanguage, languages } from "@/lib/i18n";
import { useViewer } from "@/lib/kept";
import { memberRoles, operatorRoles } from "@/lib/labels";
import { entrance } from "@/lib/pages";
import { chooseLanguage, chooseTheme } from "@/lib/preferences";
import { type Hat, rememberHat, type Viewer, workHats } from "@/lib/session";
import { useTheme } from "@/lib/theme";
import { Button } from "@/ui/button";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { useSignOut } from "./sign-out";

/** Who is signed in, and the way out. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
	const { t, i18n } = useLingui();
	const client = useQueryClient();
	const router = useRouter();
	const leave = useSignOut();
	const { name, email } = useViewer(viewer).account;
	const who = name || email || "";
	return (
		<Menu
			label={t({ message: "Account", context: "of a person" })}
			button={
				<Button look="quiet" isIcon aria-label={t`Account: ${who}`}>
					<UserRound aria-hidden="true" className="size-5" />
				</Button>
			}
		>
			{({ Item, Section, Header }) => (
				<>
					<Section>
						<Header className="px-3 pt-2 pb-1 text-xs text-muted">
							<span className="block text-sm font-medium text-ink">{who}</span>
							<bdi>{email}</bdi>
						</Header>
						<Item onAction={() => void router.navigate({ to: "/account/security" })} textValue={t`Security`}>
							<span className="flex items-center gap-2">
								<ShieldCheck aria-hidden="true" className="size-4" />
								<Trans>Security</Trans>
							</span>
						</Item>
						<Item
							onAction={() => void router.navigate({ to: "/account/notifications" })}
							textValue={t`How you are told`}
						>
							<span className="flex items-center gap-2">
								<BellRing aria-hidden="true" className="size-4" />
								<Trans>How you are told</Trans>
							</span>
						</Item>
						<Item onAction={() => void router.navigate({ to: "/account/privacy" })} textValue={t`Privacy`}>
							<span className="flex items-center gap-2">
								<EyeOff aria-hidden="true" className="size-4" />
								<Trans>Privacy</Trans>
							</span>
						</Item>
						<Item
							onAction={() => void router.navigate({ to: "/account/preferences" })}
							textValue={t`Preferences`}
						>
							<span className="flex items-center gap-2">
								<Settings2 aria-hidden="true" className="size-4" />
								<Trans>Preferences</Trans>
							</span>
						</Item>
					</Section>
					<Section className="mt-1 border-t border-line pt-1">
						<Header className="flex items-center gap-2 px-3 pt-2 pb-1 text-xs text-muted">
							<Languages aria-hidden="true" className="size-4" />
							<Trans>Language</Trans>
						</Header>
						{Object.entries(languages).map(([language, name]) => (
							<Item
								key={language}
								textValue={name}
								onAction={() =>
									isLanguage(language) &&
									void chooseLanguage(client, language).catch(() => notify(t`This could not be kept.`))
								}
							>
								<span className="flex items-center justify-between gap-2">
									<span lang={language}>{name}</span>
									{language === i18n.locale && <Check aria-label={t`Chosen`} className="size-4 text-brand" />}
								</span>
							</Item>
						))}
					</Section>
					<Section className="mt-1 border-t border-line pt-1">
						<Item onAction={() => void leave()} textValue={t`Sign out`}>
							<span className="flex items-center gap-2">
								<LogOut aria-hidden="true" className="size-4 rtl:-scale-x-100" />
								<Trans>Sign out</Trans>
							</span>
						</Item>
					</Section>
				</>
			)}
		</Menu>
	);
}

export function ThemeButton() {
	const { t } = useLingui();
	const client = useQueryClient();
	const theme = useTheme();
	const Icon = theme === "dark" ? Sun : Moon;
	return (
		<Button
			look="quiet"
			isIcon
			aria-label={theme === "dark" ? t`Light theme` : t`Dark theme`}
			onPress={() =>
				void chooseTheme(client, theme === "dark" ? "light" : "dark").catch(() =>
					notify(t`This could not be kept.`),
				)
			}
		>
			<Icon aria-hidden="true" className="size-5" />
		</Button>
	);
}

function useHatText() {
	const { t, i18n } = useLingui();
	return (hat: Hat) => ({
		name: hat.seller?.name ?? t`Platform`,
		role: hat.memberRole
			? i18n._(memberRoles[hat.memberRole])
			: hat.operatorRole
				? i18n._(operatorRoles[hat.operatorRole])
				: t`Viewed`,
	});
}

/** As which one somebody acts; a list to choose from when there are several. */
export function HatSwitcher({ viewer, hat }: { viewer: Viewer; hat: Hat }) {
	const { t } = useLingui();
	const router = useRouter();
	const text = useHatText();
	const hats = workHats(viewer);
	const now = text(hat);
	const face = (
		<span className="flex min-w-0 flex-col text-start leading-tight">
			<span className="truncate font-semibold">{now.name}</span>
			<span className="truncate text-xs text-muted">{now.role}</span>
		</span>
	);
	if (hats.length < 2 && hats.some((each) => each.actAs === hat.actAs))
		return <div className="flex min-h-10 min-w-0 items-center px-2">{face}</div>;
	return (
		<Menu
			label={t`Act as`}
			button={
				<Button look="quiet" aria-label={t`Act as: ${now.name}, ${now.role}`} className="min-w-0 !px-2">
					{face}
					<ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
				</Button>
			}
		>
			{({ Item }) =>
				hats.map((each) => (
					<Item
						key={each.actAs}
						textValue={text(each).name}
						onAction={() => {
							rememberHat(each);
							void router.navigate(entrance(each));
						}}
					>
						<span className={each.actAs === hat.actAs ? "font-semibold text-brand" : ""}>
							{text(each).name}
						</span>
						<span className="text-xs text-muted">{text(each).role}</span>
					</Item>
				))
			}
		</Menu>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Menu as MenuIcon, PanelLeftClose, PanelLeftOpen, X } from "lucide-react";
import { Suspense, useEffect, useRef, useState } from "react";
import { HatProvider } from "@/lib/hat";
import { later } from "@/lib/later";
import { useIsWide } from "@/lib/media";
import { type NavItem, pagesOf } from "@/lib/pages";
import { type Hat, rememberHat, type Viewer } from "@/lib/session";
import { recall, remember } from "@/lib/storage";
import type { View } from "@/lib/view-as";
import { Button } from "@/ui/button";
import { Sheet } from "@/ui/sheet";
import { exactly } from "@/ui/tabs";
import { AccountMenu, HatSwitcher, ThemeButton } from "./account";
import { Bell } from "./bell";
import { ConnectionBanner } from "./connection-banner";
import { Keys } from "./keys";
import { NavIcon } from "./nav-icon";
import { PendingTerms } from "./pending-terms";
import { ViewAsBanner } from "./view-as-banner";
import type { Counts } from "./waiting";

// Nobody waits for the numbers in the navigation.
const Waiting = later(async () => (await import("./waiting")).Waiting);

/** What surrounds every page: who one is, where one can go. */
export function Shell({ viewer, hat, view }: { viewer: Viewer; hat: Hat; view?: View | null }) {
	const { t } = useLingui();
	const isWide = useIsWide();
	const pages = pagesOf(hat);
	const hasBar = !isWide && hat.kind === "SELLER";
	const [counted, setCounted] = useState<Counts>();
	const counts = counted?.of === hat.actAs ? counted.at : undefined;
	// The menu is open on the page where it was opened: whoever leaves closes it.
	const { pathname } = useLocation();
	const [menuAt, setMenuAt] = useState<string | null>(null);
	const setMenuOpen = (open: boolean) => setMenuAt(open ? pathname : null);
	useEffect(() => {
		// A view ends soon: the next visit begins with a hat of one's own.
		if (!view) rememberHat(hat);
	}, [hat, view]);
	return (
		<HatProvider value={hat}>
			<a
				href="#content"
				className="sr-only z-50 rounded-md bg-surface px-4 py-2 text-brand focus:not-sr-only focus:!fixed focus:start-2 focus:top-2"
			>
				<Trans>To the content</Trans>
			</a>
			<header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b border-line bg-surface px-2 wide:px-4">
				{/* With a bar the same menu is under its last button. */}
				{!isWide && !hasBar && (
					<Button look="quiet" isIcon aria-label={t`Menu`} onPress={() => setMenuOpen(true)}>
						<MenuIcon aria-hidden="true" className="size-5" />
					</Button>
				)}
				<span className="hidden pe-2 text-base font-bold text-brand wide:inline">Étal</span>
				<span aria-hidden="true" className="hidden h-6 border-s border-line wide:block" />
				<HatSwitcher viewer={viewer} hat={hat} />
				<span className="flex-1" />
				<Keys viewer={viewer} pages={pages} />
				<Bell />
				<ThemeButton />
				<AccountMenu viewer={viewer} />
			</header>
			<div className="flex">
				<Suspense>
					<Waiting key={hat.actAs} onCount={setCounted} />
				</Suspense>
				{isWide && <SideNav pages={pages} counts={counts} />}
				<main
					id="content"
					tabIndex={-1}
					className={clsx("min-w-0 flex-1 p-4 outline-none wide:p-6", hasBar && "pb-24")}
				>
					<ConnectionBanner />
					{view && (
						<ViewAsBanner
							key={view.grant.id}
							view={view}
							name={viewer.account.name || viewer.account.email || ""}
						/>
					)}
					{hat.seller && !view && <PendingTerms />}
					<Outlet />
				</main>
			</div>
			{!isWide && (
				<Sheet label={t`Menu`} isOpen={menuAt === pathname} onClose={() => setMenuOpen(false)}>
					<div className="flex h-14 items-center justify-between ps-5 pe-2">
						<span className="font-bold text-brand">Étal</span>
						<Button look="quiet" isIcon aria-label={t`Close`} onPress={() => setMenuOpen(false)}>
							<X aria-hidden="true" className="size-5" />
						</Button>
					</div>
					<nav aria-label={t`Main`} className="p-3">
						<NavLinks pages={pages} counts={counts} />
					</nav>
				</Sheet>
			)}
			{hasBar && (
				<BottomBar
					pages={pages.slice(0, 4)}
					onMore={pages.length > 4 ? () => setMenuOpen(true) : undefined}
				/>
			)}
		</HatProvider>
	);
}

function useIsAt() {
	const { pathname } = useLocation();
	return ({ link }: NavItem) => {
		const home = "/s/$slug";
		if (link.to === home) return /^\/s\/[^/]+\/?$/.test(pathname);
		if (link.to === "/platform") return /^\/platform\/?$/.test(pathname);
		const place = (link.to ?? "").split("/").at(-1) ?? "";
		return pathname.split("/").includes(place);
	};
}

const narrowKey = "etal.narrow-menu";

/** The menu beside the page, which can be as narrow as its icons. This browser remembers which. */
function SideNav({ pages, counts }: { pages: NavItem[]; counts?: Counts["at"] }) {
	const { t } = useLingui();
	const [isNarrow, setNarrow] = useState(() => recall(narrowKey) === "yes");
	const Icon = isNarrow ? PanelLeftOpen : PanelLeftClose;
	const menu = useRef<HTMLElement>(null);
	// In a low window the page that is open may be far down: whoever comes by its address sees where they are.
	useEffect(() => {
		// Newer browsers return a promise, which React would take for what undoes the effect.
		menu.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest" });
	}, []);
	return (
		<nav
			ref={menu}
			aria-label={t`Main`}
			className={clsx(
				"sticky top-14 flex h-[calc(100dvh-3.5rem)] shrink-0 flex-col gap-1 overflow-auto border-e border-line bg-surface",
				isNarrow ? "w-16 p-2" : "w-58 p-3",
			)}
		>
			<Button
				look="quiet"
				isIcon
				aria-label={isNarrow ? t`Show the names` : t`Hide the names`}
				className={clsx("text-muted", isNarrow ? "self-center" : "self-end")}
				onPress={() => {
					remember(narrowKey, isNarrow ? "no" : "yes");
					setNarrow(!isNarrow);
				}}
			>
				<Icon aria-hidden="true" className="size-4.5 rtl:-scale-x-100" />
			</Button>
			<NavLinks pages={pages} counts={counts} isNarrow={isNarrow} />
		</nav>
	);
}

type NavLinksProps = { pages: NavItem[]; counts?: Counts["at"]; isNarrow?: boolean };

function NavLinks({ pages, counts, isNarrow = false }: NavLinksProps) {
	const { t, i18n } = useLingui();
	const isAt = useIsAt();
	return (
		<ul className="flex flex-col gap-1">
			{pages.map((page) => {
				const name = i18n._(page.label);
				const count = counts?.[(page.link.to ?? "").split("/").at(-1) ?? ""];
				return (
					<li key={page.link.to}>
						<Link
							{...page.link}
							// The number itself is not read out as a part of the name.
							title={count ? t`${name}: ${count} waiting` : isNarrow ? name : undefined}
							data-count={count || undefined}
							activeOptions={exactly}
							aria-current={isAt(page) ? "page" : undefined}
							className={clsx(
								"relative flex min-h-10 items-center gap-3 rounded-md px-3 pointer-coarse:min-h-11",
								count && "nav-count",
								isNarrow && "is-narrow",
								isAt(page) ? "bg-soft font-semibold" : "hover:bg-hover",
							)}
						>
							<NavIcon of={page} className="size-4.5 shrink-0" />
							<span className={clsx(isNarrow && "sr-only")}>{name}</span>
						</Link>
					</li>
				);
			})}
		</ul>
	);
}

/** On phones sellers reach their daily pages with the thumb. */
function BottomBar({ pages, onMore }: { pages: NavItem[]; onMore?: () => void }) {
	const { t, i18n } = useLingui();
	const isAt = useIsAt();
	const look =
		"flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-center text-xs outline-offset-[-2px]";
	return (
		<nav
			aria-label={t`Daily pages`}
			className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
		>
			{pages.map((page) => {
				return (
					<Link
						key={page.link.to}
						{...page.link}
						activeOptions={exactly}
						aria-current={isAt(page) ? "page" : undefined}
						className={clsx(look, isAt(page) ? "font-semibold text-brand" : "text-muted")}
					>
						<NavIcon of={page} className="size-5" />
						{i18n._(page.label)}
					</Link>
				);
			})}
			{onMore && (
				<button
					type="button"
					onClick={onMore}
					className={clsx(
						look,
						"cursor-pointer",
						pages.some(isAt) ? "text-muted" : "font-semibold text-brand",
					)}
				>
					<MenuIcon aria-hidden="true" className="size-5" />
					{t`More`}
				</button>
			)}
		</nav>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type LinkProps, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Menu, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { TextField } from "react-aria-components/TextField";
import { AdminSearchPlatformDocument, AdminSearchSellerDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { pagesOf } from "@/lib/pages";
import { hatQuery } from "@/lib/query";
import { type Hat, may } from "@/lib/session";
import { useTheme } from "@/lib/theme";
import { MenuItem } from "@/ui/menu-item";
import { useSignOut } from "./account";

/** Something that the palette does: goes somewhere, or does something. */
type Entry = { id: string; name: string; note?: string; run: () => void };

/** The records of a hat that a text names. Nothing is asked before there is something to look for. */
function useRecords(
	hat: Hat,
	text: string,
): { found: Omit<Entry, "run">[]; links: Record<string, LinkProps> } {
	const { t } = useLingui();
	const slug = hat.seller?.slug;
	const isAsked = text.length > 1;
	const platform = useQuery({
		...hatQuery(hat, "search", AdminSearchPlatformDocument, {
			text,
			sellers: may(hat, "SELLER_LIST"),
			orders: may(hat, "ORDER_READ"),
		}),
		enabled: isAsked && !slug,
	});
	const own = useQuery({
		...hatQuery(hat, "search", AdminSearchSellerDocument, {
			text,
			orders: may(hat, "SELLER_ORDER_READ"),
			offers: may(hat, "PRODUCT_READ"),
		}),
		enabled: isAsked && Boolean(slug),
	});
	const links: Record<string, LinkProps> = {};
	const found: Omit<Entry, "run">[] = [];
	const add = (id: string, name: string, note: string, link: LinkProps) => {
		links[id] = link;
		found.push({ id, name, note });
	};
	if (!isAsked) return { found, links };
	if (slug) {
		for (const { id, number } of own.data?.sellerOrders?.nodes ?? [])
			add(id, number, t`Order`, { to: "/s/$slug/orders/$orderId", params: { slug, orderId: id } });
		for (const { id, sku, product } of own.data?.sellerOffers?.nodes ?? [])
			add(id, product ? `${product.title} · ${sku}` : (sku ?? ""), t`Offer`, {
				to: "/s/$slug/products/offers",
				params: { slug },
				search: { sku: sku ?? "" },
			});
		return { found, links };
	}
	for (const { id, number } of platform.data?.orders?.nodes ?? [])
		add(id, number, t`Order`, { to: "/platform/orders/$orderId", params: { orderId: id } });
	for (const { id, name } of platform.data?.sellers?.nodes ?? [])
		add(id, name, t`Seller`, { to: "/platform/sellers/$sellerId", params: { sellerId: id } });
	return { found, links };
}

/** A text, once the typing pauses. */
function usePaused(text: string): string {
	const [paused, setPaused] = useState(text);
	useEffect(() => {
		const timer = setTimeout(() => setPaused(text.trim()), 150);
		return () => clearTimeout(timer);
	}, [text]);
	return paused;
}

function useEntries(hat: Hat, onHelp: () => void): { pages: Entry[]; deeds: Entry[] } {
	const { t, i18n } = useLingui();
	const router = useRouter();
	const leave = useSignOut();
	const [theme, setTheme] = useTheme();
	const go = (link: LinkProps) => () => void router.navigate(link);
	return {
		pages: [
			...pagesOf(hat).map((page) => ({
				id: `page:${page.link.to}`,
				name: i18n._(page.label),
				run: go(page.link),
			})),
			{ id: "page:security", name: t`Security`, run: go({ to: "/account/security" }) },
			{ id: "page:privacy", name: t`Privacy`, run: go({ to: "/account/privacy" }) },
			{ id: "page:preferences", name: t`Preferences`, run: go({ to: "/account/preferences" }) },
		],
		deeds: [
			{
				id: "deed:theme",
				name: theme === "dark" ? t`Light theme` : t`Dark theme`,
				run: () => setTheme(theme === "dark" ? "light" : "dark"),
			},
			{ id: "deed:keys", name: t`Show the keys`, run: onHelp },
			{ id: "deed:leave", name: t`Sign out`, run: () => void leave() },
		],
	};
}

type PaletteProps = { onClose: () => void; onHelp: () => void };

/** Goes to pages and records, and does things, by a few letters. */
export default function Palette({ onClose, onHelp }: PaletteProps) {
	const { t, i18n } = useLingui();
	const router = useRouter();
	const hat = useHat();
	const [text, setText] = useState("");
	const asked = usePaused(text);
	const { found, links } = useRecords(hat, asked);
	const { pages, deeds } = useEntries(hat, onHelp);
	const fold = (name: string) => name.toLocaleLowerCase(i18n.locale);
	const fits = (entry: Entry) => fold(entry.name).includes(fold(text.trim()));
	const sections: [name: string, entries: Entry[]][] = [
		[
			t`Found`,
			found.map((each) => ({ ...each, run: () => void router.navigate(links[each.id] as LinkProps) })),
		],
		[t`Pages`, pages.filter(fits)],
		[t`Deeds`, deeds.filter(fits)],
	];
	const filled = sections.filter(([, entries]) => entries.length > 0);
	return (
		<ModalOverlay
			isOpen
			onOpenChange={(open) => !open && onClose()}
			isDismissable
			className="fixed inset-0 z-50 flex items-start justify-center bg-black/60 p-4 sm:pt-[12dvh]"
		>
			<Modal className="flex max-h-[76dvh] w-full max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-xl">
				<Dialog aria-label={t`Go to or do something`} className="flex min-h-0 flex-col outline-none">
					<Autocomplete inputValue={text} onInputChange={setText}>
						{/* No field of a search: in one, Escape clears what was typed instead of closing. */}
						<TextField aria-label={t`Search`} autoFocus className="border-b border-line p-3">
							<Input
								maxLength={100}
								placeholder={
									hat.seller
										? t`A page, an order number, a SKU`
										: t`A page, an order number, the name of a seller`
								}
								className="control w-full placeholder:text-muted"
							/>
						</TextField>
						{/* What is scrolled takes the focus, for whoever scrolls by keyboard. */}
						{/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
						<section aria-label={t`What fits`} tabIndex={0} className="min-h-0 overflow-auto">
							<Menu
								aria-label={t`What fits`}
								className="p-1 outline-none"
								renderEmptyState={() => (
									<p className="px-4 py-8 text-center text-muted">
										<Trans>Nothing fits. Order numbers are looked for whole.</Trans>
									</p>
								)}
								onAction={(key) => {
									const entry = filled.flatMap(([, entries]) => entries).find(({ id }) => id === key);
									onClose();
									entry?.run();
								}}
							>
								{filled.map(([name, entries]) => (
									<MenuSection key={name} id={name}>
										<Header className="px-3 pt-2 pb-1 text-xs text-muted">{name}</Header>
										{entries.map((entry) => (
											<MenuItem key={entry.id} id={entry.id} textValue={entry.name}>
												<span className="flex items-baseline justify-between gap-3">
													<span className="min-w-0 break-words">{entry.name}</span>
													{entry.note && <span className="shrink-0 text-xs text-muted">{entry.note}</span>}
												</span>
											</MenuItem>
										))}
									</MenuSection>
								))}
							</Menu>
						</section>
					</Autocomplete>
				</Dialog>
			</Modal>
		</ModalOverlay>
	);
}

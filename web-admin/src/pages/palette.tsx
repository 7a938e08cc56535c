import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type LinkProps, useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Menu, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { TextField } from "react-aria-components/TextField";
import { AdminSearchDocument } from "@/gql/graphql";
import { formatMoney } from "@/lib/format";
import { foundKinds, pageOfHit, statusOf } from "@/lib/found";
import { useHat } from "@/lib/hat";
import type { StatusLabel } from "@/lib/labels";
import { pagesOf } from "@/lib/pages";
import { chooseTheme } from "@/lib/preferences";
import { hatQuery } from "@/lib/query";
import type { Hat } from "@/lib/session";
import { useTheme } from "@/lib/theme";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { MenuItem } from "@/ui/menu-item";
import { notify } from "@/ui/notice";
import { RequestFailure } from "./request-failure";
import { useSignOut } from "./sign-out";

/** Something that the palette does: goes somewhere, or does something. */
type Entry = { id: string; name: string; note?: string; mark?: StatusLabel; run: () => void };

/** Entries under a heading. */
type Group = { id: string; name: string; entries: Entry[]; hasMore?: boolean };

/** Things that a text names. Nothing is asked before there is something to look for. */
function useFound(hat: Hat, text: string) {
	const { t, i18n } = useLingui();
	const router = useRouter();
	const isAsked = Array.from(text).length > 1;
	const query = useQuery({
		...hatQuery(hat, "search", AdminSearchDocument, { text }),
		enabled: isAsked,
		// What was found for another text must not be opened by an Enter that was meant for this one.
		placeholderData: undefined,
	});
	const groups = (query.data?.search ?? []).map(({ kind, hits, hasMore }): Group => {
		const entries = hits.map((hit): Entry => {
			const { id, title, subtitle, amount, seller } = hit;
			// Members know whose everything is.
			const notes = [subtitle, amount && formatMoney(amount, i18n.locale), hat.seller ? null : seller?.name];
			return {
				id,
				name: title,
				note: notes.filter(Boolean).join(" · "),
				mark: statusOf(kind, hit),
				run: () => void router.navigate(pageOfHit(kind, hit, hat.seller?.slug)),
			};
		});
		return { id: kind, name: i18n._(foundKinds[kind]), entries, hasMore };
	});
	const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
	const isLooking = isAsked && query.isFetching && !query.data;
	let said = "";
	if (isLooking) said = t`Searching…`;
	else if (query.data && isAsked)
		said =
			count === 0 ? t`Nothing found` : t`${plural(count, { one: "# thing found", other: "# things found" })}`;
	return { groups, isLooking, said, error: isAsked ? query.error : null, again: () => void query.refetch() };
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
	const theme = useTheme();
	const client = useQueryClient();
	const go = (link: LinkProps) => () => void router.navigate(link);
	return {
		pages: [
			...pagesOf(hat).map((page) => ({
				id: `page:${page.link.to}`,
				name: i18n._(page.label),
				run: go(page.link),
			})),
			{ id: "page:security", name: t`Security`, run: go({ to: "/account/security" }) },
			{ id: "page:told", name: t`How you are told`, run: go({ to: "/account/notifications" }) },
			{ id: "page:privacy", name: t`Privacy`, run: go({ to: "/account/privacy" }) },
			{ id: "page:preferences", name: t`Preferences`, run: go({ to: "/account/preferences" }) },
		],
		deeds: [
			{
				id: "deed:theme",
				name: theme === "dark" ? t`Light theme` : t`Dark theme`,
				run: () =>
					void chooseTheme(client, theme === "dark" ? "light" : "dark").catch(() =>
						notify(t`This could not be kept.`),
					),
			},
			{ id: "deed:keys", name: t`Keyboard shortcuts`, run: onHelp },
			{ id: "deed:leave", name: t`Sign out`, run: () => void leave() },
		],
	};
}

type PaletteProps = {
	/** What was typed before the palette was there. */
	typed?: string;
	onClose: () => void;
	onHelp: () => void;
};

/** Goes to pages and records, and does things, by a few letters. */
export default function Palette({ typed = "", onClose, onHelp }: PaletteProps) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const [text, setText] = useState(typed);
	const paused = usePaused(text);
	const { groups, isLooking, said, error, again } = useFound(hat, paused);
	const { pages, deeds } = useEntries(hat, onHelp);
	const fold = (name: string) => name.toLocaleLowerCase(i18n.locale);
	const fits = (entry: Entry) => fold(entry.name).includes(fold(text.trim()));
	const filled: Group[] = [
		// What was found is of the text before, until the typing pauses.
		...(paused === text.trim() ? groups : []),
		{ id: "pages", name: t`Pages`, entries: pages.filter(fits) },
		{ id: "deeds", name: t`Actions`, entries: deeds.filter(fits) },
	].filter(({ entries }) => entries.length > 0);
	const open = (entry: Entry | undefined) => {
		onClose();
		entry?.run();
	};
	// Nothing is marked yet of what fits letters that were typed before: Enter means the first.
	const onKeyDown = ({ key, currentTarget }: KeyboardEvent) => {
		const first = filled[0]?.entries[0];
		if (key === "Enter" && first && !currentTarget.hasAttribute("aria-activedescendant")) open(first);
	};
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
								onKeyDown={onKeyDown}
								placeholder={
									hat.seller
										? t`A page, an order, a product, a SKU`
										: t`A page, an order, a seller, a SKU, an email`
								}
								className="control w-full placeholder:text-muted"
							/>
						</TextField>
						<p role="status" className="sr-only">
							{paused === text.trim() ? said : ""}
						</p>
						{error && (
							<div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2 text-danger">
								<span className="min-w-0 flex-1">
									<RequestFailure error={error} />
								</span>
								<Button onPress={again}>
									<Trans>Try again</Trans>
								</Button>
							</div>
						)}
						{/* What is scrolled takes the focus, for whoever scrolls by keyboard. */}
						{/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
						<section
							aria-label={t`What fits`}
							aria-busy={isLooking}
							tabIndex={0}
							className="min-h-0 overflow-auto"
						>
							<Menu
								aria-label={t`What fits`}
								className="p-1 outline-none"
								renderEmptyState={() => (
									<p className="px-4 py-8 text-center text-muted">
										{isLooking || paused !== text.trim() ? (
											<Trans>Searching…</Trans>
										) : (
											<Trans>
												Nothing fits. Numbers, SKUs and names are found by their beginning, addresses and
												identifiers whole.
											</Trans>
										)}
									</p>
								)}
								onAction={(key) =>
									open(filled.flatMap(({ entries }) => entries).find(({ id }) => id === key))
								}
							>
								{filled.map(({ id, name, entries, hasMore }) => (
									<MenuSection key={id} id={id}>
										<Header className="flex justify-between gap-3 px-3 pt-2 pb-1 text-xs text-muted">
											<span>{name}</span>
											{hasMore && (
												<span>
													<Trans>There are more: type on.</Trans>
												</span>
											)}
										</Header>
										{entries.map((entry) => (
											<FoundItem key={entry.id} {...entry} />
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

function FoundItem({ id, name, note, mark }: Entry) {
	const { i18n } = useLingui();
	return (
		<MenuItem id={id} textValue={[name, note, mark && i18n._(mark.label)].filter(Boolean).join(", ")}>
			<span className="flex items-center justify-between gap-3">
				<span className="flex min-w-0 flex-col">
					<span className="break-words">
						<bdi>{name}</bdi>
					</span>
					{note && (
						<span className="text-xs break-words text-muted">
							<bdi>{note}</bdi>
						</span>
					)}
				</span>
				{mark && <Badge tone={mark.tone}>{i18n._(mark.label)}</Badge>}
			</span>
		</MenuItem>
	);
}

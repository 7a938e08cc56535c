import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { NavItem } from "./pages";

/** The letters that go to a page after G, by the last word of its address. */
const letters: Record<string, string> = {
	orders: "O",
	sellers: "S",
	products: "P",
	payouts: "Y",
	refunds: "X",
	disputes: "D",
	transfers: "T",
	ledger: "L",
	statements: "M",
	proposals: "R",
	commission: "C",
	members: "E",
	operators: "E",
	audit: "A",
	"api-keys": "K",
	webhooks: "W",
	terms: "I",
	$slug: "H",
	platform: "H",
	catalogue: "P",
	people: "U",
	fraud: "F",
	debts: "B",
	charges: "N",
	plan: "N",
	reports: "V",
	system: "Q",
	settings: "Z",
};

/** The letter that goes to a page after G; undefined for one that has none. */
export function letterOf({ link }: NavItem): string | undefined {
	return letters[(link.to ?? "").split("/").at(-1) ?? ""];
}

/** Whether somebody types into what has the focus: then a letter is a letter. */
function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
	);
}

/** Whether something lies over the page that has keys of its own. */
const isCovered = () =>
	document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;

const rows = () => [...document.querySelectorAll<HTMLElement>("main [data-row]")];

/** Moves the focus to the next or the previous row of a list: to its link, so that Enter opens it. */
function move(by: 1 | -1) {
	const all = rows();
	const at = all.findIndex((row) => row.contains(document.activeElement));
	const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by];
	next?.querySelector<HTMLElement>("a, button, input")?.focus();
	next?.scrollIntoView({ block: "nearest" });
}

/** Opens the editing of what a page shows: presses what leads there, or goes to the first field that takes something. */
function edit() {
	const place = document.querySelector<HTMLElement>('main [data-key="e"]');
	if (place?.matches("a, button")) place.click();
	else place?.querySelector<HTMLElement>("input:not([readonly]), textarea:not([readonly]), select")?.focus();
}

function choose() {
	const row = rows().find((each) => each.contains(document.activeElement));
	row?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
}

/** Sends the form that somebody types in, as a press of its button does: one that may not be pressed sends nothing. */
function send(target: EventTarget | null): boolean {
	const form = target instanceof Element && target.closest("form");
	const button = form && form.querySelector<HTMLButtonElement>("button[type=submit]:not(:disabled)");
	if (button) button.click();
	return Boolean(button);
}

type Shortcuts = {
	pages: NavItem[];
	/** Whether single keys do something; Ctrl+K does in any case. */
	isOn: boolean;
	onPalette: () => void;
	onHelp: () => void;
};

/** How long a G waits for its letter, in milliseconds. */
const patience = 1500;

/** Listens for the keys that do something wherever one is. */
export function useShortcuts({ pages, isOn, onPalette, onHelp }: Shortcuts) {
	const router = useRouter();
	const goneAt = useRef(Number.NEGATIVE_INFINITY);
	useEffect(() => {
		const search = () => {
			const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
			if (field) field.focus();
			else onPalette();
		};
		const deeds: Record<string, () => void> = {
			"/": search,
			"?": onHelp,
			j: () => move(1),
			k: () => move(-1),
			x: choose,
			e: edit,
			a: () => document.querySelector<HTMLElement>('main [data-key="a"]')?.click(),
		};
		const single = (event: KeyboardEvent) => {
			const key = event.key.toLowerCase();
			const isGoing = event.timeStamp - goneAt.current < patience;
			goneAt.current = key === "g" && !isGoing ? event.timeStamp : Number.NEGATIVE_INFINITY;
			if (isGoing) {
				const page = pages.find((each) => letterOf(each)?.toLowerCase() === key);
				if (page) void router.navigate(page.link);
				return page !== undefined;
			}
			deeds[key]?.();
			return key in deeds;
		};
		const onKey = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.isComposing || event.altKey) return;
			if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
				event.preventDefault();
				if (!isCovered()) onPalette();
				return;
			}
			if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
				if (send(event.target)) event.preventDefault();
				return;
			}
			if (!isOn || event.ctrlKey || event.metaKey || isTyping(event.target) || isCovered()) return;
			if (single(event)) event.preventDefault();
		};
		addEventListener("keydown", onKey);
		return () => removeEventListener("keydown", onKey);
	}, [router, pages, isOn, onPalette, onHelp]);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import {
	changedFields,
	compared,
	type Draft,
	dropDraft,
	type Fields,
	findDraft,
	keepDraft,
	withTyped,
} from "@/lib/drafts";
import { useHat } from "@/lib/hat";
import { viewerQuery } from "@/lib/session";
import { Button } from "@/ui/button";
import { Banner } from "@/ui/states";
import { Instant } from "@/ui/text";
import { Conflict } from "./conflict";

/** A form of which what is typed is kept. */
export type DraftOf<Form extends Fields = Fields> = {
	/** Which form it is, and of what: the id of a thing, or "new". */
	form: string;
	of: string;
	/** What is saved, and what the fields hold. Both have the fields that are kept, and no others. */
	saved: Form;
	value: Form;
	/** What the fields are called. */
	names: Record<keyof Form, string>;
	/** Fills fields in. */
	onFill: (fields: Partial<Form>) => void;
	/** Makes the form what is saved. */
	onDiscard: () => void;
	/** What of the form is not kept, and what to do about it, in a sentence. */
	unkept?: string;
};

/** How long nothing is typed before it is kept, in milliseconds. */
const pause = 400;

/** The most that is shown of a long text beside another. */
const shownMost = 300;

/** A field as it is shown beside what is saved in it. */
function Shown({ of }: { of: unknown }) {
	const { t } = useLingui();
	if (typeof of !== "string") return t`Changed`;
	return of.length > shownMost ? `${of.slice(0, shownMost)}…` : of;
}

type Props = { draft: DraftOf; isDirty: boolean };

/**
 * Keeps what is typed into a form in this browser, for whoever comes back to it after the window was closed, and fills
 * it in then. What somebody else has saved meanwhile stands beside it and is not written over unasked.
 */
export function KeptDraft({ draft: of, isDirty }: Props) {
	const client = useQueryClient();
	const { actAs } = useHat();
	const accountNow = () => client.getQueryData(viewerQuery.queryKey)?.account.id;
	const [account] = useState(accountNow);
	const place = JSON.stringify([account, actAs, of.form, of.of]);
	/** The draft as it is kept; null when none is, and undefined before that is known. */
	const [kept, setKept] = useState<Draft | null>();
	/** When what was found was typed, for as long as that is told. */
	const [from, setFrom] = useState<string | null>(null);
	const [clashing, setClashing] = useState<Fields>({});
	const changed = isDirty ? changedFields(of.value, of.saved) : {};
	// What is not decided yet is kept as well.
	const typed = { ...clashing, ...changed };

	const take = useEffectEvent((found: Draft | undefined) => {
		setKept(found ?? null);
		if (!found) return;
		const { mine, clashing: others } = compared(found, of.saved);
		// What was typed while the draft was looked for goes before it.
		for (const name of Object.keys(changed)) {
			delete mine[name];
			delete others[name];
		}
		if (Object.keys(mine).length + Object.keys(others).length === 0) return;
		setFrom(new Date(found.at).toISOString());
		setClashing(others);
		if (Object.keys(mine).length > 0) of.onFill(mine);
	});
	useEffect(() => {
		if (!account) return;
		let isGone = false;
		void findDraft(account, place, Date.now()).then((found) => {
			if (!isGone) take(found);
		});
		return () => {
			isGone = true;
		};
	}, [account, place]);

	/** Whether something was typed that is not kept yet. */
	const isWaiting = useRef(false);
	const write = useEffectEvent(() => {
		// Whoever has signed out meanwhile leaves nothing behind.
		if (!isWaiting.current || !account || accountNow() !== account) return;
		isWaiting.current = false;
		if (Object.keys(typed).length === 0) {
			if (kept) void dropDraft(place);
			setKept(null);
			setFrom(null);
			return;
		}
		const before = kept ?? { place, account, at: 0, typed: {}, base: {} };
		const next = withTyped({ ...before, at: Date.now() }, typed, of.saved);
		// What was only filled in is as old as it was.
		if (JSON.stringify([next.typed, next.base]) === JSON.stringify([before.typed, before.base])) return;
		setKept(next);
		void keepDraft(next);
	});
	const isKnown = kept !== undefined;
	// What is typed is compared by its text, and each change of it is written down after a pause.
	const state = isKnown ? JSON.stringify([typed, Object.keys(clashing)]) : null;
	useEffect(() => {
		if (state === null) return;
		isWaiting.current = true;
		const timer = setTimeout(() => write(), pause);
		return () => clearTimeout(timer);
	}, [state]);
	useEffect(() => {
		const flush = () => write();
		addEventListener("pagehide", flush);
		return () => {
			removeEventListener("pagehide", flush);
			flush();
		};
	}, []);

	if (!from || Object.keys(typed).length === 0) return null;
	const fields = Object.keys(clashing);
	if (fields.length > 0)
		return (
			<Conflict
				differences={fields.map((name) => ({
					label: of.names[name] ?? name,
					mine: <Shown of={clashing[name]} />,
					theirs: <Shown of={of.saved[name]} />,
				}))}
				onKeep={() => {
					of.onFill(clashing);
					setClashing({});
					// What is saved now has been seen, and is what these fields go by.
					const base = Object.entries(kept?.base ?? {}).filter(([name]) => !(name in clashing));
					setKept(kept && { ...kept, base: Object.fromEntries(base) });
				}}
				onTake={() => setClashing({})}
			/>
		);
	return (
		<Banner
			tone="info"
			role="status"
			action={
				<span className="flex flex-wrap gap-2">
					<Button
						onPress={() => {
							of.onDiscard();
							setFrom(null);
						}}
					>
						<Trans>Throw away</Trans>
					</Button>
					<Button onPress={() => setFrom(null)}>
						<Trans>Keep going</Trans>
					</Button>
				</span>
			}
		>
			<Trans>
				You have unsaved changes from <Instant of={from} isLong />. They are filled in again.
			</Trans>{" "}
			{of.unkept}
		</Banner>
	);
}

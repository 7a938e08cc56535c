import { useLingui } from "@lingui/react";
import { clsx } from "clsx";
import { Fragment } from "react";
import type { MoneyPartsFragment } from "@/gql/graphql";
import {
	formatDay,
	formatExact,
	formatHour,
	formatInstant,
	formatMoney,
	formatMonth,
	formatUtc,
} from "@/lib/format";

/** An amount of money, in figures of equal width. */
export function Money({ of, className }: { of: MoneyPartsFragment; className?: string }) {
	const { i18n } = useLingui();
	return (
		<span className={clsx("whitespace-nowrap tabular-nums", className)}>{formatMoney(of, i18n.locale)}</span>
	);
}

type InstantProps = {
	of: string;
	/** Day and time. */
	isLong?: boolean;
	/** The time alone: for what is soon. */
	isTime?: boolean;
	/** Day and time in UTC, which is named: for what begins with a day of UTC. */
	isUtc?: boolean;
};

/** An instant: the day, or day and time, with the exact time and its zone in the title. */
export function Instant({ of, isLong = false, isTime = false, isUtc = false }: InstantProps) {
	const { i18n } = useLingui();
	const format = isUtc ? formatUtc : isTime ? formatHour : isLong ? formatInstant : formatDay;
	return (
		<time dateTime={of} title={formatExact(of, i18n.locale)} className="whitespace-nowrap">
			{format(of, i18n.locale)}
		</time>
	);
}

/** The number of an order: it stands in one piece, so that nobody reads two of it. */
export function OrderNumber({ children }: { children: string }) {
	return <bdi className="whitespace-nowrap">{children}</bdi>;
}

/** An identifier that people copy and compare letter by letter. It is broken between its parts, not within them. */
export function Code({ children }: { children: string }) {
	const pieces = children.match(/[^:._]+[:._]*|[:._]+/g) ?? [];
	// What has no such place and is wider than a phone is broken anywhere.
	const isLong = pieces.some((piece) => piece.length > 32);
	return (
		<code dir="ltr" className={clsx("font-mono text-xs", isLong ? "break-all" : "break-words")}>
			{pieces.map((piece, index) => (
				// oxlint-disable-next-line react/no-array-index-key -- the pieces of a code never move
				<Fragment key={index}>
					{index > 0 && <wbr />}
					{piece}
				</Fragment>
			))}
		</code>
	);
}

/** A month such as 2026-11, in words. */
export function Month({ of }: { of: string }) {
	const { i18n } = useLingui();
	return (
		<time dateTime={of} className="whitespace-nowrap">
			{formatMonth(of, i18n.locale)}
		</time>
	);
}

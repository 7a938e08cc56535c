import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { MoneyPartsFragment, PayoutPart } from "@/gql/graphql";
import { decimalOf } from "@/lib/format";
import { payoutParts } from "@/lib/labels";
import type { Breakdown } from "@/lib/payout";
import { linkClass } from "@/ui/page";
import { Banner } from "@/ui/states";
import { Money } from "@/ui/text";

type Row = {
	key: string;
	name: string;
	amount: MoneyPartsFragment;
	/** A part, whose row leads to its entries. */
	part?: PayoutPart;
	count?: string;
	/** From where to where its bar goes, for the eye only: what is read is the amount. */
	bar: [number, number];
	isSum?: boolean;
};

const negated = ({ amount, currencyCode }: MoneyPartsFragment): MoneyPartsFragment => {
	const digits = amount.split(".")[1]?.length ?? 0;
	return { amount: decimalOf(-BigInt(amount.replace(".", "")), digits), currencyCode };
};

function rowsOf(payout: Breakdown, names: Record<"before" | "left" | "paid", string>): Row[] {
	let level = 0;
	const step = (amount: MoneyPartsFragment): [number, number] => {
		const from = level;
		level += Number(amount.amount);
		return [from, level];
	};
	const left = negated(payout.left);
	const rows: Row[] = [];
	rows.push({ key: "before", name: names.before, amount: payout.opening, bar: step(payout.opening) });
	for (const { part, amount, movements } of payout.parts)
		rows.push({ key: part, name: part, part, amount, count: movements, bar: step(amount) });
	rows.push({ key: "left", name: names.left, amount: left, bar: step(left) });
	rows.push({
		key: "paid",
		name: names.paid,
		amount: payout.amount,
		bar: [0, Number(payout.amount.amount)],
		isSum: true,
	});
	return rows;
}

type WaterfallProps = {
	of: Breakdown;
	part: PayoutPart | undefined;
	onPart: (part: PayoutPart | undefined) => void;
};

/**
 * How a payout has come about, step by step: a table whose rows have bars. Parts that there are any of are buttons,
 * which show their entries below.
 */
export function Waterfall({ of: payout, part, onPart }: WaterfallProps) {
	const { t } = useLingui();
	const rows = rowsOf(payout, {
		before: t`Left by the payout before`,
		left: t`Left for the next one`,
		paid: t`Paid to the bank`,
	});
	const ends = rows.flatMap(({ bar }) => bar);
	const low = Math.min(0, ...ends);
	const width = Math.max(0, ...ends) - low || 1;
	return (
		<div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
			<table className="w-full border-collapse">
				<caption className="sr-only">{t`How the payout has come about`}</caption>
				<thead className="sr-only">
					<tr>
						<th scope="col">{t`What`}</th>
						<th scope="col" className="hidden sm:table-cell">{t`Bar`}</th>
						<th scope="col" className="hidden sm:table-cell">{t`Entries`}</th>
						<th scope="col">{t`Amount`}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr
							key={row.key}
							className={clsx("border-b border-line last:border-b-0", row.part === part && part && "bg-soft")}
						>
							<th
								scope="row"
								className={clsx("py-1.5 pe-3 text-start", row.isSum ? "font-semibold" : "font-normal")}
							>
								<Name row={row} part={part} onPart={onPart} />
								<div className="sm:hidden">
									<p className="text-xs font-normal text-muted tabular-nums">
										<Entries of={row} />
									</p>
									{row.bar[0] !== row.bar[1] && <Bar row={row} low={low} width={width} />}
								</div>
							</th>
							<td className="hidden w-1/2 py-1.5 sm:table-cell">
								<Bar row={row} low={low} width={width} />
							</td>
							<td className="hidden px-3 py-1.5 figures text-muted tabular-nums sm:table-cell">
								<Entries of={row} />
							</td>
							<td className={clsx("py-1.5 ps-3 figures", row.isSum && "font-semibold")}>
								<Money of={row.amount} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
			<Check of={payout} count={Number(payout.movements)} />
		</div>
	);
}

/** How many entries a row sums up. */
function Entries({ of: { count } }: { of: Row }) {
	if (!count || count === "0") return null;
	return <Plural value={Number(count)} one="# entry" other="# entries" />;
}

function Name({ row, part, onPart }: { row: Row } & Omit<WaterfallProps, "of">): ReactNode {
	const { i18n } = useLingui();
	if (!row.part) return row.name;
	const text = i18n._(payoutParts[row.part]);
	if (row.count === "0") return <span className="text-muted">{text}</span>;
	const isShown = row.part === part;
	return (
		<button
			type="button"
			aria-pressed={isShown}
			onClick={() => onPart(isShown ? undefined : row.part)}
			className={clsx(linkClass, "min-h-8 cursor-pointer text-start pointer-coarse:min-h-11")}
		>
			{text}
		</button>
	);
}

function Bar({ row: { bar, amount, isSum }, low, width }: { row: Row; low: number; width: number }) {
	const [from, to] = bar;
	const begin = ((Math.min(from, to) - low) / width) * 100;
	const share = (Math.abs(to - from) / width) * 100;
	const isLess = amount.amount.startsWith("-");
	return (
		<svg aria-hidden="true" width="100%" height="20" className="block rtl:-scale-x-100">
			{share > 0 && (
				<rect
					x={`${begin}%`}
					width={`${Math.max(share, 0.5)}%`}
					y="3"
					height="14"
					rx="2"
					className={clsx(isSum ? "fill-ink" : isLess ? "fill-warn" : "fill-brand")}
				/>
			)}
			<line
				x1={`${((0 - low) / width) * 100}%`}
				x2={`${((0 - low) / width) * 100}%`}
				y1="0"
				y2="20"
				className="stroke-field"
			/>
		</svg>
	);
}

/** Whether what is told makes what was paid. It is always there. */
function Check({ of: { unexplained, amount }, count }: { of: Breakdown; count: number }) {
	const total = <Money of={amount} />;
	if (Number(unexplained.amount) !== 0) {
		return (
			<Banner tone="danger" role="alert">
				<Trans>
					It does not add up: <Money of={unexplained} /> are unexplained. Tell the platform.
				</Trans>
			</Banner>
		);
	}
	return (
		<p role="status" className="text-ok">
			<Trans>
				It adds up to {total}, to the cent, from <Plural value={count} one="# entry" other="# entries" /> in
				all.
			</Trans>
		</p>
	);
}

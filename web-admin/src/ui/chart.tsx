import { Trans, useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { type KeyboardEvent, type PointerEvent, useState } from "react";

type Said = { name: string; value: number; text: string };

/** A bar: its height, and what it says in words. With what it is compared, that is a place of a dashed line. */
export type Point = Said & { key: string; before?: Said };

type ChartProps = {
	/** What is shown, for those who do not see it. */
	label: string;
	points: Point[];
	/** The names of the columns of the table: of the names, of the values, and of what these are compared with. */
	columns: [string, string, string?];
};

const height = 160;

/** Bars over time. The arrow keys and the pointer read them one by one; the table holds the same. */
export default function Chart({ label, points, columns }: ChartProps) {
	const { t } = useLingui();
	const [at, setAt] = useState(points.length - 1);
	const point = points[Math.min(at, points.length - 1)];
	if (!point) return null;
	const said = points.flatMap((each) => (each.before ? [each, each.before] : [each]));
	const { value: most, text: top } = said.reduce((high, each) => (each.value > high.value ? each : high));
	const isCompared = points.some(({ before }) => before);
	const tallOf = (value: number) =>
		most > 0 ? Math.max((value / most) * (height - 2), value > 0 ? 2 : 0) : 0;
	const spoken = [point, point.before]
		.flatMap((each) => (each ? [`${each.name}: ${each.text}`] : []))
		.join("; ");
	const step = 100 / points.length;
	const onKeyDown = (event: KeyboardEvent) => {
		const isBack = event.key === "ArrowLeft" || event.key === "ArrowDown";
		const isOn = event.key === "ArrowRight" || event.key === "ArrowUp";
		const to = { Home: 0, End: points.length - 1 }[event.key] ?? (isBack ? at - 1 : isOn ? at + 1 : null);
		if (to === null) return;
		event.preventDefault();
		setAt(Math.min(points.length - 1, Math.max(0, to)));
	};
	const onPointerMove = (event: PointerEvent) => {
		const { left, right, width } = event.currentTarget.getBoundingClientRect();
		const isMirrored = getComputedStyle(event.currentTarget).direction === "rtl";
		const share = (isMirrored ? right - event.clientX : event.clientX - left) / width;
		setAt(Math.min(points.length - 1, Math.max(0, Math.floor(share * points.length))));
	};
	return (
		<div className="flex flex-col gap-2">
			<p className="flex flex-wrap justify-between gap-x-4">
				<span>
					{point.name}: <strong>{point.text}</strong>
					{point.before && (
						<span className="text-muted">
							{" "}
							· {point.before.name}: {point.before.text}
						</span>
					)}
				</span>
				<span className="text-muted">{t`Most: ${top}`}</span>
			</p>
			<div
				role="slider"
				tabIndex={0}
				aria-label={label}
				aria-valuemin={1}
				aria-valuemax={points.length}
				aria-valuenow={at + 1}
				aria-valuetext={spoken}
				onKeyDown={onKeyDown}
				onPointerMove={onPointerMove}
				className="rounded-sm"
			>
				<svg aria-hidden="true" width="100%" height={height} className="block rtl:-scale-x-100">
					<line x1="0" x2="100%" y1="0.5" y2="0.5" className="stroke-line" />
					<line x1="0" x2="100%" y1={height / 2} y2={height / 2} className="stroke-line" />
					{points.map(({ key, value }, index) => {
						const tall = tallOf(value);
						return (
							<rect
								key={key}
								x={`${step * index + step * 0.15}%`}
								width={`${step * 0.7}%`}
								y={height - 1 - tall}
								height={tall}
								rx="2"
								className={clsx("fill-brand", index !== at && "opacity-60")}
							/>
						);
					})}
					{isCompared && <Dashes heights={points.map(({ before }) => tallOf(before?.value ?? 0))} />}
					<line x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} className="stroke-field" />
				</svg>
			</div>
			<p aria-hidden="true" className="flex justify-between text-xs text-muted">
				<span>{points[0]?.name}</span>
				<span>{points.at(-1)?.name}</span>
			</p>
			{isCompared && <Legend now={columns[1]} before={columns[2] ?? ""} />}
			<Table label={label} points={points} columns={columns} isCompared={isCompared} />
		</div>
	);
}

/** Rows that are shown without scrolling, so that nobody misses the days below the edge. */
const openRows = 14;

/** The bars in words, the newest first. */
function Table({ label, points, columns, isCompared }: ChartProps & { isCompared: boolean }) {
	const isLong = points.length > openRows;
	const head = "bg-surface py-1.5 font-normal text-muted";
	return (
		<details>
			<summary className="min-h-8 cursor-pointer py-1 text-brand pointer-coarse:min-h-11 pointer-coarse:py-3">
				<Trans>Show as a table</Trans>
			</summary>
			<section
				aria-label={label}
				// oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by keyboard
				tabIndex={0}
				className={clsx("mt-2 overflow-auto", isLong && "max-h-72")}
			>
				<table className="w-full border-collapse">
					<thead className={clsx(isLong && "sticky top-0")}>
						<tr className="border-b border-line">
							<th scope="col" className={clsx(head, "text-start")}>
								{columns[0]}
							</th>
							<th scope="col" className={clsx(head, "figures")}>
								{columns[1]}
							</th>
							{isCompared && (
								<th scope="col" className={clsx(head, "ps-3 figures")}>
									{columns[2]}
								</th>
							)}
						</tr>
					</thead>
					<tbody>
						{points.toReversed().map(({ key, name, text, before }) => (
							<tr key={key} className="border-b border-line last:border-b-0">
								<th scope="row" className="py-1.5 text-start font-normal">
									{name}
								</th>
								<td className="py-1.5 figures tabular-nums">{text}</td>
								{before && (
									<td className="py-1.5 ps-3 figures text-muted tabular-nums">
										{before.text}
										<span className="block text-xs">{before.name}</span>
									</td>
								)}
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</details>
	);
}

/** A dashed line over the bars, through the middle of each. */
function Dashes({ heights }: { heights: number[] }) {
	const places = heights.map((tall, index) => `${index + 0.5},${height - 1 - tall}`);
	// One place is no line.
	const line =
		places.length === 1
			? `0,${height - 1 - (heights[0] ?? 0)} 1,${places[0]?.split(",")[1]}`
			: places.join(" ");
	return (
		<svg
			viewBox={`0 0 ${heights.length} ${height}`}
			preserveAspectRatio="none"
			width="100%"
			height={height}
			aria-hidden="true"
		>
			<polyline
				points={line}
				fill="none"
				strokeWidth="2"
				strokeDasharray="5 4"
				strokeLinejoin="round"
				vectorEffect="non-scaling-stroke"
				className="stroke-ink"
			/>
		</svg>
	);
}

/** What the bars are, and what the line is. The table says it in words. */
function Legend({ now, before }: { now: string; before: string }) {
	return (
		<p aria-hidden="true" className="flex flex-wrap gap-x-4 text-xs text-muted">
			<span className="flex items-center gap-1.5">
				<span className="h-2.5 w-2.5 rounded-sm bg-brand" />
				{now}
			</span>
			<span className="flex items-center gap-1.5">
				<span className="w-5 border-t-2 border-dashed border-ink" />
				{before}
			</span>
		</p>
	);
}

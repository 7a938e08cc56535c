import { Trans, useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { type KeyboardEvent, type PointerEvent, useState } from "react";

/** A bar: its height, and what it says in words. */
export type Point = { key: string; name: string; value: number; text: string };

type ChartProps = {
	/** What is shown, for those who do not see it. */
	label: string;
	points: Point[];
	/** The name of the first column of the table, and of the second. */
	columns: [string, string];
};

const height = 160;

/** Bars over time. The arrow keys and the pointer read them one by one; the table holds the same. */
export default function Chart({ label, points, columns }: ChartProps) {
	const { t } = useLingui();
	const [at, setAt] = useState(points.length - 1);
	const point = points[Math.min(at, points.length - 1)];
	if (!point) return null;
	const { value: most, text: top } = points.reduce((high, each) => (each.value > high.value ? each : high));
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
				aria-valuetext={`${point.name}: ${point.text}`}
				onKeyDown={onKeyDown}
				onPointerMove={onPointerMove}
				className="rounded-sm"
			>
				<svg aria-hidden="true" width="100%" height={height} className="block rtl:-scale-x-100">
					<line x1="0" x2="100%" y1="0.5" y2="0.5" className="stroke-line" />
					<line x1="0" x2="100%" y1={height / 2} y2={height / 2} className="stroke-line" />
					{points.map(({ key, value }, index) => {
						const tall = most > 0 ? Math.max((value / most) * (height - 2), value > 0 ? 2 : 0) : 0;
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
					<line x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} className="stroke-field" />
				</svg>
			</div>
			<p aria-hidden="true" className="flex justify-between text-xs text-muted">
				<span>{points[0]?.name}</span>
				<span>{points.at(-1)?.name}</span>
			</p>
			<details>
				<summary className="min-h-8 cursor-pointer py-1 text-brand pointer-coarse:min-h-11 pointer-coarse:py-3">
					<Trans>Show as a table</Trans>
				</summary>
				{/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by keyboard */}
				<section aria-label={label} tabIndex={0} className="mt-2 max-h-72 overflow-auto">
					<table className="w-full border-collapse">
						<thead>
							<tr className="border-b border-line">
								<th scope="col" className="py-1.5 text-start font-normal text-muted">
									{columns[0]}
								</th>
								<th scope="col" className="py-1.5 text-end font-normal text-muted">
									{columns[1]}
								</th>
							</tr>
						</thead>
						<tbody>
							{points.map(({ key, name, text }) => (
								<tr key={key} className="border-b border-line last:border-b-0">
									<th scope="row" className="py-1.5 text-start font-normal">
										{name}
									</th>
									<td className="py-1.5 text-end tabular-nums">{text}</td>
								</tr>
							))}
						</tbody>
					</table>
				</section>
			</details>
		</div>
	);
}

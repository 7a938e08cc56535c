import { useId } from "react";

export type Bar = {
	/** What the bar stands for, such as a day. */
	key: string;
	label: string;
	/** Its height, compared with the others; never below zero. */
	size: number;
	/** The figure as it is written. */
	text: string;
};

type BarsProps = {
	label: string;
	/** What the bars are called in the table, and what their figures are. */
	headers: [string, string];
	/** What opens the table. */
	tableLabel: string;
	bars: Bar[];
};

const height = 120;
const step = 12;

/** A row of bars, and the same figures as a table for whoever reads those. */
export function Bars({ label, headers, tableLabel, bars }: BarsProps) {
	const title = useId();
	const top = Math.max(...bars.map(({ size }) => size), 0) || 1;
	const highest = bars.find(({ size }) => size === top);
	return (
		<figure className="m-0 flex flex-col gap-1">
			<div className="flex justify-between gap-4 text-xs text-muted">
				<figcaption id={title}>{label}</figcaption>
				{highest && <span className="tabular-nums">{highest.text}</span>}
			</div>
			<svg
				role="img"
				aria-labelledby={title}
				viewBox={`0 0 ${Math.max(bars.length, 1) * step} ${height}`}
				preserveAspectRatio="none"
				className="h-32 w-full rtl:-scale-x-100"
			>
				<line x1="0" x2={bars.length * step} y1={height - 0.5} y2={height - 0.5} className="stroke-line" />
				{bars.map(({ key, label: name, size, text }, index) => (
					<rect
						key={key}
						x={index * step + 1.5}
						width={step - 3}
						y={height - Math.max((size / top) * (height - 8), size > 0 ? 2 : 0)}
						height={Math.max((size / top) * (height - 8), size > 0 ? 2 : 0)}
						className="fill-brand"
					>
						<title>{`${name}: ${text}`}</title>
					</rect>
				))}
			</svg>
			<div className="flex justify-between gap-4 text-xs text-muted">
				<span>{bars[0]?.label}</span>
				<span>{bars.at(-1)?.label}</span>
			</div>
			<details className="text-sm">
				<summary className="cursor-pointer py-2 text-brand">{tableLabel}</summary>
				<table className="w-full border-collapse">
					<thead>
						<tr className="border-b border-line">
							<th scope="col" className="py-1 text-start font-normal text-muted">
								{headers[0]}
							</th>
							<th scope="col" className="py-1 text-end font-normal text-muted">
								{headers[1]}
							</th>
						</tr>
					</thead>
					<tbody>
						{bars.map(({ key, label: name, text }) => (
							<tr key={key} className="border-b border-line last:border-b-0">
								<td className="py-1">{name}</td>
								<td className="py-1 text-end tabular-nums">{text}</td>
							</tr>
						))}
					</tbody>
				</table>
			</details>
		</figure>
	);
}

import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button";

/** Units of a line that can be put into a parcel. */
export type Packable = {
	quantity: number;
	line: { id: string; title: string; variantTitle: string; sku?: string | null };
};

export const piecesOf = (lines: Packable[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** What is put into a parcel: everything, until less is chosen. */
export function useParcel(of: Packable[]) {
	const [chosen, setChosen] = useState<Record<string, number>>({});
	const packed = of.map((each) => ({
		...each,
		quantity: Math.min(chosen[each.line.id] ?? each.quantity, each.quantity),
	}));
	return {
		pieces: piecesOf(packed),
		lines: packed
			.filter(({ quantity }) => quantity > 0)
			.map(({ line, quantity }) => ({ lineId: line.id, quantity })),
		of: (lineId: string) => packed.find(({ line }) => line.id === lineId)?.quantity ?? 0,
		put: (lineId: string, quantity: number) => setChosen({ ...chosen, [lineId]: quantity }),
	};
}

type PackingProps = { parcel: ReturnType<typeof useParcel>; of: Packable[] };

/** The lines of an order with how much of each goes into the parcel. */
export function Packing({ parcel, of }: PackingProps) {
	const { t } = useLingui();
	const all = piecesOf(of);
	if (of.length === 0) return null;
	return (
		<div className="flex flex-col gap-1">
			<ul aria-label={t`What goes into the parcel`} className="flex flex-col divide-y divide-line">
				{of.map(({ line, quantity }) => (
					<li key={line.id} className="flex items-center gap-3 py-2">
						<span className="min-w-0 flex-1 break-words">
							{line.title}
							{(line.variantTitle || line.sku) && (
								<span className="block text-xs text-muted">
									{[line.variantTitle, line.sku].filter(Boolean).join(" · ")}
								</span>
							)}
						</span>
						{all === 1 ? (
							<span className="tabular-nums">1</span>
						) : (
							<Counter
								name={line.title}
								value={parcel.of(line.id)}
								max={quantity}
								onChange={(next) => parcel.put(line.id, next)}
							/>
						)}
					</li>
				))}
			</ul>
			<p role="status" className="text-sm text-muted">
				{parcel.pieces === 0
					? t`Choose at least one piece.`
					: t`${parcel.pieces} of ${plural(all, { one: "# piece", other: "# pieces" })} in this parcel`}
			</p>
		</div>
	);
}

type CounterProps = { name: string; value: number; max: number; onChange: (next: number) => void };

/** A number between two buttons that a thumb can hit. */
function Counter({ name, value, max, onChange }: CounterProps) {
	const { t } = useLingui();
	return (
		<span role="group" aria-label={t`Pieces of ${name}`} className="flex items-center gap-1">
			<Button
				isIcon
				aria-label={t`One less of ${name}`}
				isDisabled={value === 0}
				onPress={() => onChange(value - 1)}
			>
				<Minus aria-hidden="true" className="size-4" />
			</Button>
			<span className="min-w-14 text-center tabular-nums">{t`${value} of ${max}`}</span>
			<Button
				isIcon
				aria-label={t`One more of ${name}`}
				isDisabled={value === max}
				onPress={() => onChange(value + 1)}
			>
				<Plus aria-hidden="true" className="size-4" />
			</Button>
		</span>
	);
}

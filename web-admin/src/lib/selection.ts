import { useState } from "react";

/** Which rows of a list are ticked. Rows that are not shown any more do not count. */
export function useSelection<Row>(rows: Row[] | undefined, keyOf: (row: Row) => string) {
	const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
	const shown = rows ?? [];
	const selected = shown.filter((row) => keys.has(keyOf(row)));
	return {
		selected,
		has: (row: Row) => keys.has(keyOf(row)),
		isAll: shown.length > 0 && selected.length === shown.length,
		set: (row: Row, isSelected: boolean) => {
			const next = new Set(keys);
			if (isSelected) next.add(keyOf(row));
			else next.delete(keyOf(row));
			setKeys(next);
		},
		setAll: (isSelected: boolean) => setKeys(new Set(isSelected ? shown.map(keyOf) : [])),
	};
}

export type Selection<Row> = ReturnType<typeof useSelection<Row>>;

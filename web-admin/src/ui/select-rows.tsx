import { useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Selection } from "@/lib/selection";
import { Checkbox } from "./checkbox";
import type { Column } from "./list";

/** The first column of a list whose rows can be ticked. */
export function useSelectColumn<Row>(
	selection: Pick<Selection<Row>, "has" | "set">,
	nameOf: (row: Row) => string,
	isSelectable: (row: Row) => boolean = () => true,
): Column<Row> {
	const { t } = useLingui();
	return {
		header: t`Choose`,
		isHeaderHidden: true,
		card: "choose",
		cell: (row) =>
			isSelectable(row) && (
				<Checkbox isSelected={selection.has(row)} onChange={(next) => selection.set(row, next)}>
					<span className="sr-only">{t`Choose ${nameOf(row)}`}</span>
				</Checkbox>
			),
	};
}

type BulkBarProps<Row> = {
	/** Of a page, or of several pages with how many rows are ticked in all. */
	selection: Pick<Selection<Row>, "isAll" | "setAll"> & ({ selected: Row[] } | { count: number });
	children: ReactNode;
};

/** What can be done with the ticked rows, all at once. */
export function BulkBar<Row>({ selection, children }: BulkBarProps<Row>) {
	const { t } = useLingui();
	const count = "count" in selection ? selection.count : selection.selected.length;
	return (
		<div
			className={clsx(
				"flex min-h-10 flex-wrap items-center gap-x-4 gap-y-2",
				// On a phone what can be done stays in sight below the bar at the top, until nothing is ticked.
				count > 0 &&
					"top-14 z-20 -my-2 bg-bg py-2 wide:my-0 wide:!static wide:py-0 [@media(min-height:30rem)]:sticky",
			)}
			data-bulk={count > 0 || undefined}
		>
			<Checkbox isSelected={selection.isAll} onChange={selection.setAll}>
				{t`Choose all on this page`}
			</Checkbox>
			<span role="status" className="text-muted">
				{count > 0 && t`${count} chosen`}
			</span>
			{count > 0 && <div className="flex flex-wrap gap-2">{children}</div>}
		</div>
	);
}

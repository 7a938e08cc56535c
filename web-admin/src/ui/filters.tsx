import { Trans } from "@lingui/react/macro";
import { type ReactNode, Suspense } from "react";
import { later } from "@/lib/later";
import { useIsWide } from "@/lib/media";
import { Button } from "./button";

/** A filter that is set, in words, and how it is taken off. */
export type Chip = { label: string; onRemove: () => void };

type FiltersProps = {
	children: ReactNode;
	onClear?: () => void;
	/** Stands before the filters, on phones too. */
	search?: ReactNode;
	/** Which filters are set. With it, phones show these, and the filters themselves in a dialog. */
	chips?: (Chip | false | undefined | "")[];
};

const FilterSheet = later(async () => (await import("@/pages/filter-sheet")).FilterSheet);

const rowClass =
	"grid grid-cols-[repeat(auto-fill,minmax(min(13rem,calc(50%-0.375rem)),1fr))] items-end gap-3";

/** The row of filters above a list. */
export function Filters({ children, onClear, search, chips }: FiltersProps) {
	const isWide = useIsWide();
	const clear = onClear && (
		<Button look="quiet" onPress={onClear} className="justify-self-start">
			<Trans>Clear filters</Trans>
		</Button>
	);
	if (isWide || !chips)
		return (
			<div className={rowClass}>
				{search}
				{children}
				{clear}
			</div>
		);
	return (
		// What is below must not jump.
		<Suspense fallback={<div className="min-h-11" />}>
			<FilterSheet search={search} chips={chips.filter((chip) => typeof chip === "object")} clear={clear}>
				{children}
			</FilterSheet>
		</Suspense>
	);
}

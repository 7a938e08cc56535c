import { Trans, useLingui } from "@lingui/react/macro";
import { Funnel, X } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
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

const FilterDialog = later(async () => (await import("@/pages/filter-dialog")).FilterDialog);

const rowClass = "flex flex-wrap items-end gap-3 *:grow *:basis-48 sm:*:max-w-xs";

/** The row of filters above a list. */
export function Filters({ children, onClear, search, chips }: FiltersProps) {
	const isWide = useIsWide();
	const clear = onClear && (
		<Button look="quiet" onPress={onClear} className="!grow-0 !basis-auto">
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
		<FilterSheet search={search} chips={chips.filter((chip) => typeof chip === "object")} clear={clear}>
			{children}
		</FilterSheet>
	);
}

type SheetProps = { search?: ReactNode; chips: Chip[]; clear: ReactNode; children: ReactNode };

/** Filters on a phone: what is set stands above the list, and the rest opens over it. */
function FilterSheet({ search, chips, clear, children }: SheetProps) {
	const { t } = useLingui();
	const [isOpen, setOpen] = useState(false);
	const count = chips.length;
	return (
		<div className="flex flex-col gap-2">
			<div className="flex items-end gap-2 *:first:grow">
				{search}
				<Button className="!grow-0" onPress={() => setOpen(true)}>
					<Funnel aria-hidden="true" className="size-4" />
					{count > 0 ? <Trans>Filters ({count})</Trans> : <Trans>Filters</Trans>}
				</Button>
			</div>
			{count > 0 && (
				<ul aria-label={t`Filters that are set`} className="flex flex-wrap items-center gap-2">
					{chips.map(({ label, onRemove }) => (
						<li key={label}>
							<Button aria-label={t`Take off: ${label}`} className="!min-h-8 !px-3" onPress={onRemove}>
								<span className="max-w-60 truncate">{label}</span>
								<X aria-hidden="true" className="size-3.5" />
							</Button>
						</li>
					))}
				</ul>
			)}
			{isOpen && (
				<Suspense fallback={null}>
					<FilterDialog clear={clear} onClose={() => setOpen(false)}>
						{children}
					</FilterDialog>
				</Suspense>
			)}
		</div>
	);
}

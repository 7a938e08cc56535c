import { clsx } from "clsx";
import { type ReactNode, useId } from "react";
import { isolated } from "./isolated";

type PanelProps = { title: ReactNode; action?: ReactNode; children: ReactNode; className?: string };

type SectionProps = Omit<PanelProps, "className"> & {
	/** Where links to it lead. */
	id?: string;
};

/** A part of a page with a heading of its own. */
export function Panel({ title, action, children, className }: PanelProps) {
	const id = useId();
	return (
		<section aria-labelledby={id} className={clsx("rounded-lg border border-line bg-surface p-4", className)}>
			<div className="mb-3 flex flex-wrap items-center justify-between gap-2">
				<h2 id={id} className="text-lg font-semibold">
					{title}
				</h2>
				{action}
			</div>
			{children}
		</section>
	);
}

/** A part of a page whose content has frames of its own: lists and figures. */
export function Section({ title, action, children, id }: SectionProps) {
	const heading = useId();
	return (
		<section id={id} aria-labelledby={heading} className="flex scroll-mt-16 flex-col gap-3">
			<div className="flex flex-wrap items-center justify-between gap-2">
				<h2 id={heading} className="text-lg font-semibold">
					{title}
				</h2>
				{action}
			</div>
			{children}
		</section>
	);
}

export type Fact = { term: string; detail: ReactNode };

type FactsProps = {
	facts: (Fact | "" | null | undefined | false)[];
	/** Where they stand, and how wide. */
	className?: string;
};

/** Names and values, side by side. Those without a value are left out. */
export function Facts({ facts, className = "max-w-xl" }: FactsProps) {
	const known = facts.filter((fact): fact is Fact => Boolean(fact));
	if (known.length === 0) return null;
	return (
		<dl className={clsx("flex flex-col gap-2", className)}>
			{known.map(({ term, detail }) => (
				<div key={term} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5">
					<dt className="text-muted">{term}</dt>
					<dd className="ms-auto min-w-0 text-end break-words">{isolated(detail)}</dd>
				</div>
			))}
		</dl>
	);
}

/** One figure with its name, for rows of figures. */
export function Figure({ name, value, note }: { name: string; value: ReactNode; note?: ReactNode }) {
	return (
		<div className="flex flex-col gap-0.5 rounded-lg border border-line bg-surface p-3 sm:p-4">
			<dt className="text-muted">{name}</dt>
			<dd className="text-lg font-semibold">{value}</dd>
			{note && <dd className="text-xs text-muted">{note}</dd>}
		</div>
	);
}

/** A row of figures. */
export function Figures({ children }: { children: ReactNode }) {
	return (
		// A seventh would stand alone in a row of six.
		<dl className="grid grid-cols-2 gap-2 sm:grid-cols-3 sm:gap-3 xl:grid-cols-6 xl:has-[>:nth-child(7)]:grid-cols-4">
			{children}
		</dl>
	);
}

import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Tone = "ok" | "warn" | "danger" | "brand" | "muted";

const dots: Record<Tone, string> = {
	ok: "bg-ok",
	warn: "bg-warn",
	danger: "bg-danger",
	brand: "bg-brand",
	muted: "bg-field",
};

/** A state in a word. The colour only repeats what the word says. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
	return (
		<span className="inline-flex items-center gap-1.5 rounded-full border border-line bg-bg px-2.5 py-0.5 text-xs font-normal whitespace-nowrap">
			<span aria-hidden="true" className={clsx("size-2 shrink-0 rounded-full", dots[tone])} />
			{children}
		</span>
	);
}

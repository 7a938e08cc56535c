import { useLingui } from "@lingui/react/macro";
import type { Liveness } from "@/lib/live";
import { Badge } from "@/ui/badge";

/** Says whether a page changes by itself. */
export function LiveMark({ of }: { of: Liveness }) {
	const { t } = useLingui();
	switch (of) {
		case "live":
			return (
				<span
					title={t`Changes appear at once.`}
					className="inline-flex items-center gap-1.5 text-xs text-muted"
				>
					<span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-ok" />
					{t`Updates by itself`}
				</span>
			);
		case "off":
			return (
				<span title={t`The connection is cut. The page asks every half minute and connects again by itself.`}>
					<Badge tone="warn">{t`Not live`}</Badge>
				</span>
			);
		default:
			return null;
	}
}

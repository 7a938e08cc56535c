import { useLingui } from "@lingui/react/macro";
import { formatDay } from "@/lib/format";
import { startOfDay } from "@/lib/zone";
import { TextField } from "@/ui/field";
import type { Chip } from "@/ui/filters";

type Range = { since?: string; until?: string };

/** A filter by days: from the first to the last, both included, in the reader's zone. */
export function DayRange({ since, until, onChange }: Range & { onChange: (range: Range) => void }) {
	const { t } = useLingui();
	return (
		<>
			<TextField
				label={t({ message: "From", context: "first day" })}
				type="date"
				value={since ?? ""}
				onChange={(day) => onChange({ since: day || undefined, until })}
			/>
			<TextField
				label={t({ message: "To", context: "last day" })}
				type="date"
				value={until ?? ""}
				onChange={(day) => onChange({ since, until: day || undefined })}
			/>
		</>
	);
}

/** The chips of a filter by days. */
export function useDayChips() {
	const { t, i18n } = useLingui();
	return ({ since, until, onChange }: Range & { onChange: (range: Range) => void }): Chip[] => {
		const chips: Chip[] = [];
		const inWords = (day: string) => formatDay(startOfDay(day) ?? day, i18n.locale);
		if (since) {
			const day = inWords(since);
			chips.push({ label: t`From ${day}`, onRemove: () => onChange({ since: undefined, until }) });
		}
		if (until) {
			const day = inWords(until);
			chips.push({ label: t`Until ${day}`, onRemove: () => onChange({ since, until: undefined }) });
		}
		return chips;
	};
}

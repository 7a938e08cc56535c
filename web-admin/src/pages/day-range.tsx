import { useLingui } from "@lingui/react/macro";
import { TextField } from "@/ui/field";

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

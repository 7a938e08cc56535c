import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";
import type { StatusLabel } from "@/lib/labels";
import { Badge } from "./badge";
import { type Choice, Select } from "./select";

/** A state as a badge. A value that these pages do not know yet is shown as it is. */
export function Status<T extends string>({ of, labels }: { of: T; labels: Record<T, StatusLabel> }) {
	const { i18n } = useLingui();
	const known = labels[of] as StatusLabel | undefined;
	return <Badge tone={known?.tone ?? "muted"}>{known ? i18n._(known.label) : of}</Badge>;
}

/** A value in words, or as it is when these pages do not know it yet. */
export function Words<T extends string>({ of, labels }: { of: T; labels: Record<T, MessageDescriptor> }) {
	const { i18n } = useLingui();
	const known = labels[of] as MessageDescriptor | undefined;
	return <>{known ? i18n._(known) : of}</>;
}

type StatusSelectProps<T extends string> = {
	value: T | undefined;
	labels: Record<T, StatusLabel>;
	onChange: (value: T | undefined) => void;
	/** What a list without the filter shows, when that is not everything. */
	all?: string;
	className?: string;
};

/** A filter by state. */
export function StatusSelect<T extends string>({
	value,
	labels,
	onChange,
	all,
	className,
}: StatusSelectProps<T>) {
	const { i18n, t } = useLingui();
	const choices: Choice<T>[] = (Object.entries(labels) as [T, StatusLabel][]).map(([key, { label }]) => ({
		value: key,
		label: i18n._(label),
	}));
	return (
		<Select
			label={t`Status`}
			all={all ?? t`All`}
			value={value}
			choices={choices}
			onChange={onChange}
			className={className}
		/>
	);
}

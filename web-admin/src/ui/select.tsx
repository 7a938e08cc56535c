import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { clsx } from "clsx";
import { useId } from "react";

export type Choice<Value extends string> = { value: Value; label: string };

type SelectProps<Value extends string> = {
	label: string;
	value: Value | undefined;
	/** Called with undefined when everything is chosen. */
	onChange: (value: Value | undefined) => void;
	choices: Choice<Value>[];
	/** The text for no choice. */
	all: string;
	className?: string;
};

/** A choice of one from few. The browser's own list: it is the best one on phones, and needs no code. */
export function Select<Value extends string>({
	label,
	value,
	onChange,
	choices,
	all,
	className,
}: SelectProps<Value>) {
	const id = useId();
	return (
		<div className={clsx("flex flex-col gap-1", className)}>
			<label htmlFor={id} className="text-sm">
				{label}
			</label>
			<select
				id={id}
				className="control w-full"
				value={value ?? ""}
				onChange={(event) => onChange(choices.find((choice) => choice.value === event.target.value)?.value)}
			>
				<option value="">{all}</option>
				{choices.map((choice) => (
					<option key={choice.value} value={choice.value}>
						{choice.label}
					</option>
				))}
			</select>
		</div>
	);
}

type ChooseProps<Value extends string> = {
	label: string;
	value: Value;
	/** The choices in their order, with their names. */
	labels: Record<Value, MessageDescriptor | string>;
	onChange: (value: Value) => void;
};

/** A choice of one from few, of which one is always made. */
export function Choose<Value extends string>({ label, value, labels, onChange }: ChooseProps<Value>) {
	const { i18n } = useLingui();
	const id = useId();
	const values = Object.keys(labels) as Value[];
	return (
		<div className="flex flex-col gap-1">
			<label htmlFor={id} className="text-sm">
				{label}
			</label>
			<select
				id={id}
				className="control w-full"
				value={value}
				onChange={(event) => onChange(event.target.value as Value)}
			>
				{values.map((each) => {
					const name = labels[each];
					return (
						<option key={each} value={each}>
							{typeof name === "string" ? name : i18n._(name)}
						</option>
					);
				})}
			</select>
		</div>
	);
}

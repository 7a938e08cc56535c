import { useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import {
	TextField as AriaTextField,
	type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { isolatedText } from "@/lib/isolated";
import { numerals } from "@/lib/numerals";

type TextFieldProps = Omit<AriaTextFieldProps, "className" | "style" | "children"> & {
	label: string;
	hint?: ReactNode;
	placeholder?: string;
	/** More than one line. */
	rows?: number;
	/** The bounds of a field of numbers. */
	bounds?: { min?: number; max?: number; step?: string };
	className?: string;
};

/** A labelled field of text; its error stands below it and is announced with it. */
export function TextField({ label, hint, placeholder, rows, bounds, className, ...props }: TextFieldProps) {
	const look = "control w-full placeholder:text-muted data-invalid:border-danger";
	return (
		<AriaTextField {...props} className={clsx("flex flex-col gap-1", className)}>
			<Label className="text-sm">{label}</Label>
			{rows ? (
				<TextArea
					rows={rows}
					// A text in Latin letters is read from the left on an Arabic page too; an empty one as the page is.
					dir={props.value ? "auto" : undefined}
					placeholder={isolatedText(placeholder)}
					className={clsx(look, "resize-y py-2")}
				/>
			) : (
				<Input placeholder={isolatedText(placeholder)} {...bounds} className={look} />
			)}
			{hint && (
				<Text slot="description" className="text-xs text-muted">
					{hint}
				</Text>
			)}
			<ErrorText type={props.type} bounds={bounds} />
		</AriaTextField>
	);
}

type Said = Pick<TextFieldProps, "type" | "bounds">;

/** What is wrong: what the pages check by themselves in their own language, not in that of the browser. */
function ErrorText(said: Said) {
	const inWords = useInWords(said);
	return (
		<FieldError className="text-sm text-danger">
			{({ validationDetails, validationErrors }) => inWords(validationDetails) ?? validationErrors.join(" ")}
		</FieldError>
	);
}

/** What a browser has found in words; null for what it has not, or what is rare. */
function useInWords({ type, bounds: { min, max } = {} }: Said) {
	const { t, i18n } = useLingui();
	const inFigures = (bound: number) => bound.toLocaleString(numerals(i18n.locale));
	return (found: ValidityState) => {
		if (found.valueMissing) return t`Fill this in.`;
		if (found.typeMismatch)
			return type === "email" ? t`This is not a whole email address.` : t`This is not a whole web address.`;
		if (found.badInput) return type === "number" ? t`This is not a number.` : t`This is not a whole date.`;
		if (found.rangeUnderflow && min !== undefined) return t`At least ${inFigures(min)}.`;
		if (found.rangeOverflow && max !== undefined) return t`At most ${inFigures(max)}.`;
		return null;
	};
}

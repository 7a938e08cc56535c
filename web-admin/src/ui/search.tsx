import { useLingui } from "@lingui/react/macro";
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { isolatedText } from "@/lib/isolated";

type SearchFieldProps = {
	label: string;
	placeholder?: string;
	value: string;
	onChange: (value: string) => void;
	className?: string;
};

/** A search that asks when the typing pauses, or at once on Enter. */
export function SearchField({ label, placeholder, value, onChange, className }: SearchFieldProps) {
	const { t } = useLingui();
	const [text, setText] = useState(value);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	// A new value from outside replaces the text; one that was asked for here must not undo what was typed since.
	const [seen, setSeen] = useState(value);
	const [asked, setAsked] = useState(value);
	if (seen !== value) {
		setSeen(value);
		if (value !== asked) setText(value);
	}
	useEffect(() => () => clearTimeout(timer.current), []);
	const ask = (next: string) => {
		clearTimeout(timer.current);
		setAsked(next.trim());
		if (next.trim() !== value) onChange(next.trim());
	};
	return (
		<AriaSearchField
			className={`group flex flex-col gap-1 ${className ?? ""}`}
			value={text}
			maxLength={100}
			onChange={(next) => {
				setText(next);
				clearTimeout(timer.current);
				timer.current = setTimeout(() => ask(next), 300);
			}}
			onSubmit={ask}
			onClear={() => ask("")}
		>
			<Label className="text-sm">{label}</Label>
			<div className="relative">
				<Search
					aria-hidden="true"
					className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
				/>
				<Input
					placeholder={isolatedText(placeholder)}
					className="control w-full ps-9 pe-10 placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
				/>
				<AriaButton
					aria-label={t`Clear the search`}
					className="absolute end-1 top-1/2 flex size-8 -translate-y-1/2 cursor-pointer items-center justify-center rounded-md text-muted group-data-empty:hidden hover:bg-hover"
				>
					<X aria-hidden="true" className="size-4" />
				</AriaButton>
			</div>
		</AriaSearchField>
	);
}

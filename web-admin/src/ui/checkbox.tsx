import { type ReactNode, useId } from "react";

type CheckboxProps = {
	isSelected: boolean;
	onChange: (isSelected: boolean) => void;
	isDisabled?: boolean;
	hint?: ReactNode;
	children: ReactNode;
};

/** A box to tick. The browser's own. */
export function Checkbox({ isSelected, onChange, isDisabled, hint, children }: CheckboxProps) {
	const id = useId();
	return (
		<label className="flex min-h-8 cursor-pointer items-center gap-3 pointer-coarse:min-h-11">
			<input
				type="checkbox"
				className="tick size-5 shrink-0"
				checked={isSelected}
				disabled={isDisabled}
				aria-describedby={hint ? id : undefined}
				onChange={(event) => onChange(event.target.checked)}
			/>
			<span className="min-w-0">
				{children}
				{hint && (
					<span id={id} className="block text-xs text-muted">
						{hint}
					</span>
				)}
			</span>
		</label>
	);
}

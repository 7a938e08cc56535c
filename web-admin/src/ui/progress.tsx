type ProgressProps = {
	label: string;
	/** How much there is; absent while nobody can tell. */
	max?: number;
	value: number;
};

/** How far something is, as a bar. */
export function Progress({ label, max, value }: ProgressProps) {
	const isKnown = max !== undefined && max > 0;
	const share = isKnown ? Math.min(100, (value / max) * 100) : 100;
	return (
		<div
			role="progressbar"
			aria-label={label}
			aria-valuemin={isKnown ? 0 : undefined}
			aria-valuemax={isKnown ? max : undefined}
			aria-valuenow={isKnown ? value : undefined}
			className="h-2 w-full overflow-hidden rounded-full border border-field bg-bg"
		>
			<div
				className={`h-full bg-brand ${isKnown ? "" : "animate-[pulse-soft_1.2s_infinite]"}`}
				style={{ width: `${share}%` }}
			/>
		</div>
	);
}

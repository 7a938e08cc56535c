import { clsx } from "clsx";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";

type Look = "primary" | "plain" | "plainDanger" | "danger" | "quiet" | "quietDanger" | "link" | "inverse";

/** A look has its colour: a class of another one beside it would win or lose by its place in the style sheet. */
const looks: Record<Look, string> = {
	primary: "bg-brand text-brand-ink border-brand font-medium hover:bg-brand-strong",
	plain: "bg-surface text-ink border-line hover:bg-hover",
	plainDanger: "bg-surface text-danger border-line hover:bg-hover",
	danger: "bg-danger text-danger-ink border-danger font-medium hover:bg-danger-strong",
	quiet: "bg-transparent text-ink border-transparent hover:bg-hover",
	quietDanger: "bg-transparent text-danger border-transparent hover:bg-hover",
	link: "bg-transparent text-brand border-transparent hover:bg-hover",
	inverse: "bg-transparent text-bg border-transparent outline-bg hover:bg-hover hover:text-ink",
};

/** The classes of a button, for links that look like one. */
export function buttonClass(look: Look = "plain", isIcon = false): string {
	return clsx(
		"pressable inline-flex min-h-10 items-center justify-center gap-2 rounded-md border text-sm whitespace-nowrap no-underline pointer-coarse:min-h-11",
		isIcon ? "min-w-10 pointer-coarse:min-w-11" : "px-4",
		looks[look],
	);
}

type ButtonProps = Omit<AriaButtonProps, "className" | "style"> & {
	look?: Look;
	/** Only an icon: give an aria-label. */
	isIcon?: boolean;
	className?: string;
};

export function Button({ look, isIcon, className, ...props }: ButtonProps) {
	return <AriaButton {...props} className={clsx(buttonClass(look, isIcon), className)} />;
}

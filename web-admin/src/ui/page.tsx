import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";

type PageProps = {
	title: string;
	/** Beside the title: a badge of state. */
	badge?: ReactNode;
	/** Above the title: the link to where this belongs. */
	back?: ReactNode;
	actions?: ReactNode;
	/** The heading and what can be done is not printed: only what stands below it. */
	isScreenOnly?: boolean;
	children: ReactNode;
};

/** The frame of a page: its only h1, which is also the title of the window. */
export function Page({ title, badge, back, actions, isScreenOnly, children }: PageProps) {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		document.title = `${title} · Étal`;
	}, [title]);
	useEffect(() => {
		// Whoever followed a link inside the pages begins to read here, as after loading a page.
		if (shouldFocus) heading.current?.focus({ preventScroll: true });
		shouldFocus = false;
	}, []);
	return (
		<div className="mx-auto flex w-full max-w-6xl flex-col gap-4">
			<div className={clsx("flex flex-wrap items-center gap-x-4 gap-y-3", isScreenOnly && "print:hidden")}>
				<div className="min-w-0 flex-1 basis-64">
					{back && <div className="mb-1">{back}</div>}
					<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
						<h1
							ref={heading}
							tabIndex={-1}
							className="text-2xl leading-tight font-bold break-words focus:outline-none"
						>
							{title}
						</h1>
						{badge}
					</div>
				</div>
				{actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
			</div>
			{children}
		</div>
	);
}

let shouldFocus = false;

/** Called when somebody goes to another page: the heading of that page takes the focus. */
export function focusNextHeading() {
	shouldFocus = true;
}

export const linkClass = "text-brand underline-offset-2 hover:underline";

/** A link in text and tables. */
export const TextLink: typeof Link = ((props: ComponentProps<typeof Link>) => (
	<Link {...props} className={`${linkClass} ${props.className ?? ""}`} />
)) as typeof Link;

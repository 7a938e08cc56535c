import { type ReactNode, useEffect } from "react";
import { LanguageSelect } from "@/ui/language";

/** A page of one question, in the middle of the window, without the pages around it. */
export function SmallPage({
	title,
	isWide = false,
	children,
}: {
	title: string;
	isWide?: boolean;
	children: ReactNode;
}) {
	useEffect(() => {
		document.title = `${title} · Étal`;
	}, [title]);
	return (
		<main className="flex min-h-dvh items-center justify-center p-4">
			<div
				className={`w-full ${isWide ? "max-w-lg" : "max-w-sm"} rounded-lg border border-line bg-surface p-6 shadow-sm sm:p-8`}
			>
				<div className="-mt-2 mb-4 flex items-center justify-between">
					<p className="text-base font-bold text-brand">Étal</p>
					<LanguageSelect />
				</div>
				<h1 className="mb-4 text-2xl leading-tight font-bold">{title}</h1>
				{children}
			</div>
		</main>
	);
}

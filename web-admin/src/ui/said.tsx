import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { phrasebook } from "@/lib/server-texts";

/** What the server says in English, in the language of the pages; marked as English where it is not translated. */
export function Said({ children }: { children: string }) {
	const { i18n } = useLingui();
	const language = i18n.locale;
	const { data: book } = useQuery({
		queryKey: ["server-texts", language],
		queryFn: () => phrasebook(language),
		staleTime: Number.POSITIVE_INFINITY,
		structuralSharing: false,
	});
	const said = book?.say(children);
	if (said || language === "en") return <>{said ?? children}</>;
	return (
		<span lang="en" dir="auto">
			{children}
		</span>
	);
}

import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { choose, isLanguage, languages } from "@/lib/i18n";

/** The choice of a language where nobody has signed in yet. */
export function LanguageSelect() {
	const { t, i18n } = useLingui();
	const id = useId();
	return (
		<div>
			<label htmlFor={id} className="sr-only">
				{t`Language`}
			</label>
			<select
				id={id}
				className="min-h-10 cursor-pointer rounded-md bg-surface px-1 text-muted pointer-coarse:min-h-11"
				value={i18n.locale}
				onChange={({ target }) => isLanguage(target.value) && void choose(target.value)}
			>
				{Object.entries(languages).map(([language, name]) => (
					<option key={language} value={language} lang={language}>
						{name}
					</option>
				))}
			</select>
		</div>
	);
}

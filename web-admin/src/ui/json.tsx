import { useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { Code } from "./text";

/** Reads JSON whose shape is not known here. A text that is none stands as it is. */
function fieldsOf(text: string): [string, unknown][] {
	if (!text) return [];
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.entries(value)
			: [["", value]];
	} catch {
		return [["", text]];
	}
}

const show = (value: unknown): string =>
	value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);

/** The members of a JSON object, as names and values. */
export function JsonFacts({ text }: { text: string }) {
	return (
		<dl className="flex flex-col gap-1.5">
			{fieldsOf(text).map(([name, value]) => (
				<div key={name} className="flex flex-wrap justify-between gap-x-6">
					<dt className="text-muted">{name}</dt>
					<dd className="min-w-0">
						<Code>{show(value)}</Code>
					</dd>
				</div>
			))}
		</dl>
	);
}

/** What was before and after, member by member. What has changed stands out, and says so. */
export function JsonChange({ before, after }: { before: string; after: string }) {
	const { t } = useLingui();
	const old = new Map(fieldsOf(before));
	const now = new Map(fieldsOf(after));
	const names = [...new Set([...old.keys(), ...now.keys()])];
	return (
		// A region with a name that takes the focus, so that it can be scrolled by keyboard.
		// oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
		<section aria-label={t`Before and after`} tabIndex={0} className="relative overflow-x-auto">
			<table className="w-full border-collapse text-start">
				<thead>
					<tr className="border-b border-line text-muted">
						<th scope="col" className="py-1.5 pe-3 text-start font-normal">{t`Field`}</th>
						<th scope="col" className="py-1.5 pe-3 text-start font-normal">{t`Before`}</th>
						<th scope="col" className="py-1.5 text-start font-normal">{t`After`}</th>
					</tr>
				</thead>
				<tbody>
					{names.map((name) => {
						const [from, to] = [show(old.get(name)), show(now.get(name))];
						const isChanged = from !== to;
						return (
							<tr key={name} className={clsx("border-b border-line last:border-b-0", isChanged && "bg-soft")}>
								<th scope="row" className="py-1.5 pe-3 text-start align-top font-normal">
									{name}
									{isChanged && <span className="sr-only"> {t`(changed)`}</span>}
								</th>
								<td className="min-w-20 py-1.5 pe-3 align-top">
									<Code>{from}</Code>
								</td>
								<td className="min-w-20 py-1.5 align-top">
									<Code>{to}</Code>
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</section>
	);
}

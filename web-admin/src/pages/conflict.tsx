import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { Banner } from "@/ui/states";

/** A field that somebody else has changed: how it is called, what is typed here, and what is saved now. */
export type Difference = { label: string; mine: ReactNode; theirs: ReactNode };

type Props = {
	differences: Difference[];
	/** Goes on with what is typed, over what is saved. */
	onKeep: () => void;
	/** Puts what is saved into the form. */
	onTake: () => void;
	isBusy?: boolean;
};

/** Says that somebody else has saved the same thing meanwhile, and asks which of the two is to hold. */
export function Conflict({ differences, onKeep, onTake, isBusy = false }: Props) {
	const { t } = useLingui();
	const cell = "py-1.5 pe-3 text-start align-top break-words";
	return (
		<Banner tone="warn" role="alert">
			<p className="font-semibold">
				<Trans>Somebody else has changed this meanwhile.</Trans>
			</p>
			{differences.length > 0 ? (
				<table className="my-2 w-full table-fixed border-collapse">
					<caption className="sr-only">{t`What differs`}</caption>
					<thead className="text-muted">
						<tr>
							<th scope="col" className={`${cell} font-normal`}>{t`Field`}</th>
							<th scope="col" className={`${cell} font-normal`}>{t`Yours`}</th>
							<th scope="col" className={`${cell} font-normal`}>{t`Theirs`}</th>
						</tr>
					</thead>
					<tbody>
						{differences.map(({ label, mine, theirs }) => (
							<tr key={label} className="border-t border-line">
								<th scope="row" className={`${cell} font-normal text-muted`}>
									{label}
								</th>
								<td className={cell}>{mine || t`Empty`}</td>
								<td className={cell}>{theirs || t`Empty`}</td>
							</tr>
						))}
					</tbody>
				</table>
			) : (
				<p className="my-2">
					<Trans>It says the same as what you have typed.</Trans>
				</p>
			)}
			<span className="flex flex-wrap gap-2">
				<Button isDisabled={isBusy} onPress={onTake}>
					<Trans>Take theirs</Trans>
				</Button>
				<Button isDisabled={isBusy} onPress={onKeep}>
					<Trans>Keep mine</Trans>
				</Button>
			</span>
		</Banner>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import type { MoneyPartsFragment, StatementBook, StatementSumsFragment } from "@/gql/graphql";
import { statementBooks, statementLineKinds, statementPartKinds } from "@/lib/labels";
import { type Column, List } from "@/ui/list";
import { Words } from "@/ui/status";
import { Money } from "@/ui/text";

/** How each of the two balances has come about: opening, what was added and taken, closing. */
export function StatementSums({ of: statement }: { of: StatementSumsFragment }) {
	return (
		<div className="grid gap-4 lg:grid-cols-2">
			<Book
				book="PLATFORM"
				opening={statement.opening}
				closing={statement.closing}
				totals={statement.totals}
			/>
			<Book
				book="PROVIDER"
				opening={statement.providerOpening}
				closing={statement.providerClosing}
				totals={statement.totals}
			/>
			{statement.parts && statement.parts.length > 0 && <Parts of={statement.parts} />}
		</div>
	);
}

/** Where the balances are: what was there, came, went and is left. What only moves within a balance is seen here. */
function Parts({ of: parts }: { of: NonNullable<StatementSumsFragment["parts"]> }) {
	const { t } = useLingui();
	type Part = (typeof parts)[number];
	const columns: Column<Part>[] = [
		{
			header: t`Where`,
			card: "title",
			cell: ({ kind }) => <Words of={kind} labels={statementPartKinds} />,
		},
		{ header: t`Opening`, isNumber: true, cell: ({ opening }) => <Money of={opening} /> },
		{ header: t`Came in`, isNumber: true, cell: ({ cameIn }) => <Money of={cameIn} /> },
		{ header: t`Went out`, isNumber: true, cell: ({ wentOut }) => <Money of={wentOut} /> },
		{
			header: t`Closing`,
			isNumber: true,
			cell: ({ closing }) => <Money of={closing} className="font-semibold" />,
		},
	];
	return (
		<div className="flex flex-col gap-2 lg:col-span-2">
			<p className="font-semibold">
				<Trans>Where the balances are, and what moved within them</Trans>
			</p>
			<List
				label={t`Where the balances are`}
				columns={columns}
				rows={parts}
				keyOf={({ kind }) => kind}
				empty={null}
			/>
		</div>
	);
}

type BookProps = {
	book: StatementBook;
	opening: MoneyPartsFragment;
	closing: MoneyPartsFragment;
	totals: StatementSumsFragment["totals"];
};

function Book({ book, opening, closing, totals }: BookProps) {
	const { i18n } = useLingui();
	return (
		<table className="w-full border-separate border-spacing-0 self-start">
			<caption className="pb-2 text-start font-semibold">{i18n._(statementBooks[book])}</caption>
			<thead className="sr-only">
				<tr>
					<th scope="col">
						<Trans>What</Trans>
					</th>
					<th scope="col">
						<Trans>Amount</Trans>
					</th>
				</tr>
			</thead>
			<tbody>
				<Row name={<Trans>Opening</Trans>} amount={opening} isTotal />
				{totals
					.filter((total) => total.book === book)
					.map((total) => (
						<Row
							key={total.kind}
							name={<Words of={total.kind} labels={statementLineKinds} />}
							amount={total.amount}
						/>
					))}
				<Row name={<Trans>Closing</Trans>} amount={closing} isTotal />
			</tbody>
		</table>
	);
}

type RowProps = { name: React.ReactNode; amount: MoneyPartsFragment; isTotal?: boolean };

function Row({ name, amount, isTotal = false }: RowProps) {
	const look = clsx(
		"border-x border-line bg-surface px-4 py-2 first:border-e-0 last:border-s-0",
		isTotal && "border-y font-semibold",
	);
	return (
		<tr className="first:*:first:rounded-ss-lg first:*:last:rounded-se-lg last:*:first:rounded-es-lg last:*:last:rounded-ee-lg">
			<th scope="row" className={clsx(look, "text-start", !isTotal && "font-normal")}>
				{name}
			</th>
			<td className={clsx(look, "figures")}>
				<Money of={amount} />
			</td>
		</tr>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { BookOpen } from "lucide-react";
import { LedgerTrialBalanceDocument, type LedgerTrialBalanceQuery } from "@/gql/graphql";
import { decimalOf, isNegative, sumMinor, unsigned } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { AccountName } from "@/pages/ledger-entries";
import { Withdrawable } from "@/pages/withdrawable";
import { type Column, List } from "@/ui/list";
import { TextLink } from "@/ui/page";
import { Banner, Empty } from "@/ui/states";
import { Money } from "@/ui/text";

type Balance = NonNullable<LedgerTrialBalanceQuery["ledgerTrialBalance"]>[number];

export const Route = createFileRoute("/_app/platform/ledger/")({ component: TrialBalance });

type Sum = { currencyCode: string; debit: bigint; credit: bigint; digits: number };

/** The debits and credits of each currency; exact, in minor units. */
function sums(balances: Balance[]): Sum[] {
	const codes = [...new Set(balances.map(({ amount }) => amount.currencyCode))];
	return codes.map((currencyCode) => {
		const amounts = balances
			.map(({ amount }) => amount)
			.filter((amount) => amount.currencyCode === currencyCode);
		const side = (isCredit: boolean) =>
			sumMinor(
				amounts.filter((amount) => isNegative(amount) === isCredit).map(({ amountMinor }) => amountMinor),
			);
		return {
			currencyCode,
			debit: side(false),
			credit: -side(true),
			digits: amounts[0]?.amount.split(".")[1]?.length ?? 0,
		};
	});
}

function TrialBalance() {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "ledger", LedgerTrialBalanceDocument, {}),
	);
	const balances = data?.ledgerTrialBalance ?? undefined;
	const totals = sums(balances ?? []);
	const wrong = totals
		.filter(({ debit, credit }) => debit !== credit)
		.map(({ currencyCode }) => currencyCode);
	const columns: Column<Balance>[] = [
		{
			header: t`Account`,
			card: "title",
			cell: ({ account }) => (
				<TextLink to="/platform/ledger/entries" search={{ account }}>
					<AccountName of={account} />
				</TextLink>
			),
		},
		{
			header: t`Debit`,
			isNumber: true,
			cell: ({ amount }) => !isNegative(amount) && <Money of={amount} />,
		},
		{
			header: t`Credit`,
			isNumber: true,
			cell: ({ amount }) => isNegative(amount) && <Money of={unsigned(amount)} />,
		},
	];
	return (
		<>
			{balances && balances.length > 0 && wrong.length === 0 && (
				<Banner tone="info">
					<Trans>The books balance.</Trans>{" "}
					{totals.map(({ currencyCode, debit, digits }) => (
						<span key={currencyCode} className="me-3">
							<Trans>
								Debits and credits: <Money of={{ amount: decimalOf(debit, digits), currencyCode }} />.
							</Trans>
						</span>
					))}
				</Banner>
			)}
			{wrong.length > 0 && (
				<Banner tone="danger" role="alert">
					<Trans>The books do not balance in {wrong.join(", ")}. Run etal verify and ask for help.</Trans>
				</Banner>
			)}
			<Withdrawable />
			<List
				label={t`Trial balance`}
				columns={columns}
				rows={balances}
				keyOf={({ account, amount }) => `${account} ${amount.currencyCode}`}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				empty={
					<Empty
						icon={BookOpen}
						title={t`Nothing has been posted yet`}
					>{t`The first paid order opens the books.`}</Empty>
				}
			/>
		</>
	);
}

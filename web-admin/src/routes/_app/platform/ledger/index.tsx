import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { BookOpen } from "lucide-react";
import { LedgerTrialBalanceDocument, type LedgerTrialBalanceQuery } from "@/gql/graphql";
import { sumMinor } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { type Column, List } from "@/ui/list";
import { TextLink } from "@/ui/page";
import { Banner, Empty } from "@/ui/states";
import { Money } from "@/ui/text";

type Balance = NonNullable<LedgerTrialBalanceQuery["ledgerTrialBalance"]>[number];

export const Route = createFileRoute("/_app/platform/ledger/")({ component: TrialBalance });

/** The currencies whose balances do not sum to zero; exact, in minor units. */
function unbalanced(balances: Balance[]): string[] {
	const currencies = [...new Set(balances.map(({ amount }) => amount.currencyCode))];
	return currencies.filter(
		(code) =>
			sumMinor(
				balances.filter(({ amount }) => amount.currencyCode === code).map(({ amount }) => amount.amountMinor),
			) !== 0n,
	);
}

function TrialBalance() {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "ledger", LedgerTrialBalanceDocument, {}),
	);
	const balances = data?.ledgerTrialBalance ?? undefined;
	const wrong = unbalanced(balances ?? []);
	const columns: Column<Balance>[] = [
		{
			header: t`Account`,
			card: "title",
			cell: ({ account }) => (
				<TextLink to="/platform/ledger/entries" search={{ account }} className="font-mono text-xs break-all">
					{account}
				</TextLink>
			),
		},
		{
			header: t`Debit`,
			isNumber: true,
			cell: ({ amount }) => !amount.amount.startsWith("-") && <Money of={amount} />,
		},
		{
			header: t`Credit`,
			isNumber: true,
			cell: ({ amount }) =>
				amount.amount.startsWith("-") && <Money of={{ ...amount, amount: amount.amount.slice(1) }} />,
		},
	];
	return (
		<>
			{balances && balances.length > 0 && wrong.length === 0 && (
				<Banner tone="info">
					<Trans>The books balance: debits and credits of each currency sum to zero.</Trans>
				</Banner>
			)}
			{wrong.length > 0 && (
				<Banner tone="danger" role="alert">
					<Trans>The books do not balance in {wrong.join(", ")}. Run etal verify and ask for help.</Trans>
				</Banner>
			)}
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

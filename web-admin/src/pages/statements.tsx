import { Trans, useLingui } from "@lingui/react/macro";
import { useQueries, useQuery } from "@tanstack/react-query";
import { FileText, ReceiptText } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import {
	AdminStatementOpenDocument,
	type InvoiceRowFragment,
	SellerBalancesDocument,
	type StatementRowFragment,
} from "@/gql/graphql";
import { usePlatformCurrencies } from "@/lib/currencies";
import { useHat } from "@/lib/hat";
import { invoiceKinds } from "@/lib/labels";
import { hatQuery } from "@/lib/query";
import { type StatementsSearch, statementViews } from "@/lib/searches";
import { may } from "@/lib/session";
import { invoicesQuery, statementsQuery } from "@/lib/statements";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Section } from "@/ui/panel";
import { Select } from "@/ui/select";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Words } from "@/ui/status";
import { ViewTabs } from "@/ui/tabs";
import { Code, Instant, Money, Month } from "@/ui/text";
import { SellerFilter } from "./seller-filter";
import { StatementSums } from "./statement-sums";

type StatementsProps = {
	search: StatementsSearch;
	onSearch: (search: StatementsSearch) => void;
	linkTo: (statementId: string, text: ReactNode) => ReactNode;
};

type StatementViewsProps = StatementsProps & {
	linkToView: (view: (typeof statementViews)[number], text: string) => ReactNode;
	/** What stands above the months that are closed: the one that goes on. */
	open?: ReactNode;
};

/** The months that are closed, or the invoices for them; the tabs lead from one to the other. */
export function StatementViews({ linkToView, open, ...props }: StatementViewsProps) {
	const { t } = useLingui();
	const names = { statements: t`Statements`, invoices: t`Commission invoices` };
	const isInvoices = props.search.view === "invoices";
	const Shown = isInvoices ? Invoices : Statements;
	return (
		<>
			<ViewTabs label={t`Views of the months`}>
				{statementViews.map((view) => (
					<Fragment key={view}>{linkToView(view, names[view])}</Fragment>
				))}
			</ViewTabs>
			{!isInvoices && open}
			<Shown {...props} />
		</>
	);
}

/** The months that are closed. */
function Statements({ search, onSearch, linkTo }: StatementsProps) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery(statementsQuery(hat, search));
	const columns: Column<StatementRowFragment>[] = [
		{
			header: t`Month`,
			card: "title",
			cell: (row) => row.id && linkTo(row.id, <Month of={row.month} />),
		},
		{ header: t`Number`, cell: (row) => row.number && <Code>{row.number}</Code> },
		...(hat.seller ? [] : [{ header: t`Seller`, cell: (row: StatementRowFragment) => row.seller?.name }]),
		{ header: t`Opening`, isNumber: true, cell: (row) => <Money of={row.opening} /> },
		{ header: t`Owed at the end`, isNumber: true, cell: (row) => <Money of={row.closing} /> },
		{ header: t`At the provider`, isNumber: true, cell: (row) => <Money of={row.providerClosing} /> },
		{
			header: t({ message: "Closed", context: "when a month was closed" }),
			cell: (row) => row.closedAt && <Instant of={row.closedAt} />,
		},
	];
	return (
		<>
			<Narrow search={search} onSearch={onSearch} />
			<List
				label={t`Statements`}
				views="statements"
				columns={columns}
				rows={data?.sellerStatements?.nodes}
				keyOf={(row) => row.id ?? row.month}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerStatements?.pageInfo}
				onPage={(page) => onSearch({ ...only(search), ...page })}
				empty={
					<Empty
						icon={FileText}
						title={isNarrow(search) ? t`Nothing matches` : t`No month is closed yet`}
						action={<ClearFilters search={search} onSearch={onSearch} />}
					>
						<Trans>A month is closed minutes after it has ended, for each currency.</Trans>
					</Empty>
				}
			/>
		</>
	);
}

/** What the platform has charged for selling, and given back of it. */
function Invoices({ search, onSearch, linkTo }: StatementsProps) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery(invoicesQuery(hat, search));
	const columns: Column<InvoiceRowFragment>[] = [
		{
			header: t`Number`,
			card: "title",
			cell: (row) => linkTo(row.statementId, <span className="font-mono text-xs">{row.number}</span>),
		},
		{ header: t`What it is`, cell: (row) => <Words of={row.kind} labels={invoiceKinds} /> },
		...(hat.seller ? [] : [{ header: t`Seller`, cell: (row: InvoiceRowFragment) => row.seller?.name }]),
		{ header: t`Month`, cell: (row) => <Month of={row.month} /> },
		{ header: t`Net`, isNumber: true, cell: (row) => <Money of={row.net} /> },
		{ header: t`VAT`, isNumber: true, cell: (row) => <Money of={row.vat} /> },
		{ header: t`Gross`, isNumber: true, cell: (row) => <Money of={row.gross} /> },
		{ header: t`Issued`, cell: (row) => <Instant of={row.issuedAt} /> },
	];
	return (
		<>
			<Narrow search={search} onSearch={onSearch} />
			<List
				label={t`Commission invoices`}
				views="invoices"
				columns={columns}
				rows={data?.commissionInvoices?.nodes}
				keyOf={(row) => row.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.commissionInvoices?.pageInfo}
				onPage={(page) => onSearch({ ...only(search), ...page })}
				empty={
					<Empty
						icon={ReceiptText}
						title={isNarrow(search) ? t`Nothing matches` : t`No invoices yet`}
						action={<ClearFilters search={search} onSearch={onSearch} />}
					>
						<Trans>
							One is issued for each month with commission, once both sides have given their legal data.
						</Trans>
					</Empty>
				}
			/>
		</>
	);
}

const only = ({ view, seller, currency }: StatementsSearch) => ({ view, seller, currency });
const isNarrow = ({ seller, currency }: StatementsSearch) => Boolean(seller || currency);

function ClearFilters({ search, onSearch }: Omit<StatementsProps, "linkTo">) {
	const { t } = useLingui();
	if (!isNarrow(search)) return null;
	return <Button onPress={() => onSearch({ view: search.view })}>{t`Clear filters`}</Button>;
}

/** The currencies that there are statements in: those of the seller's money, or all in which is sold. */
function useCurrencies(): string[] {
	const hat = useHat();
	const own = useQuery({
		...hatQuery(hat, "money", SellerBalancesDocument, {}),
		enabled: Boolean(hat.seller) && may(hat, "SELLER_BALANCE_READ"),
	});
	const all = usePlatformCurrencies();
	return all ?? own.data?.sellerBalances?.map(({ currencyCode }) => currencyCode) ?? [];
}

function Narrow({ search, onSearch }: Omit<StatementsProps, "linkTo">) {
	const { t } = useLingui();
	const currency = search.currency?.toUpperCase();
	const codes = [...new Set([...useCurrencies(), ...(currency ? [currency] : [])])];
	const narrow = (change: Partial<StatementsSearch>) => onSearch({ ...only(search), ...change });
	return (
		<Filters onClear={isNarrow(search) ? () => onSearch({ view: search.view }) : undefined}>
			<SellerFilter value={search.seller} onChange={(seller) => narrow({ seller })} />
			{codes.length > 1 && (
				<Select
					label={t`Currency`}
					all={t`All`}
					value={currency}
					choices={codes.map((code) => ({ value: code, label: code }))}
					onChange={(next) => narrow({ currency: next })}
				/>
			)}
		</Filters>
	);
}

/** What there is since the last closed month, in each currency of the seller. */
export function OpenStatements() {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(hatQuery(hat, "money", SellerBalancesDocument, {}));
	const currencies = (data?.sellerBalances ?? []).map((balance) => balance.currencyCode);
	const open = useQueries({
		queries: currencies.map((currencyCode) =>
			hatQuery(hat, "statements", AdminStatementOpenDocument, { currencyCode }),
		),
	});
	const failed = error ?? open.find((each) => each.error)?.error;
	if (failed) return <Failure error={failed} onRetry={() => void refetch()} />;
	if (!data || open.some((each) => !each.data))
		return <Skeleton rows={3} label={t`Loading: the open month`} />;
	return open.map(({ data: answer }) => {
		const statement = answer?.sellerStatementOpen;
		return (
			statement && (
				<Section key={statement.currencyCode} title={t`Not closed yet, ${statement.currencyCode}`}>
					<StatementSums of={statement} />
				</Section>
			)
		);
	});
}

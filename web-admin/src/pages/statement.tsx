import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import type { ReactNode } from "react";
import {
	AdminCommissionInvoiceExportDocument,
	AdminStatementExportCreateDocument,
	type AdminStatementQuery,
	type StatementLinePartsFragment,
} from "@/gql/graphql";
import { formatMonth } from "@/lib/format";
import { useHat, useHatMutation } from "@/lib/hat";
import { invoiceKinds, statementBooks, statementLineKinds } from "@/lib/labels";
import { numerals } from "@/lib/numerals";
import { type StatementSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { statementQuery } from "@/lib/statements";
import { type Column, List } from "@/ui/list";
import { Page } from "@/ui/page";
import { Facts, Panel, Section } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Words } from "@/ui/status";
import { Code, Instant, Money } from "@/ui/text";
import { FileButton } from "./file-button";
import { StatementSums } from "./statement-sums";

type Statement = NonNullable<AdminStatementQuery["sellerStatement"]>;
type Invoice = NonNullable<Statement["documents"]>[number];

type StatementPageProps = {
	id: string;
	search: StatementSearch;
	onSearch: (search: StatementSearch) => void;
	back: ReactNode;
	order: OrderLink;
};

/** A link to the order of a line. */
type OrderLink = (line: StatementLinePartsFragment) => ReactNode;

/** One closed month: its sums, its invoices, and every line behind them. */
export function StatementPage({ id, search, onSearch, back, order }: StatementPageProps) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery(statementQuery(hat, id, search));
	const create = useHatMutation(AdminStatementExportCreateDocument, []);
	const statement = data?.sellerStatement;
	if (!data) {
		return (
			<Page title={t`Statement`} back={back}>
				{error ? (
					<Failure error={error} onRetry={() => void refetch()} />
				) : (
					<Skeleton label={t`Loading: the statement`} />
				)}
			</Page>
		);
	}
	if (!statement) {
		return (
			<Page title={t`Statement`} back={back}>
				<Empty icon={FileText} title={t`There is no such statement`} />
			</Page>
		);
	}
	const ask = (format: "CSV" | "PDF") => async () => {
		const answer = await create.mutateAsync({ input: { statementId: id, format } });
		return answer.sellerStatementExportCreate?.export?.id;
	};
	return (
		<Page
			title={`${formatMonth(statement.month, i18n.locale)}, ${statement.currencyCode}`}
			back={back}
			actions={
				may(hat, "SELLER_STATEMENT_EXPORT") && (
					<>
						<FileButton create={ask("PDF")}>
							<Trans>Download as PDF</Trans>
						</FileButton>
						<FileButton create={ask("CSV")}>
							<Trans>Download as a table</Trans>
						</FileButton>
					</>
				)
			}
		>
			<Facts
				facts={[
					{ term: t`Number`, detail: <Code>{statement.number ?? ""}</Code> },
					!hat.seller && statement.seller && { term: t`Seller`, detail: statement.seller.name },
					statement.closedAt && {
						term: t({ message: "Closed", context: "when a month was closed" }),
						detail: <Instant of={statement.closedAt} isLong />,
					},
				]}
			/>
			<StatementSums of={statement} />
			{statement.documents?.map((invoice) => (
				<InvoicePanel key={invoice.id} invoice={invoice} />
			))}
			<Lines lines={statement.lines} isFetching={isFetching} onPage={onSearch} order={order} />
		</Page>
	);
}

function Lines({
	lines,
	isFetching,
	onPage,
	order,
}: {
	lines: Statement["lines"];
	isFetching: boolean;
	onPage: (page: StatementSearch) => void;
	order: OrderLink;
}) {
	const { t } = useLingui();
	const columns: Column<StatementLinePartsFragment>[] = [
		{ header: t`When`, cell: (line) => <Instant of={line.postedAt} isLong /> },
		{
			header: t`What`,
			card: "title",
			cell: (line) => <Words of={line.kind} labels={statementLineKinds} />,
		},
		{ header: t`Balance`, cell: (line) => <Words of={line.book} labels={statementBooks} /> },
		{ header: t`Order`, cell: (line) => line.orderId && order(line) },
		{ header: t`Journal`, cell: (line) => line.journal && <Code>{line.journal.id}</Code> },
		{ header: t`Amount`, isNumber: true, card: "aside", cell: (line) => <Money of={line.amount} /> },
	];
	return (
		<Section title={t`Lines`}>
			<List
				label={t`Lines of the statement`}
				columns={columns}
				rows={lines?.nodes}
				keyOf={(line) => `${line.seq} ${line.kind} ${line.orderId} ${line.amount.amount}`}
				isFetching={isFetching}
				pageInfo={lines?.pageInfo}
				onPage={onPage}
				empty={<Empty icon={FileText} title={t`Nothing moved in this month`} />}
			/>
		</Section>
	);
}

function InvoicePanel({ invoice }: { invoice: Invoice }) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const create = useHatMutation(AdminCommissionInvoiceExportDocument, []);
	const { kind, number, issuer, recipient } = invoice;
	const ask = async () => {
		const answer = await create.mutateAsync({ input: { documentId: invoice.id, format: "PDF" } });
		return answer.commissionInvoiceExportCreate?.export?.id;
	};
	return (
		<Panel
			title={`${i18n._(invoiceKinds[kind])} ${number}`}
			action={
				may(hat, "SELLER_STATEMENT_EXPORT") && (
					<FileButton create={ask}>
						<Trans>
							PDF<span className="sr-only"> of {number}</span>
						</Trans>
					</FileButton>
				)
			}
		>
			<Facts
				facts={[
					{ term: t`Issued`, detail: <Instant of={invoice.issuedAt} isLong /> },
					{ term: t`Issued by`, detail: <Party of={issuer} /> },
					{ term: t`Billed to`, detail: <Party of={recipient} /> },
					...invoice.vatGroups.map((group) => ({
						term: t`Net, at ${(group.basisPoints / 100).toLocaleString(numerals(i18n.locale))} % VAT`,
						detail: (
							<>
								<Money of={group.net} /> + <Money of={group.vat} />
							</>
						),
					})),
					{ term: t`Gross`, detail: <Money of={invoice.gross} className="font-semibold" /> },
				]}
			/>
		</Panel>
	);
}

function Party({ of: party }: { of: Invoice["issuer"] }) {
	return (
		<span className="flex flex-col">
			<span>{party.name}</span>
			<span className="text-muted">
				{[party.address, party.country, party.taxId].filter(Boolean).join(", ")}
			</span>
		</span>
	);
}

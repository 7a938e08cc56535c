import { AdminInvoicesDocument, AdminStatementDocument, AdminStatementsDocument } from "@/gql/graphql";
import { pageVariables } from "./list";
import { hatQuery } from "./query";
import { type StatementSearch, type StatementsSearch } from "./searches";
import type { Hat } from "./session";

// What an address says about the lists of statements and invoices, and what is
// asked by it: apart from the pages, because the router knows it before they load.

const variablesOf = ({ seller, currency, ...page }: StatementsSearch) => ({
	sellerId: seller || undefined,
	currencyCode: currency?.toUpperCase() || undefined,
	...pageVariables(page),
});

export const statementsQuery = (hat: Hat, search: StatementsSearch) =>
	hatQuery(hat, "statements", AdminStatementsDocument, variablesOf(search));

export const invoicesQuery = (hat: Hat, search: StatementsSearch) =>
	hatQuery(hat, "statements", AdminInvoicesDocument, variablesOf(search));

export const statementQuery = (hat: Hat, id: string, page: StatementSearch) =>
	hatQuery(hat, "statements", AdminStatementDocument, { id, ...pageVariables(page) });

import * as v from "valibot";
import { AdminInvoicesDocument, AdminStatementDocument, AdminStatementsDocument } from "@/gql/graphql";
import { choiceSearch, pageSearch, pageVariables, textSearch } from "./list";
import { hatQuery } from "./query";
import type { Hat } from "./session";

// What an address says about the lists of statements and invoices, and what is
// asked by it: apart from the pages, because the router knows it before they load.

export const statementViews = ["statements", "invoices"] as const;

export const statementsSearch = v.object({
	view: choiceSearch(statementViews),
	/** Of one seller only, for operators. */
	seller: textSearch,
	currency: textSearch,
	...pageSearch,
});
export type StatementsSearch = v.InferOutput<typeof statementsSearch>;

const variablesOf = ({ seller, currency, ...page }: StatementsSearch) => ({
	sellerId: seller || undefined,
	currencyCode: currency?.toUpperCase() || undefined,
	...pageVariables(page),
});

export const statementsQuery = (hat: Hat, search: StatementsSearch) =>
	hatQuery(hat, "statements", AdminStatementsDocument, variablesOf(search));

export const invoicesQuery = (hat: Hat, search: StatementsSearch) =>
	hatQuery(hat, "statements", AdminInvoicesDocument, variablesOf(search));

/** Which of its lines a statement shows. */
export const statementSearch = v.object(pageSearch);
export type StatementSearch = v.InferOutput<typeof statementSearch>;

export const statementQuery = (hat: Hat, id: string, page: StatementSearch) =>
	hatQuery(hat, "statements", AdminStatementDocument, { id, ...pageVariables(page) });

import { Kind, type OperationDefinitionNode, parse, print } from "graphql";
import texts from "../../clients/typescript/src/gql/persisted-documents.json";
import listed from "../../docs/api/operations/examples.json";

/** A document to begin with, and variables for it. */
export type Example = { group: string; name: string; query: string; variables: string };

/** The text as people read it: what is asked for first, and then its fragments. */
function readable(text: string): { name: string; query: string } {
	const { definitions } = parse(text);
	const operation = definitions.find(
		(d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
	);
	const ordered = [...definitions].sort((a, b) => Number(b === operation) - Number(a === operation));
	return { name: operation?.name?.value ?? "", query: print({ kind: Kind.DOCUMENT, definitions: ordered }) };
}

const documents = new Map(
	Object.values(texts)
		.map(readable)
		.map(({ name, query }) => [name, query]),
);

const titles: Record<string, string> = {
	stranger: "For everybody",
	buyer: "As a buyer",
	seller: "As a seller",
	operator: "As an operator",
};

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** Documents with variables that work on the demo data. */
export const examples: Example[] = listed.map(({ role, document, variables }) => ({
	group: titles[role] ?? role,
	name: document,
	query: documents.get(document) ?? "",
	variables: json(variables),
}));

/** All ready documents. Their variables are yours to fill in. */
export const all: Example[] = [...documents]
	.sort(([a], [b]) => a.localeCompare(b))
	.map(([name, query]) => ({
		group: /^(Buyer|Seller|Operator)/.exec(name)?.[0] ?? "Web admin",
		name,
		query,
		variables: json({}),
	}));

import * as v from "valibot";
import { AdminApiKeysDocument, AdminAuditEntriesDocument, AdminProposalsDocument } from "@/gql/graphql";
import { ApiKeyStatusValues, ProposalStatusValues } from "@/gql/values";
import { choiceSearch, daySearch, pageSearch, pageVariables, textSearch } from "./list";
import { hatQuery } from "./query";
import type { Hat } from "./session";
import { startOfDay } from "./zone";

// What an address says about the lists of proposals, API keys and the audit
// log, and what is asked by it. The router must know this of each page before it
// loads the page, so it must not stand beside the page's components.

const standing = ProposalStatusValues;
/** In an address: proposals wherever they stand. */
export const all = "ALL";

/** What an address says about the list. Without a word it shows what waits. */
export const proposalSearch = v.object({ status: choiceSearch([...standing, all]), ...pageSearch });
export type ProposalSearch = v.InferOutput<typeof proposalSearch>;

export const proposalsQuery = (hat: Hat, { status = "PENDING", ...page }: ProposalSearch) =>
	hatQuery(hat, "proposals", AdminProposalsDocument, {
		filter: { status: status === all ? undefined : status },
		...pageVariables(page),
	});

export const apiKeySearch = v.object({ status: choiceSearch(ApiKeyStatusValues), ...pageSearch });
export type ApiKeySearch = v.InferOutput<typeof apiKeySearch>;

export const apiKeysQuery = (hat: Hat, { status, ...page }: ApiKeySearch) =>
	hatQuery(hat, "keys", AdminApiKeysDocument, { filter: { status }, ...pageVariables(page) });

export const auditSearch = v.object({
	text: textSearch,
	kind: textSearch,
	subject: textSearch,
	actor: textSearch,
	/** About one seller only, for operators. */
	seller: textSearch,
	since: daySearch,
	until: daySearch,
	...pageSearch,
});
export type AuditSearch = v.InferOutput<typeof auditSearch>;

export const auditFilter = ({ text, kind, subject, actor, seller, since, until }: AuditSearch) => ({
	text: text || undefined,
	kind: kind || undefined,
	subject: subject || undefined,
	actorId: actor || undefined,
	sellerId: seller || undefined,
	since: startOfDay(since),
	until: startOfDay(until, 1),
});

export const auditQuery = (hat: Hat, search: AuditSearch) =>
	hatQuery(hat, "audit", AdminAuditEntriesDocument, {
		filter: auditFilter(search),
		...pageVariables(search),
	});

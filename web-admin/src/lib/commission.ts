import * as v from "valibot";
import {
	AdminRulesetDocument,
	AdminRulesetInForceDocument,
	AdminRulesetsDocument,
	AdminSimulationDocument,
} from "@/gql/graphql";
import { pageSearch, pageVariables, textSearch } from "./list";
import { hatQuery } from "./query";
import type { Hat } from "./session";

export const rulesetsSearch = v.object(pageSearch);
export type RulesetsSearch = v.InferOutput<typeof rulesetsSearch>;

/** What an address says about a ruleset: which simulation of it is shown, and which page of its sellers. */
export const rulesetSearch = v.object({ simulation: textSearch, ...pageSearch });
export type RulesetSearch = v.InferOutput<typeof rulesetSearch>;

export const rulesetsQuery = (hat: Hat, page: RulesetsSearch) =>
	hatQuery(hat, "commission", AdminRulesetsDocument, pageVariables(page));

export const rulesetQuery = (hat: Hat, id: string) =>
	hatQuery(hat, "commission", AdminRulesetDocument, { id });

export const inForceQuery = (hat: Hat) => hatQuery(hat, "commission", AdminRulesetInForceDocument, {});

export const simulationQuery = (hat: Hat, id: string, page: RulesetsSearch) =>
	hatQuery(hat, "commission", AdminSimulationDocument, { id, ...pageVariables(page) });

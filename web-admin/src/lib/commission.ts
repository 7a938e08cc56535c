import {
	AdminRulesetDocument,
	AdminRulesetInForceDocument,
	AdminRulesetsDocument,
	AdminSimulationDocument,
} from "@/gql/graphql";
import { pageVariables } from "./list";
import { hatQuery } from "./query";
import { type RulesetsSearch } from "./searches";
import type { Hat } from "./session";

export const rulesetsQuery = (hat: Hat, page: RulesetsSearch) =>
	hatQuery(hat, "commission", AdminRulesetsDocument, pageVariables(page));

export const rulesetQuery = (hat: Hat, id: string) =>
	hatQuery(hat, "commission", AdminRulesetDocument, { id });

export const inForceQuery = (hat: Hat) => hatQuery(hat, "commission", AdminRulesetInForceDocument, {});

export const simulationQuery = (hat: Hat, id: string, page: RulesetsSearch) =>
	hatQuery(hat, "commission", AdminSimulationDocument, { id, ...pageVariables(page) });

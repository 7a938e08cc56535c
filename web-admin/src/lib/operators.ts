import { AdminOperatorInvitationsDocument } from "@/gql/graphql";
import { pageVariables } from "./list";
import { hatQuery } from "./query";
import type { Hat } from "./session";

// Beside the components that show it this would bring all of them into what every visit loads first:
// the router begins to ask before it has a page.

/** Who was asked to run the platform. */
export const operatorInvitationsQuery = (hat: Hat, page: { after?: string; before?: string }) =>
	hatQuery(hat, "operators", AdminOperatorInvitationsDocument, pageVariables(page));

import { useQuery } from "@tanstack/react-query";
import { AdminOwnStartDocument, AdminPendingTermsDocument, AdminSellerTermsDocument } from "@/gql/graphql";
import { usePayoutAccount } from "@/pages/payout-account";
import { useBusiness } from "./business";
import { useHat } from "./hat";
import { hatQuery, personQuery } from "./query";
import { may } from "./session";

export type StepName = "terms" | "approval" | "identity" | "bank" | "product" | "offer";

/** Where a step stands: done, to be done, or in the hands of somebody else. */
export type Step = { name: StepName; state: "done" | "todo" | "waiting" };

/** How far a seller is on the way to its first sale. Steps that a role does not see are left out. */
export function useStart() {
	const hat = useHat();
	const seesProducts = may(hat, "PRODUCT_READ");
	const seesAccount = may(hat, "PAYOUT_ACCOUNT_READ");
	const business = useBusiness();
	// Only owners accept terms, and only those that the platform has published.
	const isOwner = hat.memberRole === "OWNER";
	const published = useQuery({ ...personQuery("terms", AdminSellerTermsDocument, {}), enabled: isOwner });
	const terms = useQuery({ ...hatQuery(hat, "terms", AdminPendingTermsDocument, {}), enabled: isOwner });
	const account = usePayoutAccount();
	const first = useQuery({
		...hatQuery(hat, "products", AdminOwnStartDocument, {}),
		enabled: seesProducts,
	});
	const asked = [
		business,
		...(isOwner ? [published, terms] : []),
		...(seesAccount ? [account] : []),
		...(seesProducts ? [first] : []),
	];
	const error = asked.find((query) => query.error)?.error;
	const isLoaded = asked.every((query) => query.data);
	const payout = account.data?.payoutAccount;
	const isChecked = payout?.status === "ENABLED";
	const isVerifying = payout?.status === "VERIFYING" || payout?.status === "CREATING";
	const state = (isDone: boolean, isWaiting = false) => (isDone ? "done" : isWaiting ? "waiting" : "todo");
	const steps: Step[] = [];
	if (published.data?.terms)
		steps.push({ name: "terms", state: state((terms.data?.viewer?.pendingTerms ?? []).length === 0) });
	steps.push({
		name: "approval",
		state: state(business.data?.seller?.business?.status === "APPROVED", true),
	});
	if (seesAccount) {
		steps.push({ name: "identity", state: state(isChecked, isVerifying) });
		steps.push({ name: "bank", state: state(Boolean(payout?.bankLast4), isVerifying) });
	}
	if (seesProducts) {
		steps.push({ name: "product", state: state((first.data?.sellerProducts?.nodes ?? []).length > 0) });
		steps.push({ name: "offer", state: state((first.data?.sellerOffers?.nodes ?? []).length > 0) });
	}
	const done = steps.filter((step) => step.state === "done").length;
	const retry = () => {
		for (const query of asked) void query.refetch();
	};
	return { steps, done, isComplete: isLoaded && done === steps.length, isLoaded, error, retry, payout };
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { OperatorSellerDocument, SellerApprovalWithdrawDocument } from "@/gql/graphql";
import { change, hasFault, useHat } from "@/lib/hat";
import { sellerStatuses } from "@/lib/labels";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { notify } from "@/ui/notice";
import { Banner } from "@/ui/states";
import { Status } from "@/ui/status";
import { Instant } from "@/ui/text";

type Named = { id: string; name: string };

/** Takes an approval back before it takes effect, and says what came of it. */
export function useTakeApprovalBack({ id, name }: Named) {
	const { t } = useLingui();
	const { actAs } = useHat();
	const client = useQueryClient();
	return async () => {
		try {
			await change(SellerApprovalWithdrawDocument, { input: { sellerId: id } }, actAs);
			notify(t`${name} waits for a decision again.`);
		} catch (cause) {
			notify(cause instanceof Error ? cause.message : t`It could not be undone.`);
		}
		await client.invalidateQueries({ queryKey: ["sellers"] });
	};
}

type PendingProps = {
	seller: Named & {
		business?: {
			approvalUntil?: string | null;
			decidedBy?: { name: string; email?: string | null } | null;
		} | null;
	};
};

/** Says that somebody has approved a moment ago, for as long as it can be undone. */
export function PendingApproval({ seller }: PendingProps) {
	const { t } = useLingui();
	const hat = useHat();
	const client = useQueryClient();
	const takeBack = useTakeApprovalBack(seller);
	const until = seller.business?.approvalUntil;
	useEffect(() => {
		if (!until) return;
		const timer = setInterval(() => void client.invalidateQueries({ queryKey: ["sellers"] }), 3000);
		return () => clearInterval(timer);
	}, [until, client]);
	if (!until) return null;
	const who = seller.business?.decidedBy?.name || seller.business?.decidedBy?.email;
	return (
		<Banner tone="info">
			<div className="flex flex-wrap items-center justify-between gap-2">
				<p>
					{who ? t`${who} has approved this seller a moment ago.` : t`This seller was approved a moment ago.`}
				</p>
				{may(hat, "SELLER_APPROVE") && (
					<Button onPress={() => void takeBack()}>
						<Trans>Undo the approval</Trans>
					</Button>
				)}
			</div>
		</Banner>
	);
}

/** Who was faster, when somebody else has decided meanwhile, and how the seller stands now. */
export function DecidedMeanwhile({ sellerId, error }: { sellerId: string; error: unknown }) {
	const isLate = hasFault(error, "SELLER_STATUS_CONFLICT") || hasFault(error, "SELLER_APPROVAL_PENDING");
	const { data } = useQuery({
		...hatQuery(useHat(), "sellers", OperatorSellerDocument, { id: sellerId }),
		enabled: isLate,
		staleTime: 0,
	});
	const { t } = useLingui();
	const business = data?.seller?.business;
	if (!isLate || !business) return null;
	const who = business.decidedBy?.name || business.decidedBy?.email;
	if (!business.decidedAt) return who ? <p>{t`${who} has approved this seller a moment ago.`}</p> : null;
	return (
		<p className="flex flex-wrap items-center gap-2">
			<Status of={business.status} labels={sellerStatuses} />
			{who ? (
				<Trans>
					{who} decided <Instant of={business.decidedAt} isLong />.
				</Trans>
			) : (
				<Trans>
					Decided <Instant of={business.decidedAt} isLong />.
				</Trans>
			)}
		</p>
	);
}

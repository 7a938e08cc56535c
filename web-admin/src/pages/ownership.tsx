import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import {
	AdminOwnershipOfferDocument,
	AdminOwnershipTransferAcceptDocument,
	AdminOwnershipTransferCancelDocument,
	AdminOwnershipTransferDeclineDocument,
	AdminOwnOffersDocument,
} from "@/gql/graphql";
import { useHat, useHatMutation, usePersonMutation } from "@/lib/hat";
import { hatQuery, personQuery } from "@/lib/query";
import { may, refreshViewer } from "@/lib/session";
import { Button } from "@/ui/button";
import { notify } from "@/ui/notice";
import { Banner } from "@/ui/states";
import { Instant } from "@/ui/text";
import { FormFailure } from "./failure";

/** The offer of the ownership that waits for an answer, and the way to take it back. */
export function OfferBanner() {
	const { t } = useLingui();
	const hat = useHat();
	const { data } = useQuery(
		hatQuery(hat, "members", AdminOwnershipOfferDocument, { sellerId: hat.seller?.id ?? "" }),
	);
	const cancel = useHatMutation(AdminOwnershipTransferCancelDocument, ["members", "audit"]);
	const offer = data?.seller?.business?.ownershipOffer;
	if (!offer) return null;
	const name = offer.to?.name || offer.to?.email || "";
	return (
		<>
			<Banner
				tone="info"
				action={
					may(hat, "OWNERSHIP_TRANSFER") && (
						<Button
							isDisabled={cancel.isPending}
							onPress={() =>
								cancel.mutate(
									{ input: { offerId: offer.id } },
									{ onSuccess: () => notify(t`The offer is taken back.`) },
								)
							}
						>
							<Trans>Take it back</Trans>
						</Button>
					)
				}
			>
				<Trans>
					The ownership is offered to {name} until <Instant of={offer.expiresAt} isLong />.
				</Trans>
			</Banner>
			<FormFailure error={cancel.error} />
		</>
	);
}

/** Offers to own a seller that are made to the person of the page. */
export function OwnOffers() {
	const { t } = useLingui();
	const client = useQueryClient();
	const router = useRouter();
	const { data } = useQuery(personQuery("members", AdminOwnOffersDocument, {}));
	const accept = usePersonMutation(AdminOwnershipTransferAcceptDocument, ["members", "audit"]);
	const decline = usePersonMutation(AdminOwnershipTransferDeclineDocument, ["members", "audit"]);
	const isBusy = accept.isPending || decline.isPending;
	const become = async () => {
		await refreshViewer(client);
		await router.invalidate();
	};
	return data?.viewer?.ownershipOffers.map((offer) => (
		<div key={offer.id} className="flex flex-col gap-2">
			<Banner
				tone="info"
				action={
					<span className="flex flex-wrap gap-2">
						<Button
							isDisabled={isBusy}
							onPress={() =>
								decline.mutate(
									{ input: { offerId: offer.id } },
									{ onSuccess: () => notify(t`You have declined.`) },
								)
							}
						>
							<Trans>Decline</Trans>
						</Button>
						<Button
							look="primary"
							isDisabled={isBusy}
							onPress={() =>
								accept.mutate(
									{ input: { offerId: offer.id } },
									{
										onSuccess: () => {
											notify(t`You are an owner now.`);
											void become();
										},
									},
								)
							}
						>
							<Trans>Become an owner</Trans>
						</Button>
					</span>
				}
			>
				<p className="font-semibold">
					<Trans>You are offered the ownership of {offer.seller?.name}</Trans>
				</p>
				<p className="text-muted">
					<Trans>
						It can be accepted until <Instant of={offer.expiresAt} isLong />.
					</Trans>
				</p>
			</Banner>
			<FormFailure error={accept.error ?? decline.error} />
		</div>
	));
}

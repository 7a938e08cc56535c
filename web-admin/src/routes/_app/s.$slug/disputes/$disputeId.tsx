import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { DisputePage } from "@/pages/dispute";
import { Needs } from "@/pages/needs";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/s/$slug/disputes/$disputeId")({
	component: () => {
		const { disputeId, slug } = Route.useParams();
		return (
			<Needs permission="DISPUTE_READ">
				<DisputePage
					id={disputeId}
					back={
						<TextLink to="/s/$slug/disputes" params={{ slug }}>
							<Trans>Disputes</Trans>
						</TextLink>
					}
				/>
			</Needs>
		);
	},
});

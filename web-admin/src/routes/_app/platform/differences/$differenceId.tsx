import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { DifferencePage } from "@/pages/difference";
import { Needs } from "@/pages/needs";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/platform/differences/$differenceId")({
	component: () => {
		const { differenceId } = Route.useParams();
		return (
			<Needs permission="LEDGER_READ">
				<DifferencePage
					id={differenceId}
					back={
						<TextLink to="/platform/ledger/differences">
							<Trans>Differences</Trans>
						</TextLink>
					}
				/>
			</Needs>
		);
	},
});

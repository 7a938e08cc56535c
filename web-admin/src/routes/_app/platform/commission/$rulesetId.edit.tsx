import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { rulesetQuery } from "@/lib/commission";
import { draftOf, newRule } from "@/lib/commission-draft";
import { useHat } from "@/lib/hat";
import { useOnce } from "@/lib/once";
import { Needs } from "@/pages/needs";
import { RulesetEditor } from "@/pages/ruleset-editor";
import { Page, TextLink } from "@/ui/page";
import { Failure, Skeleton } from "@/ui/states";

export const Route = createFileRoute("/_app/platform/commission/$rulesetId/edit")({
	component: () => (
		<Needs permission="COMMISSION_EDIT">
			<Edit />
		</Needs>
	),
});

function Edit() {
	const { t } = useLingui();
	const hat = useHat();
	const { rulesetId } = Route.useParams();
	const navigate = Route.useNavigate();
	const { data, error, refetch } = useOnce(rulesetQuery(hat, rulesetId));
	const ruleset = data?.commissionRuleset;
	return (
		<Page
			title={t`Edit the draft`}
			back={
				<TextLink to="/platform/commission">
					<Trans>Commission</Trans>
				</TextLink>
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton label={t`Loading: the rules`} />}
			{data && (
				<RulesetEditor
					id={rulesetId}
					revision={ruleset?.revision}
					draft={ruleset ? draftOf(ruleset) : { note: "", rules: [newRule()], buyerFees: [] }}
					onSaved={(saved) =>
						void navigate({
							to: "/platform/commission/$rulesetId",
							params: { rulesetId: saved },
							ignoreBlocker: true,
						})
					}
					onCancel={() => void navigate({ to: "/platform/commission" })}
				/>
			)}
		</Page>
	);
}

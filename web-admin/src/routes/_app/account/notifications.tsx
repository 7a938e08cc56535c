import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { AdminNotificationPreferenceSetDocument, AdminNotificationPreferencesDocument } from "@/gql/graphql";
import { usePersonMutation } from "@/lib/hat";
import { notificationKinds } from "@/lib/labels";
import { personQuery } from "@/lib/query";
import { FormFailure } from "@/pages/failure";
import { PersonPage } from "@/pages/person";
import { Checkbox } from "@/ui/checkbox";
import { Panel } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { Words } from "@/ui/status";

export const Route = createFileRoute("/_app/account/notifications")({
	component: () => {
		const { t } = useLingui();
		return (
			<PersonPage title={t`Notifications`}>
				<Preferences />
			</PersonPage>
		);
	},
});

/** What a person is told, and how. Each tick is kept at once. */
function Preferences() {
	const { t } = useLingui();
	const { data, error, refetch } = useQuery(
		personQuery("notifications", AdminNotificationPreferencesDocument, {}),
	);
	const set = usePersonMutation(AdminNotificationPreferenceSetDocument, ["notifications"]);
	// What was ticked shows at once, and is what the server says again as soon as that has answered.
	const asked = set.isPending ? set.variables.input : undefined;
	const preferences = (data?.notificationPreferences ?? []).map((each) =>
		each.kind === asked?.kind
			? { ...each, inApp: asked.inApp ?? each.inApp, byMail: asked.byMail ?? each.byMail }
			: each,
	);
	return (
		<>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton label={t`Loading the notifications`} />}
			<FormFailure error={set.error} />
			{data && (
				<Panel title={t`What I am told`}>
					<p className="mb-3 text-muted">
						<Trans>It holds for everything that you act for. What must reach you is always mailed.</Trans>
					</p>
					<ul className="flex flex-col divide-y divide-line">
						{preferences.map(({ kind, inApp, byMail, canMailBeOff }) => (
							<li key={kind}>
								<fieldset className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2">
									<legend className="sr-only">
										<Words of={kind} labels={notificationKinds} />
									</legend>
									<span aria-hidden="true" className="min-w-0 flex-1 basis-64">
										<Words of={kind} labels={notificationKinds} />
									</span>
									<Checkbox
										isSelected={inApp}
										isDisabled={set.isPending}
										onChange={(next) => set.mutate({ input: { kind, inApp: next } })}
									>
										<Trans>In the app</Trans>
									</Checkbox>
									<Checkbox
										isSelected={byMail}
										isDisabled={set.isPending || !canMailBeOff}
										onChange={(next) => set.mutate({ input: { kind, byMail: next } })}
									>
										<Trans>By mail</Trans>
									</Checkbox>
								</fieldset>
							</li>
						))}
					</ul>
				</Panel>
			)}
		</>
	);
}

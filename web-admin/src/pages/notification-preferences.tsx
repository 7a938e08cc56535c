import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminNotificationPreferenceSetDocument,
	AdminNotificationPreferencesDocument,
	type AdminNotificationPreferencesQuery,
	type NotificationKind,
} from "@/gql/graphql";
import { usePersonMutation } from "@/lib/hat";
import { notificationKinds } from "@/lib/operator-labels";
import { personQuery } from "@/lib/query";
import { Checkbox } from "@/ui/checkbox";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { Words } from "@/ui/status";
import { PersonPage } from "./person";

type Choice = { inApp?: boolean; byMail?: boolean };
type Preference = NonNullable<AdminNotificationPreferencesQuery["notificationPreferences"]>[number];

/** How somebody is told of what: in the app, by mail. Each choice is kept at once. */
export function NotificationPreferences() {
	const { t } = useLingui();
	const { data, error, refetch } = useQuery(
		personQuery("notifications", AdminNotificationPreferencesDocument, {}),
	);
	const all = data?.notificationPreferences ?? [];
	return (
		<PersonPage title={t`How you are told`}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton label={t`Loading: notifications`} />}
			{data && (
				<Panel title={t`In the app and by mail`}>
					<p className="mb-2 text-muted">
						<Trans>
							It holds under all your roles. A grey box cannot be switched off: such mails are receipts, or
							tell of something you may have to act on.
						</Trans>
					</p>
					<Group title={t`What you buy`} of={all.filter(({ kind }) => isOfBuyer(kind))} />
					<Group title={t`What you sell or look after`} of={all.filter(({ kind }) => !isOfBuyer(kind))} />
				</Panel>
			)}
		</PersonPage>
	);
}

const ofBuyers: NotificationKind[] = [
	"ORDER_PAID",
	"ORDER_SHIPPED",
	"ORDER_CANCELLED",
	"PAYMENT_REFUSED",
	"REFUND_PAID",
];
const isOfBuyer = (kind: NotificationKind) => ofBuyers.includes(kind);

function Group({ title, of }: { title: string; of: Preference[] }) {
	if (of.length === 0) return null;
	return (
		<>
			<h3 className="mt-4 mb-1 font-semibold">{title}</h3>
			<ul className="flex flex-col divide-y divide-line">
				{of.map((preference) => (
					<Row key={preference.kind} preference={preference} />
				))}
			</ul>
		</>
	);
}

function Row({ preference }: { preference: Preference }) {
	const { t } = useLingui();
	const set = usePersonMutation(AdminNotificationPreferenceSetDocument, ["notifications"]);
	const { kind, canMailBeOff } = preference;
	// A choice is shown at once, and taken back when it could not be kept.
	const [asked, setAsked] = useState<Choice>({});
	const inApp = asked.inApp ?? preference.inApp;
	const byMail = asked.byMail ?? preference.byMail;
	const choose = (choice: Choice) => {
		setAsked(choice);
		set.mutate(
			{ input: { kind, ...choice } },
			{ onError: () => notify(t`It could not be kept. Try again.`), onSettled: () => setAsked({}) },
		);
	};
	return (
		<li>
			<fieldset className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
				<legend className="float-start me-auto max-w-full min-w-0 flex-1 basis-64 break-words">
					<Words of={kind} labels={notificationKinds} />
				</legend>
				<Checkbox isSelected={inApp} isDisabled={set.isPending} onChange={(is) => choose({ inApp: is })}>
					<Trans>In the app</Trans>
				</Checkbox>
				<Checkbox
					isSelected={byMail}
					isDisabled={set.isPending || !canMailBeOff}
					onChange={(is) => choose({ byMail: is })}
				>
					<Trans>By mail</Trans>
				</Checkbox>
			</fieldset>
		</li>
	);
}

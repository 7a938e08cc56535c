import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminSessionRevokeDocument,
	AdminSessionRevokeOthersDocument,
	AdminSessionsDocument,
	type AdminSessionsQuery,
} from "@/gql/graphql";
import { usePersonMutation } from "@/lib/hat";
import { pageVariables } from "@/lib/list";
import { personQuery } from "@/lib/query";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Section } from "@/ui/panel";
import { Banner, Empty } from "@/ui/states";
import { Instant } from "@/ui/text";
import { RequestFailure } from "./request-failure";

type Session = NonNullable<NonNullable<AdminSessionsQuery["viewer"]>["sessions"]>["nodes"][number];

/** Where somebody is signed in, and ending it there. */
export function Sessions() {
	const { t } = useLingui();
	const [page, setPage] = useState<{ after?: string; before?: string }>({});
	const query = useQuery(personQuery("sessions", AdminSessionsDocument, pageVariables(page, 10)));
	const end = usePersonMutation(AdminSessionRevokeDocument, ["sessions"]);
	const endOthers = usePersonMutation(AdminSessionRevokeOthersDocument, ["sessions"]);
	const sessions = query.data?.viewer?.sessions;
	const isBusy = end.isPending || endOthers.isPending;
	const failure = end.error ?? endOthers.error;
	const columns: Column<Session>[] = [
		{
			header: t`Device`,
			card: "title",
			cell: (session) => (
				<span className="flex flex-wrap items-center gap-2">
					{session.agent || t`Unknown`}
					{session.isCurrent && <Badge tone="ok">{t`This one`}</Badge>}
				</span>
			),
		},
		{ header: t`Place`, cell: (session) => session.place },
		{ header: t`Signed in`, cell: (session) => <Instant of={session.createdAt} isLong /> },
		{ header: t`Last used`, cell: (session) => <Instant of={session.lastSeenAt} isLong /> },
		{
			header: t`End`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (session) =>
				!session.isCurrent && (
					<Button
						look="quietDanger"
						isDisabled={isBusy}
						aria-label={t`End ${session.agent}`}
						onPress={() =>
							end.mutate(
								{ input: { id: session.id } },
								{ onSuccess: () => notify(t`The session has ended.`) },
							)
						}
					>
						<Trans>End</Trans>
					</Button>
				),
		},
	];
	return (
		<Section
			title={t`Sessions`}
			action={
				<Button
					isDisabled={isBusy}
					onPress={() => endOthers.mutate({}, { onSuccess: () => notify(t`All other sessions have ended.`) })}
				>
					<Trans>End all others</Trans>
				</Button>
			}
		>
			{failure && (
				<Banner tone="danger" role="alert">
					<RequestFailure error={failure} />
				</Banner>
			)}
			<List
				label={t`Where you are signed in`}
				columns={columns}
				rows={sessions?.nodes}
				keyOf={(session) => session.id}
				error={query.error}
				onRetry={() => void query.refetch()}
				isFetching={query.isFetching}
				pageInfo={sessions?.pageInfo}
				onPage={setPage}
				empty={<Empty title={t`No sessions`} />}
			/>
		</Section>
	);
}

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
import { Confirm } from "./confirm";
import { useDeviceName } from "./device-name";
import { RequestFailure } from "./request-failure";

type Session = NonNullable<NonNullable<AdminSessionsQuery["viewer"]>["sessions"]>["nodes"][number];

/** Where somebody is signed in, and ending it there. */
export function Sessions() {
	const { t } = useLingui();
	const nameOf = useDeviceName();
	const [page, setPage] = useState<{ after?: string; before?: string }>({});
	const query = useQuery(personQuery("sessions", AdminSessionsDocument, pageVariables(page, 10)));
	const end = usePersonMutation(AdminSessionRevokeDocument, ["sessions"]);
	const sessions = query.data?.viewer?.sessions;
	const columns: Column<Session>[] = [
		{
			header: t`Device`,
			card: "title",
			cell: (session) => (
				<span className="flex flex-wrap items-center gap-2">
					{nameOf(session.agent)}
					{session.isCurrent && <Badge tone="ok">{t`This one`}</Badge>}
				</span>
			),
		},
		{ header: t`Network`, cell: (session) => session.place },
		{ header: t`Signed in`, cell: (session) => <Instant of={session.createdAt} isLong /> },
		{ header: t`Last seen`, cell: (session) => <Instant of={session.lastSeenAt} isLong /> },
		{
			header: t`Sign out`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (session) =>
				!session.isCurrent && (
					<Button
						look="quietDanger"
						isDisabled={end.isPending}
						aria-label={t`Sign out of ${nameOf(session.agent)}`}
						onPress={() =>
							end.mutate(
								{ input: { id: session.id } },
								{ onSuccess: () => notify(t`The session has ended.`) },
							)
						}
					>
						<Trans>Sign out</Trans>
					</Button>
				),
		},
	];
	return (
		<Section title={t`Sessions`} action={<SignOutElsewhere />}>
			{end.error && (
				<Banner tone="danger" role="alert">
					<RequestFailure error={end.error} />
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

/** Ends all sessions but this one, after a question: there is no way back. */
function SignOutElsewhere() {
	const { t } = useLingui();
	const [isAsking, setAsking] = useState(false);
	const end = usePersonMutation(AdminSessionRevokeOthersDocument, ["sessions"]);
	return (
		<>
			<Button onPress={() => setAsking(true)}>
				<Trans>Sign out everywhere else…</Trans>
			</Button>
			{isAsking && (
				<Confirm
					title={t`Sign out everywhere else?`}
					verb={t`Sign out`}
					mutation={end}
					onConfirm={() =>
						end.mutate(
							{},
							{
								onSuccess: () => {
									notify(t`All other sessions have ended.`);
									setAsking(false);
								},
							},
						)
					}
					onClose={() => setAsking(false)}
				>
					<Trans>All your sessions end but this one.</Trans>
				</Confirm>
			)}
		</>
	);
}

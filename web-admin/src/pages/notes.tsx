import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Bell } from "lucide-react";
import {
	AdminNotificationMarkAllReadDocument,
	AdminNotificationMarkReadDocument,
	AdminNotificationsPageDocument,
	AdminNotificationUnreadDocument,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { pageVariables } from "@/lib/list";
import { type Note, pageOfNote } from "@/lib/notes";
import { hatQuery } from "@/lib/query";
import type { NoteSearch } from "@/lib/searches";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { linkClass, Page } from "@/ui/page";
import { Said } from "@/ui/said";
import { Empty } from "@/ui/states";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Instant } from "@/ui/text";
import { FormFailure } from "./failure";

type Props = { search: NoteSearch; onSearch: (search: NoteSearch) => void };

/** All that somebody was told under this hat, the newest first, each with the way to what it is about. */
export function Notes({ search, onSearch }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const { show, ...page } = search;
	const { data, error, refetch, isPlaceholderData } = useQuery(
		hatQuery(hat, "notifications", AdminNotificationsPageDocument, {
			filter: show && { isRead: show === "read" },
			...pageVariables(page),
		}),
	);
	const markRead = useHatMutation(AdminNotificationMarkReadDocument, ["notifications"]);
	const markAll = useHatMutation(AdminNotificationMarkAllReadDocument, ["notifications"]);
	const unread = useQuery(hatQuery(hat, "notifications", AdminNotificationUnreadDocument, {})).data;
	const columns: Column<Note>[] = [
		{
			header: t`What`,
			card: "title",
			cell: (note) => (
				<Link
					{...pageOfNote(note, hat)}
					className={clsx(linkClass, !note.isRead && "font-semibold")}
					onClick={() => !note.isRead && markRead.mutate({ input: { ids: [note.id] } })}
				>
					<Said>{note.title}</Said>
				</Link>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ isRead }) =>
				isRead ? (
					<Badge tone="muted">{t({ message: "Read", context: "a notification" })}</Badge>
				) : (
					<Badge tone="brand">{t`Unread`}</Badge>
				),
		},
		{ header: t`When`, cell: ({ createdAt }) => <Instant of={createdAt} isLong /> },
	];
	const tabs = { all: t`All`, unread: t`Unread`, read: t({ message: "Read", context: "a notification" }) };
	return (
		<Page
			title={t`Notifications`}
			actions={
				Boolean(unread?.notificationUnreadCount) && (
					<Button onPress={() => markAll.mutate({})}>
						<Trans>Mark all as read</Trans>
					</Button>
				)
			}
		>
			<ViewTabs label={t`Notifications by whether they were read`}>
				{([undefined, "unread", "read"] as const).map((each) => (
					<Link key={each ?? ""} to="." search={{ show: each }} {...viewTab(show === each)}>
						{tabs[each ?? "all"]}
					</Link>
				))}
			</ViewTabs>
			<FormFailure error={markRead.error ?? markAll.error} />
			<List
				label={t`Notifications`}
				columns={columns}
				rows={data?.notifications?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isPlaceholderData}
				pageInfo={data?.notifications?.pageInfo}
				onPage={(next) => onSearch({ show, ...next })}
				empty={
					<Empty
						icon={Bell}
						title={show === "unread" ? t`Everything is read` : t`Nothing yet`}
						action={show && <Button onPress={() => onSearch({})}>{t`Show all notifications`}</Button>}
					>
						{!show && t`What concerns you in this role is told here and kept for ninety days.`}
					</Empty>
				}
			/>
		</Page>
	);
}

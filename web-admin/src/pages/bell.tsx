import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import { Suspense, useState } from "react";
import { AdminNotificationUnreadDocument, LiveNotificationsDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { later } from "@/lib/later";
import { unlessLive, useLive } from "@/lib/live";
import { hatQuery } from "@/lib/query";
import { Button } from "@/ui/button";

const loadNotes = async () => (await import("./bell-notes")).BellNotes;
const BellNotes = later(loadNotes);

/** Whoever comes near the bell will open it. That its list could not be loaded is told to whoever does. */
const near = () => void loadNotes().catch(() => undefined);

/** How many have not been read, and the list of the last ones. */
export function Bell() {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	// What somebody is told of has changed on the page that they look at, too.
	const live = useLive(
		[{ document: LiveNotificationsDocument, variables: {} }],
		["notifications", "disputes", "refunds", "money", "sellers"],
	);
	const query = useQuery({
		...hatQuery(hat, "notifications", AdminNotificationUnreadDocument, {}),
		refetchInterval: unlessLive(live),
	});
	const unread = query.data?.notificationUnreadCount ?? 0;
	return (
		<>
			<Button
				look="quiet"
				isIcon
				aria-label={unread > 0 ? t`Notifications, ${unread} unread` : t`Notifications`}
				className="relative"
				onHoverStart={near}
				onFocus={near}
				onPress={() => setOpen(true)}
			>
				<BellIcon aria-hidden="true" className="size-5" />
				{unread > 0 && (
					<span
						aria-hidden="true"
						className="absolute -end-1 -top-0.5 min-w-4.5 rounded-full bg-danger px-1 text-center text-xs leading-4.5 font-semibold text-danger-ink"
					>
						{unread > 99 ? "99+" : unread}
					</span>
				)}
			</Button>
			<Suspense>{isOpen && <BellNotes unread={unread} onClose={() => setOpen(false)} />}</Suspense>
		</>
	);
}

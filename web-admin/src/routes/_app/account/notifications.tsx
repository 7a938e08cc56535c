import { createFileRoute } from "@tanstack/react-router";
import { NotificationPreferences } from "@/pages/notification-preferences";

export const Route = createFileRoute("/_app/account/notifications")({ component: NotificationPreferences });

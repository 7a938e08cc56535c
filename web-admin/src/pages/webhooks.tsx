import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { EllipsisVertical, Plus, Webhook } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { AdminWebhookTestDocument, type WebhookRowFragment } from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { later } from "@/lib/later";
import { may } from "@/lib/session";
import { disabledReasons, webhookStatuses } from "@/lib/webhook-labels";
import { eventName, webhooksQuery } from "@/lib/webhooks";
import { Button } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { Code, Instant } from "@/ui/text";
import { FormFailure } from "./failure";

const CreateWebhook = later(async () => (await import("./webhook-dialogs")).CreateWebhook);
const EditWebhook = later(async () => (await import("./webhook-dialogs")).EditWebhook);
const RotateSecret = later(async () => (await import("./webhook-dialogs")).RotateSecret);
const DeleteWebhook = later(async () => (await import("./webhook-dialogs")).DeleteWebhook);

type Open = { what: "edit" | "rotate" | "delete"; webhook: WebhookRowFragment } | { what: "create" };

/** Where programs of whom the page's hat is of are told what has happened. */
export function Webhooks({ link }: { link: (id: string, text: string) => ReactNode }) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<Open | null>(null);
	const { data, error, refetch, isFetching } = useQuery(webhooksQuery(hat));
	const test = useHatMutation(AdminWebhookTestDocument, ["webhooks"]);
	const close = () => setOpen(null);
	const columns: Column<WebhookRowFragment>[] = [
		{
			header: t({ message: "Address", context: "web" }),
			card: "title",
			cell: ({ id, url, description }) => (
				<span className="flex min-w-0 flex-col">
					<span className="font-medium break-all">{link(id, url)}</span>
					{description && <span className="text-sm break-words text-muted">{description}</span>}
				</span>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ status, disabledReason, firstFailedAt }) => (
				<span className="flex flex-col items-start gap-1">
					<Status of={status} labels={webhookStatuses} />
					{disabledReason && (
						<span className="text-sm text-muted">
							<Words of={disabledReason} labels={disabledReasons} />
						</span>
					)}
					{!disabledReason && firstFailedAt && (
						<span className="text-sm text-danger">
							<Trans>
								Takes nothing since <Instant of={firstFailedAt} isLong />
							</Trans>
						</span>
					)}
				</span>
			),
		},
		{
			header: t`Told of`,
			cell: ({ events }) => {
				const names = events.map(eventName).join(", ");
				const count = events.length;
				return count <= 2 ? <Code>{names}</Code> : <span title={names}>{t`${count} events`}</span>;
			},
		},
		{
			header: t`Secret`,
			cell: ({ secrets }) => <Code>{secrets.map(({ lastFour }) => `…${lastFour}`).join(", ")}</Code>,
		},
		{ header: t`Made on`, cell: ({ createdAt }) => <Instant of={createdAt} /> },
		{
			header: t`Change`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (webhook) => (
				<WebhookMenu
					webhook={webhook}
					onOpen={(what) => setOpen({ what, webhook })}
					onTest={() =>
						test.mutate(
							{ input: { id: webhook.id } },
							{
								onSuccess: () => notify(t`The test is on its way. Open the webhook to see what it answers.`),
							},
						)
					}
				/>
			),
		},
	];
	return (
		<Page
			title={t`Webhooks`}
			actions={
				may(hat, "WEBHOOK_EDIT") && (
					<Button look="primary" onPress={() => setOpen({ what: "create" })}>
						<Plus aria-hidden="true" className="size-4" />
						<Trans>New webhook…</Trans>
					</Button>
				)
			}
		>
			<FormFailure error={test.error} />
			<List
				label={t`Webhooks`}
				columns={columns}
				rows={data?.webhookEndpoints?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				empty={
					<Empty icon={Webhook} title={t`No webhooks yet`}>
						<Trans>
							A program of yours can be told of orders, refunds and payouts as they happen, by signed
							messages.
						</Trans>
					</Empty>
				}
			/>
			<Suspense fallback={null}>
				{open?.what === "create" && <CreateWebhook onClose={close} />}
				{open?.what === "edit" && <EditWebhook webhook={open.webhook} onClose={close} />}
				{open?.what === "rotate" && <RotateSecret webhook={open.webhook} onClose={close} />}
				{open?.what === "delete" && <DeleteWebhook webhook={open.webhook} onClose={close} />}
			</Suspense>
		</Page>
	);
}

/** What can be done with a webhook now; what cannot be is not offered. */
function WebhookMenu({
	webhook,
	onOpen,
	onTest,
}: {
	webhook: WebhookRowFragment;
	onOpen: (what: "edit" | "rotate" | "delete") => void;
	onTest: () => void;
}) {
	const { t } = useLingui();
	const can = (action: string) =>
		webhook.availableActions.some(
			(each) => each.action === action && (each.isAllowed || each.reason?.code === "STEP_UP_REQUIRED"),
		);
	const name = webhook.description || webhook.url;
	if (!can("webhookEndpointUpdate") && !can("webhookEndpointTest")) return null;
	return (
		<Menu
			label={t`Change ${name}`}
			button={
				<Button look="quiet" isIcon aria-label={t`Change ${name}`}>
					<EllipsisVertical aria-hidden="true" className="size-4" />
				</Button>
			}
		>
			{({ Item }) => (
				<>
					{can("webhookEndpointTest") && <Item onAction={onTest}>{t`Send a test`}</Item>}
					{can("webhookEndpointUpdate") && <Item onAction={() => onOpen("edit")}>{t`Change…`}</Item>}
					{can("webhookEndpointSecretRotate") && (
						<Item onAction={() => onOpen("rotate")}>{t`New secret…`}</Item>
					)}
					{can("webhookEndpointDelete") && (
						<Item isDanger onAction={() => onOpen("delete")}>
							{t`Delete…`}
						</Item>
					)}
				</>
			)}
		</Menu>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { RotateCw, Send } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import {
	type AdminWebhookDeliveriesQuery,
	AdminWebhookRetryDocument,
	AdminWebhookRetryFailedDocument,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { later } from "@/lib/later";
import { type DeliverySearch } from "@/lib/searches";
import { attemptOutcomes, deliveryStatuses, disabledReasons, webhookStatuses } from "@/lib/webhook-labels";
import { deliveriesQuery, eventName, webhookQuery } from "@/lib/webhooks";
import { Button } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Banner, Empty, Failure, Skeleton } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Code, Instant } from "@/ui/text";
import { Confirm } from "./confirm";
import { FormFailure } from "./failure";

const DeliveryDialog = later(async () => (await import("./webhook-delivery")).DeliveryDialog);

type Row = NonNullable<NonNullable<AdminWebhookDeliveriesQuery["webhookDeliveries"]>["nodes"]>[number];

type WebhookPageProps = {
	id: string;
	search: DeliverySearch;
	onSearch: (search: DeliverySearch) => void;
	back: ReactNode;
};

/** A webhook, and what it was sent. */
export function WebhookPage({ id, search, onSearch, back }: WebhookPageProps) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(webhookQuery(hat, id));
	const [isAsking, setAsking] = useState(false);
	const webhook = data?.webhookEndpoint;
	if (!data)
		return (
			<Page title={t`Webhook`} back={back}>
				{error ? (
					<Failure error={error} onRetry={() => void refetch()} />
				) : (
					<Skeleton label={t`Loading: Webhook`} />
				)}
			</Page>
		);
	if (!webhook)
		return (
			<Page title={t`Webhook`} back={back}>
				<Empty icon={Send} title={t`There is no such webhook`}>
					<Trans>It was deleted, or is not yours to see.</Trans>
				</Empty>
			</Page>
		);
	const maySend = webhook.availableActions.some(
		({ action, isAllowed }) => action === "webhookDeliveriesRetry" && isAllowed,
	);
	return (
		<Page
			title={webhook.description || webhook.url}
			badge={<Status of={webhook.status} labels={webhookStatuses} />}
			back={back}
			actions={
				maySend && (
					<Button onPress={() => setAsking(true)}>
						<RotateCw aria-hidden="true" className="size-4" />
						<Trans>Send failed ones again…</Trans>
					</Button>
				)
			}
		>
			{webhook.description && <Code>{webhook.url}</Code>}
			{webhook.disabledReason && (
				<Banner tone="warn">
					<Words of={webhook.disabledReason} labels={disabledReasons} />
				</Banner>
			)}
			<Deliveries id={id} search={search} onSearch={onSearch} maySend={maySend} />
			{isAsking && <RetryFailed id={id} onClose={() => setAsking(false)} />}
		</Page>
	);
}

function Deliveries({
	id,
	search,
	onSearch,
	maySend,
}: Omit<WebhookPageProps, "back"> & { maySend: boolean }) {
	const { t, i18n } = useLingui();
	const [shown, setShown] = useState<string | null>(null);
	const { data, error, refetch, isFetching } = useQuery({
		...deliveriesQuery(useHat(), id, search),
		refetchInterval: 30_000,
	});
	const retry = useHatMutation(AdminWebhookRetryDocument, ["webhooks"]);
	const columns: Column<Row>[] = [
		{
			header: t`Event`,
			card: "title",
			cell: (row) => (
				<Button look="quiet" onPress={() => setShown(row.id)}>
					<Code>{eventName(row.event)}</Code>
				</Button>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ status }) => <Status of={status} labels={deliveryStatuses} />,
		},
		{ header: t`About`, cell: ({ objectId }) => <Code>{objectId}</Code> },
		{ header: t`Happened`, cell: ({ occurredAt }) => <Instant of={occurredAt} isLong /> },
		{
			header: t`Last attempt`,
			cell: ({ attempts: [last] }) =>
				last ? (
					<span className="flex flex-wrap items-center gap-x-2">
						<Status of={last.outcome} labels={attemptOutcomes} />
						{last.statusCode && <Code>{String(last.statusCode)}</Code>}
					</span>
				) : (
					<span className="text-muted">{t`None yet`}</span>
				),
		},
		{
			header: t`Next attempt`,
			cell: ({ nextAttemptAt }) => nextAttemptAt && <Instant of={nextAttemptAt} isLong />,
		},
		{
			header: t`Change`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (row) =>
				maySend &&
				row.status !== "PENDING" && (
					<Button
						isDisabled={retry.isPending}
						aria-label={t`Send ${eventName(row.event)} about ${row.objectId} again`}
						onPress={() =>
							retry.mutate(
								{ input: { id: row.id } },
								{ onSuccess: () => notify(t`The message is on its way again.`) },
							)
						}
					>
						<Trans>Send again</Trans>
					</Button>
				),
		},
	];
	return (
		<>
			<ViewTabs label={t`Messages by status`}>
				{([undefined, "PENDING", "DELIVERED", "FAILED"] as const).map((status) => (
					<Link key={status ?? ""} to="." search={{ status }} {...viewTab(search.status === status)}>
						{status ? i18n._(deliveryStatuses[status].label) : t`All`}
					</Link>
				))}
			</ViewTabs>
			<FormFailure error={retry.error} />
			<List
				label={t`Messages`}
				columns={columns}
				rows={data?.webhookDeliveries?.nodes}
				keyOf={(row) => row.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.webhookDeliveries?.pageInfo}
				onPage={(page) => onSearch({ status: search.status, ...page })}
				empty={
					<Empty icon={Send} title={search.status ? t`No message stands here` : t`No messages yet`}>
						<Trans>What it was sent is kept here for 30 days.</Trans>
					</Empty>
				}
			/>
			<Suspense fallback={null}>
				{shown && <DeliveryDialog id={shown} onClose={() => setShown(null)} />}
			</Suspense>
		</>
	);
}

/** Asks before all that has failed within 30 days is sent again. */
function RetryFailed({ id, onClose }: { id: string; onClose: () => void }) {
	const { t } = useLingui();
	const retry = useHatMutation(AdminWebhookRetryFailedDocument, ["webhooks"]);
	return (
		<Confirm
			title={t`Send again what has failed?`}
			verb={t`Send again`}
			mutation={retry}
			onConfirm={() =>
				retry.mutate(
					{ input: { id, since: new Date(Date.now() - 31 * 86_400_000).toISOString() } },
					{
						onSuccess: ({ webhookDeliveriesRetry }) => {
							const count = webhookDeliveriesRetry?.count ?? 0;
							notify(t`Messages that are sent again: ${count}`);
							onClose();
						},
					},
				)
			}
			onClose={onClose}
		>
			<Trans>All messages that have failed within 30 days are sent again, the oldest first, but tests.</Trans>
		</Confirm>
	);
}

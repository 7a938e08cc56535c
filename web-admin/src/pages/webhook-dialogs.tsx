import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminWebhookCreateDocument,
	AdminWebhookDeleteDocument,
	AdminWebhookSecretRotateDocument,
	AdminWebhookUpdateDocument,
	type WebhookEvent,
	type WebhookRowFragment,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { eventGroups } from "@/lib/webhook-labels";
import { eventName, webhookEventsQuery } from "@/lib/webhooks";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { Select } from "@/ui/select";
import { Failure, Skeleton } from "@/ui/states";
import { Code } from "@/ui/text";
import { Confirm } from "./confirm";
import { FormDialog } from "./form-dialog";
import { SecretOnce } from "./secret-once";

type DialogProps = { webhook: WebhookRowFragment; onClose: () => void };

/** Events that can be chosen, in groups by what they are about. */
function Events({
	chosen,
	onChange,
}: {
	chosen: ReadonlySet<WebhookEvent>;
	onChange: (chosen: ReadonlySet<WebhookEvent>) => void;
}) {
	const { t, i18n } = useLingui();
	const { data, error, refetch } = useQuery(webhookEventsQuery(useHat()));
	if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
	if (!data) return <Skeleton label={t`Loading: Events`} rows={4} />;
	const groups = new Map<string, WebhookEvent[]>();
	for (const event of data.webhookEvents ?? []) {
		const group = event.split("_")[0] ?? "";
		groups.set(group, [...(groups.get(group) ?? []), event]);
	}
	const toggle = (event: WebhookEvent) => (isSelected: boolean) => {
		const next = new Set(chosen);
		if (isSelected) next.add(event);
		else next.delete(event);
		onChange(next);
	};
	return (
		<fieldset className="min-w-0">
			<legend className="mb-1 text-sm">{t`Events`}</legend>
			<div className="flex flex-col gap-3 rounded-md border border-line px-3 py-2">
				{[...groups].map(([group, events]) => {
					const label = eventGroups[group];
					const name = label ? i18n._(label) : group;
					return (
						<fieldset key={group} className="min-w-0">
							<legend className="text-sm text-muted">{name}</legend>
							{events.map((event) => (
								<Checkbox key={event} isSelected={chosen.has(event)} onChange={toggle(event)}>
									<Code>{eventName(event)}</Code>
								</Checkbox>
							))}
						</fieldset>
					);
				})}
			</div>
		</fieldset>
	);
}

function Fields({
	url,
	description,
	onUrl,
	onDescription,
}: {
	url: string;
	description: string;
	onUrl: (text: string) => void;
	onDescription: (text: string) => void;
}) {
	const { t } = useLingui();
	return (
		<>
			<TextField
				label={t({ message: "Address", context: "web" })}
				hint={t`Where the program listens. It begins with https:// and a public host name.`}
				name="url"
				isRequired
				maxLength={500}
				autoFocus
				value={url}
				onChange={onUrl}
			/>
			<TextField
				label={t`Description`}
				hint={t`Which program it is for. May be empty.`}
				name="description"
				maxLength={200}
				value={description}
				onChange={onDescription}
			/>
		</>
	);
}

/** Makes a webhook, and shows its secret for the only time. */
export function CreateWebhook({ onClose }: { onClose: () => void }) {
	const { t } = useLingui();
	const [url, setUrl] = useState("");
	const [description, setDescription] = useState("");
	const [events, setEvents] = useState<ReadonlySet<WebhookEvent>>(new Set());
	const create = useHatMutation(AdminWebhookCreateDocument, ["webhooks"]);
	const secret = create.data?.webhookEndpointCreate?.secret;
	if (secret)
		return (
			<Dialog title={t`The secret of the webhook`} isOpen onClose={onClose} isBusy>
				<SecretOnce secret={secret} onDone={onClose} />
			</Dialog>
		);
	return (
		<FormDialog
			title={t`New webhook`}
			verb={<Trans>Make the webhook</Trans>}
			mutation={create}
			fields={["url", "description"]}
			isReady={url !== "" && events.size > 0}
			onSubmit={() => create.mutate({ input: { url, description, events: [...events] } })}
			onClose={onClose}
		>
			<Fields
				url={url}
				description={description}
				onUrl={(text) => {
					setUrl(text);
					create.reset();
				}}
				onDescription={setDescription}
			/>
			<Events chosen={events} onChange={setEvents} />
		</FormDialog>
	);
}

/** Changes where a webhook is told what, and whether it is. */
export function EditWebhook({ webhook, onClose }: DialogProps) {
	const { t } = useLingui();
	const [url, setUrl] = useState(webhook.url);
	const [description, setDescription] = useState(webhook.description);
	const [events, setEvents] = useState<ReadonlySet<WebhookEvent>>(new Set(webhook.events));
	const [isEnabled, setEnabled] = useState(webhook.status === "ACTIVE");
	const update = useHatMutation(AdminWebhookUpdateDocument, ["webhooks"]);
	return (
		<FormDialog
			title={t`Change the webhook`}
			verb={<Trans>Save</Trans>}
			mutation={update}
			fields={["url", "description"]}
			isReady={url !== "" && events.size > 0}
			onSubmit={() =>
				update.mutate(
					{
						input: {
							id: webhook.id,
							version: webhook.version,
							url,
							description,
							events: [...events],
							isEnabled,
						},
					},
					{
						onSuccess: () => {
							notify(t`The webhook is saved.`);
							onClose();
						},
					},
				)
			}
			onClose={onClose}
		>
			<Fields
				url={url}
				description={description}
				onUrl={(text) => {
					setUrl(text);
					update.reset();
				}}
				onDescription={setDescription}
			/>
			<Checkbox isSelected={isEnabled} onChange={setEnabled}>
				<Trans>Is on. What happens while it is off is not told later.</Trans>
			</Checkbox>
			<Events chosen={events} onChange={setEvents} />
		</FormDialog>
	);
}

/** Gives a webhook another secret, and shows it for the only time. */
export function RotateSecret({ webhook, onClose }: DialogProps) {
	const { t } = useLingui();
	const [overlap, setOverlap] = useState<"0" | "168" | undefined>();
	const rotate = useHatMutation(AdminWebhookSecretRotateDocument, ["webhooks"]);
	const secret = rotate.data?.webhookEndpointSecretRotate?.secret;
	if (secret)
		return (
			<Dialog title={t`The new secret of the webhook`} isOpen onClose={onClose} isBusy>
				<SecretOnce secret={secret} onDone={onClose} />
			</Dialog>
		);
	return (
		<FormDialog
			title={t`A new secret for the webhook`}
			verb={<Trans>Make a new secret</Trans>}
			mutation={rotate}
			fields={[]}
			onSubmit={() => rotate.mutate({ input: { id: webhook.id, overlapHours: Number(overlap ?? "24") } })}
			onClose={onClose}
		>
			<Select
				label={t`Messages are signed with the secret before too for`}
				all={t`A day`}
				value={overlap}
				choices={[
					{ value: "0", label: t`No time: it ends at once` },
					{ value: "168", label: t`A week` },
				]}
				onChange={setOverlap}
			/>
		</FormDialog>
	);
}

/** Asks before a webhook is removed. */
export function DeleteWebhook({ webhook, onClose }: DialogProps) {
	const { t } = useLingui();
	const remove = useHatMutation(AdminWebhookDeleteDocument, ["webhooks"]);
	return (
		<Confirm
			title={t`Delete the webhook?`}
			verb={t`Delete`}
			isDanger
			mutation={remove}
			onConfirm={() =>
				remove.mutate(
					{ input: { id: webhook.id } },
					{
						onSuccess: () => {
							notify(t`The webhook is deleted.`);
							onClose();
						},
					},
				)
			}
			onClose={onClose}
		>
			<Trans>Its secrets end at once, and what it was sent is not shown any more.</Trans>
		</Confirm>
	);
}

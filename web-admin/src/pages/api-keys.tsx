import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { EllipsisVertical, KeySquare, Plus } from "lucide-react";
import { useState } from "react";
import {
	AdminApiKeyCreateDocument,
	AdminApiKeyRevokeDocument,
	AdminApiKeyRotateDocument,
	type ApiKeyRowFragment,
	type Permission,
} from "@/gql/graphql";
import { type ApiKeySearch, apiKeysQuery } from "@/lib/governance";
import { faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { apiKeyStatuses, valuesOf } from "@/lib/labels";
import { scopesOf } from "@/lib/scopes";
import { may } from "@/lib/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { type Column, List } from "@/ui/list";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Status } from "@/ui/status";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Code, Instant } from "@/ui/text";
import { FormFailure } from "./failure";
import { PermissionWords } from "./permission-words";
import { SecretOnce } from "./secret-once";

const statuses = valuesOf(apiKeyStatuses);

type ApiKeysProps = { search: ApiKeySearch; onSearch: (search: ApiKeySearch) => void };
type Open = { what: "rotate" | "revoke"; apiKey: ApiKeyRowFragment } | { what: "create" };

/** The keys by which programs act for whom the page's hat is of. */
export function ApiKeys({ search, onSearch }: ApiKeysProps) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<Open | null>(null);
	const { data, error, refetch, isFetching } = useQuery(apiKeysQuery(hat, search));
	const close = () => setOpen(null);
	const newKey = may(hat, "API_KEY_EDIT") && (
		<Button look="primary" onPress={() => setOpen({ what: "create" })}>
			<Plus aria-hidden="true" className="size-4" />
			<Trans>New key…</Trans>
		</Button>
	);
	const columns: Column<ApiKeyRowFragment>[] = [
		{
			header: t`Name`,
			card: "title",
			cell: (apiKey) => (
				<span className="flex flex-wrap items-center gap-2">
					<span className="min-w-0 font-medium break-words">{apiKey.name}</span>
					{apiKey.mode === "TEST" && <Badge tone="muted">{t`Test`}</Badge>}
				</span>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: (apiKey) => <Status of={apiKey.status} labels={apiKeyStatuses} />,
		},
		{
			header: t`Secret`,
			cell: ({ secrets }) =>
				secrets.length > 0 && <Code>{secrets.map(({ lastFour }) => `…${lastFour}`).join(", ")}</Code>,
		},
		{ header: t`May do`, cell: (apiKey) => <Scopes of={apiKey.scopes} /> },
		{
			header: t`Last used`,
			cell: ({ lastUsedAt, lastUsedPlace }) =>
				lastUsedAt ? (
					<span title={lastUsedPlace}>
						<Instant of={lastUsedAt} isLong />
					</span>
				) : (
					<span className="text-muted">{t`Never`}</span>
				),
		},
		{ header: t`Works until`, cell: (apiKey) => <Instant of={apiKey.expiresAt} /> },
		{
			header: t`Change`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (apiKey) => <KeyMenu apiKey={apiKey} onOpen={(what) => setOpen({ what, apiKey })} />,
		},
	];
	return (
		<Page title={t`API keys`} actions={newKey}>
			<ViewTabs label={t`Keys by status`}>
				{[undefined, ...statuses].map((status) => (
					<Link key={status ?? ""} to="." search={{ status }} {...viewTab(search.status === status)}>
						{status ? i18n._(apiKeyStatuses[status].label) : t`All`}
					</Link>
				))}
			</ViewTabs>
			<List
				label={t`API keys`}
				views="api-keys"
				columns={columns}
				rows={data?.apiKeys?.nodes}
				keyOf={(apiKey) => apiKey.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.apiKeys?.pageInfo}
				onPage={(page) => onSearch({ status: search.status, ...page })}
				empty={
					<Empty
						icon={KeySquare}
						title={search.status ? t`No key matches` : t`No keys yet`}
						action={search.status ? <Button onPress={() => onSearch({})}>{t`Show all keys`}</Button> : newKey}
					>
						<Trans>Programs act by a key of their own, which can do less than you and ends by itself.</Trans>
					</Empty>
				}
			/>
			{open?.what === "create" && <CreateDialog onClose={close} />}
			{open?.what === "rotate" && <RotateDialog apiKey={open.apiKey} onClose={close} />}
			{open?.what === "revoke" && <RevokeDialog apiKey={open.apiKey} onClose={close} />}
		</Page>
	);
}

function Scopes({ of }: { of: Permission[] }) {
	const { t } = useLingui();
	if (of.length <= 2) return <Code>{of.join(", ")}</Code>;
	const count = of.length;
	return <span title={of.join(", ")}>{t`${count} permissions`}</span>;
}

/** What can be done with a key now; what cannot be is not offered. */
function KeyMenu({
	apiKey,
	onOpen,
}: {
	apiKey: ApiKeyRowFragment;
	onOpen: (what: "rotate" | "revoke") => void;
}) {
	const { t } = useLingui();
	const can = (action: string) =>
		apiKey.availableActions.some(
			(each) => each.action === action && (each.isAllowed || each.reason?.code === "STEP_UP_REQUIRED"),
		);
	const [canRotate, canRevoke] = [can("apiKeyRotate"), can("apiKeyRevoke")];
	if (!canRotate && !canRevoke) return null;
	return (
		<Menu
			label={t`Change ${apiKey.name}`}
			button={
				<Button look="quiet" isIcon aria-label={t`Change ${apiKey.name}`}>
					<EllipsisVertical aria-hidden="true" className="size-4" />
				</Button>
			}
		>
			{({ Item }) => (
				<>
					{canRotate && <Item onAction={() => onOpen("rotate")}>{t`New secret…`}</Item>}
					{canRevoke && (
						<Item isDanger onAction={() => onOpen("revoke")}>
							{t`Revoke…`}
						</Item>
					)}
				</>
			)}
		</Menu>
	);
}

const spans = ["30", "90", "180", "365"] as const;
type Span = (typeof spans)[number];

/** The instant some days from now, a minute early: the longest time is counted from when the server reads it. */
const daysFromNow = (days: Span) => new Date(Date.now() + Number(days) * 86_400_000 - 60_000).toISOString();

function SpanSelect({ value, onChange }: { value: Span; onChange: (value: Span) => void }) {
	const { t } = useLingui();
	return (
		<Select
			label={t`Works for`}
			all={t`90 days`}
			value={value === "90" ? undefined : value}
			choices={spans.filter((days) => days !== "90").map((days) => ({ value: days, label: t`${days} days` }))}
			onChange={(days) => onChange(days ?? "90")}
		/>
	);
}

function CreateDialog({ onClose }: { onClose: () => void }) {
	const { t } = useLingui();
	const { reading, writing } = scopesOf(useHat());
	const [name, setName] = useState("");
	const [scopes, setScopes] = useState<ReadonlySet<Permission>>(new Set());
	const [span, setSpan] = useState<Span>("90");
	const [addresses, setAddresses] = useState("");
	const create = useHatMutation(AdminApiKeyCreateDocument, ["keys"]);
	const faults = faultsByField(create.error, ["name", "addresses", "scopes"]);
	const token = create.data?.apiKeyCreate?.token;
	const toggle = (scope: Permission) => (isSelected: boolean) => {
		const next = new Set(scopes);
		if (isSelected) next.add(scope);
		else next.delete(scope);
		setScopes(next);
		create.reset();
	};
	const groups = [
		{ title: t`Reads`, permissions: reading },
		{ title: t`Changes`, permissions: writing },
	];
	return (
		<Dialog
			title={token ? t`The secret of ${name}` : t`New API key`}
			isOpen
			onClose={onClose}
			isBusy={create.isPending || Boolean(token)}
		>
			{token ? (
				<SecretOnce secret={token} onDone={onClose} />
			) : (
				<Form
					className="flex flex-col gap-4"
					validationBehavior="aria"
					validationErrors={faults}
					onSubmit={(event) => {
						event.preventDefault();
						create.mutate({
							input: {
								name,
								scopes: [...scopes],
								expiresAt: daysFromNow(span),
								addresses: addresses.split(/[\s,]+/).filter(Boolean),
							},
						});
					}}
				>
					<FormFailure error={create.error} faults={faults} />
					<TextField
						label={t`Name`}
						hint={t`Which program it is for.`}
						name="name"
						isRequired
						maxLength={80}
						autoFocus
						value={name}
						onChange={(text) => {
							setName(text);
							create.reset();
						}}
					/>
					{groups.map(
						({ title, permissions }) =>
							permissions.length > 0 && (
								<fieldset key={title} className="min-w-0">
									<legend className="mb-1 text-sm">{title}</legend>
									<div className="rounded-md border border-line px-3 py-1">
										{permissions.map((scope) => (
											<Checkbox key={scope} isSelected={scopes.has(scope)} onChange={toggle(scope)}>
												<PermissionWords of={scope} />
											</Checkbox>
										))}
									</div>
								</fieldset>
							),
					)}
					{faults.scopes && (
						<p role="alert" className="text-sm text-danger">
							{faults.scopes}
						</p>
					)}
					<SpanSelect value={span} onChange={setSpan} />
					<TextField
						label={t`Only from these addresses`}
						hint={t`Addresses and networks, such as 192.0.2.7 or 2001:db8::/48. From anywhere when empty.`}
						name="addresses"
						rows={2}
						value={addresses}
						onChange={(text) => {
							setAddresses(text);
							create.reset();
						}}
					/>
					<DialogActions>
						<Button onPress={onClose} isDisabled={create.isPending}>
							<Trans>Cancel</Trans>
						</Button>
						<Button type="submit" look="primary" isDisabled={create.isPending || scopes.size === 0}>
							<Trans>Make the key</Trans>
						</Button>
					</DialogActions>
				</Form>
			)}
		</Dialog>
	);
}

function RotateDialog({ apiKey, onClose }: { apiKey: ApiKeyRowFragment; onClose: () => void }) {
	const { t } = useLingui();
	const [span, setSpan] = useState<Span>("90");
	const [overlap, setOverlap] = useState<"0" | "168" | undefined>();
	const rotate = useHatMutation(AdminApiKeyRotateDocument, ["keys"]);
	const token = rotate.data?.apiKeyRotate?.token;
	return (
		<Dialog
			title={token ? t`The new secret of ${apiKey.name}` : t`A new secret for ${apiKey.name}`}
			isOpen
			onClose={onClose}
			isBusy={rotate.isPending || Boolean(token)}
		>
			{token ? (
				<SecretOnce secret={token} onDone={onClose} />
			) : (
				<Form
					className="flex flex-col gap-4"
					onSubmit={(event) => {
						event.preventDefault();
						rotate.mutate({
							input: { id: apiKey.id, expiresAt: daysFromNow(span), overlapHours: Number(overlap ?? "24") },
						});
					}}
				>
					<FormFailure error={rotate.error} />
					<SpanSelect value={span} onChange={setSpan} />
					<Select
						label={t`The secret before goes on for`}
						all={t`A day`}
						value={overlap}
						choices={[
							{ value: "0", label: t`No time: it ends at once` },
							{ value: "168", label: t`A week` },
						]}
						onChange={setOverlap}
					/>
					<DialogActions>
						<Button onPress={onClose} isDisabled={rotate.isPending}>
							<Trans>Cancel</Trans>
						</Button>
						<Button type="submit" look="primary" isDisabled={rotate.isPending}>
							<Trans>Make a new secret</Trans>
						</Button>
					</DialogActions>
				</Form>
			)}
		</Dialog>
	);
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKeyRowFragment; onClose: () => void }) {
	const { t } = useLingui();
	const revoke = useHatMutation(AdminApiKeyRevokeDocument, ["keys"]);
	return (
		<Dialog title={t`Revoke ${apiKey.name}?`} isOpen onClose={onClose} isBusy={revoke.isPending}>
			<p className="text-muted">
				<Trans>The next request with it is refused. It cannot be brought back.</Trans>
			</p>
			<FormFailure error={revoke.error} />
			<DialogActions>
				<Button onPress={onClose} isDisabled={revoke.isPending}>
					<Trans>Cancel</Trans>
				</Button>
				<Button
					look="danger"
					isDisabled={revoke.isPending}
					onPress={() =>
						revoke.mutate(
							{ input: { id: apiKey.id } },
							{
								onSuccess: () => {
									notify(t`${apiKey.name} is revoked.`);
									onClose();
								},
							},
						)
					}
				>
					<Trans>Revoke</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

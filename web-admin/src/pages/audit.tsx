import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { events } from "@/gql/events";
import type { AuditRowFragment, OperatorRole, SellerMemberRole } from "@/gql/graphql";
import { type AuditSearch, auditFilter, auditQuery } from "@/lib/governance";
import { useHat } from "@/lib/hat";
import { memberRoles, operatorRoles } from "@/lib/labels";
import { later } from "@/lib/later";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Filters } from "@/ui/filters";
import { JsonChange } from "@/ui/json";
import { type Column, List } from "@/ui/list";
import { Page } from "@/ui/page";
import { Facts } from "@/ui/panel";
import { Said } from "@/ui/said";
import { SearchField } from "@/ui/search";
import { Empty } from "@/ui/states";
import { Words } from "@/ui/status";
import { Code, Instant } from "@/ui/text";
import { DayRange, useDayChips } from "./day-range";
import { Person } from "./person-name";
import { SellerFilter, useSellerChip } from "./seller-filter";
import { SubjectLink } from "./subject-link";

const AuditExport = later(async () => (await import("./export-dialogs")).AuditExport);

type AuditProps = { search: AuditSearch; onSearch: (search: AuditSearch) => void };

/** What people decided and changed. */
export function Audit({ search, onSearch }: AuditProps) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<AuditRowFragment | null>(null);
	const [isExporting, setExporting] = useState(false);
	const { data, error, refetch, isFetching } = useQuery(auditQuery(hat, search));
	const filters = filtersOf(search);
	const isFiltered = Object.values(filters).some(Boolean);
	const columns: Column<AuditRowFragment>[] = [
		{ header: t`When`, cell: (entry) => <Instant of={entry.at} isLong /> },
		{ header: t`What`, card: "title", cell: (entry) => <Deed kind={entry.kind} /> },
		{
			header: t`Who`,
			cell: (entry) => (entry.actor ? <Person of={entry.actor} /> : <ActorRole of={entry.actorRole} />),
		},
		// What members of a seller read is always about theirs.
		...(hat.seller ? [] : [{ header: t`Seller`, cell: (entry: AuditRowFragment) => entry.seller?.name }]),
		{ header: t`Subject`, cell: ({ subject }) => <Subject of={subject} /> },
		{
			header: t`Details`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (entry) => (
				<Button look="link" aria-label={t`Details of entry ${entry.number}`} onPress={() => setOpen(entry)}>
					<Trans>Details</Trans>
				</Button>
			),
		},
	];
	return (
		<Page
			title={t`Audit log`}
			actions={
				may(hat, "AUDIT_EXPORT") && (
					<Button onPress={() => setExporting(true)}>
						<Trans>Export…</Trans>
					</Button>
				)
			}
		>
			<AuditFilters search={search} onSearch={onSearch} />
			<List
				label={t`Audit log`}
				views="audit"
				columns={columns}
				rows={data?.auditEntries?.nodes}
				keyOf={(entry) => entry.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.auditEntries?.pageInfo}
				onPage={(page) => onSearch({ ...filters, ...page })}
				empty={
					<Empty
						icon={ScrollText}
						title={isFiltered ? t`Nothing matches` : t`Nothing is on record yet`}
						action={isFiltered && <Button onPress={() => onSearch({})}>{t`Clear filters`}</Button>}
					>
						<Trans>Whatever people decide about money, roles, sellers and security is kept here.</Trans>
					</Empty>
				}
			/>
			<Suspense>
				{isExporting && <AuditExport filter={auditFilter(search)} onClose={() => setExporting(false)} />}
			</Suspense>
			{open && (
				<EntryDialog
					entry={open}
					onOnly={(only) => {
						setOpen(null);
						onSearch({ ...filters, ...only });
					}}
					onClose={() => setOpen(null)}
				/>
			)}
		</Page>
	);
}

/** What an address says about the list, without the page of it. */
const filtersOf = ({ text, kind, subject, actor, seller, since, until }: AuditSearch) => ({
	text,
	kind,
	subject,
	actor,
	seller,
	since,
	until,
});

/** What is asked for by its exact name. */
const names = ["kind", "subject", "actor"] as const;

/** What is asked for by its exact name stands here only when it is asked for: nobody knows such names by heart. */
function AuditFilters({ search, onSearch }: AuditProps) {
	const { t } = useLingui();
	const filters = filtersOf(search);
	const filter = (change: Partial<AuditSearch>) => onSearch({ ...filters, ...change });
	const exact = { kind: t`What happened`, subject: t`Subject`, actor: t`Who` };
	const dayChips = useDayChips();
	const sellerChip = useSellerChip(filters.seller, () => filter({ seller: undefined }));
	return (
		<Filters
			onClear={Object.values(filters).some(Boolean) ? () => onSearch({}) : undefined}
			search={
				<SearchField
					label={t`Search`}
					value={filters.text ?? ""}
					onChange={(text) => filter({ text: text || undefined })}
				/>
			}
			chips={[
				sellerChip,
				...names.map((name) => {
					const value = filters[name];
					return value && { label: value, onRemove: () => filter({ [name]: undefined }) };
				}),
				...dayChips({ since: filters.since, until: filters.until, onChange: filter }),
			]}
		>
			<SellerFilter value={filters.seller} onChange={(seller) => filter({ seller })} />
			{names.map(
				(name) =>
					filters[name] && (
						<SearchField
							key={name}
							label={exact[name]}
							value={filters[name]}
							onChange={(text) => filter({ [name]: text || undefined })}
						/>
					),
			)}
			<DayRange since={filters.since} until={filters.until} onChange={filter} />
		</Filters>
	);
}

/** The hats that have no roles. */
const hats: Record<string, MessageDescriptor> = {
	"": msg`Étal itself`,
	system: msg`Étal itself`,
	buyer: msg`A buyer`,
	guest: msg`A guest`,
	anonymous: msg`Nobody who was signed in`,
	pending: msg`Somebody who had not shown their second factor`,
};

/** The hat under which something was done, such as seller:owner, in words. */
function ActorRole({ of }: { of: string }) {
	const [kind, role = ""] = of.split(":").map((part) => part.toUpperCase());
	if (kind === "OPERATOR" && role in operatorRoles)
		return (
			<>
				<Trans>Operator</Trans>
				{" · "}
				<Words of={role as OperatorRole} labels={operatorRoles} />
			</>
		);
	if (kind === "SELLER" && role in memberRoles)
		return (
			<>
				<Trans>Seller</Trans>
				{" · "}
				<Words of={role as SellerMemberRole} labels={memberRoles} />
			</>
		);
	return of in hats ? <Words of={of} labels={hats} /> : <Code>{of}</Code>;
}

/** What has happened, in words, and its name, which the filter takes. One that these pages do not know has its name alone. */
function Deed({ kind }: { kind: string }) {
	const words = events[kind];
	return (
		<>
			{words && <Said>{words}</Said>}{" "}
			<span className="block font-normal text-muted">
				<Code>{kind}</Code>
			</span>
		</>
	);
}

function Subject({ of }: { of: string }) {
	return (
		<SubjectLink of={of}>
			<Code>{of}</Code>
		</SubjectLink>
	);
}

type EntryDialogProps = {
	entry: AuditRowFragment;
	onOnly: (only: Pick<AuditSearch, "actor" | "subject">) => void;
	onClose: () => void;
};

function EntryDialog({ entry, onOnly, onClose }: EntryDialogProps) {
	const { t } = useLingui();
	const { actor, subject } = entry;
	return (
		<Dialog title={t`Entry ${entry.number}`} isOpen onClose={onClose}>
			<Facts
				facts={[
					{
						term: t`What`,
						detail: (
							<span className="block text-end">
								<Deed kind={entry.kind} />
							</span>
						),
					},
					{ term: t`When`, detail: <Instant of={entry.at} isLong /> },
					actor && {
						term: t`Who`,
						detail: (
							<Only label={t`Only by them`} onPress={() => onOnly({ actor: actor.id })}>
								<Person of={actor} />
							</Only>
						),
					},
					{ term: t`As`, detail: <ActorRole of={entry.actorRole} /> },
					entry.proposedBy && { term: t`Proposed by`, detail: <Person of={entry.proposedBy} /> },
					{
						term: t`Subject`,
						detail: (
							<Only label={t`Only about it`} onPress={() => onOnly({ subject })}>
								<Subject of={subject} />
							</Only>
						),
					},
					entry.seller && { term: t`Seller`, detail: entry.seller.name },
					entry.address && {
						term: t({ message: "From", context: "network address" }),
						detail: <Code>{entry.address}</Code>,
					},
					entry.apiKeyId && { term: t`By the key`, detail: <Code>{entry.apiKeyId}</Code> },
					entry.requestId && { term: t`Request`, detail: <Code>{entry.requestId}</Code> },
					{
						term: t`Hash`,
						// Two lines of the same length.
						detail: (
							<span className="block max-w-[32.5ch] font-mono text-xs">
								<Code>{entry.hash}</Code>
							</span>
						),
					},
				]}
			/>
			<JsonChange before={entry.before} after={entry.after} />
			<DialogActions>
				<Button onPress={onClose}>
					<Trans>Close</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

/** A value, and the way to the entries that share it. */
function Only({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
	return (
		<span className="flex flex-col items-end text-end">
			{children}
			<Button look="link" className="-me-4" onPress={onPress}>
				{label}
			</Button>
		</span>
	);
}

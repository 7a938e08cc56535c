import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Fragment, type ReactNode, Suspense } from "react";
import type { ListExportCreateInput, PagePartsFragment } from "@/gql/graphql";
import { later } from "@/lib/later";
import { type Hideable, hiddenColumns, type PageSize } from "@/lib/list";
import { useIsWide } from "@/lib/media";
import { useHasViewsBar } from "@/lib/views";
import { Button } from "./button";
import { isolated } from "./isolated";
import { Banner, Empty, Failure, Skeleton } from "./states";

export type Column<Row> = Hideable & {
	/** Also the key of the column. */
	header: string;
	cell: (row: Row) => ReactNode;
	/** Numbers stand at the end of their column. */
	isNumber?: boolean;
	/** Where it stands on the card of a phone: the title, before or beside it, a line below with its name, or what can be done at the end. */
	card?: "choose" | "title" | "aside" | "line" | "plain" | "deeds" | "none";
	/** The header is read out but not shown. */
	isHeaderHidden?: boolean;
};

type ListProps<Row> = {
	label: string;
	columns: Column<Row>[];
	rows: Row[] | undefined;
	keyOf: (row: Row) => string;
	error?: unknown;
	onRetry?: () => void;
	/** Older rows are shown while newer ones are being asked for. */
	isFetching?: boolean;
	empty: ReactNode;
	/** The name under which somebody keeps views of this list, such as "orders". Absent: it has none. */
	views?: string;
	pageInfo?: PagePartsFragment;
	onPage?: (page: { after?: string; before?: string }) => void;
	/** How many rows there are on all pages, as the API counts. */
	total?: number | null;
	/** How long its pages are, and which columns are hidden. Absent: it cannot be chosen. */
	shape?: ListShape;
	/** What a file of the list is asked for with: its filter. Absent: there is none. */
	file?: ListExportCreateInput;
};

/** How somebody has a list shown. */
export type ListShape = {
	size?: PageSize;
	/** What may be chosen; all, when it does not say. */
	sizes?: readonly PageSize[];
	hide?: string;
	onChange: (shape: { size?: PageSize; hide?: string }) => void;
};

const ListTools = later(async () => (await import("@/pages/list-tools")).ListTools);

const SavedViews = later(async () => (await import("@/pages/saved-views")).SavedViews);

/** A list in all of its states: a table on wide windows, cards on phones. */
export function List<Row>({ views, ...all }: ListProps<Row>) {
	const { columns, shape } = all;
	const hidden = shape ? hiddenColumns(columns, shape.hide) : [];
	const shown = columns.filter(({ name }) => !name || !hidden.includes(name));
	const props = { ...all, columns: shown, all: columns };
	if (!views) return <Rows {...props} />;
	return (
		<div className="flex flex-col gap-3">
			<Suspense fallback={<ViewsPlace page={views} />}>
				<SavedViews page={views} />
			</Suspense>
			<Rows {...props} />
		</div>
	);
}

/** Where the saved views are going to stand: what is below must not jump. */
function ViewsPlace({ page }: { page: string }) {
	return useHasViewsBar(page) && <div className="min-h-10" />;
}

function Rows<Row>(props: ListProps<Row> & { all: Column<Row>[] }) {
	const { t } = useLingui();
	const isWide = useIsWide();
	if (props.rows === undefined && props.error) return <Failure error={props.error} onRetry={props.onRetry} />;
	if (props.rows === undefined) return <Skeleton label={t`Loading: ${props.label}`} />;
	const stale = Boolean(props.error) && <Stale onRetry={props.onRetry} />;
	if (props.rows.length === 0)
		return (
			<>
				{stale}
				{isLaterPage(props.pageInfo) ? <PageEmpty onPage={props.onPage} /> : props.empty}
			</>
		);
	const hasBar = Boolean(props.shape || props.file);
	return (
		<div className="flex flex-col gap-3">
			{stale}
			{hasBar && props.pageInfo && (
				<div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-1">
					<Suspense>
						<ListTools {...props} columns={props.all} count={props.rows.length} pageInfo={props.pageInfo} />
					</Suspense>
				</div>
			)}
			<div
				aria-busy={props.isFetching ?? false}
				className={clsx(props.isFetching && "opacity-60 transition-opacity delay-150")}
			>
				{isWide ? <Table {...props} rows={props.rows} /> : <Cards {...props} rows={props.rows} />}
			</div>
			{props.pageInfo && props.onPage && (
				<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
					<p className="text-sm text-muted">
						{!hasBar && <Count of={props.rows.length} pageInfo={props.pageInfo} />}
					</p>
					<Pager pageInfo={props.pageInfo} onPage={props.onPage} label={props.label} />
				</div>
			)}
		</div>
	);
}

/** Whether a page was reached over another one. Its being empty says nothing of the list. */
const isLaterPage = (pageInfo: PagePartsFragment | undefined) =>
	Boolean(pageInfo && (pageInfo.hasPreviousPage || pageInfo.hasNextPage));

/** The rows of a page have gone elsewhere, such as orders that were shipped. */
function PageEmpty({ onPage }: Pick<ListProps<never>, "onPage">) {
	const { t } = useLingui();
	return (
		<Empty
			title={t`Nothing is left on this page`}
			action={
				onPage && (
					<Button onPress={() => onPage({ after: undefined, before: undefined })}>
						<Trans>To the first page</Trans>
					</Button>
				)
			}
		/>
	);
}

/** Older rows are shown, because newer ones could not be had. */
function Stale({ onRetry }: { onRetry?: () => void }) {
	return (
		<Banner
			tone="warn"
			role="status"
			action={
				onRetry && (
					<Button onPress={onRetry}>
						<Trans>Try again</Trans>
					</Button>
				)
			}
		>
			<Trans>This could not be loaded again. What you see may be old.</Trans>
		</Banner>
	);
}

type Filled<Row> = ListProps<Row> & { rows: Row[] };

function Table<Row>({ label, columns, rows, keyOf }: Filled<Row>) {
	return (
		// A region with a name that takes the focus: a table wider than the window can be scrolled by keyboard.
		// oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
		<section
			aria-label={label}
			tabIndex={0}
			// Positioned, because hidden headers are: they would make the page as wide as the table.
			className="relative overflow-x-auto rounded-lg border border-line bg-surface"
		>
			<table className="w-full border-collapse text-start">
				<thead>
					<tr className="border-b border-line">
						{columns.map((column) => (
							<th
								key={column.header}
								scope="col"
								className={clsx(
									"px-3 py-2.5 font-normal text-muted first:ps-4 last:pe-4",
									endOf(column) ?? "text-start",
								)}
							>
								<span className={clsx(column.isHeaderHidden && "sr-only")}>{column.header}</span>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={keyOf(row)} data-row className="border-b border-line last:border-b-0 hover:bg-hover">
							{columns.map((column) => (
								<td
									key={column.header}
									className={clsx("px-3 py-2.5 align-middle first:ps-4 last:pe-4", endOf(column))}
								>
									{isolated(column.cell(row))}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** Where numbers and deeds stand in their column. What has no heading is a deed. */
function endOf<Row>({ isNumber, isHeaderHidden, card }: Column<Row>): string | undefined {
	if (card === "deeds" || (isNumber && isHeaderHidden)) return "text-end";
	return isNumber ? "figures tabular-nums" : undefined;
}

function Cards<Row>({ label, columns, rows, keyOf }: Filled<Row>) {
	const at = (place: Column<Row>["card"]) => columns.filter((column) => (column.card ?? "line") === place);
	return (
		<ul aria-label={label} className="flex flex-col gap-2">
			{rows.map((row) => (
				<li
					key={keyOf(row)}
					data-row
					className="flex flex-col gap-1.5 rounded-lg border border-line bg-surface p-4"
				>
					<div className="flex items-center justify-between gap-3">
						{/* A finger has room for the box, which stands where the text begins. */}
						<div className="-my-2 -ms-3 -me-6 shrink-0 *:px-3 empty:hidden">
							<Cells columns={at("choose")} row={row} />
						</div>
						<div className="min-w-0 flex-1 font-semibold break-words">
							<Cells columns={at("title")} row={row} />
						</div>
						<div className="-my-2 shrink-0 text-end">
							<Cells columns={at("aside")} row={row} />
						</div>
					</div>
					<Plain columns={at("plain")} row={row} />
					<CardLines columns={at("line")} row={row} />
					<Plain columns={at("deeds")} row={row} />
				</li>
			))}
		</ul>
	);
}

type CardPart<Row> = { columns: Column<Row>[]; row: Row };

function Cells<Row>({ columns, row }: CardPart<Row>) {
	return columns.map((column) => <Fragment key={column.header}>{isolated(column.cell(row))}</Fragment>);
}

/** Columns without their names; nothing of those that say nothing of a row. */
function Plain<Row>({ columns, row }: CardPart<Row>) {
	return columns.map((column) => (
		<div key={column.header} className="flex empty:hidden">
			{isolated(column.cell(row))}
		</div>
	));
}

function CardLines<Row>({ columns, row }: CardPart<Row>) {
	const lines = columns
		.map((column) => ({ header: column.header, content: column.cell(row) }))
		.filter(
			({ content }) => content !== null && content !== undefined && content !== false && content !== "",
		);
	if (lines.length === 0) return null;
	return (
		<dl className="flex flex-col gap-1">
			{lines.map(({ header, content }) => (
				<div key={header} className="flex justify-between gap-4">
					<dt className="shrink-0 text-muted">{header}</dt>
					<dd className="min-w-0 text-end break-words">{isolated(content)}</dd>
				</div>
			))}
		</dl>
	);
}

type PagerProps = {
	label: string;
	pageInfo: PagePartsFragment;
	onPage: (page: { after?: string; before?: string }) => void;
};

/** How many rows there are, as far as the page of a list can tell. */
export function Count({ of: count, pageInfo }: { of: number; pageInfo: PagePartsFragment }) {
	if (pageInfo.hasNextPage || pageInfo.hasPreviousPage)
		return <Plural value={count} one="# row on this page" other="# rows on this page" />;
	return <Plural value={count} one="# row in all" other="# rows in all" />;
}

function Pager({ label, pageInfo, onPage }: PagerProps) {
	const { t } = useLingui();
	if (!pageInfo.hasNextPage && !pageInfo.hasPreviousPage) return null;
	return (
		<nav aria-label={t`Pages: ${label}`} className="ms-auto flex justify-end gap-2">
			<Button
				isDisabled={!pageInfo.hasPreviousPage}
				onPress={() => onPage({ before: pageInfo.startCursor ?? undefined })}
			>
				<ChevronLeft aria-hidden="true" className="size-4 rtl:rotate-180" />
				<Trans>Previous</Trans>
			</Button>
			<Button
				isDisabled={!pageInfo.hasNextPage}
				onPress={() => onPage({ after: pageInfo.endCursor ?? undefined })}
			>
				<Trans>Next</Trans>
				<ChevronRight aria-hidden="true" className="size-4 rtl:rotate-180" />
			</Button>
		</nav>
	);
}

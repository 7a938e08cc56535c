import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChartColumn, Percent } from "lucide-react";
import { Suspense, useState } from "react";
import {
	AdminReportExportDocument,
	AdminSalesReportDocument,
	type AdminSalesReportQuery,
	AdminTaxReportDocument,
	type AdminTaxReportQuery,
} from "@/gql/graphql";
import { formatPercent } from "@/lib/format";
import { useHat, useHatMutation } from "@/lib/hat";
import { later } from "@/lib/later";
import { pageVariables } from "@/lib/list";
import { numerals } from "@/lib/numerals";
import { remitters } from "@/lib/operator-labels";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { utcDayAt, utcMidnight } from "@/lib/zone";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Page, TextLink } from "@/ui/page";
import { Choose, Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Words } from "@/ui/status";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Money } from "@/ui/text";
import { FileDialog } from "./file-dialog";
import { FormDialog } from "./form-dialog";
import { YearReport, type YearReportView } from "./year-report";

const TaxRemittances = later(async () => (await import("./tax-remittances")).TaxRemittances);

type Search = {
	view?: "taxes" | YearReportView;
	from?: string;
	to?: string;
	year?: number;
	jurisdiction?: string;
	after?: string;
	before?: string;
};
type Props = { search: Search; onSearch: (search: Search) => void };

const thisYear = () => new Date().getUTCFullYear();

/** The days of a report, of UTC: those of the address, or this month so far. */
function spanOf({ from, to }: Search) {
	const today = utcDayAt(Date.now());
	return { from: from ?? `${today.slice(0, 8)}01`, to: to ?? today };
}

/** What sellers sold and the platform kept, taxes, and what authorities are told of a year. */
export function Reports({ search, onSearch }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const { view } = search;
	const span = spanOf(search);
	const year = search.year ?? thisYear();
	const [isExporting, setExporting] = useState(false);
	const views = [
		{ to: undefined, label: t`Sales` },
		{ to: "taxes", label: t`Taxes` },
		{ to: "dac7", label: t`DAC7` },
		{ to: "1099k", label: t`Form 1099-K` },
	] as const;
	const isYearly = view === "dac7" || view === "1099k";
	return (
		<Page
			title={t`Reports`}
			actions={
				may(hat, "REPORT_EXPORT") && (
					<Button onPress={() => setExporting(true)}>
						<Trans>Export…</Trans>
					</Button>
				)
			}
		>
			<ViewTabs label={t`Kinds of reports`}>
				{views.map(({ to, label }) => (
					<Link
						key={label}
						to="/platform/reports"
						search={{ from: search.from, to: search.to, year: search.year, view: to }}
						{...viewTab(view === to)}
					>
						{label}
					</Link>
				))}
			</ViewTabs>
			{isYearly ? (
				<>
					<YearFilter year={year} onYear={(next) => onSearch({ view, year: next })} />
					<YearReport
						view={view}
						year={year}
						page={{ after: search.after, before: search.before }}
						onPage={(page) => onSearch({ view, year: search.year, ...page })}
					/>
				</>
			) : (
				<>
					<Filters>
						<TextField
							label={t({ message: "From (UTC)", context: "first day" })}
							type="date"
							value={span.from}
							onChange={(from) => from && onSearch({ view, to: search.to, from })}
						/>
						<TextField
							label={t({ message: "To (UTC)", context: "last day" })}
							type="date"
							value={span.to}
							onChange={(to) => to && onSearch({ view, from: search.from, to })}
						/>
					</Filters>
					{view === "taxes" ? (
						<Taxes span={span} search={search} onSearch={onSearch} />
					) : (
						<Sales span={span} search={search} onSearch={onSearch} />
					)}
				</>
			)}
			{isExporting && (
				<ExportDialog
					first={reportOf[view ?? "sales"]}
					span={span}
					// What is reported is mostly the year that is over.
					year={isYearly ? year : year - 1}
					onClose={() => setExporting(false)}
				/>
			)}
		</Page>
	);
}

/** The years that are asked for: this one, and as many before as are kept in books. */
function YearFilter({ year, onYear }: { year: number; onYear: (year: number) => void }) {
	const { t } = useLingui();
	const now = thisYear();
	const years = [...new Set([...Array.from({ length: 10 }, (_, back) => now - back), year])].sort(
		(a, b) => a - b,
	);
	return (
		<Filters>
			<Choose
				label={t`Year (UTC)`}
				value={String(year)}
				labels={Object.fromEntries(years.map((each) => [String(each), String(each)]))}
				onChange={(next) => onYear(Number(next))}
			/>
		</Filters>
	);
}

type Span = { from: string; to: string };

const instants = ({ from, to }: Span) => ({
	from: utcMidnight(from) ?? "",
	to: utcMidnight(to, 1) ?? "",
});

type SalesRow = NonNullable<AdminSalesReportQuery["salesReport"]>["nodes"][number];

function Sales({ span, search, onSearch }: Props & { span: Span }) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { after, before } = search;
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "reports", AdminSalesReportDocument, {
			...instants(span),
			...pageVariables({ after, before }),
		}),
	);
	const columns: Column<SalesRow>[] = [
		{
			header: t`Seller`,
			card: "title",
			cell: ({ seller }) =>
				seller && (
					<TextLink to="/platform/sellers/$sellerId" params={{ sellerId: seller.id }}>
						{seller.name}
					</TextLink>
				),
		},
		{
			header: t`Orders`,
			isNumber: true,
			cell: ({ orders }) => BigInt(orders).toLocaleString(numerals(i18n.locale)),
		},
		{ header: t`Sold`, isNumber: true, cell: ({ gross }) => <Money of={gross} /> },
		{ header: t`Given back`, isNumber: true, cell: ({ refunds }) => <Money of={refunds} /> },
		{ header: t`Commission`, isNumber: true, cell: ({ commission }) => <Money of={commission} /> },
		{
			header: t`Commission returned`,
			isNumber: true,
			cell: ({ commissionReturned }) => <Money of={commissionReturned} />,
		},
		{ header: t`Discounts paid`, isNumber: true, cell: ({ promotions }) => <Money of={promotions} /> },
		{ header: t`Margin`, isNumber: true, cell: ({ margin }) => <Money of={margin} /> },
		{
			header: t`Take rate`,
			isNumber: true,
			cell: ({ takeRateBasisPoints }) =>
				takeRateBasisPoints != null && formatPercent(takeRateBasisPoints, i18n.locale),
		},
	];
	return (
		<List
			label={t`Sales by seller`}
			views="reports"
			columns={columns}
			rows={data?.salesReport?.nodes}
			keyOf={({ seller, currency }) => `${seller?.id} ${currency}`}
			error={error}
			onRetry={() => void refetch()}
			isFetching={isFetching}
			pageInfo={data?.salesReport?.pageInfo}
			onPage={(page) => onSearch({ from: search.from, to: search.to, ...page })}
			empty={
				<Empty icon={ChartColumn} title={t`No seller has sold anything yet`}>
					{t`The first paid order makes the first row.`}
				</Empty>
			}
		/>
	);
}

type TaxRow = NonNullable<AdminTaxReportQuery["taxReport"]>[number];

function Taxes({ span, search, onSearch }: Props & { span: Span }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "reports", AdminTaxReportDocument, instants(span)),
	);
	const columns: Column<TaxRow>[] = [
		{ header: t`Jurisdiction`, card: "title", cell: ({ jurisdiction }) => jurisdiction },
		{ header: t`Remitted by`, cell: ({ remitter }) => <Words of={remitter} labels={remitters} /> },
		{ header: t`Taxed`, isNumber: true, cell: ({ base }) => <Money of={base} /> },
		{ header: t`Tax`, isNumber: true, cell: ({ tax }) => <Money of={tax} /> },
		{ header: t`Given back`, isNumber: true, cell: ({ returned }) => returned && <Money of={returned} /> },
		{
			header: t({ message: "Due", context: "a tax" }),
			isNumber: true,
			cell: ({ due }) => <Money of={due} />,
		},
		{
			header: t({ message: "Paid", context: "a tax" }),
			isNumber: true,
			cell: ({ remitted }) => remitted && <Money of={remitted} />,
		},
		{
			header: t({ message: "Open", context: "a tax" }),
			isNumber: true,
			cell: ({ open }) => open && <Money of={open} />,
		},
	];
	// The whole report is here, so it is narrowed here.
	const all = data?.taxReport ?? undefined;
	const { jurisdiction: wanted } = search;
	const jurisdictions = [...new Set([...(all ?? []).map(({ jurisdiction }) => jurisdiction), wanted ?? ""])]
		.filter(Boolean)
		.sort();
	return (
		<>
			{jurisdictions.length > 1 && (
				<Filters onClear={wanted ? () => onSearch({ ...search, jurisdiction: undefined }) : undefined}>
					<Select
						label={t`Jurisdiction`}
						all={t`All`}
						value={wanted}
						choices={jurisdictions.map((value) => ({ value, label: value }))}
						onChange={(jurisdiction) => onSearch({ ...search, jurisdiction })}
					/>
				</Filters>
			)}
			<List
				label={t`Taxes by jurisdiction`}
				views="taxes"
				columns={columns}
				rows={all?.filter(({ jurisdiction }) => !wanted || jurisdiction === wanted)}
				keyOf={({ jurisdiction, remitter, currency }) => `${jurisdiction} ${remitter} ${currency}`}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				empty={
					<Empty icon={Percent} title={t`No taxes in this time`}>
						{t`Taxes of orders that are paid within these days appear here.`}
					</Empty>
				}
			/>
			<Suspense fallback={<div className="min-h-40" />}>
				<TaxRemittances
					page={{ after: search.after, before: search.before }}
					period={span}
					onPage={(page) =>
						onSearch({ view: "taxes", from: search.from, to: search.to, jurisdiction: wanted, ...page })
					}
				/>
			</Suspense>
		</>
	);
}

type Report = "SALES" | "TAXES" | "DAC7" | "FORM_1099K";

/** Which report the file is of that somebody asks for while they look at a view. */
const reportOf: Record<"sales" | "taxes" | YearReportView, Report> = {
	sales: "SALES",
	taxes: "TAXES",
	dac7: "DAC7",
	"1099k": "FORM_1099K",
};

type ExportProps = { first: Report; span: Span; year: number; onClose: () => void };

/** Asks which report is wanted, and saves the file. */
function ExportDialog({ first, span, year: shown, onClose }: ExportProps) {
	const { t } = useLingui();
	const [report, setReport] = useState<Report>(first);
	const [from, setFrom] = useState(span.from);
	const [to, setTo] = useState(span.to);
	const [year, setYear] = useState(String(shown));
	const [format, setFormat] = useState<"CSV" | "JSONL">("CSV");
	const create = useHatMutation(AdminReportExportDocument, []);
	const id = create.data?.reportExportCreate?.export?.id;
	if (id) return <FileDialog id={id} onClose={onClose} />;
	const isYearly = report === "DAC7" || report === "FORM_1099K";
	return (
		<FormDialog
			title={t`Export a report`}
			verb={<Trans>Make the file</Trans>}
			mutation={create}
			fields={["from", "to", "year"]}
			onClose={onClose}
			onSubmit={() =>
				create.mutate({
					input: { report, format, ...(isYearly ? { year: Number(year) } : instants({ from, to })) },
				})
			}
		>
			<Choose
				label={t`Report`}
				value={report}
				labels={{
					SALES: t`Sales by seller`,
					TAXES: t`Taxes by jurisdiction`,
					DAC7: t`DAC7, for the tax authorities of the EU`,
					FORM_1099K: t`Form 1099-K, for the United States`,
				}}
				onChange={setReport}
			/>
			{isYearly ? (
				<TextField
					label={t`Year`}
					name="year"
					type="number"
					bounds={{ min: 2000, max: 9999 }}
					isRequired
					value={year}
					onChange={setYear}
				/>
			) : (
				<div className="grid gap-4 sm:grid-cols-2">
					<TextField
						label={t({ message: "From (UTC)", context: "first day" })}
						name="from"
						type="date"
						isRequired
						value={from}
						onChange={setFrom}
					/>
					<TextField
						label={t({ message: "To (UTC)", context: "last day" })}
						name="to"
						type="date"
						isRequired
						value={to}
						onChange={setTo}
					/>
				</div>
			)}
			<Choose
				label={t`Format`}
				value={format}
				labels={{ CSV: t`Table (CSV)`, JSONL: t`One JSON object a line` }}
				onChange={setFormat}
			/>
		</FormDialog>
	);
}

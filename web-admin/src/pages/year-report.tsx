import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Landmark } from "lucide-react";
import { useState } from "react";
import {
	AdminDac7ReportDocument,
	AdminForm1099KReportDocument,
	type YearReportPartsFragment,
} from "@/gql/graphql";
import { formatCountry } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { isolatedText } from "@/lib/isolated";
import { pageVariables } from "@/lib/list";
import { numerals } from "@/lib/numerals";
import { reportMissing } from "@/lib/operator-labels";
import { hatQuery } from "@/lib/query";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { type Column, List } from "@/ui/list";
import { TextLink } from "@/ui/page";
import { Facts } from "@/ui/panel";
import { Empty } from "@/ui/states";
import { Code, Money } from "@/ui/text";

/** Which authority a report of a year is for. */
export type YearReportView = "dac7" | "1099k";
type Turn = { after?: string; before?: string };
type Props = { view: YearReportView; year: number; page: Turn; onPage: (page: Turn) => void };
type Row = YearReportPartsFragment;

/** The rows of a report of a year. Both reports have the same columns. */
function useRows({ view, year, page }: Omit<Props, "onPage">) {
	const hat = useHat();
	const variables = { year, ...pageVariables(page) };
	const dac7 = useQuery({
		...hatQuery(hat, "reports", AdminDac7ReportDocument, variables),
		enabled: view === "dac7",
	});
	const form = useQuery({
		...hatQuery(hat, "reports", AdminForm1099KReportDocument, variables),
		enabled: view === "1099k",
	});
	return view === "dac7"
		? { ...dac7, found: dac7.data?.dac7Report }
		: { ...form, found: form.data?.form1099KReport };
}

/** What an authority is told of each seller for a year, and what it asks for and nobody knows. */
export function YearReport({ view, year, page, onPage }: Props) {
	const { t, i18n } = useLingui();
	const [openKey, setOpenKey] = useState<string | null>(null);
	const { found, error, refetch, isFetching } = useRows({ view, year, page });
	const open = found?.nodes.find((row) => keyOf(row) === openKey);
	const columns: Column<Row>[] = [
		{
			header: t`Seller`,
			card: "title",
			cell: ({ seller, legalName }) => (
				<span className="break-words">
					{seller && (
						<TextLink to="/platform/sellers/$sellerId" params={{ sellerId: seller.id }}>
							{seller.name}
						</TextLink>
					)}
					{legalName && <span className="block text-xs font-normal text-muted">{legalName}</span>}
				</span>
			),
		},
		{ header: t`Country`, cell: ({ country }) => country && formatCountry(country, i18n.locale) },
		{
			header: t`Orders`,
			isNumber: true,
			cell: ({ transactions }) => transactions.toLocaleString(numerals(i18n.locale)),
		},
		{ header: t`Sold`, isNumber: true, cell: ({ gross }) => <Money of={gross} /> },
		{ header: t`Credited`, isNumber: true, cell: ({ consideration }) => <Money of={consideration} /> },
		{ header: t`To report`, card: "plain", cell: (row) => <ToReport of={row} view={view} /> },
		{
			header: t`Not known`,
			cell: (row) => (row.missing.length > 0 ? <MissingList of={row} view={view} /> : t`Nothing is missing`),
		},
		{
			header: t`Details`,
			isHeaderHidden: true,
			card: "deeds",
			cell: (row) => (
				<Button look="link" className="-ms-4 wide:ms-0" onPress={() => setOpenKey(keyOf(row))}>
					{view === "dac7" ? <Trans>By quarter</Trans> : <Trans>By month</Trans>}
					<span className="sr-only">{`, ${row.seller?.name ?? ""} ${row.currency}`}</span>
				</Button>
			),
		},
	];
	return (
		<>
			<List
				label={view === "dac7" ? t`DAC7, ${String(year)}` : t`Form 1099-K, ${String(year)}`}
				columns={columns}
				rows={found?.nodes}
				keyOf={keyOf}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={found?.pageInfo}
				onPage={onPage}
				empty={
					<Empty icon={Landmark} title={t`No seller has a balance yet`}>
						{t`Sellers appear here, for each currency, once something of theirs is sold.`}
					</Empty>
				}
			/>
			{open && <RowDialog row={open} view={view} onClose={() => setOpenKey(null)} />}
		</>
	);
}

const keyOf = ({ seller, currency }: Row) => `${seller?.id} ${currency}`;

type OfRow = { of: Row; view: YearReportView };

const isReported = ({ of: { isSmall, isAbove1099K }, view }: OfRow) =>
	view === "dac7" ? !isSmall : isAbove1099K;

function ToReport({ of, view }: OfRow) {
	const { t } = useLingui();
	if (isReported({ of, view })) return <Badge tone="brand">{t`Yes`}</Badge>;
	if (view === "dac7") return <Badge tone="muted">{t`Small: left out`}</Badge>;
	// The thresholds are in dollars: nothing is known of what was sold in another currency.
	return (
		<Badge tone="muted">
			{of.currency === "USD" ? t`Below the thresholds` : t`Not in USD: decide yourself`}
		</Badge>
	);
}

/** How much an authority asks for and nobody knows, and what that is. It presses where the row is to be reported. */
function MissingList({ of, view }: OfRow) {
	const { t, i18n } = useLingui();
	const { missing } = of;
	const tone = isReported({ of, view }) ? "warn" : "muted";
	const names = missing.map((each) => i18n._(reportMissing[each]));
	return (
		<span className="flex flex-col gap-1">
			<span>
				<Badge tone={tone}>{t`${plural(missing.length, { one: "# missing", other: "# missing" })}`}</Badge>
			</span>
			<span className="max-w-60 text-xs text-muted">
				{new Intl.ListFormat(i18n.locale, { type: "unit" }).format(names)}
			</span>
		</span>
	);
}

function RowDialog({ row, view, onClose }: { row: Row; view: YearReportView; onClose: () => void }) {
	const { t, i18n } = useLingui();
	const name = isolatedText(row.seller?.name) ?? "";
	return (
		<Dialog title={t`${name}, ${String(row.year)}`} isOpen onClose={onClose}>
			<Facts
				facts={[
					row.legalName && { term: t`Name by law`, detail: row.legalName },
					row.address && { term: t`Postal address`, detail: row.address },
					row.country && { term: t`Country`, detail: formatCountry(row.country, i18n.locale) },
					row.taxId && { term: t`VAT or tax number`, detail: <Code>{row.taxId}</Code> },
					row.registrationNumber && {
						term: t`Number in the trade register`,
						detail: <Code>{row.registrationNumber}</Code>,
					},
					row.financialAccount && {
						term: t`Account at the provider`,
						detail: <Code>{row.financialAccount}</Code>,
					},
					row.bankLastFour && { term: t`Bank account`, detail: <Code>{`•••• ${row.bankLastFour}`}</Code> },
					row.missing.length > 0 && {
						term: t`Not known`,
						detail: (
							<span className="block text-end">
								<MissingList of={row} view={view} />
							</span>
						),
					},
				]}
			/>
			<PartsTable row={row} view={view} />
			<DialogActions>
				<Button onPress={onClose}>
					<Trans>Close</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

/** A quarter or a month of a year, in words. */
function usePartName(view: YearReportView) {
	const { t, i18n } = useLingui();
	const months = new Intl.DateTimeFormat(numerals(i18n.locale), { month: "long", timeZone: "UTC" });
	return (year: number, number: number) =>
		view === "dac7" ? t`Quarter ${number}` : months.format(new Date(Date.UTC(year, number - 1, 1)));
}

function PartsTable({ row, view }: { row: Row; view: YearReportView }) {
	const { t, i18n } = useLingui();
	const nameOf = usePartName(view);
	const cell = "py-1.5 figures tabular-nums";
	return (
		<table className="w-full border-collapse">
			<caption className="sr-only">{view === "dac7" ? t`By quarter` : t`By month`}</caption>
			<thead className="text-muted">
				<tr className="border-b border-line">
					<th scope="col" className="py-1.5 text-start font-normal">
						{view === "dac7" ? t`Quarter` : t`Month`}
					</th>
					<th scope="col" className={`${cell} font-normal`}>{t`Orders`}</th>
					<th scope="col" className={`${cell} font-normal`}>{t`Sold`}</th>
					<th scope="col" className={`${cell} font-normal`}>{t`Credited`}</th>
				</tr>
			</thead>
			<tbody>
				{row.parts.map(({ number, orders, gross, consideration }) => (
					<tr key={number} className="border-b border-line last:border-b-0">
						<th scope="row" className="py-1.5 text-start font-normal">
							{nameOf(row.year, number)}
						</th>
						<td className={cell}>{BigInt(orders).toLocaleString(numerals(i18n.locale))}</td>
						<td className={cell}>
							<Money of={gross} />
						</td>
						<td className={cell}>
							<Money of={consideration} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

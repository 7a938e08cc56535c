import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { Store } from "lucide-react";
import { useState } from "react";
import * as v from "valibot";
import { OperatorSellersDocument, type OperatorSellersQuery, type Permission } from "@/gql/graphql";
import { SellerStatusValues } from "@/gql/values";
import { countries } from "@/lib/countries";
import { formatCountry } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { sellerStatuses, valuesOf } from "@/lib/labels";
import { choiceSearch, listSearch, pageVariables, textSearch } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { useSelection } from "@/lib/selection";
import { type Hat, may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { bulkDeed, SellerBulk } from "@/pages/seller-bulk";
import { AskedDecision, type Decision, DecisionMenu } from "@/pages/seller-decisions";
import { PayoutState, Verification } from "@/pages/seller-standing";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Page, TextLink } from "@/ui/page";
import { SearchField } from "@/ui/search";
import { Choose, Select } from "@/ui/select";
import { useSelectColumn } from "@/ui/select-rows";
import { Empty } from "@/ui/states";
import { Status } from "@/ui/status";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Instant, Money } from "@/ui/text";

type Row = NonNullable<OperatorSellersQuery["sellers"]>["nodes"][number];

const searchSchema = v.object({
	status: choiceSearch(SellerStatusValues),
	q: textSearch,
	country: textSearch,
	sort: choiceSearch(["newest", "oldest"]),
	...listSearch,
});
type Search = v.InferOutput<typeof searchSchema>;

const filterOf = ({ status, q, country }: Search) => ({
	status,
	search: q || undefined,
	country: country?.toUpperCase() || undefined,
});

/** Those who wait are shown in the order in which they have waited, unless somebody wants it otherwise. */
const orderOf = ({ status, sort }: Search) => sort ?? (status === "APPLIED" ? "oldest" : "newest");

const query = (hat: Hat, search: Search) =>
	hatQuery(hat, "sellers", OperatorSellersDocument, {
		filter: filterOf(search),
		sort: orderOf(search) === "oldest" ? "OLDEST_FIRST" : "NEWEST_FIRST",
		...pageVariables(search),
	});

/** How often the list is asked for again, in milliseconds: whoever applies appears by themselves. */
const askEvery = 20_000;

export const Route = createFileRoute("/_app/platform/sellers/")({
	validateSearch: searchSchema,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (may(context.hat, "SELLER_LIST")) void context.client.prefetchQuery(query(context.hat, deps));
	},
	component: () => (
		<Needs permission="SELLER_LIST">
			<Sellers />
		</Needs>
	),
});

function useColumns(onDecide: (seller: Row, decision: Decision) => void): Column<Row>[] {
	const { t, i18n } = useLingui();
	const known = useKnownColumns();
	return [
		{
			header: t`Seller`,
			card: "title",
			cell: (seller) => (
				<TextLink to="/platform/sellers/$sellerId" params={{ sellerId: seller.id }}>
					{seller.name}
				</TextLink>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: (seller) => seller.business && <Status of={seller.business.status} labels={sellerStatuses} />,
		},
		{ header: t`Country`, name: "country", cell: (seller) => formatCountry(seller.country, i18n.locale) },
		{ header: t`Currency`, name: "currency", isExtra: true, cell: (seller) => seller.currencyCode },
		{
			header: t`Applied`,
			name: "applied",
			cell: (seller) => seller.business && <Instant of={seller.business.appliedAt} />,
		},
		{
			header: t`Decided`,
			name: "decided",
			isExtra: true,
			cell: (seller) => seller.business?.decidedAt && <Instant of={seller.business.decidedAt} />,
		},
		...known,
		{
			header: t`Decide`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (seller) => <DecisionMenu seller={seller} onDecide={(decision) => onDecide(seller, decision)} />,
		},
	];
}

/** Whether a seller has been let in: of others nobody asks for an account that is paid out to. */
const isLetIn = (business: Row["business"]) =>
	business?.status !== "APPLIED" && business?.status !== "REJECTED";

/** What is known of a seller beside who they are, as far as the role sees it. */
function useKnownColumns(): Column<Row>[] {
	const { t } = useLingui();
	const hat = useHat();
	const columns: [permission: Permission, column: Column<Row>][] = [
		[
			"SELLER_COMMISSION_READ",
			{ header: t`Plan`, name: "plan", cell: ({ business }) => business?.plan?.name },
		],
		[
			"PAYOUT_ACCOUNT_READ",
			{
				header: t`Verification`,
				name: "kyc",
				cell: ({ business }) =>
					isLetIn(business) && business?.payouts && <Verification of={business.payouts} />,
			},
		],
		[
			"PAYOUT_ACCOUNT_READ",
			{
				header: t`Payouts`,
				name: "payouts",
				cell: ({ business }) =>
					isLetIn(business) && business?.payouts && <PayoutState of={business.payouts} />,
			},
		],
		[
			"SELLER_BALANCE_READ",
			{
				header: t`Open balance`,
				name: "balance",
				isNumber: true,
				cell: ({ business }) =>
					business?.openBalances &&
					business.openBalances.length > 0 && (
						<span className="flex flex-col items-end">
							{business.openBalances.map((amount) => (
								<Money key={amount.currencyCode} of={amount} />
							))}
						</span>
					),
			},
		],
	];
	return columns.filter(([permission]) => may(hat, permission)).map(([, column]) => column);
}

function Sellers() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const { data, error, refetch, isPlaceholderData } = useQuery({
		...query(hat, search),
		// There is no stream of applications. A window that nobody looks at does not ask.
		refetchInterval: askEvery,
	});
	const { q, country, status: shown, sort, size, hide } = search;
	const kept = { q, country, status: shown, sort, size, hide };
	const narrow = (change: Partial<Search>) => void navigate({ search: { ...kept, ...change } });
	const countryNames = countries(i18n.locale);
	const isFiltered = Boolean(q || country);
	// What is being decided outlives its row, which goes when somebody else decides meanwhile.
	const [asked, ask] = useState<{ seller: Row; decision: Decision } | null>(null);
	const columns = useColumns((seller, decision) => ask({ seller, decision }));
	const deed = bulkDeed(hat, search.status);
	const rows = data?.sellers?.nodes;
	const decidable = rows?.filter(({ isPlatform }) => !isPlatform);
	const selection = useSelection(decidable, ({ id }) => id);
	const select = useSelectColumn(
		selection,
		({ name }) => name,
		({ isPlatform }) => !isPlatform,
	);
	return (
		<Page title={t`Sellers`}>
			<ViewTabs label={t`Sellers by status`}>
				{[undefined, ...valuesOf(sellerStatuses)].map((status) => (
					<Link
						key={status ?? ""}
						from={Route.fullPath}
						search={{ ...kept, status }}
						{...viewTab(search.status === status)}
					>
						{status ? i18n._(sellerStatuses[status].label) : t`All`}
					</Link>
				))}
			</ViewTabs>
			<Filters
				onClear={isFiltered ? () => narrow({ q: undefined, country: undefined }) : undefined}
				search={
					<SearchField
						label={t`Search`}
						placeholder={t`Name`}
						value={q ?? ""}
						onChange={(next) => narrow({ q: next || undefined })}
					/>
				}
				chips={[
					country && {
						label: countryNames[country] ?? country,
						onRemove: () => narrow({ country: undefined }),
					},
				]}
			>
				<Select
					label={t`Country`}
					all={t`All`}
					value={country}
					choices={Object.entries(countryNames).map(([value, label]) => ({ value, label }))}
					onChange={(next) => narrow({ country: next })}
				/>
				<Choose
					label={t`Sort by`}
					value={orderOf(search)}
					labels={{ newest: t`Newest first`, oldest: t`Oldest first` }}
					onChange={(next) => narrow({ sort: next })}
				/>
			</Filters>
			{deed && rows && <SellerBulk key={deed} deed={deed} selection={selection} />}
			<List
				label={t`Sellers`}
				views="sellers"
				columns={deed ? [select, ...columns] : columns}
				rows={rows}
				keyOf={(seller) => seller.id}
				error={error}
				onRetry={() => void refetch()}
				// What is asked for again by itself does not dim the list.
				isFetching={isPlaceholderData}
				pageInfo={data?.sellers?.pageInfo}
				onPage={narrow}
				total={data?.sellers?.totalCount}
				shape={{ size, hide, onChange: narrow }}
				file={{ sellers: filterOf(search) }}
				empty={
					isFiltered || search.status ? (
						<Empty
							icon={Store}
							title={
								search.status === "APPLIED" && !isFiltered
									? t`Nobody waits for a decision`
									: t`No seller matches`
							}
							action={
								isFiltered ? (
									<Button
										onPress={() => narrow({ q: undefined, country: undefined })}
									>{t`Clear filters`}</Button>
								) : (
									<Button onPress={() => narrow({ status: undefined })}>{t`Show all sellers`}</Button>
								)
							}
						/>
					) : (
						<Empty
							icon={Store}
							title={t`No sellers yet`}
						>{t`Whoever applies to sell appears here, to be approved or rejected.`}</Empty>
					)
				}
			/>
			{asked && <AskedDecision {...asked} onClose={() => ask(null)} />}
		</Page>
	);
}

import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { ShieldCheck } from "lucide-react";
import type { AdminDisputesQuery, DisputeRowFragment } from "@/gql/graphql";
import { disputesQuery, isAsked } from "@/lib/disputes";
import { useHat } from "@/lib/hat";
import { disputeAnswers, disputeReasons, disputeStatuses } from "@/lib/labels";
import { askEvery } from "@/lib/live";
import { type DisputeSearch, dues } from "@/lib/searches";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { linkClass, Page } from "@/ui/page";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Status, StatusSelect, Words } from "@/ui/status";
import { Instant, Money } from "@/ui/text";
import { AnswerBy } from "./deadline";
import { PartOrder } from "./part-order";
import { SellerFilter, useSellerChip } from "./seller-filter";

type Props = { search: DisputeSearch; onSearch: (search: DisputeSearch) => void };

/** What the banks of buyers ask, by how soon they want an answer. */
export function Disputes({ search, onSearch }: Props) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isPlaceholderData } = useQuery({
		...disputesQuery(hat, search),
		refetchInterval: askEvery,
	});
	const { status, due, seller } = search;
	const filters = { status, due, seller };
	const isFiltered = Boolean(status || due || seller);
	const narrow = (change: Partial<DisputeSearch>) => onSearch({ ...filters, ...change });
	const sellerChip = useSellerChip(seller, () => narrow({ seller: undefined }));
	const dueTexts = { "48": t`In two days`, "168": t`In a week` };
	return (
		<Page title={t`Disputes`}>
			<Filters
				onClear={isFiltered ? () => onSearch({}) : undefined}
				chips={[
					status && {
						label: i18n._(disputeStatuses[status].label),
						onRemove: () => narrow({ status: undefined }),
					},
					due && { label: dueTexts[due], onRemove: () => narrow({ due: undefined }) },
					sellerChip,
				]}
			>
				<StatusSelect value={status} labels={disputeStatuses} onChange={(next) => narrow({ status: next })} />
				<Select
					label={t`Due`}
					all={t`At any time`}
					value={due}
					choices={dues.map((each) => ({ value: each, label: dueTexts[each] }))}
					onChange={(next) => narrow({ due: next })}
				/>
				<SellerFilter value={seller} onChange={(next) => narrow({ seller: next })} />
			</Filters>
			<List
				label={t`Disputes`}
				views="disputes"
				columns={useColumns()}
				rows={data?.disputes?.nodes}
				keyOf={(dispute) => dispute.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isPlaceholderData}
				pageInfo={data?.disputes?.pageInfo}
				onPage={narrow}
				empty={
					isFiltered ? (
						<Empty
							icon={ShieldCheck}
							title={t`No dispute matches`}
							action={<Button onPress={() => onSearch({})}>{t`Show all disputes`}</Button>}
						/>
					) : (
						<Empty icon={ShieldCheck} title={t`Nobody disputes a payment`}>
							{t`When a buyer's bank asks about a payment or takes it back, it appears here with the day until which it can be answered.`}
						</Empty>
					)
				}
			/>
		</Page>
	);
}

type Row = NonNullable<AdminDisputesQuery["disputes"]>["nodes"][number];

function useColumns(): Column<Row>[] {
	const { t } = useLingui();
	const hat = useHat();
	const face = (dispute: DisputeRowFragment) => <Words of={dispute.reason} labels={disputeReasons} />;
	return [
		{
			header: t`Reason`,
			card: "title",
			cell: (dispute) =>
				hat.seller ? (
					<Link
						to="/s/$slug/disputes/$disputeId"
						params={{ slug: hat.seller.slug, disputeId: dispute.id }}
						className={clsx(linkClass, "inline-block")}
					>
						{face(dispute)}
					</Link>
				) : (
					<Link
						to="/platform/disputes/$disputeId"
						params={{ disputeId: dispute.id }}
						className={clsx(linkClass, "inline-block")}
					>
						{face(dispute)}
					</Link>
				),
		},
		{
			header: t`Order`,
			card: "title",
			cell: ({ orderId, parts }) => (
				<span className="flex flex-col gap-1 pt-1 font-normal wide:pt-0">
					{parts.map(
						({ sellerOrder }) =>
							sellerOrder && (
								<span key={sellerOrder.id} className="flex flex-col items-start break-words">
									<PartOrder orderId={orderId} of={sellerOrder} />
									{!hat.seller && sellerOrder.seller && (
										<span className="text-xs text-muted">{sellerOrder.seller.name}</span>
									)}
								</span>
							),
					)}
				</span>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ status }) => <Status of={status} labels={disputeStatuses} />,
		},
		{
			header: t`Answer by`,
			cell: (dispute) => <AnswerBy at={dispute.dueBy} isOver={!isAsked(dispute)} className="flex-col" />,
		},
		{ header: t`Answer`, cell: ({ answerStatus }) => <Status of={answerStatus} labels={disputeAnswers} /> },
		{ header: t`Received`, cell: ({ createdAt }) => <Instant of={createdAt} /> },
		{ header: t`Amount`, isNumber: true, card: "aside", cell: ({ amount }) => <Money of={amount} /> },
	];
}

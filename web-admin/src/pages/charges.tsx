import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Receipt } from "lucide-react";
import { useState } from "react";
import {
	AdminChargeReverseDocument,
	AdminChargesDocument,
	type AdminChargesQuery,
	type SellerChargePurpose,
} from "@/gql/graphql";
import { useHat, useKeyedMutation } from "@/lib/hat";
import { pageVariables } from "@/lib/list";
import { chargeKinds, chargePurposes } from "@/lib/operator-labels";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Page, TextLink } from "@/ui/page";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Instant, Money } from "@/ui/text";
import { NewPlanButton, Plans } from "./plans";
import { ReasonDialog } from "./reason-dialog";

type Search = { view?: "plans"; purpose?: SellerChargePurpose; after?: string; before?: string };
type Props = { search: Search; onSearch: (search: Search) => void };
type Charge = NonNullable<AdminChargesQuery["sellerCharges"]>["nodes"][number];

/** What sellers pay beside commission: what they were charged, and the plans behind it. */
export function Charges({ search, onSearch }: Props) {
	const { t } = useLingui();
	const { view } = search;
	const views = [
		{ to: undefined, label: t`Charges and credits` },
		{ to: "plans", label: t`Plans` },
	] as const;
	return (
		<Page title={t`Plans and charges`} actions={view === "plans" && <NewPlanButton />}>
			<ViewTabs label={t`Views of plans and charges`}>
				{views.map(({ to, label }) => (
					<Link key={label} to="/platform/charges" search={{ view: to }} {...viewTab(view === to)}>
						{label}
					</Link>
				))}
			</ViewTabs>
			{view === "plans" ? (
				<Plans page={search} onPage={(next) => onSearch({ view, ...next })} />
			) : (
				<ChargeList search={search} onSearch={onSearch} />
			)}
		</Page>
	);
}

function ChargeList({ search, onSearch }: Props) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { purpose, after, before } = search;
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "charges", AdminChargesDocument, { purpose, ...pageVariables({ after, before }) }),
	);
	const purposes = Object.keys(chargePurposes) as SellerChargePurpose[];
	return (
		<>
			<Filters onClear={purpose ? () => onSearch({}) : undefined}>
				<Select
					label={t({ message: "For", context: "purpose" })}
					all={t`Everything`}
					value={purpose}
					choices={purposes.map((value) => ({ value, label: i18n._(chargePurposes[value]) }))}
					onChange={(next) => onSearch({ purpose: next })}
				/>
			</Filters>
			<List
				label={t`Charges and credits`}
				views="charges"
				columns={useChargeColumns(true)}
				rows={data?.sellerCharges?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerCharges?.pageInfo}
				onPage={(page) => onSearch({ purpose, ...page })}
				empty={
					<Empty
						icon={Receipt}
						title={purpose ? t`No charge matches` : t`No seller was charged`}
						action={purpose && <Button onPress={() => onSearch({})}>{t`Show all charges`}</Button>}
					>
						{!purpose &&
							t`Fees of plans appear here by themselves. An operator charges or credits a seller on its page.`}
					</Empty>
				}
			/>
		</>
	);
}

/** The columns of charges, for all sellers or for one. */
export function useChargeColumns(withSeller: boolean): Column<Charge>[] {
	const { t } = useLingui();
	const seller: Column<Charge> = {
		header: t`Seller`,
		card: "title",
		cell: (charge) =>
			charge.seller && (
				<TextLink to="/platform/sellers/$sellerId" params={{ sellerId: charge.seller.id }}>
					{charge.seller.name}
				</TextLink>
			),
	};
	return [
		...(withSeller ? [seller] : []),
		{
			header: t`Kind`,
			card: "plain",
			cell: ({ kind, reversedAt, reversalReason }) => (
				<span className="flex flex-col items-start gap-0.5">
					<span className="flex flex-wrap gap-1">
						<Status of={kind} labels={chargeKinds} />
						{reversedAt && <Badge tone="muted">{t`Taken back`}</Badge>}
					</span>
					{reversalReason && <span className="text-xs break-words text-muted">{reversalReason}</span>}
				</span>
			),
		},
		{
			header: t({ message: "For", context: "purpose" }),
			cell: ({ purpose, reason, reference }) => (
				<span className="break-words">
					<Words of={purpose} labels={chargePurposes} />
					{reason && <span className="block text-xs text-muted">{reason}</span>}
					{reference && <span className="block text-xs break-all text-muted">{reference}</span>}
				</span>
			),
		},
		{ header: t`Booked`, cell: ({ createdAt }) => <Instant of={createdAt} isLong /> },
		{ header: t`VAT`, isNumber: true, cell: ({ vat }) => <Money of={vat} /> },
		{
			header: t`With VAT`,
			isNumber: true,
			card: withSeller ? "aside" : "title",
			cell: ({ gross }) => <Money of={gross} />,
		},
		{
			header: t`Take back`,
			isHeaderHidden: true,
			card: "deeds",
			cell: (charge) => <Reverse charge={charge} />,
		},
	];
}

function Reverse({ charge }: { charge: Charge }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const reverse = useKeyedMutation(AdminChargeReverseDocument, ["charges", "debts", "money", "proposals"]);
	if (charge.reversedAt || !may(hat, "SELLER_CHARGE_CREATE")) return null;
	return (
		<>
			<Button onPress={() => setOpen(true)}>
				<Trans>Take back…</Trans>
			</Button>
			{isOpen && (
				<ReasonDialog
					title={charge.kind === "CREDIT" ? t`Take the credit back?` : t`Take the charge back?`}
					verb={<Trans>Take back</Trans>}
					hint={t`The members of the seller read it.`}
					mutation={reverse}
					onClose={() => setOpen(false)}
					onSubmit={(reason) =>
						reverse.mutate(
							{ input: { chargeId: charge.id, reason } },
							{
								onSuccess: ({ sellerChargeReverse: answer }) => {
									notify(
										answer?.charge
											? t`It is taken back.`
											: t`Proposed. It is taken back as soon as a second person approves.`,
									);
									setOpen(false);
								},
							},
						)
					}
				>
					<Trans>
						All of it, <Money of={charge.gross} /> with VAT.
					</Trans>
				</ReasonDialog>
			)}
		</>
	);
}

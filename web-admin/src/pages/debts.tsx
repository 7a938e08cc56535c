import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { HandCoins } from "lucide-react";
import { useState } from "react";
import {
	AdminDebtDebitDocument,
	AdminDebtsDocument,
	type AdminDebtsQuery,
	AdminDebtWriteOffDocument,
	type SellerDebtStatus,
} from "@/gql/graphql";
import { isZero } from "@/lib/format";
import { useHat, useKeyedMutation } from "@/lib/hat";
import { pageVariables } from "@/lib/list";
import { debtAges, debtCauses, debtStatuses } from "@/lib/operator-labels";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Page, TextLink } from "@/ui/page";
import { Section } from "@/ui/panel";
import { Banner, Empty, Failure } from "@/ui/states";
import { Status, StatusSelect, Words } from "@/ui/status";
import { Instant, Money } from "@/ui/text";
import { useDebitConsent } from "./debit-consent";
import { FormDialog } from "./form-dialog";
import { PartOrder } from "./part-order";
import { ReasonDialog } from "./reason-dialog";
import { SellerFilter, useSellerChip } from "./seller-filter";

type Turn = { after?: string; before?: string };
type Search = Turn & { status?: SellerDebtStatus; seller?: string };
type Debt = NonNullable<AdminDebtsQuery["sellerDebts"]>["nodes"][number];

/** What sellers have to give back, the newest first. */
export function Debts({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { status, seller, ...page } = search;
	const isFiltered = Boolean(status || seller);
	const [asked, ask] = useState<Asked | null>(null);
	const columns = useColumns(true, ask);
	const sellerChip = useSellerChip(seller, () => onSearch({ status }));
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "debts", AdminDebtsDocument, {
			status,
			sellerId: seller || undefined,
			...pageVariables(page),
		}),
	);
	return (
		<Page title={t`Debts of sellers`}>
			<Filters
				onClear={isFiltered ? () => onSearch({}) : undefined}
				chips={[
					status && {
						label: i18n._(debtStatuses[status].label),
						onRemove: () => onSearch({ seller }),
					},
					sellerChip,
				]}
			>
				<StatusSelect
					value={status}
					labels={debtStatuses}
					onChange={(next) => onSearch({ seller, status: next })}
				/>
				<SellerFilter value={seller} onChange={(next) => onSearch({ status, seller: next })} />
			</Filters>
			<List
				label={t`Debts of sellers`}
				views="debts"
				columns={columns}
				rows={data?.sellerDebts?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerDebts?.pageInfo}
				onPage={(next) => onSearch({ status, seller, ...next })}
				empty={
					<Empty
						icon={HandCoins}
						title={isFiltered ? t`No debt matches` : t`No seller owes anything`}
						action={isFiltered && <Button onPress={() => onSearch({})}>{t`Clear filters`}</Button>}
					>
						{!isFiltered && t`Refunds, lost disputes and charges that are not collected yet appear here.`}
					</Empty>
				}
			/>
			{asked && <DebtDialog {...asked} onClose={() => ask(null)} />}
		</Page>
	);
}

/** What refunds and disputes took of the seller that is acted for. */
export function OwnDebts({ page, onPage }: { page: Turn; onPage: (page: Turn) => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isPlaceholderData } = useQuery(
		hatQuery(hat, "debts", AdminDebtsDocument, pageVariables(page)),
	);
	return (
		<List
			label={t`What refunds and disputes took`}
			columns={useColumns(false)}
			rows={data?.sellerDebts?.nodes}
			keyOf={({ id }) => id}
			error={error}
			onRetry={() => void refetch()}
			isFetching={isPlaceholderData}
			pageInfo={data?.sellerDebts?.pageInfo}
			onPage={onPage}
			empty={<Empty icon={HandCoins} title={t`Nothing was taken yet`} />}
		/>
	);
}

/** What one seller has to give back; nothing when it owes and owed nothing. */
export function SellerDebts({ sellerId }: { sellerId: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const [page, setPage] = useState<Turn>({});
	const [asked, ask] = useState<Asked | null>(null);
	const columns = useColumns(false, ask);
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "debts", AdminDebtsDocument, { sellerId, ...pageVariables(page, 5) }),
	);
	const title = t`Debts`;
	if (error && !data)
		return (
			<Section title={title}>
				<Failure error={error} onRetry={() => void refetch()} />
			</Section>
		);
	const debts = data?.sellerDebts;
	return (
		<>
			{debts && debts.nodes.length > 0 && (
				<Section title={title}>
					<List
						label={t`Debts of the seller`}
						columns={columns}
						rows={debts.nodes}
						keyOf={({ id }) => id}
						isFetching={isFetching}
						pageInfo={debts.pageInfo}
						onPage={setPage}
						empty={null}
					/>
				</Section>
			)}
			{asked && <DebtDialog {...asked} onClose={() => ask(null)} />}
		</>
	);
}

function useColumns(withSeller: boolean, onAsk?: (asked: Asked) => void): Column<Debt>[] {
	const { t } = useLingui();
	const hat = useHat();
	const seller: Column<Debt> = {
		header: t`Seller`,
		card: "title",
		cell: (debt) =>
			debt.seller && (
				<TextLink
					to="/platform/sellers/$sellerId"
					params={{ sellerId: debt.seller.id }}
					className="inline-block"
				>
					{debt.seller.name}
				</TextLink>
			),
	};
	const mayDecide = may(hat, "SELLER_DEBT_COLLECT") || may(hat, "SELLER_DEBT_WRITE_OFF");
	const decide: Column<Debt>[] =
		onAsk && mayDecide
			? [
					{
						header: t`Decide`,
						isHeaderHidden: true,
						card: "deeds",
						cell: (debt) => <Decide debt={debt} onAsk={onAsk} />,
					},
				]
			: [];
	return [
		...(withSeller ? [seller] : []),
		{
			header: t({ message: "For", context: "purpose" }),
			card: "title",
			cell: ({ cause, sellerOrder }) => (
				<span className={clsx("flex flex-col", withSeller && "font-normal")}>
					<Words of={cause} labels={debtCauses} />
					{sellerOrder && (
						<span className="text-xs font-normal text-muted">
							<PartOrder of={sellerOrder} />
						</span>
					)}
				</span>
			),
		},
		{ header: t`Status`, card: "plain", cell: ({ status }) => <Status of={status} labels={debtStatuses} /> },
		{
			header: t`Age`,
			cell: ({ age, open }) => !isZero(open) && <Words of={age} labels={debtAges} />,
		},
		{
			header: t`Tried next`,
			cell: ({ nextAttemptAt }) => nextAttemptAt && <Instant of={nextAttemptAt} isLong />,
		},
		{ header: t`Owed`, isNumber: true, cell: ({ amount }) => <Money of={amount} /> },
		{
			header: hat.seller
				? t({ message: "Taken", context: "of a debt" })
				: t({ message: "Got", context: "of a debt" }),
			isNumber: true,
			cell: (debt) => Number(debt.collected.amount) > 0 && <Got debt={debt} />,
		},
		{
			header: t({ message: "Given up", context: "a debt" }),
			isNumber: true,
			cell: ({ writtenOff }) => Number(writtenOff.amount) > 0 && <Money of={writtenOff} />,
		},
		{
			header: t`Open`,
			isNumber: true,
			cell: ({ open }) => <Money of={open} className="font-semibold" />,
		},
		...decide,
	];
}

/** What was got of a debt, and where it came from. */
function Got({ debt }: { debt: Debt }) {
	const { t } = useLingui();
	const parts = [
		{ from: t`not transferred yet`, amount: debt.fromHeld },
		{ from: t`transfers taken back`, amount: debt.fromTransfers },
		{ from: t`later sales`, amount: debt.fromReleases },
		{ from: t`the reserve`, amount: debt.fromReserve },
		{ from: t`debits of the balance`, amount: debt.fromBalance },
	].filter(({ amount }) => Number(amount.amount) > 0);
	return (
		<span className="flex flex-col">
			<Money of={debt.collected} />
			{parts.map(({ from, amount }) => (
				<span key={from} className="text-xs text-muted">
					{from}: <Money of={amount} />
				</span>
			))}
		</span>
	);
}

/** What is to be done about a debt. It outlives the row, whose debt may be settled meanwhile. */
type Asked = { deed: "debit" | "writeOff"; debt: Debt };

function Decide({ debt, onAsk }: { debt: Debt; onAsk: (asked: Asked) => void }) {
	const hat = useHat();
	if (debt.status !== "DUE") return null;
	return (
		<span className="flex flex-wrap gap-2">
			{may(hat, "SELLER_DEBT_COLLECT") && (
				<Button onPress={() => onAsk({ deed: "debit", debt })}>
					<Trans>Collect…</Trans>
				</Button>
			)}
			{may(hat, "SELLER_DEBT_WRITE_OFF") && (
				<Button onPress={() => onAsk({ deed: "writeOff", debt })}>
					<Trans context="a debt">Give up…</Trans>
				</Button>
			)}
		</span>
	);
}

function DebtDialog({ deed, debt, onClose }: Asked & { onClose: () => void }) {
	const Asking = deed === "debit" ? DebitDialog : WriteOffDialog;
	return <Asking debt={debt} onClose={onClose} />;
}

/** Proposes to give a debt up. */
function WriteOffDialog({ debt, onClose }: { debt: Debt; onClose: () => void }) {
	const { t } = useLingui();
	const writeOff = useKeyedMutation(AdminDebtWriteOffDocument, ["debts", "proposals"]);
	return (
		<ReasonDialog
			title={t`Give the debt up?`}
			verb={<Trans>Propose</Trans>}
			isDanger
			hint={t`Whoever approves reads it.`}
			mutation={writeOff}
			onClose={onClose}
			onSubmit={(reason) =>
				writeOff.mutate(
					{ input: { debtId: debt.id, reason } },
					{
						onSuccess: () => {
							notify(t`Proposed. It is given up as soon as a second person approves.`);
							onClose();
						},
					},
				)
			}
		>
			<Trans>
				The platform bears <Money of={debt.open} />.
			</Trans>
		</ReasonDialog>
	);
}

/** Takes a debt from the balance of a seller who consents to that. */
function DebitDialog({ debt, onClose }: { debt: Debt; onClose: () => void }) {
	const { t } = useLingui();
	const { data, error, refetch } = useDebitConsent(debt.seller?.id);
	const debit = useKeyedMutation(AdminDebtDebitDocument, ["debts", "money"]);
	const isGiven = data?.sellerDebitConsent?.isGiven;
	return (
		<FormDialog
			title={t`Take it from the seller's balance?`}
			verb={<Trans>Take it</Trans>}
			mutation={debit}
			fields={[]}
			isReady={isGiven === true}
			onClose={onClose}
			onSubmit={() =>
				debit.mutate(
					{ input: { debtId: debt.id } },
					{
						onSuccess: () => {
							notify(t`It is being taken from the balance.`);
							onClose();
						},
					},
				)
			}
		>
			<p className="text-muted">
				<Trans>
					Up to <Money of={debt.open} /> is taken from what the seller has at the payment provider.
				</Trans>
			</p>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{isGiven === false && (
				<Banner tone="warn">
					<Trans>
						The seller has not consented to debits. An owner of the seller can consent under Balance and
						payouts. Until then the debt is taken from what is released later.
					</Trans>
				</Banner>
			)}
		</FormDialog>
	);
}

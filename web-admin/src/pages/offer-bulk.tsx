import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminOffersUpdateDocument,
	AdminStocksAdjustDocument,
	type MoneyPartsFragment,
	type OfferStatus,
	type OfferUpdateInput,
} from "@/gql/graphql";
import { changedPrice, type PriceChange, priceInput } from "@/lib/catalog";
import { change, hasFault, useHat } from "@/lib/hat";
import { keyed } from "@/lib/keyed";
import { offerStatuses } from "@/lib/labels";
import { sendAll, type Unanswered } from "@/lib/many";
import { changedStock, type ManyOffer, nameOfOffer, type StockChange } from "@/lib/offers";
import { TextField } from "@/ui/field";
import { Choose } from "@/ui/select";
import { Status } from "@/ui/status";
import { Money } from "@/ui/text";
import { BulkDialog, Comparison } from "./bulk-dialog";

type BulkProps = { rows: ManyOffer[]; onClose: () => void };

const keyOf = ({ id }: ManyOffer) => id;

/** Somebody who has changed an offer meanwhile is not written over by trying again. */
const mayRetry = (error: unknown) => !hasFault(error, "OFFER_VERSION");

type OfferChange = Omit<OfferUpdateInput, "id" | "version">;

/** Changes offers together. It knows which version each has then, so that taking it back takes back nothing else. */
function useOffersUpdate() {
	const { actAs } = useHat();
	const [versions] = useState(() => new Map<string, number>());
	const [unanswered] = useState<Waiting>(() => ({ deed: new Map(), undo: new Map() }));
	return (
		rows: ManyOffer[],
		changeOf: (row: ManyOffer) => OfferChange,
		way: keyof Waiting,
		/** Whether each is to be as it was seen, or may be otherwise by now. */
		isGuarded = true,
	) =>
		sendAll(
			rows,
			async (part, idempotencyKey) => {
				const offers = part.map((row) => ({
					id: row.id,
					version: isGuarded ? (versions.get(row.id) ?? row.version) : undefined,
					...changeOf(row),
				}));
				const input = { offers, idempotencyKey };
				const { offersUpdate } = await change(AdminOffersUpdateDocument, { input }, actAs);
				for (const { id, version } of offersUpdate?.offers ?? []) versions.set(id, version);
			},
			unanswered[way],
		);
}

/** What was not answered of the deed, and of taking it back. */
type Waiting = Record<"deed" | "undo", Unanswered<ManyOffer>>;

const changes: Record<PriceChange, ReturnType<typeof msg>> = {
	PERCENT: msg`By percent`,
	AMOUNT: msg`By an amount`,
	SET: msg`To an amount`,
};

/** Changes the prices of several offers, and shows what each becomes before anything is sent. */
export function PriceBulk({ rows, onClose }: BulkProps) {
	const { t } = useLingui();
	const update = useOffersUpdate();
	const [by, setBy] = useState<PriceChange>("PERCENT");
	const [typed, setTyped] = useState("");
	const next = (row: ManyOffer) => row.price && changedPrice(row.price, by, typed);
	// Where the price stays as it is there is nothing to send.
	const moved = (some: ManyOffer[]) =>
		some.filter((row) => row.price && next(row) && next(row)?.amount !== row.price.amount);
	const priced = (price: MoneyPartsFragment | null | undefined, row: ManyOffer) =>
		price ? priceInput(price, row.compareAtPrice) : {};
	const hints: Partial<Record<PriceChange, string>> = {
		PERCENT: t`With a minus to go down. Rounded to the smallest coin of the currency; half of one goes up.`,
		AMOUNT: t`With a minus to go down.`,
	};
	return (
		<BulkDialog
			title={t`Change prices`}
			verb={<Trans>Change prices</Trans>}
			rows={rows}
			keyOf={keyOf}
			nameOf={nameOfOffer}
			changes={["products"]}
			mayRetry={mayRetry}
			isReady={rows.some(next)}
			deedAll={async (some) => {
				const refused = await update(moved(some), (row) => priced(next(row), row), "deed");
				for (const row of some) if (!next(row)) refused.set(row, new Error(t`There is no such price.`));
				return refused;
			}}
			undoAll={(some) => update(moved(some), (row) => priced(row.price, row), "undo")}
			onClose={onClose}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<Choose label={t`How`} value={by} labels={changes} onChange={setBy} />
				<TextField
					label={by === "PERCENT" ? t`Percent` : t`Amount`}
					hint={hints[by]}
					inputMode="text"
					autoFocus
					isRequired
					value={typed}
					onChange={setTyped}
				/>
			</div>
			<Comparison
				label={t`New prices`}
				kind={t`Offer`}
				rows={rows}
				keyOf={keyOf}
				nameOf={nameOfOffer}
				now={({ price }) => price && <Money of={price} />}
				then={(row) => {
					const price = next(row);
					if (price) return <Money of={price} />;
					return typed.trim() && <NoSuch>{t`There is no such price.`}</NoSuch>;
				}}
			/>
		</BulkDialog>
	);
}

/** Why a row will not be changed. */
function NoSuch({ children }: { children: string }) {
	return <span className="font-normal text-danger">{children}</span>;
}

/** Takes several offers out of sale for a while, or puts them back. */
export function StatusBulk({ rows, status, onClose }: BulkProps & { status: OfferStatus }) {
	const { t } = useLingui();
	const update = useOffersUpdate();
	const isPause = status === "PAUSED";
	const moved = (some: ManyOffer[]) => some.filter((row) => row.status !== status);
	return (
		<BulkDialog
			title={isPause ? t`Pause these offers?` : t`Sell these offers again?`}
			verb={isPause ? <Trans>Pause</Trans> : <Trans>Sell again</Trans>}
			rows={rows}
			keyOf={keyOf}
			nameOf={nameOfOffer}
			changes={["products"]}
			mayRetry={mayRetry}
			// What else somebody has changed of an offer stays so: only its status is written.
			deedAll={(some) => update(moved(some), () => ({ status }), "deed", false)}
			undoAll={(some) => update(moved(some), (row) => ({ status: row.status }), "undo")}
			onClose={onClose}
		>
			<Comparison
				label={t`Offers`}
				kind={t`Offer`}
				rows={rows}
				keyOf={keyOf}
				nameOf={nameOfOffer}
				now={(row) => <Status of={row.status} labels={offerStatuses} />}
				then={() => <Status of={status} labels={offerStatuses} />}
			/>
		</BulkDialog>
	);
}

const stockChanges: Record<StockChange, ReturnType<typeof msg>> = {
	SET: msg`To a number`,
	ADD: msg`By so many more`,
	TAKE: msg`By so many fewer`,
};

/** Changes the stock of several offers: to one number, as after a count, or by as many units. */
export function StockBulk({ rows, onClose }: BulkProps) {
	const { t } = useLingui();
	const { actAs } = useHat();
	const client = useQueryClient();
	const [by, setBy] = useState<StockChange>("SET");
	const [units, setUnits] = useState("");
	const [note, setNote] = useState("");
	const [unanswered] = useState<Waiting>(() => ({ deed: new Map(), undo: new Map() }));
	const onHand = (row: ManyOffer) => row.stock?.onHand ?? 0;
	const next = (row: ManyOffer) => changedStock(onHand(row), by, units);
	// What was sold since the page was read stays sold: a difference is moved, in both directions.
	const delta = (row: ManyOffer) => (next(row) ?? onHand(row)) - onHand(row);
	const move = (some: ManyOffer[], sign: 1 | -1, why: string, way: keyof Waiting) =>
		sendAll(
			some.filter((row) => delta(row) !== 0),
			(part) => {
				const corrections = part.map((row) => ({
					offerId: row.id,
					delta: sign * delta(row),
					note: why || undefined,
				}));
				// A difference is moved once, even by a dialog that was opened anew because no answer had come.
				return keyed(client, [actAs, corrections], (idempotencyKey) =>
					change(AdminStocksAdjustDocument, { input: { corrections, idempotencyKey } }, actAs),
				);
			},
			unanswered[way],
		);
	return (
		<BulkDialog
			title={t`Set the stock`}
			verb={<Trans>Set the stock</Trans>}
			rows={rows}
			keyOf={keyOf}
			nameOf={nameOfOffer}
			changes={["products"]}
			mayRetry={() => true}
			isReady={rows.some((row) => next(row) !== null)}
			deedAll={async (some) => {
				const refused = await move(some, 1, note.trim(), "deed");
				for (const row of some)
					if (next(row) === null) refused.set(row, new Error(t`There is no such stock.`));
				return refused;
			}}
			undoAll={(some) => move(some, -1, t`Undone`, "undo")}
			onClose={onClose}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<Choose label={t`How`} value={by} labels={stockChanges} onChange={setBy} />
				<TextField
					label={by === "SET" ? t`Units on hand, for each` : t`Units, for each`}
					type="number"
					bounds={{ min: 0, max: 1_000_000 }}
					isRequired
					autoFocus
					value={units}
					onChange={setUnits}
				/>
			</div>
			<TextField label={t`Reason`} maxLength={500} value={note} onChange={setNote} />
			<Comparison
				label={t`Offers`}
				kind={t`Offer`}
				rows={rows}
				keyOf={keyOf}
				nameOf={nameOfOffer}
				now={onHand}
				then={(row) => next(row) ?? (units && <NoSuch>{t`There is no such stock.`}</NoSuch>)}
			/>
		</BulkDialog>
	);
}

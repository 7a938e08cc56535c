import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
	AdminOffersUpdateDocument,
	AdminStocksAdjustDocument,
	type MoneyPartsFragment,
	type OfferStatus,
} from "@/gql/graphql";
import { changedPrice, type PriceChange, priceInput } from "@/lib/catalog";
import { change, useHat } from "@/lib/hat";
import { sendAll } from "@/lib/many";
import { type ManyOffer, nameOfOffer } from "@/lib/offers";
import { TextField } from "@/ui/field";
import { Choose } from "@/ui/select";
import { Money } from "@/ui/text";
import { BulkDialog, Shortened } from "./bulk-dialog";

type BulkProps = { rows: ManyOffer[]; onClose: () => void };

const keyOf = ({ id }: ManyOffer) => id;

const changes: Record<PriceChange, ReturnType<typeof msg>> = {
	PERCENT: msg`By percent`,
	AMOUNT: msg`By an amount`,
	SET: msg`To an amount`,
};

/** Changes the prices of several offers, and shows what each becomes before anything is sent. */
export function PriceBulk({ rows, onClose }: BulkProps) {
	const { t } = useLingui();
	const { actAs } = useHat();
	const [by, setBy] = useState<PriceChange>("PERCENT");
	const [typed, setTyped] = useState("");
	const next = (row: ManyOffer) => row.price && changedPrice(row.price, by, typed);
	const write = (some: ManyOffer[], priceOf: (row: ManyOffer) => MoneyPartsFragment | null | undefined) =>
		sendAll(some, (part) => {
			const offers = part.flatMap((row) => {
				const price = priceOf(row);
				return price ? [{ id: row.id, ...priceInput(price, row.compareAtPrice) }] : [];
			});
			return change(AdminOffersUpdateDocument, { input: { offers } }, actAs);
		});
	return (
		<BulkDialog
			title={t`Change prices`}
			verb={<Trans>Change prices</Trans>}
			rows={rows}
			keyOf={keyOf}
			nameOf={nameOfOffer}
			changes={["products"]}
			isReady={rows.some(next)}
			deedAll={async (some) => {
				const refused = await write(some.filter(next), next);
				for (const row of some) if (!next(row)) refused.set(row, new Error(t`There is no such price.`));
				return refused;
			}}
			undoAll={(some) => write(some, (row) => row.price)}
			onClose={onClose}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<Choose label={t`How`} value={by} labels={changes} onChange={setBy} />
				<TextField
					label={by === "PERCENT" ? t`Percent` : t`Amount`}
					hint={by === "SET" ? undefined : t`With a minus to go down.`}
					inputMode="text"
					autoFocus
					isRequired
					value={typed}
					onChange={setTyped}
				/>
			</div>
			<Shortened label={t`New prices`} className="flex flex-col divide-y divide-line" rows={rows}>
				{(row) => {
					const price = next(row);
					return (
						<li key={row.id} className="flex flex-wrap justify-between gap-x-4 py-2">
							<span className="min-w-0 break-words">{nameOfOffer(row)}</span>
							<span>
								{row.price && <Money of={row.price} />}
								{price && (
									<>
										{" → "}
										<Money of={price} className="font-semibold" />
									</>
								)}
							</span>
						</li>
					);
				}}
			</Shortened>
		</BulkDialog>
	);
}

/** Takes several offers out of sale for a while, or puts them back. */
export function StatusBulk({ rows, status, onClose }: BulkProps & { status: OfferStatus }) {
	const { t } = useLingui();
	const { actAs } = useHat();
	const write = (some: ManyOffer[], next: (row: ManyOffer) => OfferStatus) =>
		sendAll(some, (part) =>
			change(
				AdminOffersUpdateDocument,
				{ input: { offers: part.map((row) => ({ id: row.id, status: next(row) })) } },
				actAs,
			),
		);
	const isPause = status === "PAUSED";
	return (
		<BulkDialog
			title={isPause ? t`Pause these offers?` : t`Put these offers on sale?`}
			verb={isPause ? <Trans>Pause</Trans> : <Trans>Put on sale</Trans>}
			rows={rows}
			keyOf={keyOf}
			nameOf={nameOfOffer}
			changes={["products"]}
			deedAll={(some) => write(some, () => status)}
			undoAll={(some) => write(some, (row) => row.status)}
			onClose={onClose}
		>
			<Names rows={rows} />
		</BulkDialog>
	);
}

/** Corrects the stock of several offers to one number, as after a count. */
export function StockBulk({ rows, onClose }: BulkProps) {
	const { t } = useLingui();
	const { actAs } = useHat();
	const [units, setUnits] = useState("");
	const [note, setNote] = useState("");
	const delta = (row: ManyOffer) => Number(units) - (row.stock?.onHand ?? 0);
	// What was sold since the page was read stays sold: a difference is moved, in both directions.
	const move = (some: ManyOffer[], sign: 1 | -1, why: string) =>
		sendAll(
			some.filter((row) => delta(row) !== 0),
			(part) => {
				const corrections = part.map((row) => ({
					offerId: row.id,
					delta: sign * delta(row),
					note: why || undefined,
				}));
				return change(AdminStocksAdjustDocument, { input: { corrections } }, actAs);
			},
		);
	return (
		<BulkDialog
			title={t`Set the stock`}
			verb={<Trans>Set the stock</Trans>}
			rows={rows}
			keyOf={keyOf}
			nameOf={nameOfOffer}
			changes={["products"]}
			isReady={/^\d{1,7}$/.test(units)}
			deedAll={(some) => move(some, 1, note.trim())}
			undoAll={(some) => move(some, -1, t`Undone`)}
			onClose={onClose}
		>
			<TextField
				label={t`Units on hand, for each`}
				type="number"
				bounds={{ min: 0, max: 1_000_000 }}
				isRequired
				autoFocus
				value={units}
				onChange={setUnits}
			/>
			<TextField label={t`Reason`} maxLength={500} value={note} onChange={setNote} />
			<Names rows={rows} />
		</BulkDialog>
	);
}

function Names({ rows }: { rows: ManyOffer[] }) {
	const { t } = useLingui();
	return (
		<Shortened label={t`Offers`} className="flex list-disc flex-col gap-1 ps-5" rows={rows}>
			{(row) => (
				<li key={row.id} className="break-words">
					{nameOfOffer(row)}
				</li>
			)}
		</Shortened>
	);
}

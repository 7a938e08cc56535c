import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
	AdminOfferUpdateDocument,
	AdminStockAdjustDocument,
	type MoneyPartsFragment,
	type OfferStatus,
} from "@/gql/graphql";
import { changedPrice, type PriceChange, priceInput } from "@/lib/catalog";
import { change, useHat } from "@/lib/hat";
import { nameOfOffer, type OfferRow } from "@/lib/offers";
import { TextField } from "@/ui/field";
import { Choose } from "@/ui/select";
import { Money } from "@/ui/text";
import { BulkDialog } from "./bulk-dialog";

type BulkProps = { rows: OfferRow[]; onClose: () => void };

const keyOf = ({ id }: OfferRow) => id;

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
	const next = (row: OfferRow) => row.price && changedPrice(row.price, by, typed);
	const write = (row: OfferRow, price: MoneyPartsFragment) =>
		change(
			AdminOfferUpdateDocument,
			{ input: { id: row.id, ...priceInput(price, row.compareAtPrice) } },
			actAs,
		);
	return (
		<BulkDialog
			title={t`Change prices`}
			verb={<Trans>Change prices</Trans>}
			rows={rows}
			keyOf={keyOf}
			nameOf={nameOfOffer}
			changes={["products"]}
			isReady={rows.some(next)}
			deed={async (row) => {
				const price = next(row);
				if (!price) throw new Error(t`There is no such price.`);
				await write(row, price);
			}}
			undo={async (row) => {
				if (row.price) await write(row, row.price);
			}}
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
			<ul aria-label={t`New prices`} className="flex flex-col divide-y divide-line">
				{rows.map((row) => {
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
				})}
			</ul>
		</BulkDialog>
	);
}

/** Takes several offers out of sale for a while, or puts them back. */
export function StatusBulk({ rows, status, onClose }: BulkProps & { status: OfferStatus }) {
	const { t } = useLingui();
	const { actAs } = useHat();
	const write = (row: OfferRow, next: OfferStatus) =>
		change(AdminOfferUpdateDocument, { input: { id: row.id, status: next } }, actAs);
	const isPause = status === "PAUSED";
	return (
		<BulkDialog
			title={isPause ? t`Pause these offers?` : t`Put these offers on sale?`}
			verb={isPause ? <Trans>Pause</Trans> : <Trans>Put on sale</Trans>}
			rows={rows}
			keyOf={keyOf}
			nameOf={nameOfOffer}
			changes={["products"]}
			deed={(row) => write(row, status)}
			undo={(row) => write(row, row.status)}
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
	const delta = (row: OfferRow) => Number(units) - (row.stock?.onHand ?? 0);
	// What was sold since the page was read stays sold: a difference is moved, in both directions.
	const move = async (row: OfferRow, by: number, why: string) => {
		if (by === 0) return;
		await change(
			AdminStockAdjustDocument,
			{ input: { offerId: row.id, delta: by, note: why || undefined } },
			actAs,
		);
	};
	return (
		<BulkDialog
			title={t`Set the stock`}
			verb={<Trans>Set the stock</Trans>}
			rows={rows}
			keyOf={keyOf}
			nameOf={nameOfOffer}
			changes={["products"]}
			isReady={/^\d{1,7}$/.test(units)}
			deed={(row) => move(row, delta(row), note.trim())}
			undo={(row) => move(row, -delta(row), t`Undone`)}
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

function Names({ rows }: { rows: OfferRow[] }) {
	const { t } = useLingui();
	return (
		<ul aria-label={t`Offers`} className="flex list-disc flex-col gap-1 ps-5">
			{rows.map((row) => (
				<li key={row.id} className="break-words">
					{nameOfOffer(row)}
				</li>
			))}
		</ul>
	);
}

import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminStockMovementsDocument,
	AdminStockSetDocument,
	AdminStocksAdjustDocument,
	type StockReason,
} from "@/gql/graphql";
import { change, useHat, useHatMutation, useKeyedMutation } from "@/lib/hat";
import { stockReasons } from "@/lib/labels";
import { hatQuery } from "@/lib/query";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { Choose } from "@/ui/select";
import { Failure } from "@/ui/states";
import { Words } from "@/ui/status";
import { Instant } from "@/ui/text";
import { ErrorText } from "./failure";
import { FormDialog } from "./form-dialog";

/** What the form needs to know of an offer. */
export type StockedOffer = { id: string; stock?: { onHand: number; reserved: number } | null };

const ways = {
	ADD: msg`Goods came in`,
	TAKE: msg`Goods are gone`,
	COUNT: msg`I have counted`,
};

type StockDialogProps = { name: string; offer: StockedOffer; onClose: () => void };

/** Corrects the stock of an offer, with the reason, and shows what has moved it before. */
export function StockDialog({ name, offer, onClose }: StockDialogProps) {
	const { t } = useLingui();
	const hat = useHat();
	const client = useQueryClient();
	const [way, setWay] = useState<keyof typeof ways>("ADD");
	const [units, setUnits] = useState("");
	const [note, setNote] = useState("");
	const set = useHatMutation(AdminStockSetDocument, ["products"]);
	const adjust = useKeyedMutation(AdminStocksAdjustDocument, ["products"]);
	const before = offer.stock?.onHand ?? 0;
	const reserved = offer.stock?.reserved ?? 0;
	const count = Number(units);
	// What was sold meanwhile stays sold: undoing moves back what was moved, and nothing else.
	const undo = (delta: number) => () => {
		const corrections = [{ offerId: offer.id, delta: -delta, note: t`Undone` }];
		const input = { corrections, idempotencyKey: crypto.randomUUID() };
		change(AdminStocksAdjustDocument, { input }, hat.actAs)
			.then(
				() => notify(t`The stock of ${name} is as it was.`),
				(error: unknown) => notify(<ErrorText error={error} />),
			)
			.finally(() => void client.invalidateQueries({ queryKey: ["products"] }));
	};
	const done = (undoes?: () => void) => ({
		onSuccess: () => {
			notify(t`The stock of ${name} is changed.`, undoes);
			onClose();
		},
	});
	const save = () => {
		const said = note.trim() || undefined;
		if (way === "COUNT") {
			// By how many units a count has moved it is not known here: there is nothing to be moved back.
			set.mutate({ input: { offerId: offer.id, quantity: count, note: said } }, done());
		} else {
			const delta = way === "ADD" ? count : -count;
			const corrections = [{ offerId: offer.id, delta, note: said }];
			adjust.mutate({ input: { corrections } }, done(undo(delta)));
		}
	};
	return (
		<FormDialog
			title={t`Stock of ${name}`}
			verb={<Trans>Save</Trans>}
			mutation={way === "COUNT" ? set : adjust}
			fields={["quantity", "delta", "note"]}
			isReady={units.trim() !== "" && (way === "COUNT" || count > 0)}
			onSubmit={save}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>
					{before} on hand, {reserved} of them reserved for orders.
				</Trans>
			</p>
			<Choose label={t`What has happened`} value={way} labels={ways} onChange={setWay} />
			<TextField
				label={way === "COUNT" ? t`Units on hand` : t`Units`}
				name={way === "COUNT" ? "quantity" : "delta"}
				type="number"
				bounds={{ min: way === "COUNT" ? 0 : 1, max: 1_000_000 }}
				isRequired
				autoFocus
				value={units}
				onChange={setUnits}
			/>
			<TextField
				label={t`Reason`}
				name="note"
				hint={t`Such as: delivery, damaged, counted. Your colleagues read it.`}
				maxLength={500}
				value={note}
				onChange={setNote}
			/>
			<Movements offerId={offer.id} />
		</FormDialog>
	);
}

function Movements({ offerId }: { offerId: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "products", AdminStockMovementsDocument, { offerId, first: 5 }),
	);
	if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
	const movements = data?.stockMovements?.nodes ?? [];
	if (movements.length === 0) return null;
	return (
		<section aria-label={t`Last changes`}>
			<h3 className="mb-1 font-semibold">{t`Last changes`}</h3>
			<ul className="flex flex-col divide-y divide-line">
				{movements.map(({ id, delta, onHandAfter, reason, note, createdAt }) => (
					<li key={id} className="flex flex-wrap justify-between gap-x-4 py-1.5">
						<span className="min-w-0 break-words">
							<Words of={reason satisfies StockReason} labels={stockReasons} />
							{note && <span className="text-muted"> · {note}</span>}
							<span className="block text-xs text-muted">
								<Instant of={createdAt} isLong />
							</span>
						</span>
						<span className="tabular-nums">
							<bdi dir="ltr">
								{delta > 0 ? `+${delta}` : delta} → {onHandAfter}
							</bdi>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

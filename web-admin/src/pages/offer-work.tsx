import { nameOfOffer, type OfferAsked } from "@/lib/offers";
import { PriceBulk, StatusBulk, StockBulk } from "./offer-bulk";
import { OfferDialog } from "./offer-dialog";
import { StockDialog } from "./stock-dialog";

/** The dialog about what was asked. */
export function OfferWork({ asked, onClose }: { asked: OfferAsked; onClose: () => void }) {
	switch (asked.what) {
		case "offer": {
			const { row } = asked;
			return (
				<OfferDialog
					name={nameOfOffer(row)}
					currencyCode={row.price?.currencyCode ?? ""}
					offer={row}
					onClose={onClose}
				/>
			);
		}
		case "stock":
			return <StockDialog name={nameOfOffer(asked.row)} offer={asked.row} onClose={onClose} />;
		case "prices":
			return <PriceBulk rows={asked.rows} onClose={onClose} />;
		case "stocks":
			return <StockBulk rows={asked.rows} onClose={onClose} />;
		default:
			return (
				<StatusBulk
					rows={asked.rows}
					status={asked.what === "pause" ? "PAUSED" : "ACTIVE"}
					onClose={onClose}
				/>
			);
	}
}

import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown } from "lucide-react";
import { Suspense, useId, useState } from "react";
import { AdminSellerNameDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { later } from "@/lib/later";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import type { Chip } from "@/ui/filters";

const SellerPicker = later(async () => (await import("./seller-picker")).SellerPicker);

type Props = { value: string | undefined; onChange: (sellerId: string | undefined) => void };

/** A filter of operators by one seller, who is chosen by name. Members of a seller have no use for it. */
export function SellerFilter(props: Props) {
	const hat = useHat();
	return !hat.seller && may(hat, "SELLER_LIST") ? <Filter {...props} /> : null;
}

/** The name of the seller that a list is narrowed to, as soon as it is known. */
export function useSellerName(value: string | undefined): string | undefined {
	const hat = useHat();
	const { data } = useQuery({
		...hatQuery(hat, "sellers", AdminSellerNameDocument, { id: value ?? "" }),
		enabled: Boolean(value) && !hat.seller && may(hat, "SELLER_LIST"),
		placeholderData: undefined, // the name of the one before is wrong
	});
	return data?.seller?.name;
}

/** The chip of a filter by seller; none without one. */
export function useSellerChip(value: string | undefined, onRemove: () => void): Chip | undefined {
	const { t } = useLingui();
	const name = useSellerName(value);
	return value ? { label: name ?? t`One seller`, onRemove } : undefined;
}

function Filter({ value, onChange }: Props) {
	const { t } = useLingui();
	const id = useId();
	const [isOpen, setOpen] = useState(false);
	const name = useSellerName(value);
	return (
		<div className="flex flex-col gap-1">
			<span id={`${id}-label`} className="text-sm">
				{t`Seller`}
			</span>
			<button
				type="button"
				aria-haspopup="dialog"
				aria-labelledby={`${id}-label ${id}-value`}
				className="control flex w-full cursor-pointer items-center justify-between gap-2 text-start"
				onClick={() => setOpen(true)}
			>
				<span id={`${id}-value`} className="min-w-0 truncate">
					{value ? (name ?? value) : t`All`}
				</span>
				<ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
			</button>
			{isOpen && (
				<Suspense fallback={null}>
					<SellerPicker
						value={value}
						onClose={() => setOpen(false)}
						onChoose={(next) => {
							setOpen(false);
							onChange(next);
						}}
					/>
				</Suspense>
			)}
		</div>
	);
}

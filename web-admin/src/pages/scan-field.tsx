import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ScanLine } from "lucide-react";
import { type FormEvent, useState } from "react";
import { SellerOrderByNumberDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { isToShip } from "@/lib/shipping";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { ErrorText } from "./failure";

/** Opens an order by its number: typed, or read from its slip by a scanner, which ends with Enter. */
export function ScanField({ slug }: { slug: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const client = useQueryClient();
	const navigate = useNavigate();
	const [number, setNumber] = useState("");
	const [isUnknown, setUnknown] = useState(false);
	const [error, setError] = useState<unknown>();
	const open = async (event: FormEvent) => {
		event.preventDefault();
		const asked = number.trim().toUpperCase();
		if (!asked) return;
		setUnknown(false);
		setError(undefined);
		try {
			const query = hatQuery(hat, "orders", SellerOrderByNumberDocument, { filter: { number: asked } });
			const found = (await client.fetchQuery({ ...query, staleTime: 0 })).sellerOrders?.nodes[0];
			setUnknown(!found);
			if (!found) return;
			await navigate({
				to: "/s/$slug/orders/$orderId",
				params: { slug, orderId: found.id },
				search: isToShip(found.status) ? { ship: true } : {},
			});
		} catch (cause) {
			setError(cause);
		}
	};
	return (
		<Form className="flex flex-wrap items-end gap-2" onSubmit={(event) => void open(event)}>
			<TextField
				label={t`Scan or type the number of an order`}
				hint={isUnknown ? t`No order of yours has this number.` : undefined}
				className="min-w-0 flex-1 sm:max-w-80"
				maxLength={40}
				value={number}
				onChange={(next) => {
					setNumber(next);
					setUnknown(false);
				}}
			/>
			<Button type="submit">
				<ScanLine aria-hidden="true" className="size-4" />
				<Trans>Open to ship</Trans>
			</Button>
			{error !== undefined && (
				<p role="alert" className="w-full text-sm text-danger">
					<ErrorText error={error} />
				</p>
			)}
		</Form>
	);
}

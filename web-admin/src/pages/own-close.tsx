import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { AdminOwnCloseDocument, AdminOwnOpenOrdersDocument } from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { inAll } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { may, refreshViewer } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { TextLink } from "@/ui/page";
import { Panel } from "@/ui/panel";
import { FormDialog } from "./form-dialog";

/** The way for owners to close their seller for good. */
export function ClosePanel({ name }: { name: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const { data } = useQuery({
		...hatQuery(hat, "orders", AdminOwnOpenOrdersDocument, { last: 1 }),
		enabled: may(hat, "SELLER_CLOSE") && may(hat, "SELLER_ORDER_READ"),
	});
	const waiting = data?.sellerOrders?.totalCount ?? 0;
	const count = inAll(waiting);
	if (!may(hat, "SELLER_CLOSE")) return null;
	return (
		<Panel
			title={t`Close for good`}
			action={
				<Button look="plainDanger" isDisabled={waiting > 0} onPress={() => setOpen(true)}>
					<Trans>Close for good…</Trans>
				</Button>
			}
		>
			<p className="text-muted">
				<Trans>
					Nothing is sold any more, and it cannot be opened again. What is owed to you is still paid. It is
					not possible while buyers wait for orders.
				</Trans>
			</p>
			{waiting > 0 && hat.seller && (
				<p className="mt-2">
					<TextLink
						to="/s/$slug/orders"
						params={{ slug: hat.seller.slug }}
						search={{ status: "READY_TO_SHIP" }}
					>
						{t`Orders to ship: ${count}`}
					</TextLink>
				</p>
			)}
			{isOpen && <CloseDialog name={name} onClose={() => setOpen(false)} />}
		</Panel>
	);
}

function CloseDialog({ name, onClose }: { name: string; onClose: () => void }) {
	const { t } = useLingui();
	const client = useQueryClient();
	const [typed, setTyped] = useState("");
	const [reason, setReason] = useState("");
	const close = useHatMutation(AdminOwnCloseDocument, ["sellers", "products"]);
	return (
		<FormDialog
			title={t`Close ${name} for good?`}
			verb={<Trans>Close for good</Trans>}
			isDanger
			mutation={close}
			fields={["reason"]}
			isReady={typed.trim() === name}
			onClose={onClose}
			onSubmit={() =>
				close.mutate(
					{ input: { reason } },
					{
						onSuccess: () => {
							notify(t`${name} is closed.`);
							onClose();
							void refreshViewer(client);
						},
					},
				)
			}
		>
			<p className="text-muted">
				<Trans>It cannot be opened again. Your members can still read everything.</Trans>
			</p>
			<TextField
				label={t`Type ${name}, so that nothing is closed by mistake`}
				autoComplete="off"
				isRequired
				autoFocus
				value={typed}
				onChange={setTyped}
			/>
			<TextField
				label={t`Reason`}
				name="reason"
				rows={3}
				isRequired
				maxLength={1000}
				value={reason}
				onChange={setReason}
			/>
		</FormDialog>
	);
}

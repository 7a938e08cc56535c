import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { AdminMemberLeaveDocument } from "@/gql/graphql";
import { usePersonMutation } from "@/lib/hat";
import { refreshViewer, type Viewer } from "@/lib/session";
import { Button } from "@/ui/button";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Confirm } from "./confirm";

type Seller = NonNullable<Viewer["hats"][number]["seller"]>;

/** The sellers that somebody acts for, and the way out. */
export function Memberships({ viewer }: { viewer: Viewer }) {
	const { t } = useLingui();
	const [leaving, leave] = useState<Seller | null>(null);
	const sellers = viewer.hats.flatMap(({ seller, memberRole }) => (seller && memberRole ? [seller] : []));
	if (sellers.length === 0) return null;
	return (
		<Panel title={t`Whom you act for`}>
			<ul className="flex flex-col gap-2">
				{sellers.map((seller) => (
					<li key={seller.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
						<span className="min-w-0 break-words">{seller.name}</span>
						<Button look="quietDanger" onPress={() => leave(seller)}>
							<Trans>Leave {seller.name}…</Trans>
						</Button>
					</li>
				))}
			</ul>
			{leaving && <Leave seller={leaving} onClose={() => leave(null)} />}
		</Panel>
	);
}

function Leave({ seller, onClose }: { seller: Seller; onClose: () => void }) {
	const { t } = useLingui();
	const client = useQueryClient();
	const leave = usePersonMutation(AdminMemberLeaveDocument, ["members"]);
	return (
		<Confirm
			title={t`Leave ${seller.name}?`}
			verb={t`Leave ${seller.name}`}
			isDanger
			mutation={leave}
			onClose={onClose}
			onConfirm={() =>
				leave.mutate(
					{ input: { sellerId: seller.id } },
					{
						onSuccess: () => {
							notify(t`You do not act for ${seller.name} any more.`);
							onClose();
							void refreshViewer(client);
						},
					},
				)
			}
		>
			<Trans>
				You see nothing of it any more, and your API keys for it end. An owner can invite you again.
			</Trans>
		</Confirm>
	);
}

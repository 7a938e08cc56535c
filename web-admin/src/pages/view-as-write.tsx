import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { AdminViewAsWriteDocument } from "@/gql/graphql";
import { useActMutation } from "@/lib/hat";
import { later } from "@/lib/later";
import { may, viewerQuery } from "@/lib/session";
import { viewQuery } from "@/lib/view-as";
import { Button } from "@/ui/button";
import { notify } from "@/ui/notice";

const ReasonDialog = later(async () => (await import("./reason-dialog")).ReasonDialog);

/** The way for administrators who view as a seller to change something besides. */
export function WriteButton({ id, sellerId }: { id: string; sellerId: string }) {
	const { t } = useLingui();
	const client = useQueryClient();
	const [isOpen, setOpen] = useState(false);
	const { data: viewer } = useQuery(viewerQuery);
	const operator = viewer?.hats.find(({ kind }) => kind === "OPERATOR");
	const write = useActMutation(AdminViewAsWriteDocument, [], "operator");
	if (!operator || !may(operator, "VIEW_AS_WRITE")) return null;
	return (
		<>
			<Button onPress={() => setOpen(true)}>
				<Trans>Change something…</Trans>
			</Button>
			<Suspense>
				{isOpen && (
					<ReasonDialog
						title={t`Change something for the seller?`}
						verb={<Trans>Allow it</Trans>}
						hint={t`It is in the audit log.`}
						mutation={write}
						onClose={() => setOpen(false)}
						onSubmit={(reason) =>
							write.mutate(
								{ input: { id, reason } },
								{
									onSuccess: () => {
										setOpen(false);
										void client.invalidateQueries({ queryKey: viewQuery(sellerId).queryKey });
										notify(t`What you change now, you change for the seller.`);
									},
								},
							)
						}
					>
						<Trans>Until the view ends you can do what a member can. The seller reads that you did.</Trans>
					</ReasonDialog>
				)}
			</Suspense>
		</>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AdminErasureProposeDocument, AdminPersonExportDocument } from "@/gql/graphql";
import { useHatMutation } from "@/lib/hat";
import { Checkbox } from "@/ui/checkbox";
import { notify } from "@/ui/notice";
import { FileDialog } from "./file-dialog";
import { ReasonDialog } from "./reason-dialog";

type Props = { accountId: string; onClose: () => void };

/** Has a file made of everything that is kept about somebody, for a person who has asked for it by letter. */
export function ExportPerson({ accountId, onClose }: Props) {
	const { t } = useLingui();
	const create = useHatMutation(AdminPersonExportDocument, ["audit"]);
	const id = create.data?.privacyExportCreate?.export?.id;
	if (id) return <FileDialog id={id} onClose={onClose} />;
	return (
		<ReasonDialog
			title={t`Make a file of this person's data?`}
			verb={<Trans>Make the file</Trans>}
			hint={t`It is in the audit log.`}
			mutation={create}
			onClose={onClose}
			onSubmit={(reason) => create.mutate({ input: { accountId, reason } })}
		>
			<Trans>It holds everything that is kept about them. Give it to nobody else.</Trans>
		</ReasonDialog>
	);
}

/** Proposes to erase somebody who has asked for it otherwise than in their account. */
export function ProposeErasure({ accountId, onClose }: Props) {
	const { t } = useLingui();
	const [isCreditForfeited, setCreditForfeited] = useState(false);
	const propose = useHatMutation(AdminErasureProposeDocument, ["proposals", "people", "audit"]);
	return (
		<ReasonDialog
			title={t`Erase this person?`}
			verb={<Trans>Propose</Trans>}
			hint={t`Whoever approves reads it.`}
			mutation={propose}
			onClose={onClose}
			onSubmit={(reason) =>
				propose.mutate(
					{ input: { accountId, reason, isCreditForfeited } },
					{
						onSuccess: (data) => {
							notify(
								data.erasurePropose?.proposal?.status === "APPROVED"
									? t`They are erased as soon as nothing is in the way.`
									: t`Proposed. A second person decides.`,
							);
							onClose();
						},
					},
				)
			}
		>
			<p>
				<Trans>
					What is personal is deleted for ever or replaced, as soon as nothing is in the way. It cannot be
					undone.
				</Trans>
			</p>
			<Checkbox isSelected={isCreditForfeited} onChange={setCreditForfeited}>
				<Trans>They have said that they give up credit that is left</Trans>
			</Checkbox>
		</ReasonDialog>
	);
}

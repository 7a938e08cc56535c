import { Trans, useLingui } from "@lingui/react/macro";
import { notify } from "@/ui/notice";
import { Confirm } from "./confirm";

type InvitationChangeProps = {
	what: "resend" | "revoke";
	/** Who was invited. */
	email: string;
	mutation: { error: Error | null; isPending: boolean };
	change: (onSuccess: () => void) => void;
	onClose: () => void;
};

/** A question before an invitation is sent again or taken back. */
export function InvitationChange({ what, email, mutation, change, onClose }: InvitationChangeProps) {
	const { t } = useLingui();
	const done = (text: string) => () => {
		notify(text);
		onClose();
	};
	if (what === "resend") {
		return (
			<Confirm
				title={t`Send the invitation again?`}
				verb={t`Send again`}
				mutation={mutation}
				onConfirm={() => change(done(t`Sent to ${email} again.`))}
				onClose={onClose}
			>
				<Trans>{email} gets a new link for seven days. The link before stops working.</Trans>
			</Confirm>
		);
	}
	return (
		<Confirm
			title={t`Take the invitation back?`}
			verb={t`Take back`}
			isDanger
			mutation={mutation}
			onConfirm={() => change(done(t`The invitation of ${email} is taken back.`))}
			onClose={onClose}
		>
			<Trans>The link that {email} has got stops working.</Trans>
		</Confirm>
	);
}

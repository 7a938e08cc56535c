import { Trans, useLingui } from "@lingui/react/macro";
import { AdminTermsAcceptDocument, type TermsPartsFragment } from "@/gql/graphql";
import { useHatMutation } from "@/lib/hat";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { notify } from "@/ui/notice";
import { FormFailure } from "./failure";
import { TermsText } from "./terms-text";

/** Shows new terms to an owner, who accepts them or does so later. */
export function TermsAccept({ of: version, onClose }: { of: TermsPartsFragment; onClose: () => void }) {
	const { t } = useLingui();
	const accept = useHatMutation(AdminTermsAcceptDocument, ["terms"]);
	const agree = () =>
		accept.mutate(
			{ input: { versionIds: [version.id] } },
			{
				onSuccess: () => {
					notify(t`Accepted. Thank you.`);
					onClose();
				},
			},
		);
	return (
		<Dialog title={version.title} isOpen onClose={onClose} isBusy={accept.isPending}>
			<FormFailure error={accept.error} />
			<TermsText of={version} />
			<DialogActions>
				<Button onPress={onClose} isDisabled={accept.isPending}>
					<Trans>Later</Trans>
				</Button>
				<Button look="primary" onPress={agree} isDisabled={accept.isPending}>
					<Trans>Accept</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

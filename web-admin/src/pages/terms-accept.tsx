import { Trans } from "@lingui/react/macro";
import type { TermsPartsFragment } from "@/gql/graphql";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { FormFailure } from "./failure";
import { TermsText } from "./terms-text";

type TermsAcceptProps = {
	of: TermsPartsFragment;
	mutation: { error: unknown; isPending: boolean };
	onAccept: () => void;
	onClose: () => void;
};

/** Shows new terms to an owner, who accepts them or does so later. */
export function TermsAccept({ of: version, mutation, onAccept, onClose }: TermsAcceptProps) {
	return (
		<Dialog title={version.title} isOpen onClose={onClose} isBusy={mutation.isPending}>
			<FormFailure error={mutation.error} />
			<TermsText of={version} />
			<DialogActions>
				<Button onPress={onClose} isDisabled={mutation.isPending}>
					<Trans>Later</Trans>
				</Button>
				<Button look="primary" onPress={onAccept} isDisabled={mutation.isPending}>
					<Trans>Accept</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

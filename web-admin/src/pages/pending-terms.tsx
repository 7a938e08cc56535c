import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AdminPendingTermsDocument, AdminTermsAcceptDocument } from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { notify } from "@/ui/notice";
import { Banner } from "@/ui/states";
import { FormFailure } from "./failure";
import { TermsText } from "./terms-text";

/** Asks an owner to accept new terms, on every page until it is done. */
export function PendingTerms() {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const { data } = useQuery(hatQuery(hat, "terms", AdminPendingTermsDocument, {}));
	const accept = useHatMutation(AdminTermsAcceptDocument, ["terms"]);
	const version = data?.viewer?.pendingTerms[0];
	if (!version) return null;
	const agree = () =>
		accept.mutate(
			{ input: { versionIds: [version.id] } },
			{
				onSuccess: () => {
					notify(t`Accepted. Thank you.`);
					setOpen(false);
				},
			},
		);
	return (
		<div className="mx-auto mb-4 w-full max-w-6xl">
			<Banner
				tone="warn"
				action={
					<Button look="primary" onPress={() => setOpen(true)}>
						<Trans>Read and accept…</Trans>
					</Button>
				}
			>
				<p className="font-semibold">{version.title}</p>
				<p>
					<Trans>These terms are new. After 30 days nothing can be changed before they are accepted.</Trans>
				</p>
			</Banner>
			{isOpen && (
				<Dialog title={version.title} isOpen onClose={() => setOpen(false)} isBusy={accept.isPending}>
					<FormFailure error={accept.error} />
					<TermsText of={version} />
					<DialogActions>
						<Button onPress={() => setOpen(false)} isDisabled={accept.isPending}>
							<Trans>Later</Trans>
						</Button>
						<Button look="primary" onPress={agree} isDisabled={accept.isPending}>
							<Trans>Accept</Trans>
						</Button>
					</DialogActions>
				</Dialog>
			)}
		</div>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { AdminPendingTermsDocument, AdminTermsAcceptDocument } from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { later } from "@/lib/later";
import { hatQuery } from "@/lib/query";
import { Button } from "@/ui/button";
import { notify } from "@/ui/notice";
import { Banner } from "@/ui/states";

const TermsAccept = later(async () => (await import("./terms-accept")).TermsAccept);

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
			<Suspense>
				{isOpen && (
					<TermsAccept of={version} mutation={accept} onAccept={agree} onClose={() => setOpen(false)} />
				)}
			</Suspense>
		</div>
	);
}

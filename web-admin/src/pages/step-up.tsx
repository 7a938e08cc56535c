import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type FactorProof, stepUp } from "@/lib/session";
import { answerStepUp, stepUpDeed } from "@/lib/step-up";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { FactorForm } from "./factor";

/** Asks for the second factor again, over whatever page needs it. */
export default function StepUpDialog() {
	const { t } = useLingui();
	const [isBusy, setBusy] = useState(false);
	const [deed] = useState(stepUpDeed);
	const show = async (proof: FactorProof) => {
		setBusy(true);
		return await stepUp(proof).finally(() => setBusy(false));
	};
	return (
		<Dialog title={t`Confirm that it is you`} isOpen onClose={() => answerStepUp(false)} isBusy={isBusy}>
			{deed && <p className="font-semibold">{deed}</p>}
			<p className="text-muted">
				<Trans>This needs your second factor again. It holds for ten minutes.</Trans>
			</p>
			<FactorForm show={show} onShown={() => answerStepUp(true)}>
				{(isPending) => (
					<DialogActions>
						<Button onPress={() => answerStepUp(false)} isDisabled={isPending}>
							<Trans>Cancel</Trans>
						</Button>
						<Button type="submit" look="primary" isDisabled={isPending}>
							<Trans>Confirm</Trans>
						</Button>
					</DialogActions>
				)}
			</FactorForm>
		</Dialog>
	);
}

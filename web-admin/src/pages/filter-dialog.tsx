import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";

type Props = { clear: ReactNode; onClose: () => void; children: ReactNode };

/** The filters of a list, over it: what is chosen holds at once. */
export function FilterDialog({ clear, onClose, children }: Props) {
	const { t } = useLingui();
	return (
		<Dialog title={t`Filters`} isOpen onClose={onClose}>
			<div className="flex flex-col gap-3">{children}</div>
			<DialogActions>
				{clear}
				<Button look="primary" onPress={onClose}>
					<Trans>Show the list</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

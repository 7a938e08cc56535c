import { Trans, useLingui } from "@lingui/react/macro";
import { Funnel, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import type { Chip } from "@/ui/filters";

type Props = { search?: ReactNode; chips: Chip[]; clear: ReactNode; children: ReactNode };

/** Filters on a phone: what is set stands above the list, and the rest opens over it. What is chosen holds at once. */
export function FilterSheet({ search, chips, clear, children }: Props) {
	const { t } = useLingui();
	const [isOpen, setOpen] = useState(false);
	const count = chips.length;
	return (
		<div className="flex flex-col gap-2">
			<div className="flex items-end gap-2 *:first:grow">
				{search}
				<Button className="!grow-0" onPress={() => setOpen(true)}>
					<Funnel aria-hidden="true" className="size-4" />
					{count > 0 ? <Trans>Filters ({count})</Trans> : <Trans>Filters</Trans>}
				</Button>
			</div>
			{count > 0 && (
				<ul aria-label={t`Filters that are set`} className="flex flex-wrap items-center gap-2">
					{chips.map(({ label, onRemove }) => (
						<li key={label}>
							<Button aria-label={t`Take off: ${label}`} className="!min-h-8 !px-3" onPress={onRemove}>
								<span className="max-w-60 truncate">{label}</span>
								<X aria-hidden="true" className="size-3.5" />
							</Button>
						</li>
					))}
				</ul>
			)}
			{isOpen && (
				<Dialog title={t`Filters`} isOpen onClose={() => setOpen(false)}>
					<div className="flex flex-col gap-3">{children}</div>
					<DialogActions>
						{clear}
						<Button look="primary" onPress={() => setOpen(false)}>
							<Trans>Show the list</Trans>
						</Button>
					</DialogActions>
				</Dialog>
			)}
		</div>
	);
}

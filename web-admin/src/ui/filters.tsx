import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "./button";

type FiltersProps = { children: ReactNode; onClear?: () => void };

/** The row of filters above a list. */
export function Filters({ children, onClear }: FiltersProps) {
	return (
		<div className="flex flex-wrap items-end gap-3 *:grow *:basis-48 sm:*:max-w-xs">
			{children}
			{onClear && (
				<Button look="quiet" onPress={onClear} className="!grow-0 !basis-auto">
					<Trans>Clear filters</Trans>
				</Button>
			)}
		</div>
	);
}

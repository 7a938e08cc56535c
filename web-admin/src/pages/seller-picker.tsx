import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useState } from "react";
import { AdminSellerChoicesDocument } from "@/gql/graphql";
import { formatCountry } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { SearchField } from "@/ui/search";
import { Failure, Skeleton } from "@/ui/states";

type Props = {
	value: string | undefined;
	onChoose: (sellerId: string | undefined) => void;
	onClose: () => void;
};

/** Finds a seller by a part of the name. */
export function SellerPicker({ value, onChoose, onClose }: Props) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const [text, setText] = useState("");
	const { data, error, refetch, isPlaceholderData } = useQuery(
		hatQuery(hat, "sellers", AdminSellerChoicesDocument, { search: text || undefined }),
	);
	const found = data?.sellers?.nodes;
	return (
		<Dialog title={t`Choose a seller`} isOpen onClose={onClose}>
			<SearchField label={t`Name`} placeholder={t`A part of the name`} value={text} onChange={setText} />
			<p role="status" className="sr-only">
				{found &&
					!isPlaceholderData &&
					(found.length === 0 ? t`No seller matches` : t`${found.length} found`)}
			</p>
			{error && !found && <Failure error={error} onRetry={() => void refetch()} />}
			{!error && !found && <Skeleton rows={4} label={t`Loading: sellers`} />}
			{found && (
				<ul
					aria-label={t`Sellers`}
					aria-busy={isPlaceholderData}
					className="max-h-[50dvh] divide-y divide-line overflow-auto rounded-md border border-line"
				>
					{text === "" && (
						<li>
							<Option isChosen={!value} onChoose={() => onChoose(undefined)} name={t`All sellers`} />
						</li>
					)}
					{found.map(({ id, name, country }) => (
						<li key={id}>
							<Option
								isChosen={id === value}
								onChoose={() => onChoose(id)}
								name={name}
								note={formatCountry(country, i18n.locale)}
							/>
						</li>
					))}
					{found.length === 0 && (
						<li className="px-4 py-6 text-center text-muted">
							<Trans>No seller has this in its name.</Trans>
						</li>
					)}
				</ul>
			)}
			{data?.sellers?.pageInfo.hasNextPage && (
				<p className="text-muted">
					<Trans>There are more. Type a part of the name to find them.</Trans>
				</p>
			)}
			<DialogActions>
				<Button onPress={onClose}>
					<Trans>Cancel</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

type OptionProps = { isChosen: boolean; name: string; note?: string; onChoose: () => void };

function Option({ isChosen, name, note, onChoose }: OptionProps) {
	return (
		<button
			type="button"
			aria-current={isChosen ? "true" : undefined}
			className="flex min-h-11 w-full cursor-pointer items-center gap-3 px-4 py-2 text-start outline-offset-[-2px] hover:bg-hover"
			onClick={onChoose}
		>
			<span className="min-w-0 flex-1 break-words">
				{name}
				{note && <span className="block text-xs text-muted">{note}</span>}
			</span>
			{isChosen && <Check aria-hidden="true" className="size-4 shrink-0 text-brand" />}
		</button>
	);
}

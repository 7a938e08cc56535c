import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AdminListExportCreateDocument, type ListExportCreateInput } from "@/gql/graphql";
import { useHatMutation } from "@/lib/hat";
import { type Hideable, hiddenColumns, hideOf, PAGE_SIZE, pageSizes } from "@/lib/list";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogActions } from "@/ui/dialog";
import type { ListShape } from "@/ui/list";
import { Select } from "@/ui/select";
import { FileDialog } from "./file-dialog";
import { FormDialog } from "./form-dialog";

/** Has a file made of a list as it is filtered, and saves it. */
export function ListFile({ of, onClose }: { of: ListExportCreateInput; onClose: () => void }) {
	const { t } = useLingui();
	const create = useHatMutation(AdminListExportCreateDocument, []);
	const id = create.data?.listExportCreate?.export?.id;
	if (id) return <FileDialog id={id} onClose={onClose} />;
	return (
		<FormDialog
			title={t`Export this list`}
			verb={<Trans>Make the file</Trans>}
			mutation={create}
			fields={[]}
			onClose={onClose}
			onSubmit={() => create.mutate({ input: of })}
		>
			<p className="text-muted">
				<Trans>
					A table (CSV) of all pages, with the rows that the filters leave. It has no names or addresses of
					buyers.
				</Trans>
			</p>
		</FormDialog>
	);
}

type Props = {
	columns: (Hideable & { name: string; header: string })[];
	shape: ListShape;
	onClose: () => void;
};

/** How many rows a page of a list has, and which columns. It stands in the address, and so in a view that is saved. */
export function ListForm({ columns, shape, onClose }: Props) {
	const { t } = useLingui();
	const sizes = shape.sizes ?? pageSizes;
	const [size, setSize] = useState(shape.size);
	const [hidden, setHidden] = useState(() => hiddenColumns(columns, shape.hide));
	return (
		<Dialog title={t`Rows and columns`} isOpen onClose={onClose}>
			<Select
				label={t`Rows on a page`}
				all={String(PAGE_SIZE)}
				value={size && `${size}`}
				choices={sizes.map((each) => ({ value: `${each}` as const, label: String(each) }))}
				onChange={(next) => setSize(sizes.find((each) => `${each}` === next))}
			/>
			{columns.length > 0 && (
				<fieldset className="flex flex-col">
					<legend className="text-sm">
						<Trans>Columns</Trans>
					</legend>
					{columns.map(({ name, header }) => (
						<Checkbox
							key={name}
							isSelected={!hidden.includes(name)}
							onChange={(isShown) =>
								setHidden(isShown ? hidden.filter((each) => each !== name) : [...hidden, name])
							}
						>
							{header}
						</Checkbox>
					))}
				</fieldset>
			)}
			<DialogActions>
				<Button onPress={onClose}>
					<Trans>Cancel</Trans>
				</Button>
				<Button
					look="primary"
					onPress={() => {
						shape.onChange({ size, hide: hideOf(columns, hidden) });
						onClose();
					}}
				>
					<Trans>Show</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

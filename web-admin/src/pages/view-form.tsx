import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AdminSavedViewSaveDocument, type SavedViewPartsFragment } from "@/gql/graphql";
import { useHatMutation } from "@/lib/hat";
import { Checkbox } from "@/ui/checkbox";
import { TextField } from "@/ui/field";
import { FormDialog } from "./form-dialog";

type ViewFormProps = {
	/** The view to change; null: a new one of what is shown. */
	view: SavedViewPartsFragment | null;
	page: string;
	search: string;
	onClose: () => void;
};

/** Asks what a view is called, and saves it. */
export function ViewForm({ view, page, search, onClose }: ViewFormProps) {
	const { t } = useLingui();
	const [name, setName] = useState(view?.name ?? "");
	const [isDefault, setDefault] = useState(view?.isDefault ?? false);
	const save = useHatMutation(AdminSavedViewSaveDocument, ["views"]);
	return (
		<FormDialog
			title={view ? t`Rename the view` : t`Save this view`}
			verb={t`Save`}
			mutation={save}
			fields={["name"]}
			isReady={name.trim() !== ""}
			onClose={onClose}
			onSubmit={() =>
				save.mutate(
					{ input: { id: view?.id, page, name, search: view?.search ?? search, isDefault } },
					{ onSuccess: onClose },
				)
			}
		>
			<TextField
				label={t`Name`}
				name="name"
				isRequired
				autoFocus
				maxLength={60}
				value={name}
				onChange={(text) => {
					setName(text);
					save.reset();
				}}
			/>
			<Checkbox isSelected={isDefault} onChange={setDefault}>
				<Trans>Show it first when I open this page</Trans>
			</Checkbox>
		</FormDialog>
	);
}

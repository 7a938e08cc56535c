import { Trans, useLingui } from "@lingui/react/macro";
import { AdminListExportCreateDocument, type ListExportCreateInput } from "@/gql/graphql";
import { useHatMutation } from "@/lib/hat";
import { FileDialog } from "./file-button";
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

import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { AdminAccountRenameDocument } from "@/gql/graphql";
import { faultsByField, usePersonMutation } from "@/lib/hat";
import { useViewer } from "@/lib/kept";
import { refreshViewer, type Viewer } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { FormFailure } from "./failure";

/** What somebody goes by. */
export function PersonNamePanel({ viewer }: { viewer: Viewer }) {
	const { t } = useLingui();
	const client = useQueryClient();
	const { name } = useViewer(viewer).account;
	const [typed, setTyped] = useState<string>();
	const rename = usePersonMutation(AdminAccountRenameDocument, ["members", "operators", "people"]);
	const faults = faultsByField(rename.error, ["name"]);
	const save = () =>
		rename.mutate(
			{ input: { name: typed ?? name } },
			{
				onSuccess: () => {
					void refreshViewer(client).then(() => setTyped(undefined));
					notify(t`Saved`);
				},
			},
		);
	return (
		<Panel title={t`Name`}>
			<Form
				validationBehavior="aria"
				className="flex max-w-md flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					save();
				}}
			>
				<FormFailure error={rename.error} faults={faults} />
				<TextField
					label={t`What you go by`}
					name="name"
					autoComplete="name"
					hint={t`Colleagues and the platform see it beside what you do.`}
					isRequired
					maxLength={100}
					value={typed ?? name}
					onChange={(text) => {
						setTyped(text);
						rename.reset();
					}}
				/>
				<Button
					type="submit"
					isDisabled={rename.isPending || typed === undefined || typed.trim() === name}
					className="self-start"
				>
					<Trans>Save the name</Trans>
				</Button>
			</Form>
		</Panel>
	);
}

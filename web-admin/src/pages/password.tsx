import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AdminEmailChangeDocument, AdminPasswordChangeDocument } from "@/gql/graphql";
import { FaultsError, faultsByField, usePersonMutation } from "@/lib/hat";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Banner } from "@/ui/states";
import { RequestFailure } from "./request-failure";

/** What is wrong with a form and belongs to none of its fields. */
function General({ error, text }: { error: unknown; text?: string }) {
	if (!error || (error instanceof FaultsError && !text)) return null;
	return (
		<Banner tone="danger" role="alert">
			{text ?? <RequestFailure error={error} />}
		</Banner>
	);
}

export function PasswordPanel() {
	const { t } = useLingui();
	const [current, setCurrent] = useState("");
	const [next, setNext] = useState("");
	const change = usePersonMutation(AdminPasswordChangeDocument, ["sessions"]);
	const faults = faultsByField(change.error, ["currentPassword", "password"]);
	return (
		<Panel title={t`Password`}>
			<Form
				// What is wrong goes while typing, not on leaving the field: that would move the button from under the pointer.
				validationBehavior="aria"
				className="flex max-w-md flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					change.mutate(
						{ input: { currentPassword: current, password: next } },
						{
							onSuccess: () => {
								setCurrent("");
								setNext("");
								notify(t`Your password has changed. All other sessions have ended.`);
							},
						},
					);
				}}
			>
				<General error={change.error} text={faults[""]} />
				<TextField
					label={t`Present password`}
					name="currentPassword"
					type="password"
					autoComplete="current-password"
					isRequired
					value={current}
					onChange={(text) => {
						setCurrent(text);
						change.reset();
					}}
				/>
				<TextField
					label={t`New password`}
					name="password"
					type="password"
					autoComplete="new-password"
					hint={t`At least 15 characters, any of them. A few words that have nothing to do with each other are easy to keep.`}
					isRequired
					maxLength={128}
					value={next}
					onChange={(text) => {
						setNext(text);
						change.reset();
					}}
				/>
				<Button type="submit" isDisabled={change.isPending} className="self-start">
					<Trans>Change the password</Trans>
				</Button>
			</Form>
		</Panel>
	);
}

export function AddressPanel({ email }: { email: string }) {
	const { t } = useLingui();
	const [address, setAddress] = useState("");
	const [password, setPassword] = useState("");
	const change = usePersonMutation(AdminEmailChangeDocument, []);
	const faults = faultsByField(change.error, ["email", "password"]);
	return (
		<Panel title={t`Email`}>
			<Form
				// What is wrong goes while typing, not on leaving the field: that would move the button from under the pointer.
				validationBehavior="aria"
				className="flex max-w-md flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					change.mutate({ input: { email: address, password } }, { onSuccess: () => setPassword("") });
				}}
			>
				<p className="break-words">
					<Trans>
						You sign in as <strong className="font-semibold">{email}</strong>.
					</Trans>
				</p>
				<General error={change.error} text={faults[""]} />
				{change.isSuccess && (
					<Banner tone="info" role="status">
						<Trans>
							Two mails are on their way, to {email} and to {address}. The address changes when both links
							were used.
						</Trans>
					</Banner>
				)}
				<TextField
					label={t`New email`}
					name="email"
					type="email"
					autoComplete="email"
					isRequired
					maxLength={254}
					value={address}
					onChange={(text) => {
						setAddress(text);
						change.reset();
					}}
				/>
				<TextField
					label={t`Password`}
					name="password"
					type="password"
					autoComplete="current-password"
					isRequired
					value={password}
					onChange={setPassword}
				/>
				<Button type="submit" isDisabled={change.isPending} className="self-start">
					<Trans>Change the email</Trans>
				</Button>
			</Form>
		</Panel>
	);
}

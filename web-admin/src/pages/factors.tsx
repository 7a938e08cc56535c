import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { KeyRound, Pencil, Smartphone, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { type AdminFactorsQuery, AdminPasskeyRenameDocument, type PasskeyRowFragment } from "@/gql/graphql";
import type { Fault } from "@/lib/api";
import { type Added, removeApp, removePasskey, renewCodes } from "@/lib/factors";
import { FaultsError, faultsByField, usePersonMutation } from "@/lib/hat";
import { canUsePasskeys } from "@/lib/passkey";
import type { FactorProof } from "@/lib/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Banner } from "@/ui/states";
import { Instant } from "@/ui/text";
import { Enrol, type Kind } from "./enrol";
import { FactorForm } from "./factor";
import { RecoveryCodes } from "./recovery-codes";
import { RequestFailure } from "./request-failure";

type Factors = NonNullable<AdminFactorsQuery["factors"]>;
type Open =
	| { what: "add"; kind: Kind }
	| { what: "rename" | "remove"; passkey: PasskeyRowFragment }
	| { what: "removeApp" | "renew" };

/** Second factors: what there is, and adding, renaming and removing them. */
export function Factors({ factors }: { factors: Factors }) {
	const { t } = useLingui();
	const [open, setOpen] = useState<Open | null>(null);
	const app = factors.totp?.confirmedAt ? factors.totp : null;
	const isFirst = !app && factors.passkeys.length === 0;
	const close = () => setOpen(null);
	return (
		<>
			<Panel
				title={t`Second factors`}
				action={
					<div className="flex flex-wrap gap-2">
						{canUsePasskeys() && (
							<Button onPress={() => setOpen({ what: "add", kind: "passkey" })}>
								<KeyRound aria-hidden="true" className="size-4" />
								<Trans>Add a passkey…</Trans>
							</Button>
						)}
						{!app && (
							<Button onPress={() => setOpen({ what: "add", kind: "app" })}>
								<Smartphone aria-hidden="true" className="size-4" />
								<Trans>Add an authenticator app…</Trans>
							</Button>
						)}
					</div>
				}
			>
				<div className="flex flex-col gap-3">
					{isFirst && (
						<Banner tone="warn">
							<Trans>Your password alone opens this account. Add a factor that nobody can guess.</Trans>
						</Banner>
					)}
					{factors.isAnotherSuggested && !isFirst && (
						<Banner tone="info">
							<Trans>Add another one: if you lose the only one, the recovery codes are all you have.</Trans>
						</Banner>
					)}
					{!isFirst && (
						<ul className="flex flex-col" aria-label={t`Second factors`}>
							{app && (
								<FactorRow icon={<Smartphone aria-hidden="true" className="size-5" />} {...app}>
									<span className="font-medium">{t`Authenticator app`}</span>
									<Button
										look="quiet"
										isIcon
										aria-label={t`Remove the authenticator app`}
										onPress={() => setOpen({ what: "removeApp" })}
									>
										<Trash2 aria-hidden="true" className="size-4" />
									</Button>
								</FactorRow>
							)}
							{factors.passkeys.map((passkey) => (
								<FactorRow
									key={passkey.id}
									icon={<KeyRound aria-hidden="true" className="size-5" />}
									confirmedAt={passkey.createdAt}
									lastUsedAt={passkey.lastUsedAt}
									note={
										<>
											{passkey.isSynced && <Badge tone="muted">{t`Synced`}</Badge>}
											{passkey.isFlagged && <Badge tone="danger">{t`Perhaps copied`}</Badge>}
										</>
									}
								>
									<span className="min-w-0 font-medium break-words">{passkey.name}</span>
									<span className="flex shrink-0">
										<Button
											look="quiet"
											isIcon
											aria-label={t`Rename ${passkey.name}`}
											onPress={() => setOpen({ what: "rename", passkey })}
										>
											<Pencil aria-hidden="true" className="size-4" />
										</Button>
										<Button
											look="quiet"
											isIcon
											aria-label={t`Remove ${passkey.name}`}
											onPress={() => setOpen({ what: "remove", passkey })}
										>
											<Trash2 aria-hidden="true" className="size-4" />
										</Button>
									</span>
								</FactorRow>
							))}
						</ul>
					)}
				</div>
			</Panel>
			{!isFirst && (
				<Panel
					title={t`Recovery codes`}
					action={
						<Button onPress={() => setOpen({ what: "renew" })}>
							<Trans>Renew…</Trans>
						</Button>
					}
				>
					<p className={factors.recoveryCodesLeft < 3 ? "text-danger" : "text-muted"}>
						<Trans>{factors.recoveryCodesLeft} of 10 still work.</Trans>
					</p>
				</Panel>
			)}
			{open?.what === "add" && <AddDialog kind={open.kind} isFirst={isFirst} onClose={close} />}
			{open?.what === "rename" && <RenameDialog passkey={open.passkey} onClose={close} />}
			{open?.what === "remove" && (
				<RemoveDialog
					title={t`Remove ${open.passkey.name}?`}
					remove={(password, proof) => removePasskey(open.passkey.id, password, proof)}
					onClose={close}
				/>
			)}
			{open?.what === "removeApp" && (
				<RemoveDialog title={t`Remove the authenticator app?`} remove={removeApp} onClose={close} />
			)}
			{open?.what === "renew" && <RenewDialog onClose={close} />}
		</>
	);
}

type FactorRowProps = {
	icon: ReactNode;
	confirmedAt?: string | null;
	lastUsedAt?: string | null;
	note?: ReactNode;
	children: ReactNode;
};

function FactorRow({ icon, confirmedAt, lastUsedAt, note, children }: FactorRowProps) {
	return (
		<li className="flex items-center gap-3 border-t border-line py-2 first:border-t-0">
			<span className="shrink-0 text-muted">{icon}</span>
			<div className="min-w-0 flex-1">
				<div className="flex items-center justify-between gap-3">{children}</div>
				<div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
					{confirmedAt && (
						<span>
							<Trans>
								Added <Instant of={confirmedAt} />
							</Trans>
						</span>
					)}
					<span>
						{lastUsedAt ? (
							<Trans>
								Last used <Instant of={lastUsedAt} />
							</Trans>
						) : (
							<Trans>Never used</Trans>
						)}
					</span>
					{note}
				</div>
			</div>
		</li>
	);
}

/** Reads anew what has changed. Other sessions may have ended by it. */
function useRefresh() {
	const client = useQueryClient();
	return () =>
		Promise.all([
			client.invalidateQueries({ queryKey: ["factors"] }),
			client.invalidateQueries({ queryKey: ["sessions"] }),
		]);
}

function AddDialog({ kind, isFirst, onClose }: { kind: Kind; isFirst: boolean; onClose: () => void }) {
	const { t } = useLingui();
	const refresh = useRefresh();
	const [hasCodes, setHasCodes] = useState(false);
	// As it was when it began: adding the first one makes the next no longer the first.
	const [wasFirst] = useState(isFirst);
	return (
		<Dialog
			title={kind === "app" ? t`Add an authenticator app` : t`Add a passkey`}
			isOpen
			isBusy={hasCodes}
			onClose={onClose}
		>
			<Enrol
				kind={kind}
				isFirst={wasFirst}
				onCodes={() => setHasCodes(true)}
				onDone={() => {
					notify(t`Added. All other sessions have ended.`);
					onClose();
					void refresh();
				}}
				cancel={
					<Button onPress={onClose}>
						<Trans>Cancel</Trans>
					</Button>
				}
			/>
		</Dialog>
	);
}

function RenameDialog({ passkey, onClose }: { passkey: PasskeyRowFragment; onClose: () => void }) {
	const { t } = useLingui();
	const [name, setName] = useState(passkey.name);
	const rename = usePersonMutation(AdminPasskeyRenameDocument, ["factors"]);
	return (
		<Dialog title={t`Rename the passkey`} isOpen onClose={onClose} isBusy={rename.isPending}>
			<Form
				className="flex flex-col gap-4"
				validationErrors={faultsByField(rename.error, ["name"])}
				onSubmit={(event) => {
					event.preventDefault();
					rename.mutate({ input: { passkeyId: passkey.id, name } }, { onSuccess: onClose });
				}}
			>
				{rename.error && !(rename.error instanceof FaultsError) && (
					<Banner tone="danger" role="alert">
						<RequestFailure error={rename.error} />
					</Banner>
				)}
				<TextField
					label={t`Name`}
					name="name"
					isRequired
					maxLength={60}
					autoFocus
					value={name}
					onChange={setName}
				/>
				<DialogActions>
					<Button onPress={onClose} isDisabled={rename.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={rename.isPending}>
						<Trans>Save</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

type RemoveDialogProps = {
	title: string;
	remove: (password: string, proof: FactorProof) => Promise<Added>;
	onClose: () => void;
};

function RemoveDialog({ title, remove, onClose }: RemoveDialogProps) {
	const { t } = useLingui();
	const refresh = useRefresh();
	const show = async (proof: FactorProof, password: string): Promise<Fault[]> =>
		(await remove(password, proof)).faults;
	return (
		<Dialog title={title} isOpen onClose={onClose}>
			<p className="text-muted">
				<Trans>
					All other sessions end. With the last factor the recovery codes go as well, and whoever must have a
					factor sets up a new one before anything else.
				</Trans>
			</p>
			<FactorForm
				show={show}
				asksPassword
				onShown={async () => {
					notify(t`Removed. All other sessions have ended.`);
					onClose();
					await refresh();
				}}
			>
				{(isBusy) => (
					<DialogActions>
						<Button onPress={onClose} isDisabled={isBusy}>
							<Trans>Cancel</Trans>
						</Button>
						<Button type="submit" look="danger" isDisabled={isBusy}>
							<Trans>Remove</Trans>
						</Button>
					</DialogActions>
				)}
			</FactorForm>
		</Dialog>
	);
}

function RenewDialog({ onClose }: { onClose: () => void }) {
	const { t } = useLingui();
	const refresh = useRefresh();
	const [codes, setCodes] = useState<string[] | null>(null);
	const show = async (proof: FactorProof): Promise<Fault[]> => {
		const { faults, recoveryCodes } = await renewCodes(proof);
		if (recoveryCodes) setCodes(recoveryCodes);
		return faults;
	};
	return (
		<Dialog title={t`Renew the recovery codes`} isOpen onClose={onClose} isBusy={codes !== null}>
			{codes ? (
				<RecoveryCodes codes={codes} onDone={onClose} />
			) : (
				<>
					<p className="text-muted">
						<Trans>You get ten new ones. The ones that you have stop working.</Trans>
					</p>
					<FactorForm show={show} onShown={async () => void (await refresh())}>
						{(isBusy) => (
							<DialogActions>
								<Button onPress={onClose} isDisabled={isBusy}>
									<Trans>Cancel</Trans>
								</Button>
								<Button type="submit" look="primary" isDisabled={isBusy}>
									<Trans>Renew</Trans>
								</Button>
							</DialogActions>
						)}
					</FactorForm>
				</>
			)}
		</Dialog>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Glasses } from "lucide-react";
import { useEffect, useState } from "react";
import { AdminViewAsEndDocument, AdminViewAsStartDocument, type SellerRowFragment } from "@/gql/graphql";
import { FaultsError, faultsByField, useActMutation, useHat, useHatMutation } from "@/lib/hat";
import { useNow } from "@/lib/now";
import { may } from "@/lib/session";
import { forgetView, rememberView, type View, viewQuery } from "@/lib/view-as";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Select } from "@/ui/select";
import { Banner } from "@/ui/states";
import { Instant } from "@/ui/text";
import { FormFailure } from "./failure";
import { WriteButton } from "./view-as-write";

/** Says on every page that it is seen as a seller, until when, and ends it. */
export function ViewAsBanner({ view: first, name }: { view: View; name: string }) {
	const { t } = useLingui();
	const client = useQueryClient();
	const router = useRouter();
	const sellerId = first.hat.actAs ?? "";
	const slug = first.hat.seller?.slug ?? "";
	// Asked for again: an administrator may let it change something, and another window may end it.
	const { data } = useQuery({ ...viewQuery(sellerId), initialData: first, refetchInterval: 30_000 });
	const { grant } = data ?? first;
	const left = Math.max(0, Math.ceil((new Date(grant.endsAt).getTime() - useNow(1000)) / 1000));
	const isOver = data === null || left === 0;
	// Whoever views as a seller changes nothing, so the end is asked for as the operator. Nothing is read anew
	// by it: the hat that this page reads under is gone then.
	const end = useActMutation(AdminViewAsEndDocument, [], "operator");
	const leave = async () => {
		await router.navigate({ to: "/platform/sellers/$sellerId", params: { sellerId } });
		forgetView(client, { slug, sellerId });
	};
	useEffect(() => {
		if (!isOver) return;
		notify(t`The time to view as ${name} is over.`);
		void leave();
		// oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is over
	}, [isOver]);
	const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
	return (
		<section aria-label={t`Viewing as a seller`} className="mx-auto mb-4 w-full max-w-6xl">
			<Banner
				tone="warn"
				action={
					<span className="flex flex-wrap gap-2">
						{grant.isReadOnly && <WriteButton id={grant.id} sellerId={sellerId} />}
						<Button
							isDisabled={end.isPending}
							onPress={() =>
								end.mutate(
									{ input: { id: grant.id } },
									{
										onSuccess: () => void leave(),
										onError: () => notify(t`It could not be ended. Try again.`),
									},
								)
							}
						>
							<Trans>End viewing</Trans>
						</Button>
					</span>
				}
			>
				<p className="font-semibold break-words">
					<Trans>
						{name} views as {first.hat.seller?.name}
					</Trans>
				</p>
				<p className="text-muted">
					{grant.isReadOnly ? (
						<Trans>Nothing can be changed.</Trans>
					) : (
						<Trans>What you change, you change for the seller.</Trans>
					)}{" "}
					<Trans>
						Until <Instant of={grant.endsAt} isLong />,
					</Trans>{" "}
					<span role="timer" className="whitespace-nowrap tabular-nums">
						{t`${clock} left`}
					</span>
				</p>
				<p className="text-xs break-words text-muted">{t`Reason: ${grant.reason}`}</p>
			</Banner>
		</section>
	);
}

/** The way for operators to see what the members of a seller see. */
export function ViewAsButton({ seller }: { seller: SellerRowFragment }) {
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	if (seller.isPlatform || !may(hat, "VIEW_AS")) return null;
	return (
		<>
			<Button onPress={() => setOpen(true)}>
				<Glasses aria-hidden="true" className="size-4" />
				<Trans>View as…</Trans>
			</Button>
			{isOpen && <StartDialog seller={seller} onClose={() => setOpen(false)} />}
		</>
	);
}

function StartDialog({ seller, onClose }: { seller: SellerRowFragment; onClose: () => void }) {
	const { t } = useLingui();
	const client = useQueryClient();
	const router = useRouter();
	const [reason, setReason] = useState("");
	const [minutes, setMinutes] = useState<"5" | "15" | undefined>();
	const [isSecurityCase, setSecurityCase] = useState(false);
	const start = useHatMutation(AdminViewAsStartDocument, ["audit"]);
	const faults = faultsByField(start.error, ["reason"]);
	const isOpenAlready =
		start.error instanceof FaultsError && start.error.faults.some(({ code }) => code === "VIEW_AS_OPEN");
	const enter = async () => {
		rememberView(seller.slug, seller.id);
		client.removeQueries({ queryKey: viewQuery(seller.id).queryKey });
		await router.navigate({ to: "/s/$slug", params: { slug: seller.slug } });
	};
	return (
		<Dialog title={t`View as ${seller.name}?`} isOpen onClose={onClose} isBusy={start.isPending}>
			<Form
				className="flex flex-col gap-4"
				validationBehavior="aria"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					start.mutate(
						{
							input: { sellerId: seller.id, reason, minutes: minutes ? Number(minutes) : 30, isSecurityCase },
						},
						{ onSuccess: () => void enter() },
					);
				}}
			>
				<p className="text-muted">
					<Trans>
						You see what an owner of the seller sees, and change nothing. Its owners read your reason
						afterwards, and it is in the audit log.
					</Trans>
				</p>
				<FormFailure error={start.error} faults={faults} />
				{isOpenAlready && (
					<Button className="self-start" onPress={() => void enter()}>
						<Trans>Go on viewing</Trans>
					</Button>
				)}
				<TextField
					label={t`Reason`}
					name="reason"
					rows={3}
					isRequired
					maxLength={1000}
					autoFocus
					value={reason}
					onChange={(text) => {
						setReason(text);
						start.reset();
					}}
				/>
				<Select
					label={t`For`}
					all={t`30 minutes`}
					value={minutes}
					choices={[
						{ value: "5", label: t`5 minutes` },
						{ value: "15", label: t`15 minutes` },
					]}
					onChange={setMinutes}
				/>
				<Checkbox
					isSelected={isSecurityCase}
					onChange={setSecurityCase}
					hint={t`Its owners are not told, since they are suspected of something.`}
				>
					<Trans>A security case</Trans>
				</Checkbox>
				<DialogActions>
					<Button onPress={onClose} isDisabled={start.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={start.isPending}>
						<Trans>View as this seller</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

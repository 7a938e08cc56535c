import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
	SellerApproveDocument,
	SellerReinstateDocument,
	type SellerRowFragment,
	SellerSuspendDocument,
	type TypedDocumentString,
	type UserErrorPartsFragment,
} from "@/gql/graphql";
import { ApiError, request } from "@/lib/api";
import { useHat } from "@/lib/hat";
import { type Hat, may } from "@/lib/session";
import { withStepUp } from "@/lib/step-up";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { TextField } from "@/ui/field";
import type { Column } from "@/ui/list";
import { Banner } from "@/ui/states";
import { FormDialog } from "./form-dialog";

type Deed = "approve" | "suspend" | "reinstate";
type Outcome = { id: string; name: string; fault?: string };
type Choice = { chosen: string[]; setChosen: (ids: string[]) => void };

/** What may be done with many sellers of one status at once; nothing where the role may not. */
export function bulkDeed(hat: Hat, status: string | undefined): Deed | null {
	if (status === "APPLIED" && may(hat, "SELLER_APPROVE")) return "approve";
	if (status === "APPROVED" && may(hat, "SELLER_SUSPEND")) return "suspend";
	if (status === "SUSPENDED" && may(hat, "SELLER_REINSTATE")) return "reinstate";
	return null;
}

/** The column by which sellers are chosen. */
export function useChooseColumn({ chosen, setChosen }: Choice): Column<SellerRowFragment> {
	const { t } = useLingui();
	return {
		header: t`Choose`,
		isHeaderHidden: true,
		card: "plain",
		cell: ({ id, name, isPlatform }) =>
			!isPlatform && (
				<Checkbox
					isSelected={chosen.includes(id)}
					onChange={(is) => setChosen(is ? [...chosen, id] : chosen.filter((each) => each !== id))}
				>
					<span className="sr-only">{t`Choose ${name}`}</span>
				</Checkbox>
			),
	};
}

type BulkProps = Choice & { deed: Deed; rows: SellerRowFragment[] };

/** Decides about all chosen sellers, one after the other, and says of each what came of it. */
export function SellerBulk({ deed, rows, chosen, setChosen }: BulkProps) {
	const { t } = useLingui();
	const hat = useHat();
	const client = useQueryClient();
	const [isOpen, setOpen] = useState(false);
	const [reason, setReason] = useState("");
	const picked = rows.filter(({ id, isPlatform }) => chosen.includes(id) && !isPlatform);
	const run = useMutation({
		mutationFn: async () => {
			const outcomes: Outcome[] = [];
			for (const { id, name } of picked)
				outcomes.push({ id, name, fault: await decide(hat, deed, id, reason) });
			return outcomes;
		},
		onSuccess: () => {
			setChosen([]);
			setReason("");
			setOpen(false);
			return client.invalidateQueries({ queryKey: ["sellers"] });
		},
	});
	const count = picked.length;
	const texts = {
		approve: { button: t`Approve chosen (${count})…`, title: t`Approve ${count} sellers?`, verb: t`Approve` },
		suspend: { button: t`Suspend chosen (${count})…`, title: t`Suspend ${count} sellers?`, verb: t`Suspend` },
		reinstate: {
			button: t`Reinstate chosen (${count})…`,
			title: t`Reinstate ${count} sellers?`,
			verb: t`Reinstate`,
		},
	}[deed];
	return (
		<>
			<div className="flex flex-wrap items-center gap-x-4 gap-y-2">
				<Checkbox
					isSelected={count > 0 && count === rows.filter(({ isPlatform }) => !isPlatform).length}
					onChange={(all) => setChosen(all ? rows.map(({ id }) => id) : [])}
				>
					<Trans>All of this page</Trans>
				</Checkbox>
				<Button isDisabled={count === 0} onPress={() => setOpen(true)}>
					{texts.button}
				</Button>
			</div>
			{run.data && <Outcomes of={run.data} />}
			{isOpen && (
				<FormDialog
					title={texts.title}
					verb={texts.verb}
					mutation={run}
					fields={["reason"]}
					onSubmit={() => run.mutate()}
					onClose={() => setOpen(false)}
				>
					<ul className="list-inside list-disc text-muted">
						{picked.map(({ id, name }) => (
							<li key={id} className="break-words">
								{name}
							</li>
						))}
					</ul>
					{deed === "suspend" && (
						<TextField
							label={t`Reason`}
							hint={t`The members of the seller read it.`}
							name="reason"
							rows={4}
							isRequired
							maxLength={1000}
							value={reason}
							onChange={setReason}
						/>
					)}
				</FormDialog>
			)}
		</>
	);
}

/** Decides about one seller; answers what was wrong. */
async function decide(hat: Hat, deed: Deed, sellerId: string, reason: string): Promise<string | undefined> {
	const { actAs } = hat;
	const ask = async <V,>(document: TypedDocumentString<Record<string, unknown>, V>, variables: V) => {
		const data = await withStepUp(() => request(document, variables, { actAs }));
		return Object.values(data).flatMap(
			(payload) => (payload as { userErrors: UserErrorPartsFragment[] } | null)?.userErrors ?? [],
		);
	};
	try {
		const faults =
			deed === "suspend"
				? await ask(SellerSuspendDocument, { input: { sellerId, reason } })
				: await ask(deed === "approve" ? SellerApproveDocument : SellerReinstateDocument, {
						input: { sellerId },
					});
		return faults.map(({ message }) => message).join(" ") || undefined;
	} catch (error) {
		// One that was refused does not keep the others waiting. A session that ended, or a factor that was not shown, does.
		if (error instanceof ApiError && error.code !== "UNAUTHENTICATED" && error.code !== "STEP_UP_REQUIRED")
			return error.message;
		throw error;
	}
}

function Outcomes({ of }: { of: Outcome[] }) {
	const { t } = useLingui();
	return (
		<Banner tone={of.some(({ fault }) => fault) ? "warn" : "info"} role="status">
			<ul>
				{of.map(({ id, name, fault }) => (
					<li key={id} className="break-words">
						{name}: {fault ?? t`done`}
					</li>
				))}
			</ul>
		</Banner>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { FileCheck } from "lucide-react";
import { useState } from "react";
import {
	AdminTermsPublishDocument,
	AdminTermsWithdrawDocument,
	type TermsKind,
	type TermsPartsFragment,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { termsKinds, termsStates, valuesOf } from "@/lib/labels";
import { useNow } from "@/lib/now";
import { may } from "@/lib/session";
import { stateOf, type TermsSearch, termsQuery } from "@/lib/terms";
import { startOfDay } from "@/lib/zone";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Facts } from "@/ui/panel";
import { Choose, Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { Instant } from "@/ui/text";
import { FormFailure } from "./failure";
import { FormDialog } from "./form-dialog";
import { TermsText } from "./terms-text";

type TermsProps = { search: TermsSearch; onSearch: (search: TermsSearch) => void };

/** The versions of what people agree to, and the way to publish another. */
export function Terms({ search, onSearch }: TermsProps) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const now = useNow(60_000);
	const [shown, show] = useState<TermsPartsFragment | null>(null);
	const [isPublishing, setPublishing] = useState(false);
	const { data, error, refetch, isFetching } = useQuery(termsQuery(hat, search));
	const inForce = [data?.buyer, data?.seller, data?.privacy, data?.marketing].flatMap((terms) =>
		terms ? [terms.id] : [],
	);
	const columns: Column<TermsPartsFragment>[] = [
		{
			header: t`Document`,
			card: "title",
			cell: (version) => (
				<>
					<Words of={version.kind} labels={termsKinds} /> {version.number}
				</>
			),
		},
		{ header: t`Title`, cell: (version) => version.title },
		{
			header: t`Status`,
			card: "plain",
			cell: (version) => <Status of={stateOf(version, inForce, now)} labels={termsStates} />,
		},
		{ header: t`In force from`, cell: (version) => <Instant of={version.inForceFrom} isLong /> },
		{ header: t`Published`, cell: (version) => <Instant of={version.publishedAt} /> },
		{
			header: t`Read`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (version) => (
				<Button look="link" aria-label={t`Read ${version.title}`} onPress={() => show(version)}>
					<Trans>Read</Trans>
				</Button>
			),
		},
	];
	const publish = may(hat, "TERMS_EDIT") && (
		<Button look="primary" onPress={() => setPublishing(true)}>
			<Trans>Publish…</Trans>
		</Button>
	);
	return (
		<Page title={t`Terms`} actions={publish}>
			{(search.kind || data?.termsVersions?.nodes.length !== 0) && (
				<Filters onClear={search.kind ? () => onSearch({}) : undefined}>
					<Select
						label={t`Document`}
						all={t`All`}
						value={search.kind}
						choices={valuesOf(termsKinds).map((value) => ({ value, label: i18n._(termsKinds[value]) }))}
						onChange={(kind) => onSearch({ kind })}
					/>
				</Filters>
			)}
			<List
				label={t`Versions of the terms`}
				columns={columns}
				rows={data?.termsVersions?.nodes}
				keyOf={(version) => version.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.termsVersions?.pageInfo}
				onPage={(page) => onSearch({ kind: search.kind, ...page })}
				empty={
					<Empty icon={FileCheck} title={search.kind ? t`Nothing matches` : t`Nothing is published yet`}>
						<Trans>
							Without terms nobody is asked to accept any. Once a version is published, buyers accept it when
							they order, and owners of sellers within 30 days.
						</Trans>
					</Empty>
				}
			/>
			{shown && (
				<VersionDialog
					version={shown}
					isToCome={stateOf(shown, inForce, now) === "TO_COME"}
					onClose={() => show(null)}
				/>
			)}
			{isPublishing && <PublishDialog onClose={() => setPublishing(false)} />}
		</Page>
	);
}

type VersionDialogProps = { version: TermsPartsFragment; isToCome: boolean; onClose: () => void };

function VersionDialog({ version, isToCome, onClose }: VersionDialogProps) {
	const { t } = useLingui();
	const hat = useHat();
	const withdraw = useHatMutation(AdminTermsWithdrawDocument, ["terms", "audit"]);
	const takeBack = () =>
		withdraw.mutate(
			{ input: { versionId: version.id } },
			{
				onSuccess: () => {
					notify(t`Withdrawn. It does not come into force.`);
					onClose();
				},
			},
		);
	return (
		<Dialog title={version.title} isOpen onClose={onClose} isBusy={withdraw.isPending}>
			<FormFailure error={withdraw.error} />
			<Facts
				facts={[
					{ term: t`In force from`, detail: <Instant of={version.inForceFrom} isLong /> },
					{ term: t`Published`, detail: <Instant of={version.publishedAt} isLong /> },
					version.withdrawnAt && {
						term: t`Withdrawn`,
						detail: <Instant of={version.withdrawnAt} isLong />,
					},
				]}
			/>
			<TermsText of={version} />
			<DialogActions>
				{isToCome && may(hat, "TERMS_EDIT") && (
					<Button look="danger" onPress={takeBack} isDisabled={withdraw.isPending}>
						<Trans>Withdraw</Trans>
					</Button>
				)}
				<Button onPress={onClose} isDisabled={withdraw.isPending}>
					<Trans>Close</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

function PublishDialog({ onClose }: { onClose: () => void }) {
	const { t } = useLingui();
	const [kind, setKind] = useState<TermsKind>("BUYER_TERMS");
	const [title, setTitle] = useState("");
	const [text, setText] = useState("");
	const [link, setLink] = useState("");
	const [from, setFrom] = useState("");
	const publish = useHatMutation(AdminTermsPublishDocument, ["terms", "audit"]);
	const save = () =>
		publish.mutate(
			{ input: { kind, title, text, link, inForceFrom: startOfDay(from) } },
			{
				onSuccess: () => {
					notify(t`Published. It is never changed.`);
					onClose();
				},
			},
		);
	return (
		<FormDialog
			title={t`Publish a version`}
			verb={<Trans>Publish</Trans>}
			mutation={publish}
			fields={["title", "text", "link", "inForceFrom"]}
			onSubmit={save}
			onClose={onClose}
		>
			<Choose label={t`Document`} value={kind} labels={termsKinds} onChange={setKind} />
			<TextField label={t`Title`} name="title" isRequired maxLength={200} value={title} onChange={setTitle} />
			<TextField
				label={t`Text`}
				hint={t`Markdown. Leave it empty when the text is behind a link.`}
				name="text"
				rows={6}
				maxLength={50_000}
				value={text}
				onChange={setText}
			/>
			<TextField
				label={t`Link`}
				hint={t`What it leads to must not change.`}
				name="link"
				type="url"
				placeholder="https://"
				maxLength={2000}
				value={link}
				onChange={setLink}
			/>
			<TextField
				label={t`In force from`}
				hint={t`At once when it is empty.`}
				name="inForceFrom"
				type="date"
				value={from}
				onChange={setFrom}
			/>
		</FormDialog>
	);
}

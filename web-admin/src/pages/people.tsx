import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { UserSearch } from "lucide-react";
import { type ReactNode, useState } from "react";
import {
	type AccountCardFragment,
	AdminAccountByEmailDocument,
	AdminAccountDocument,
	AdminAccountSessionsDocument,
	AdminBuyerCreditDocument,
} from "@/gql/graphql";
import { request } from "@/lib/api";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { type Column, List } from "@/ui/list";
import { Page } from "@/ui/page";
import { Facts, Panel, Section } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Code, Instant, Money } from "@/ui/text";
import { useDeviceName } from "./device-name";
import { PayOutCredit, PersonButtons, SignOut } from "./people-dialogs";
import { RevealButton, untilMasked } from "./reveal";

type Props = { id: string | undefined; onFound: (id: string | undefined) => void };

/** The page about people: looking somebody up, and who asks to be erased. */
export function PeoplePage({ view, children }: { view?: "erasures"; children: ReactNode }) {
	const { t } = useLingui();
	const hat = useHat();
	const views = [
		{ to: undefined, label: t`Look somebody up` },
		{ to: "erasures", label: t`Requests to be erased` },
	] as const;
	return (
		<Page title={t`People`}>
			{may(hat, "PRIVACY_READ") && (
				<ViewTabs label={t`Views of people`}>
					{views.map(({ to, label }) => (
						<Link key={label} to="/platform/people" search={{ view: to }} {...viewTab(view === to)}>
							{label}
						</Link>
					))}
				</ViewTabs>
			)}
			{children}
		</Page>
	);
}

/** Looks somebody up by their whole address, as they write to support. There is no list of people to look through. */
export function People({ id, onFound }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const [email, setEmail] = useState("");
	const find = useMutation({
		// The address is not part of the page's address: that stays in histories and logs.
		mutationFn: async (address: string) => {
			const { accountByEmail } = await request(
				AdminAccountByEmailDocument,
				{ email: address },
				{ actAs: hat.actAs },
			);
			return accountByEmail ?? null;
		},
		// Whoever was found before is not who is asked for now.
		onSettled: (found) => onFound(found?.id),
	});
	return (
		<>
			<Form
				className="flex flex-wrap items-start gap-3"
				onSubmit={(event) => {
					event.preventDefault();
					find.mutate(email.trim());
				}}
			>
				<TextField
					label={t`Email`}
					hint={t`The whole address.`}
					type="email"
					name="email"
					isRequired
					className="min-w-0 flex-1 sm:max-w-sm"
					value={email}
					onChange={setEmail}
				/>
				<Button type="submit" look="primary" isDisabled={find.isPending} className="mt-6">
					<Trans>Look up</Trans>
				</Button>
			</Form>
			{id && <Somebody key={id} id={id} />}
			{!id && find.error && <Failure error={find.error} />}
			{!id && find.data === null && <Empty icon={UserSearch} title={t`Nobody has this address`} />}
			{!id && !find.error && find.data !== null && (
				<Empty icon={UserSearch} title={t`Nobody was looked up`}>
					{t`Buyers, members of sellers and operators are found by the address that they sign in with.`}
				</Empty>
			)}
		</>
	);
}

function Somebody({ id }: { id: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery({
		...hatQuery(hat, "people", AdminAccountDocument, { id }),
		refetchInterval: ({ state }) => untilMasked(state.data?.account?.revealedUntil),
		refetchIntervalInBackground: true, // nobody finds it on a page that was left open
	});
	if (!data) {
		if (error) return <Failure error={error} onRetry={() => void refetch()} />;
		return <Skeleton rows={4} label={t`Loading: the account`} />;
	}
	if (!data.account) return <Empty icon={UserSearch} title={t`There is no such account`} />;
	return (
		<>
			<PersonCard person={data.account} />
			<SessionsOf accountId={id} />
		</>
	);
}

function PersonCard({ person }: { person: AccountCardFragment }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data: credit } = useQuery({
		...hatQuery(hat, "people", AdminBuyerCreditDocument, { buyerId: person.id }),
		enabled: may(hat, "REFUND_READ"),
	});
	return (
		<Panel
			title={person.name || person.email || t`Without a name`}
			action={
				<span className="flex flex-wrap gap-2">
					{person.isMasked && <RevealButton orderId={person.id} number={person.name || person.id} />}
					<PersonButtons person={person} />
				</span>
			}
		>
			<Facts
				facts={[
					{
						term: t`Status`,
						detail: person.suspendedAt ? (
							<Badge tone="danger">{t`Kept out`}</Badge>
						) : (
							<Badge tone="ok">{person.isGuest ? t`Guest` : t`May sign in`}</Badge>
						),
					},
					person.email && {
						term: t`Email`,
						detail: (
							<>
								<bdi className="break-all">{person.email}</bdi>
								{!person.isEmailVerified && (
									<span className="block text-xs text-muted">{t`Not confirmed`}</span>
								)}
							</>
						),
					},
					{ term: t`Since`, detail: <Instant of={person.createdAt} isLong /> },
					person.suspendedAt && {
						term: t`Kept out since`,
						detail: <Instant of={person.suspendedAt} isLong />,
					},
					person.revealedUntil && {
						term: t`Shown to you until`,
						detail: <Instant of={person.revealedUntil} isLong />,
					},
					{ term: t`Id`, detail: <Code>{person.id}</Code> },
					...(credit?.buyerCredit ?? [])
						.filter(({ amount }) => Number(amount) > 0)
						.map((amount) => ({
							term: t`Credit, ${amount.currencyCode}`,
							detail: (
								<span className="flex flex-wrap items-center gap-2">
									<Money of={amount} />
									<PayOutCredit buyerId={person.id} credit={amount} />
								</span>
							),
						})),
				]}
			/>
		</Panel>
	);
}

type DeviceSession = { id: string; agent: string; place: string; createdAt: string; lastSeenAt: string };

function SessionsOf({ accountId }: { accountId: string }) {
	const { t } = useLingui();
	const nameOf = useDeviceName();
	const hat = useHat();
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "people", AdminAccountSessionsDocument, { accountId }),
	);
	const columns: Column<DeviceSession>[] = [
		{
			header: t`Device`,
			card: "title",
			cell: ({ agent }) => <span className="break-words">{nameOf(agent)}</span>,
		},
		{ header: t`Network`, cell: ({ place }) => place },
		{ header: t`Signed in`, cell: ({ createdAt }) => <Instant of={createdAt} isLong /> },
		{ header: t`Last seen`, cell: ({ lastSeenAt }) => <Instant of={lastSeenAt} isLong /> },
		{
			header: t`Sign out`,
			isHeaderHidden: true,
			card: "deeds",
			cell: ({ id }) => <SignOut accountId={accountId} sessionId={id} />,
		},
	];
	const sessions = data?.accountSessions?.nodes;
	return (
		<Section
			title={t`Devices signed in`}
			action={sessions && sessions.length > 1 && <SignOut accountId={accountId} />}
		>
			<List
				label={t`Where somebody is signed in`}
				columns={columns}
				rows={sessions}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				empty={
					<p className="rounded-lg border border-line bg-surface p-4 text-muted">
						<Trans>Nowhere.</Trans>
					</p>
				}
			/>
		</Section>
	);
}

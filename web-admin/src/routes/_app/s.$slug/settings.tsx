import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import {
	type AdminOwnBusinessQuery,
	AdminOwnLegalUpdateDocument,
	AdminOwnProfileUpdateDocument,
	type SellerLegalForm,
} from "@/gql/graphql";
import { useBusiness } from "@/lib/business";
import { changedOf } from "@/lib/changed";
import { countries } from "@/lib/countries";
import { formatCountry } from "@/lib/format";
import { faultsByField, hasFault, useHat, useHatMutation } from "@/lib/hat";
import { may } from "@/lib/session";
import { Conflict } from "@/pages/conflict";
import { FormFailure } from "@/pages/failure";
import { LeaveGuard } from "@/pages/leave-guard";
import { Needs } from "@/pages/needs";
import { ClosePanel } from "@/pages/own-close";
import { PayoutSchedulePanel } from "@/pages/payout-plan";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Page, TextLink } from "@/ui/page";
import { Facts, Panel } from "@/ui/panel";
import { Select } from "@/ui/select";
import { Failure, Skeleton } from "@/ui/states";
import { Instant } from "@/ui/text";

type Seller = NonNullable<AdminOwnBusinessQuery["seller"]>;
type Legal = NonNullable<Seller["business"]>["legal"];

export const Route = createFileRoute("/_app/s/$slug/settings")({
	component: () => (
		<Needs permission="SELLER_EDIT">
			<Settings />
		</Needs>
	),
});

function Settings() {
	const { t } = useLingui();
	const hat = useHat();
	const { slug } = Route.useParams();
	const { data, error, refetch } = useBusiness();
	const seller = data?.seller;
	return (
		<Page title={t`Settings`}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton label={t`Loading the settings`} />}
			{seller && (
				<>
					<ProfilePanel seller={seller} />
					<LegalPanel legal={seller.business?.legal ?? null} country={seller.country} />
					{may(hat, "PAYOUT_ACCOUNT_READ") && <PayoutSchedulePanel />}
					<Panel title={t`More`}>
						<ul className="flex flex-col gap-2">
							<li>
								<TextLink to="/account/notifications">
									<Trans>What I am told, in the app and by mail</Trans>
								</TextLink>
							</li>
							{may(hat, "SELLER_COMMISSION_READ") && (
								<li>
									<TextLink to="/s/$slug/plan" params={{ slug }}>
										<Trans>Plan and charges</Trans>
									</TextLink>
								</li>
							)}
						</ul>
					</Panel>
					<ClosePanel name={seller.name} />
				</>
			)}
		</Page>
	);
}

function ProfilePanel({ seller }: { seller: Seller }) {
	const { t, i18n } = useLingui();
	const [saved, setSaved] = useState({
		name: seller.name,
		description: seller.description,
		supportEmail: seller.supportEmail,
	});
	const [typed, setTyped] = useState(saved);
	const update = useHatMutation(AdminOwnProfileUpdateDocument, ["sellers"]);
	const faults = faultsByField(update.error, ["name", "description", "supportEmail"]);
	const isDirty = typed !== saved;
	const save = (event: FormEvent) => {
		event.preventDefault();
		update.mutate(
			{ input: changedOf(typed, saved) },
			{
				onSuccess: () => {
					setSaved(typed);
					notify(t`The profile is saved.`);
				},
			},
		);
	};
	return (
		<Panel title={t`What buyers read`}>
			<LeaveGuard
				isDirty={isDirty}
				draft={{
					form: "profile",
					of: seller.id,
					saved,
					value: typed,
					names: { name: t`Name`, description: t`About you`, supportEmail: t`Email for questions of buyers` },
					onFill: (fields) => setTyped((now) => ({ ...now, ...fields })),
					onDiscard: () => setTyped(saved),
				}}
			/>
			<Form className="flex max-w-2xl flex-col gap-4" validationErrors={faults} onSubmit={save} data-key="e">
				<FormFailure error={update.error} faults={faults} />
				<TextField
					label={t`Name`}
					name="name"
					isRequired
					maxLength={80}
					value={typed.name}
					onChange={(name) => setTyped({ ...typed, name })}
				/>
				<TextField
					label={t`About you`}
					name="description"
					rows={4}
					maxLength={2000}
					value={typed.description}
					onChange={(description) => setTyped({ ...typed, description })}
				/>
				<TextField
					label={t`Email for questions of buyers`}
					name="supportEmail"
					type="email"
					hint={t`Empty for none.`}
					value={typed.supportEmail}
					onChange={(supportEmail) => setTyped({ ...typed, supportEmail })}
				/>
				<Facts
					className="max-w-2xl"
					facts={[
						{ term: t`Name in addresses`, detail: seller.slug },
						{ term: t`Country`, detail: formatCountry(seller.country, i18n.locale) },
						{ term: t`Paid in`, detail: seller.currencyCode },
					]}
				/>
				<div className="flex justify-end">
					<Button type="submit" look="primary" isDisabled={!isDirty || update.isPending}>
						<Trans>Save</Trans>
					</Button>
				</div>
			</Form>
		</Panel>
	);
}

const legalFields = [
	"legalName",
	"registrationNumber",
	"taxId",
	"tin",
	"line1",
	"line2",
	"postalCode",
	"city",
	"country",
] as const;

/** What is typed and chosen; empty where nothing is. */
const typedFields = ["form", "birthDate", ...legalFields] as const;

type Typed = Record<(typeof typedFields)[number], string>;

/** Of a seller that has said nothing yet, the country is known: the one that it has applied from. */
const typedOf = (legal: Legal | null, country: string) =>
	Object.fromEntries(
		typedFields.map((name) => [name, legal?.[name] ?? (name === "country" ? country : "")]),
	) as Typed;

/** What is typed as the API takes it: a company has no date of birth. */
const inputOf = ({ form, birthDate, ...typed }: Typed) => ({
	...typed,
	form: (form || undefined) as SellerLegalForm | undefined,
	birthDate: (form === "INDIVIDUAL" && birthDate) || undefined,
});

const versionOf = (legal: Legal | null) => legal?.version ?? 0;

/** What is typed, what it began with, and whether somebody else has saved another version since. */
function useLegal(legal: Legal | null, country: string) {
	const [base, setBase] = useState(legal);
	const [typed, setTyped] = useState(() => typedOf(legal, country));
	const saved = typedOf(base, country);
	const isDirty = typedFields.some((name) => typed[name] !== saved[name]);
	const take = () => {
		setBase(legal);
		setTyped(typedOf(legal, country));
	};
	const isOther = versionOf(legal) > versionOf(base);
	const theirs = typedOf(legal, country);
	const differing = typedFields.filter((name) => typed[name] !== theirs[name]);
	// Whoever has typed nothing else sees what is saved now.
	if (isOther && (!isDirty || differing.length === 0)) take();
	return { base, setBase, typed, setTyped, isDirty, take, isOther: isOther && isDirty, theirs, differing };
}

function LegalPanel({ legal, country: home }: { legal: Legal | null; country: string }) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { base, setBase, typed, setTyped, isDirty, take, theirs, differing, ...found } = useLegal(
		legal,
		home,
	);
	const client = useQueryClient();
	const update = useHatMutation(AdminOwnLegalUpdateDocument, ["sellers"]);
	// While it is being saved, the other version may be one's own.
	const isOther = found.isOther && !update.isPending;
	const faults = faultsByField(update.error, [...typedFields]);
	const forms: Record<SellerLegalForm, string> = {
		INDIVIDUAL: t`A person`,
		ENTITY: t`A company or another legal entity`,
	};
	const shownAs = (name: (typeof typedFields)[number], value: string) => {
		if (name === "country") return value && formatCountry(value, i18n.locale);
		return forms[value as SellerLegalForm] ?? value;
	};
	const labels = {
		form: t`The seller is`,
		birthDate: t`Date of birth`,
		legalName: t`Name by law`,
		registrationNumber: t`Number in the trade register`,
		taxId: t`VAT or tax number`,
		tin: t`Number for income tax, if it is another one`,
		line1: t`Street and number`,
		line2: t`More of the address`,
		postalCode: t`Postal code`,
		city: t`City`,
		country: t`Country`,
	};
	if (!may(hat, "SELLER_LEGAL_EDIT")) {
		return (
			<Panel title={t`Business and tax`}>
				{!legal && (
					<p className="text-muted">
						<Trans>Nothing is known yet. An owner can fill it in.</Trans>
					</p>
				)}
				{legal && (
					<Facts
						facts={[
							legal.form && { term: labels.form, detail: forms[legal.form] },
							...legalFields.map(
								(name) =>
									legal[name] !== "" && {
										term: labels[name],
										detail: name === "country" ? formatCountry(legal.country, i18n.locale) : legal[name],
									},
							),
						]}
					/>
				)}
			</Panel>
		);
	}
	const save = (version: number) => {
		const input = inputOf(typed);
		update.mutate(
			{ input: { ...input, version } },
			{
				onSuccess: (data) => {
					setBase({
						...typed,
						form: input.form ?? null,
						birthDate: input.birthDate ?? null,
						version: data.sellerLegalUpdate?.legal?.version ?? version + 1,
						updatedAt: new Date().toISOString(),
					});
					notify(t`The business data is saved.`);
				},
				onError: (error) => {
					// Theirs is read, to be shown beside what is typed.
					if (hasFault(error, "SELLER_LEGAL_VERSION"))
						void client.invalidateQueries({ queryKey: ["sellers"] });
				},
			},
		);
	};
	const isRequired = { legalName: true, line1: true, city: true } as Partial<Record<string, boolean>>;
	return (
		<Panel title={t`Business and tax`}>
			<LeaveGuard isDirty={isDirty} />
			<Form
				className="flex max-w-2xl flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					save(versionOf(base));
				}}
			>
				<p className="text-muted">
					<Trans>It stands on invoices, and in the reports that the law asks for.</Trans>
				</p>
				{isOther ? (
					<Conflict
						differences={differing.map((name) => ({
							label: labels[name],
							mine: shownAs(name, typed[name]),
							theirs: shownAs(name, theirs[name]),
						}))}
						isBusy={update.isPending}
						onTake={() => {
							take();
							update.reset();
						}}
						onKeep={() => save(versionOf(legal))}
					/>
				) : (
					<FormFailure error={update.error} faults={faults} />
				)}
				<div className="grid gap-4 sm:grid-cols-2">
					<Select
						label={labels.form}
						all={t`Choose`}
						value={typed.form || undefined}
						choices={Object.entries(forms).map(([value, label]) => ({ value, label }))}
						onChange={(chosen) => setTyped({ ...typed, form: chosen ?? "" })}
					/>
					{typed.form === "INDIVIDUAL" && (
						<TextField
							label={labels.birthDate}
							hint={t`Tax authorities of the EU ask for it. Buyers never see it.`}
							name="birthDate"
							type="date"
							value={typed.birthDate}
							onChange={(birthDate) => setTyped({ ...typed, birthDate })}
						/>
					)}
					{legalFields.map((name) =>
						name === "country" ? (
							<Select
								key={name}
								label={labels.country}
								all={t`Choose`}
								value={typed.country || undefined}
								choices={Object.entries(countries(i18n.locale)).map(([value, label]) => ({ value, label }))}
								onChange={(country) => setTyped({ ...typed, country: country ?? "" })}
							/>
						) : (
							<TextField
								key={name}
								label={labels[name]}
								name={name}
								isRequired={isRequired[name]}
								value={typed[name]}
								onChange={(value) => setTyped({ ...typed, [name]: value })}
							/>
						),
					)}
				</div>
				{faults.country && (
					<p role="alert" className="text-sm text-danger">
						{faults.country}
					</p>
				)}
				<div className="flex flex-wrap items-center justify-end gap-3">
					{legal && (
						<span className="me-auto text-xs text-muted">
							<Trans>
								Changed <Instant of={legal.updatedAt} />
							</Trans>
						</span>
					)}
					<Button
						type="submit"
						look="primary"
						isDisabled={!isDirty || isOther || !typed.country || update.isPending}
					>
						<Trans>Save</Trans>
					</Button>
				</div>
			</Form>
		</Panel>
	);
}

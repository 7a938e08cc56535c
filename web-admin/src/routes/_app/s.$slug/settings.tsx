import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { Form } from "react-aria-components/Form";
import {
	type AdminOwnBusinessQuery,
	AdminOwnLegalUpdateDocument,
	AdminOwnProfileUpdateDocument,
} from "@/gql/graphql";
import { useBusiness } from "@/lib/business";
import { countries } from "@/lib/countries";
import { formatCountry } from "@/lib/format";
import { faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { may } from "@/lib/session";
import { FormFailure } from "@/pages/failure";
import { LeaveGuard } from "@/pages/leave-guard";
import { Needs } from "@/pages/needs";
import { PayoutSchedulePanel } from "@/pages/payout-plan";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
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
					<LegalPanel key={seller.business?.legal?.version ?? 0} legal={seller.business?.legal ?? null} />
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
			{ input: typed },
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
			<LeaveGuard isDirty={isDirty} />
			<Form className="flex max-w-2xl flex-col gap-4" validationErrors={faults} onSubmit={save}>
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
					facts={[
						{ term: t`Address on the platform`, detail: seller.slug },
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

type LegalForm = NonNullable<NonNullable<Legal>["form"]>;

function LegalPanel({ legal }: { legal: Legal | null }) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const [saved] = useState(
		() =>
			Object.fromEntries(legalFields.map((name) => [name, legal?.[name] ?? ""])) as Record<
				(typeof legalFields)[number],
				string
			>,
	);
	const [typed, setTyped] = useState(saved);
	const [form, setForm] = useState<LegalForm | undefined>(legal?.form ?? undefined);
	const [birthDate, setBirthDate] = useState(legal?.birthDate ?? "");
	const update = useHatMutation(AdminOwnLegalUpdateDocument, ["sellers"]);
	const faults = faultsByField(update.error, [...legalFields, "form", "birthDate"]);
	const isDirty =
		typed !== saved || form !== (legal?.form ?? undefined) || birthDate !== (legal?.birthDate ?? "");
	const forms = { INDIVIDUAL: t`A person`, ENTITY: t`A company or another legal entity` };
	const labels = {
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
							legal.form && { term: t`The seller is`, detail: forms[legal.form] },
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
	const save = (event: FormEvent) => {
		event.preventDefault();
		update.mutate(
			{
				input: {
					...typed,
					form,
					birthDate: form === "INDIVIDUAL" && birthDate !== "" ? birthDate : undefined,
					version: legal?.version ?? 0,
				},
			},
			{ onSuccess: () => notify(t`The business data is saved.`) },
		);
	};
	const isRequired = { legalName: true, line1: true, city: true } as Partial<Record<string, boolean>>;
	return (
		<Panel title={t`Business and tax`}>
			<LeaveGuard isDirty={isDirty} />
			<Form className="flex max-w-2xl flex-col gap-4" validationErrors={faults} onSubmit={save}>
				<p className="text-muted">
					<Trans>It stands on invoices, and in the reports that the law asks for.</Trans>
				</p>
				<FormFailure error={update.error} faults={faults} />
				<div className="grid gap-4 sm:grid-cols-2">
					<Select
						label={t`The seller is`}
						all={t`Choose`}
						value={form}
						choices={Object.entries(forms).map(([value, label]) => ({ value, label }))}
						onChange={(chosen) => setForm(chosen as LegalForm | undefined)}
					/>
					{form === "INDIVIDUAL" && (
						<TextField
							label={t`Date of birth`}
							hint={t`Tax authorities of the EU ask for it. Buyers never see it.`}
							name="birthDate"
							type="date"
							value={birthDate}
							onChange={setBirthDate}
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
					<Button type="submit" look="primary" isDisabled={!isDirty || !typed.country || update.isPending}>
						<Trans>Save</Trans>
					</Button>
				</div>
			</Form>
		</Panel>
	);
}

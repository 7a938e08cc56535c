import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { AdminSellerApplyDocument, AdminSellerTermsDocument, type TermsPartsFragment } from "@/gql/graphql";
import { countries } from "@/lib/countries";
import { faultsByField, usePersonMutation } from "@/lib/hat";
import { personQuery } from "@/lib/query";
import { viewerQuery } from "@/lib/session";
import { FormFailure } from "@/pages/failure";
import { SmallPage } from "@/pages/small";
import { TermsText } from "@/pages/terms-text";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { TextLink } from "@/ui/page";
import { Select } from "@/ui/select";
import { Failure, Skeleton } from "@/ui/states";

export const Route = createFileRoute("/_app/apply")({ component: Apply });

function Apply() {
	const { t } = useLingui();
	const { data, error, refetch } = useQuery(personQuery("terms", AdminSellerTermsDocument, {}));
	return (
		<SmallPage title={t`Sell here`} isWide>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={3} label={t`Loading: the terms of sellers`} />}
			{data && <ApplyForm terms={data.terms ?? null} />}
		</SmallPage>
	);
}

function ApplyForm({ terms }: { terms: TermsPartsFragment | null }) {
	const { t, i18n } = useLingui();
	const router = useRouter();
	const { client } = Route.useRouteContext();
	const [name, setName] = useState("");
	const [country, setCountry] = useState<string>();
	const [isAgreed, setAgreed] = useState(false);
	const apply = usePersonMutation(AdminSellerApplyDocument, []);
	const faults = faultsByField(apply.error, ["name", "country"]);
	const enter = async (slug: string) => {
		// The person has a hat more than before.
		client.removeQueries({ queryKey: viewerQuery.queryKey });
		await router.invalidate();
		await router.navigate({ to: "/s/$slug", params: { slug } });
	};
	const send = () =>
		country &&
		apply.mutate(
			{ input: { name, country, acceptTermsVersionIds: terms ? [terms.id] : undefined } },
			{
				onSuccess: ({ sellerApply }) => {
					const slug = sellerApply?.seller?.slug;
					if (slug) void enter(slug);
				},
			},
		);
	return (
		<Form
			className="flex flex-col gap-4"
			validationErrors={faults}
			onSubmit={(event: FormEvent) => {
				event.preventDefault();
				send();
			}}
		>
			<p className="text-muted">
				<Trans>
					The platform looks at every application. Until it is approved you can look around; then you add
					products and set up payouts.
				</Trans>
			</p>
			<FormFailure error={apply.error} faults={faults} />
			<TextField
				label={t`Name as a seller`}
				hint={t`Buyers see it beside your products.`}
				name="name"
				isRequired
				maxLength={80}
				autoFocus
				value={name}
				onChange={setName}
			/>
			<Select
				label={t`Country of the business`}
				all={t`Choose`}
				value={country}
				choices={Object.entries(countries(i18n.locale)).map(([value, label]) => ({ value, label }))}
				onChange={setCountry}
			/>
			{faults.country && (
				<p role="alert" className="text-sm text-danger">
					{faults.country}
				</p>
			)}
			{terms && (
				<>
					<TermsText of={terms} />
					<Checkbox isSelected={isAgreed} onChange={setAgreed}>
						<Trans>I accept: {terms.title}</Trans>
					</Checkbox>
				</>
			)}
			<div className="flex flex-wrap items-center justify-between gap-2">
				<TextLink to="/">
					<Trans>Not now</Trans>
				</TextLink>
				<Button
					type="submit"
					look="primary"
					isDisabled={apply.isPending || !country || (terms !== null && !isAgreed)}
				>
					<Trans>Apply</Trans>
				</Button>
			</div>
		</Form>
	);
}

import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { AdminFactorsDocument } from "@/gql/graphql";
import { personQuery } from "@/lib/query";
import { Factors } from "@/pages/factors";
import { Memberships } from "@/pages/memberships";
import { AddressPanel, PasswordPanel } from "@/pages/password";
import { PersonPage } from "@/pages/person";
import { Sessions } from "@/pages/sessions";
import { TrustedDevices } from "@/pages/trusted-devices";
import { Failure, Skeleton } from "@/ui/states";

const factorsQuery = personQuery("factors", AdminFactorsDocument, {});

export const Route = createFileRoute("/_app/account/security")({
	loader: ({ context }) => void context.client.prefetchQuery(factorsQuery),
	component: Security,
});

function Security() {
	const { t } = useLingui();
	const { viewer } = Route.useRouteContext();
	const { data, error, refetch } = useQuery(factorsQuery);
	return (
		<PersonPage title={t`Security`}>
			{data?.factors ? (
				<Factors factors={data.factors} />
			) : error ? (
				<Failure error={error} onRetry={() => void refetch()} />
			) : (
				<Skeleton label={t`Loading: second factors`} rows={3} />
			)}
			<PasswordPanel />
			<AddressPanel email={viewer.account.email ?? ""} />
			<Sessions />
			<TrustedDevices />
			<Memberships viewer={viewer} />
		</PersonPage>
	);
}

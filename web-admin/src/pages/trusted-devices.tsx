import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import {
	AdminTrustedDeviceRevokeDocument,
	AdminTrustedDevicesDocument,
	type AdminTrustedDevicesQuery,
} from "@/gql/graphql";
import { usePersonMutation } from "@/lib/hat";
import { personQuery } from "@/lib/query";
import { Button } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Section } from "@/ui/panel";
import { Banner, Empty } from "@/ui/states";
import { Instant } from "@/ui/text";
import { useDeviceName } from "./device-name";
import { RequestFailure } from "./request-failure";

type Device = NonNullable<AdminTrustedDevicesQuery["viewer"]>["trustedDevices"][number];

/** The devices on which buying does not ask for the second factor, and trusting one no more. */
export function TrustedDevices() {
	const { t } = useLingui();
	const nameOf = useDeviceName();
	const query = useQuery(personQuery("sessions", AdminTrustedDevicesDocument, {}));
	const revoke = usePersonMutation(AdminTrustedDeviceRevokeDocument, ["sessions"]);
	const columns: Column<Device>[] = [
		{ header: t`Device`, card: "title", cell: ({ agent }) => nameOf(agent) },
		{ header: t`Network`, cell: ({ place }) => place },
		{ header: t`Last used`, cell: ({ lastUsedAt }) => <Instant of={lastUsedAt} isLong /> },
		{ header: t`Trusted until`, cell: ({ expiresAt }) => <Instant of={expiresAt} isLong /> },
		{
			header: t`Trust no more`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: ({ id, agent }) => (
				<Button
					look="quietDanger"
					isDisabled={revoke.isPending}
					aria-label={t`Trust ${nameOf(agent)} no more`}
					onPress={() =>
						revoke.mutate({ input: { id } }, { onSuccess: () => notify(t`The device is trusted no more.`) })
					}
				>
					<Trans>Trust no more</Trans>
				</Button>
			),
		},
	];
	return (
		<Section title={t`Trusted devices`}>
			<p className="mb-3 text-muted">
				<Trans>
					On a trusted device, signing in to buy does not ask for your second factor. These pages ask for it
					on every device.
				</Trans>
			</p>
			{revoke.error && (
				<Banner tone="danger" role="alert">
					<RequestFailure error={revoke.error} />
				</Banner>
			)}
			<List
				label={t`Trusted devices`}
				columns={columns}
				rows={query.data?.viewer?.trustedDevices}
				keyOf={({ id }) => id}
				error={query.error}
				onRetry={() => void query.refetch()}
				isFetching={query.isFetching}
				empty={<Empty title={t`No device is trusted`} />}
			/>
		</Section>
	);
}

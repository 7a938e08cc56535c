import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { PersonPage } from "@/pages/person";
import { Privacy } from "@/pages/privacy";

export const Route = createFileRoute("/_app/account/privacy")({
	component: () => {
		const { t } = useLingui();
		return (
			<PersonPage title={t`Privacy`}>
				<Privacy />
			</PersonPage>
		);
	},
});

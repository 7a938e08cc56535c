import { Trans, useLingui } from "@lingui/react/macro";
import { SmallPage } from "@/pages/small";
import { TextLink } from "@/ui/page";

/** What an address shows at which there is no page. */
export default function NotFound() {
	const { t } = useLingui();
	return (
		<SmallPage title={t`Not found`} isWide>
			<p className="mb-4 text-muted">
				<Trans>There is no page at this address</Trans>
			</p>
			<TextLink to="/">
				<Trans>To Home</Trans>
			</TextLink>
		</SmallPage>
	);
}

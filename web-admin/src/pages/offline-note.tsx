import { Trans } from "@lingui/react/macro";
import { useConnection } from "@/lib/connection";
import { Banner } from "@/ui/states";

/** Why nothing can be sent now; nothing while the server answers. */
export function OfflineNote() {
	const { isOffline } = useConnection();
	if (!isOffline) return null;
	return (
		<Banner tone="warn" role="status">
			<Trans>The server does not answer, so nothing can be saved now. It is asked again by itself.</Trans>
		</Banner>
	);
}

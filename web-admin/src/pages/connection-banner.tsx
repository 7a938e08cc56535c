import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useConnection } from "@/lib/connection";
import { Button } from "@/ui/button";
import { Banner } from "@/ui/states";
import { Instant } from "@/ui/text";

/** How often a page asks whether the server is back, in milliseconds. */
const askEvery = 5_000;

/** Says over every page that the server does not answer, or that there are newer pages. */
export function ConnectionBanner() {
	const client = useQueryClient();
	const { isOffline, isOutdated, isPartMissing, answeredAt } = useConnection();
	useEffect(() => {
		if (!isOffline) return;
		const ask = () => void client.refetchQueries({ type: "active" });
		const timer = setInterval(ask, askEvery);
		addEventListener("online", ask);
		return () => {
			clearInterval(timer);
			removeEventListener("online", ask);
		};
	}, [client, isOffline]);
	if (isOffline)
		return (
			<div className="mb-4">
				<Banner
					tone="warn"
					role="status"
					action={
						<Button onPress={() => void client.refetchQueries({ type: "active" })}>
							<Trans>Try again</Trans>
						</Button>
					}
				>
					<Trans>
						The server does not answer. What you see is from <Instant of={answeredAt} isLong /> or before, and
						nothing can be saved.
					</Trans>
				</Banner>
			</div>
		);
	if (!isOutdated && !isPartMissing) return null;
	return (
		<div className="mb-4">
			<Banner
				tone={isPartMissing ? "warn" : "info"}
				role="status"
				action={
					<Button onPress={() => location.reload()}>
						<Trans>Reload</Trans>
					</Button>
				}
			>
				{isPartMissing ? (
					<Trans>
						A part of this page could not be loaded: there may be a newer version. What you have typed is
						still here. Save it, then reload.
					</Trans>
				) : (
					<Trans>There is a newer version of these pages.</Trans>
				)}
			</Banner>
		</div>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { AdminViewAsEndDocument } from "@/gql/graphql";
import { useActMutation } from "@/lib/hat";
import { useNow } from "@/lib/now";
import { forgetView, stopReading, type View, viewQuery } from "@/lib/view-as";
import { Button } from "@/ui/button";
import { notify } from "@/ui/notice";
import { Banner } from "@/ui/states";
import { Instant } from "@/ui/text";
import { WriteButton } from "./view-as-write";

/** Says on every page that it is seen as a seller, until when, and ends it. */
export function ViewAsBanner({ view: first, name }: { view: View; name: string }) {
	const { t } = useLingui();
	const client = useQueryClient();
	const router = useRouter();
	const sellerId = first.hat.actAs ?? "";
	const slug = first.hat.seller?.slug ?? "";
	// Asked for again: an administrator may let it change something, and another window may end it.
	const { data } = useQuery({ ...viewQuery(sellerId), initialData: first, refetchInterval: 30_000 });
	const { grant } = data ?? first;
	const left = Math.max(0, Math.ceil((new Date(grant.endsAt).getTime() - useNow(1000)) / 1000));
	const isOver = data === null || left === 0;
	// Whoever views as a seller changes nothing, so the end is asked for as the operator. Nothing is read anew
	// by it: the hat that this page reads under is gone then.
	const end = useActMutation(AdminViewAsEndDocument, [], "operator");
	const leave = async () => {
		await router.navigate({ to: "/platform/sellers/$sellerId", params: { sellerId } });
		forgetView(client, { slug, sellerId });
	};
	useEffect(() => {
		if (!isOver) return;
		notify(t`The time to view as ${name} is over.`);
		void leave();
		// oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is over
	}, [isOver]);
	const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
	return (
		<section aria-label={t`Viewing as a seller`} className="mx-auto mb-4 w-full max-w-6xl">
			<Banner
				tone="warn"
				action={
					<span className="flex flex-wrap gap-2">
						{grant.isReadOnly && <WriteButton id={grant.id} sellerId={sellerId} />}
						<Button
							isDisabled={end.isPending}
							onPress={() => {
								void stopReading(client, sellerId);
								end.mutate(
									{ input: { id: grant.id } },
									{
										onSuccess: () => void leave(),
										onError: () => notify(t`It could not be ended. Try again.`),
									},
								);
							}}
						>
							<Trans>End viewing</Trans>
						</Button>
					</span>
				}
			>
				<p className="font-semibold break-words">
					<Trans>
						{name} views as {first.hat.seller?.name}
					</Trans>
				</p>
				<p className="text-muted">
					{grant.isReadOnly ? (
						<Trans>Nothing can be changed.</Trans>
					) : (
						<Trans>What you change, you change for the seller.</Trans>
					)}{" "}
					<Trans>
						Ends at <Instant of={grant.endsAt} isTime />,
					</Trans>{" "}
					<span role="timer" className="whitespace-nowrap tabular-nums">
						{t`${clock} left`}
					</span>
				</p>
				<p className="text-xs break-words text-muted">{t`Reason: ${grant.reason}`}</p>
			</Banner>
		</section>
	);
}

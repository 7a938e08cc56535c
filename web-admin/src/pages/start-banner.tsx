import { Trans, useLingui } from "@lingui/react/macro";
import { useStart } from "@/lib/start";
import { buttonClass } from "@/ui/button";
import { TextLink } from "@/ui/page";
import { Progress } from "@/ui/progress";

/** How far the seller is on the way to its first sale; nothing once it has got there. */
export function StartBanner({ slug }: { slug: string }) {
	const { t } = useLingui();
	const { steps, done, isComplete, isLoaded } = useStart();
	if (!isLoaded || isComplete) return null;
	const total = steps.length;
	return (
		<section
			aria-label={t`Getting started`}
			className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-lg border border-line bg-surface p-4"
		>
			<div className="flex min-w-0 flex-1 basis-56 flex-col gap-2">
				<p className="font-semibold">
					<Trans>
						{done} of {total} steps to your first sale are done
					</Trans>
				</p>
				<Progress label={t`Steps that are done`} max={total} value={done} />
			</div>
			<TextLink to="/s/$slug/start" params={{ slug }} className={buttonClass()}>
				<Trans>See the steps</Trans>
			</TextLink>
		</section>
	);
}

import { Trans } from "@lingui/react/macro";
import { ExternalLink } from "lucide-react";
import type { TermsPartsFragment } from "@/gql/graphql";
import { linkClass } from "@/ui/page";
import { Code } from "@/ui/text";

/** The text of a version as it was published, or the way to it. */
export function TermsText({ of: version }: { of: TermsPartsFragment }) {
	return (
		<div className="flex flex-col gap-3">
			{version.text && (
				// What is longer than the window is scrolled, also by keyboard.
				// oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
				<section
					aria-label={version.title}
					tabIndex={0}
					className="max-h-96 overflow-auto rounded-md border border-line bg-bg p-3 break-words whitespace-pre-wrap"
				>
					{version.text}
				</section>
			)}
			{version.link && version.link.startsWith("https://") && (
				<a href={version.link} target="_blank" rel="noreferrer" className={linkClass}>
					<ExternalLink aria-hidden="true" className="me-1 inline size-4" />
					<Trans>Read it (opens another window)</Trans>
				</a>
			)}
			<p className="text-xs text-muted">
				<Trans>
					SHA-256 <Code>{version.textHash}</Code>
				</Trans>
			</p>
		</div>
	);
}

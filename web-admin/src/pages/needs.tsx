import { Trans, useLingui } from "@lingui/react/macro";
import { Lock } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import type { Permission } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { later } from "@/lib/later";
import { entrance, pagesOf } from "@/lib/pages";
import { may } from "@/lib/session";
import { buttonClass } from "@/ui/button";
import { Page, TextLink } from "@/ui/page";
import { Empty } from "@/ui/states";

// Few come here, and the words of all permissions are long.
const PermissionLine = later(async () => (await import("./permission-words")).PermissionLine);

/** A page for those who hold a permission. Others read which one it is and who can help. */
export function Needs({ permission, children }: { permission: Permission; children: ReactNode }) {
	const { t } = useLingui();
	const hat = useHat();
	if (may(hat, permission)) return children;
	return (
		<Page title={t`Not allowed`}>
			<Empty
				icon={Lock}
				title={t`Your role does not open this page`}
				action={
					pagesOf(hat).length > 0 && (
						<TextLink {...entrance(hat)} className={buttonClass()}>
							<Trans>To Home</Trans>
						</TextLink>
					)
				}
			>
				<p>
					<Trans>It needs the permission for this:</Trans>
				</p>
				<Suspense fallback={<code className="font-mono text-xs">{permission}</code>}>
					<PermissionLine of={permission} />
				</Suspense>
				<p>
					{hat.seller ? (
						<Trans>An owner of {hat.seller.name} can give you a role that holds it.</Trans>
					) : (
						<Trans>An administrator of the platform can give you a role that holds it.</Trans>
					)}
				</p>
			</Empty>
		</Page>
	);
}

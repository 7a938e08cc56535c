import { Trans, useLingui } from "@lingui/react/macro";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import type { Permission } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { may } from "@/lib/session";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/states";

/** A page for those who hold a permission. Others read which one it is and who can help. */
export function Needs({ permission, children }: { permission: Permission; children: ReactNode }) {
	const { t } = useLingui();
	const hat = useHat();
	if (may(hat, permission)) return children;
	return (
		<Page title={t`Not allowed`}>
			<Empty icon={Lock} title={t`Your role does not open this page`}>
				<p>
					<Trans>
						It needs the permission <code className="font-mono text-xs">{permission}</code>.
					</Trans>
				</p>
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

import type { Permission } from "@/gql/graphql";
import { permissions } from "@/gql/permissions";
import { Said } from "@/ui/said";
import { Code } from "@/ui/text";

/** What a permission allows, in words, and its name. One that these pages do not know has its name alone. */
export function PermissionWords({ of }: { of: Permission }) {
	const words = permissions[of] as string | undefined;
	return (
		<span className="block py-1">
			{words && <Said>{words}</Said>}{" "}
			<span className="block text-muted">
				<Code>{of}</Code>
			</span>
		</span>
	);
}

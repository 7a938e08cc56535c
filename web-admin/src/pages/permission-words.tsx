import type { Permission } from "@/gql/graphql";
import { permissions } from "@/gql/permissions";
import { useHat } from "@/lib/hat";
import { Said } from "@/ui/said";
import { Code } from "@/ui/text";

/** What a permission allows somebody under this hat, in words, and its name. One that these pages do not know has its name alone. */
export function PermissionWords({ of }: { of: Permission }) {
	const words = useAllowed(of);
	return (
		<span className="block py-1">
			{words && <Said>{words}</Said>}{" "}
			<span className="block text-muted">
				<Code>{of}</Code>
			</span>
		</span>
	);
}

/** The same where nobody needs the name: it stands in the title. */
export function PermissionLine({ of }: { of: Permission }) {
	const words = useAllowed(of);
	return (
		<span title={of} className="block py-1">
			{words ? <Said>{words}</Said> : <Code>{of}</Code>}
		</span>
	);
}

/** Members of a seller read nothing of what it allows operators. The generator of sentences parts them in the same way. */
function useAllowed(of: Permission): string | undefined {
	const hat = useHat();
	const words = permissions[of] as string | undefined;
	return hat.seller ? words?.replace(/[;,] (or all )?for an operator\b.*$/s, ".") : words;
}

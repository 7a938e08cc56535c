import { readFileSync, statSync } from "node:fs";
import type { Plugin } from "vite";

const line = /^export const (\w+Document) = (\{"__meta__":\{"hash":"sha256:[0-9a-f]{64}"\}\})/gm;
const importing = /^import \{([^}]*)\} from "@\/gql\/graphql";$/m;

/**
 * Writes the hash of each document where it is used. The generated module that
 * holds them all would otherwise be loaded whole by whatever needs one: a hash
 * does not compress, and the sign-in page would pay for those of every page.
 */
export function nearDocuments(file: string): Plugin {
	let hashes = new Map<string, string>();
	let readAt = 0;
	const hashOf = (name: string) => {
		const { mtimeMs } = statSync(file);
		if (mtimeMs !== readAt) {
			hashes = new Map(
				[...readFileSync(file, "utf8").matchAll(line)].map(([, key = "", value = ""]) => [key, value]),
			);
			readAt = mtimeMs;
		}
		const hash = hashes.get(name);
		if (!hash) throw new Error(`${name} is not in ${file}: npm run codegen`);
		return hash;
	};
	return {
		name: "near-documents",
		enforce: "pre",
		transform: {
			filter: { id: /\/src\/(?!gql\/).*\.tsx?(\?|$)/, code: importing },
			handler(code) {
				const names = (importing.exec(code)?.[1] ?? "")
					.split(",")
					.map((name) => name.trim())
					.filter((name) => name && !name.startsWith("type "));
				if (names.some((name) => !name.endsWith("Document"))) return null;
				this.addWatchFile(file); // a document that changes has another hash
				return code.replace(importing, names.map((name) => `const ${name} = ${hashOf(name)};`).join(" "));
			},
		},
	};
}

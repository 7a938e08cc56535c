import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from "node:fs";
import { readFile, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

/** In bytes. Of smaller files compression saves next to nothing. */
const from = 512;

/** Pages are not among them: the server writes a nonce into each answer. */
const compressible = /\.(js|css|svg|json|txt)$/;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes a file as .br and .gz in its place, when both are smaller by a twentieth. */
async function compress(file: string) {
	const text = await readFile(file);
	if (text.length < from) return;
	const forms = [
		[
			".br",
			await brotli(text, {
				params: {
					[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
					[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
					[constants.BROTLI_PARAM_SIZE_HINT]: text.length,
				},
			}),
		],
		[".gz", await zip(text, { level: constants.Z_BEST_COMPRESSION })],
	] as const;
	if (forms.some(([, bytes]) => bytes.length > text.length * 0.95)) return;
	await Promise.all(forms.map(([end, bytes]) => writeFile(file + end, bytes)));
	await unlink(file);
}

/**
 * Leaves each file of the build in the forms that browsers take, compressed as well as can be. The plain form goes:
 * the binary holds the build, and unpacks the few answers to those who take neither. What of the build belongs
 * together is written where `npm run sizes` reads it, and not into the binary.
 */
export function precompressed(): Plugin {
	let out = "";
	let manifest = "";
	return {
		name: "precompressed",
		apply: "build",
		configResolved(config) {
			out = join(config.root, config.build.outDir);
			manifest = join(config.root, ".vite/manifest.json");
		},
		closeBundle: {
			order: "post",
			sequential: true,
			async handler() {
				const written = join(out, ".vite/manifest.json");
				if (!existsSync(written)) return; // the build has failed
				mkdirSync(dirname(manifest), { recursive: true });
				renameSync(written, manifest);
				rmdirSync(dirname(written));
				const files = readdirSync(out, { withFileTypes: true, recursive: true })
					.filter((entry) => entry.isFile() && compressible.test(entry.name))
					.map((entry) => join(entry.parentPath, entry.name));
				await Promise.all(files.map(compress));
			},
		},
	};
}

import { readFileSync } from "node:fs";

/** What happened, by the names of the audit log: the rows of docs/events.md that are on record. */
function eventsOnRecord(page) {
	const rows = readFileSync(page, "utf8").matchAll(/^\| `([\w.]+)` \| (.+?) \| .* \| yes \|$/gm);
	const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
	return [...rows].map(([, name, text]) => [name, capital(text.replaceAll("`", ""))]);
}

/** What members of a seller read of permissions that allow operators something else: src/pages/permission-words.tsx. */
function forMembers(permissions) {
	return permissions.flatMap(([name, text]) => {
		const own = text.replace(/[;,] (or all )?for an operator\b.*$/s, ".");
		return own === text ? [] : [[name, own]];
	});
}

/**
 * A plugin of the code generator, in three parts: the sentences that the server says in English, for translators and loaded by
 * nobody; and what permissions and kinds of audit entries are, for pages to look up. All of it is written down by the server: a
 * new or changed sentence shows in the catalogue src/locales/server.
 */
export function plugin(schema, _documents, { part, sentences, events }) {
	const permissions = schema
		.getType("Permission")
		.getValues()
		.map(({ name, description }) => [name, description]);
	const tables = { permissions, events: eventsOnRecord(events) };
	if (part !== "sentences") {
		const { type, of } = {
			permissions: { type: "Record<Permission, string>", of: "what it is to do" },
			events: { type: "Record<string, string>", of: "what has happened" },
		}[part];
		const importing = part === "permissions" ? 'import type { Permission } from "./graphql";\n' : "";
		return `/* eslint-disable */\n${importing}/** By name, ${of}, in English. */\nexport const ${part}: ${type} = ${JSON.stringify(Object.fromEntries(tables[part]), null, "\t")};\n`;
	}
	const all = JSON.parse(readFileSync(sentences, "utf8")).map(({ of, text }) => [of, text]);
	const lines = [...all, ...permissions, ...forMembers(permissions), ...tables.events].map(
		([comment, message]) =>
			`\tmsg({ message: ${JSON.stringify(message)}${comment && `, comment: ${JSON.stringify(comment)}`} }),\n`,
	);
	return `/* eslint-disable */\nimport { msg } from "@lingui/core/macro";\nexport const sentences = [\n${lines.join("")}];\n`;
}

import { isEnumType } from "graphql";

/**
 * A plugin of the code generator: the values of each enum of the schema, as a
 * list. What an address may say is checked against it before a page and its
 * labels are loaded; a list that nobody uses is left out of the build.
 */
export function plugin(schema) {
	const enums = Object.values(schema.getTypeMap()).filter(
		(type) => isEnumType(type) && !type.name.startsWith("__"),
	);
	const line = (type) =>
		`export const ${type.name}Values = ${JSON.stringify(type.getValues().map(({ name }) => name))} as const;\n`;
	return `/* eslint-disable */\n${enums.map(line).join("")}`;
}

// Where the server refuses what the reference does not, on purpose. There is none the other way: what the specification forbids is refused.
// docs/judges.md gives the reasons; a test holds the page to these names.
export const known = [
	["an object or a list for a scalar of ours", ({ reference, refused }) => !reference && /^BAD_USER_INPUT: (An object|A list) stands where/.test(refused)],
	[
		"an object or a list for a scalar of ours, in a variable",
		({ reference, refused, variables }) => !reference && /^BAD_USER_INPUT: The variable \S+ is not of its type/.test(refused) && hasPlace(refused, variables, (v) => typeof v === "object"),
	],
	[
		"a whole number of more than 64 bits for an id",
		({ reference, refused, variables }) => !reference && /^BAD_USER_INPUT: The variable \S+ is not of its type/.test(refused) && hasPlace(refused, variables, (v) => typeof v === "number" && Math.abs(v) >= 2 ** 63),
	],
	["two attempts to sign in or to show a factor", ({ reference, refused }) => !reference && /holds one attempt/.test(refused)],
	["a subscription with two roots of which one is left out by a variable", ({ reference, refused, threw }) => !reference && threw && /must select only one top level field/.test(refused)],
];

/** Whether the value at the place that a refusal names is such a one. */
function hasPlace(refused, variables, such) {
	let value = variables;
	for (const part of / variable (\S+) is/.exec(refused)[1].split(".")) {
		if (typeof value === "object" && value !== null && part in value) value = value[part]; // one value stands for a list of it
	}
	return such(value);
}

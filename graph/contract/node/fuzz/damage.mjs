// Damages documents, so that most of them are valid no more: each way is aimed at a rule of the specification.
import { Kind, visit } from "graphql";

const name = (value) => ({ kind: Kind.NAME, value });
const variable = (value) => ({ kind: Kind.VARIABLE, name: name(value) });
const named = (value) => ({ kind: Kind.NAMED_TYPE, name: name(value) });
const typename = (alias) => ({ kind: Kind.FIELD, name: name("__typename"), alias: alias && name(alias), arguments: [], directives: [] });
const set = (...selections) => ({ kind: Kind.SELECTION_SET, selections });
const directive = (value, ...args) => ({ kind: Kind.DIRECTIVE, name: name(value), arguments: args });
const argument = (own, value) => ({ kind: Kind.ARGUMENT, name: name(own), value });
const fragment = (own, type, selectionSet) => ({ kind: Kind.FRAGMENT_DEFINITION, name: name(own), typeCondition: named(type), directives: [], selectionSet });
const spread = (own) => ({ kind: Kind.FRAGMENT_SPREAD, name: name(own), directives: [] });
const inline = (type, ...selections) => ({ kind: Kind.INLINE_FRAGMENT, typeCondition: type && named(type), directives: [], selectionSet: set(...selections) });

const literals = () => [
	{ kind: Kind.INT, value: "1" },
	{ kind: Kind.INT, value: "2147483648" },
	{ kind: Kind.FLOAT, value: "1.5" },
	{ kind: Kind.FLOAT, value: "1.0" },
	{ kind: Kind.STRING, value: "text" },
	{ kind: Kind.STRING, value: "1" },
	{ kind: Kind.BOOLEAN, value: true },
	{ kind: Kind.NULL },
	{ kind: Kind.ENUM, value: "NOWHERE" },
	{ kind: Kind.LIST, values: [] },
	{ kind: Kind.LIST, values: [{ kind: Kind.NULL }] },
	{ kind: Kind.LIST, values: [{ kind: Kind.INT, value: "1" }] },
	{ kind: Kind.OBJECT, fields: [] },
	{ kind: Kind.OBJECT, fields: [{ kind: Kind.OBJECT_FIELD, name: name("nothing"), value: { kind: Kind.INT, value: "1" } }] },
	variable("nowhere"),
];
const types = ["Int", "Int!", "String", "ID", "ID!", "Boolean", "[Int]", "[ID!]!", "[[ID]]", "Query", "Node", "Nowhere", "Money", "SortDirection", "MoneyInput", "DateTime"];

function typeOf(text) {
	if (text.endsWith("!")) return { kind: Kind.NON_NULL_TYPE, type: typeOf(text.slice(0, -1)) };
	if (text.startsWith("[")) return { kind: Kind.LIST_TYPE, type: typeOf(text.slice(1, -1)) };
	return named(text);
}

function all(document, ...kinds) {
	const found = [];
	visit(document, { enter: (node) => void (kinds.includes(node.kind) && found.push(node)) });
	return found;
}

/** The first operation; one that is nowhere when there is none any more. */
const operation = (d) => d.definitions.find((x) => x.kind === Kind.OPERATION_DEFINITION) ?? { directives: [], variableDefinitions: [], selectionSet: set(typename()) };

/** Each takes a document apart, and a source of chance; it does nothing where there is nothing to damage. */
const ways = {
	unknownField: (d, r) => one(d, r, Kind.FIELD, (f) => (f.name = name(r.pick([`${f.name.value}s`, "nothing", "__schema", "__type", "id", "nodes"])))),
	renamedAlias: (d, r) => one(d, r, Kind.FIELD, (f) => (f.alias = name(r.pick(["a1", "a2", "id", "same"])))),
	noAlias: (d) => all(d, Kind.FIELD).forEach((f) => (f.alias = undefined)),
	sameAlias: (d, r) => all(d, Kind.FIELD).forEach((f) => r.chance(0.5) && (f.alias = name("same"))),
	leafWithSelection: (d, r) => one(d, r, Kind.FIELD, (f) => (f.selectionSet = set(typename()))),
	noSelection: (d, r) => one(d, r, Kind.FIELD, (f) => (f.selectionSet = undefined)),
	unknownArgument: (d, r) => one(d, r, Kind.FIELD, (f) => f.arguments.push(argument(r.pick(["nothing", "id", "first", "input"]), r.pick(literals())))),
	renamedArgument: (d, r) => one(d, r, Kind.ARGUMENT, (a) => (a.name = name(`${a.name.value}s`))),
	noArgument: (d, r) => one(d, r, Kind.FIELD, (f) => f.arguments.pop()),
	argumentTwice: (d, r) => one(d, r, Kind.ARGUMENT, (a, parents) => parents.push(structuredClone(a))),
	otherLiteral: (d, r) => one(d, r, Kind.ARGUMENT, (a) => (a.value = r.pick(literals()))),
	otherLiteralInside: (d, r) => one(d, r, Kind.OBJECT_FIELD, (f) => (f.value = r.pick(literals()))),
	fieldTwice: (d, r) => one(d, r, Kind.OBJECT, (o) => o.fields.length && o.fields.push(structuredClone(r.pick(o.fields)))),
	fieldLeftOut: (d, r) => one(d, r, Kind.OBJECT, (o) => o.fields.shift()),
	fieldUnknown: (d, r) => one(d, r, Kind.OBJECT_FIELD, (f) => (f.name = name("nothing"))),
	nullSomewhere: (d, r) => one(d, r, Kind.OBJECT_FIELD, (f) => (f.value = { kind: Kind.NULL })),
	variableInside: (d, r) => one(d, r, Kind.OBJECT_FIELD, (f) => (f.value = variable(r.pick(["v0", "v1", "nowhere"])))),
	variableElsewhere: (d, r) => one(d, r, Kind.ARGUMENT, (a) => (a.value = variable(r.pick(["v0", "v1", "v2"])))),
	variableInList: (d, r) => one(d, r, Kind.LIST, (l) => l.values.push(variable(r.pick(["v0", "v1"])))),
	variableUndefined: (d) => operation(d).variableDefinitions?.shift(),
	variableUnused: (d, r) => define(d, { variable: variable("unused"), type: typeOf(r.pick(types)) }),
	variableTwice: (d, r) => one(d, r, Kind.VARIABLE_DEFINITION, (v, siblings) => siblings.push(structuredClone(v))),
	variableOfType: (d, r) => one(d, r, Kind.VARIABLE_DEFINITION, (v) => (v.type = typeOf(r.pick(types)))),
	variableNullable: (d, r) => one(d, r, Kind.VARIABLE_DEFINITION, (v) => (v.type = v.type.type ?? v.type)),
	variableInLists: (d, r) => one(d, r, Kind.VARIABLE_DEFINITION, (v) => (v.type = { kind: Kind.LIST_TYPE, type: v.type })),
	variableNullableWithDefault: (d, r) =>
		one(d, r, Kind.VARIABLE_DEFINITION, (v) => {
			v.type = v.type.kind === Kind.NON_NULL_TYPE ? v.type.type : v.type;
			v.defaultValue = r.pick(literals());
		}),
	variableDefault: (d, r) => one(d, r, Kind.VARIABLE_DEFINITION, (v) => (v.defaultValue = r.pick(literals()))),
	variableDirective: (d, r) => one(d, r, Kind.VARIABLE_DEFINITION, (v) => v.directives.push(directive(r.pick(["skip", "nothing", "deprecated"])))),
	unknownDirective: (d, r) => one(d, r, Kind.FIELD, (f) => f.directives.push(directive(r.pick(["nothing", "deprecated", "defer", "specifiedBy", "can", "oneOf"])))),
	directiveTwice: (d, r) => one(d, r, Kind.FIELD, (f) => [1, 2].forEach(() => f.directives.push(directive("skip", argument("if", { kind: Kind.BOOLEAN, value: false }))))),
	directiveBadly: (d, r) =>
		one(d, r, Kind.FIELD, (f) => f.directives.push(directive(r.pick(["skip", "include"]), ...(r.chance(0.3) ? [] : [argument(r.pick(["if", "unless"]), r.pick(literals()))])))),
	directiveOnOperation: (d, r) => operation(d).directives.push(directive(r.pick(["skip", "nothing"]), argument("if", { kind: Kind.BOOLEAN, value: true }))),
	directiveOnFragment: (d, r) => one(d, r, Kind.FRAGMENT_DEFINITION, (f) => f.directives.push(directive(r.pick(["include", "nothing"]), argument("if", { kind: Kind.BOOLEAN, value: true })))),
	unknownSpread: (d, r) => one(d, r, Kind.SELECTION_SET, (s) => s.selections.push(spread(r.pick(["Nowhere", "Part0", "Part1"])))),
	fragmentUnused: (d, r) => d.definitions.push(fragment("Unused", r.pick(["Query", "Product", "Node", "Nowhere", "String", "MoneyInput"]), set(typename()))),
	fragmentTwice: (d, r) => one(d, r, Kind.FRAGMENT_DEFINITION, (f) => d.definitions.push(structuredClone(f))),
	fragmentOn: (d, r) => one(d, r, Kind.FRAGMENT_DEFINITION, (f) => (f.typeCondition = named(r.pick(["Query", "Node", "Product", "Nowhere", "Int", "MoneyInput"])))),
	inlineOn: (d, r) => one(d, r, Kind.SELECTION_SET, (s) => s.selections.push(inline(r.pick(["Query", "Node", "Product", "Nowhere", "Int", "MoneyInput", undefined]), typename("of")))),
	circle: (d, r) => one(d, r, Kind.FRAGMENT_DEFINITION, (f) => f.selectionSet.selections.push(spread(f.name.value))),
	longCircle: (d, r) =>
		one(d, r, Kind.FRAGMENT_DEFINITION, (f) => {
			f.selectionSet.selections.push(spread("There"));
			d.definitions.push(fragment("There", f.typeCondition.name.value, set(spread("Back"))), fragment("Back", f.typeCondition.name.value, set(spread(f.name.value))));
		}),
	operationTwice: (d, r) => one(d, r, Kind.OPERATION_DEFINITION, (o, siblings) => siblings.push(structuredClone(o))),
	operationBeside: (d, r) =>
		d.definitions.push({ kind: Kind.OPERATION_DEFINITION, operation: "query", name: r.chance(0.5) ? name("Other") : undefined, variableDefinitions: [], directives: [], selectionSet: set(typename()) }),
	operationOf: (d, r) => (operation(d).operation = r.pick(["query", "mutation", "subscription"])),
	fragmentOnly: (d) => d.definitions.shift(),
	rootTwice: (d, r) => operation(d).selectionSet.selections.push(r.chance(0.5) ? typename("of") : structuredClone(r.pick(operation(d).selectionSet.selections))),
	rootSkipped: (d, r) => one(d, r, Kind.FIELD, (f) => f.directives.push(directive("skip", argument("if", { kind: Kind.BOOLEAN, value: true })))),
	definition: (d, r) => d.definitions.push({ kind: Kind.SCALAR_TYPE_DEFINITION, name: name(r.pick(["Own", "Query"])), directives: [] }),
	conflict: (d, r) => twins(d, r, (f) => f.arguments.push(argument("first", { kind: Kind.INT, value: String(r.below(3)) }))),
	conflictOfNames: (d, r) => twins(d, r, (f) => (f.name = name("__typename"))),
	conflictBehindTypes: (d, r) =>
		one(d, r, Kind.SELECTION_SET, (s) => {
			const [a, b] = [r.pick(["Product", "Order", "Node", "Seller"]), r.pick(["Product", "Order", "Seller"])];
			s.selections.push(inline(a, typename("same")), inline(b, { ...typename("same"), name: name(r.pick(["id", "__typename", "title", "createdAt", "name"])) }));
		}),
	nothing: () => {},
};

function one(d, r, kind, change) {
	const found = [];
	visit(d, { enter: (node, _key, parent) => void (node.kind === kind && found.push([node, parent])) });
	if (found.length === 0) return;
	const [node, parent] = r.pick(found);
	change(node, Array.isArray(parent) ? parent : []);
}

function define(d, part) {
	operation(d).variableDefinitions?.push({ kind: Kind.VARIABLE_DEFINITION, directives: [], ...part });
}

/** Puts a field beside itself under the same name, changed. */
function twins(d, r, change) {
	one(d, r, Kind.FIELD, (f, siblings) => {
		const twin = structuredClone(f);
		change(twin);
		siblings.push(twin);
	});
}

const tokens = /"""[^]*?"""|"(?:\\.|[^"\\\n])*"|[A-Za-z_]\w*|-?\d+(?:\.\d+)?|\.\.\.|\S/g;
const strange = [
	"{}", "()", "[]", "{", "}", "(", ")", ":", "!", "$", "@", "&", "|", "=", "...", ",", "#", "\ufeff", "\t", "\r\n", "\u00a0", "\u0007", "é", "00", "01", "-0", "1.", ".5", "1e", "1e5", "1a", "1_0", "0x1", "-", "+1",
	'"', '""', '"""', '"""a"""', '"\\u00e9"', '"\\u{1F600}"', '"\\uD83D\\uDE00"', '"\\uD83D"', '"\\u{110000}"', '"\\x"', '"a\nb"', "'a'", "`", "true", "null", "on", "fragment", "query", "extend", "type A { b: Int }", "\"text\" query A { __typename }",
	"$v0", "@skip(if: true)", "@include(if: $v0)", "...on", "... on Query { __typename }", "__typename", "fragment on on Query { __typename }", "&", "?", "%", "..", "....", "{ __typename }", ": Int = 1", "a: ",
];

/** Damages the text: a token goes, comes twice, changes its place, or becomes another. */
export function garble(text, r) {
	const found = [...text.matchAll(tokens)].map(([token]) => token);
	for (let i = 0; i <= r.below(2); i++) {
		const place = r.below(found.length);
		switch (r.below(5)) {
			case 0:
				found.splice(place, 1);
				break;
			case 1:
				found.splice(place, 0, found[place]);
				break;
			case 2:
				[found[place], found[r.below(found.length)]] = [found[r.below(found.length)], found[place]];
				break;
			case 3:
				found[place] = r.pick(strange);
				break;
			default:
				found.splice(place, 0, r.pick(strange));
		}
	}
	return found.join(r.chance(0.9) ? " " : "");
}

/** Damages a document, and says how. */
export function damage(document, r) {
	const way = r.pick(Object.keys(ways));
	ways[way](document, r);
	return way;
}

const values = [null, 0, 1, 1.5, -1, 2147483648, 1e30, "", "1", "text", true, false, [], [null], [[1]], ["x"], {}, { nothing: 1 }, [{}], "0", "1.0", "é\u0001"];

/** Damages the variables. */
export function damageVariables(variables, r) {
	const names = Object.keys(variables);
	if (names.length === 0) return { v0: r.pick(values) };
	const changed = structuredClone(variables);
	const own = r.pick(names);
	const inner = changed[own];
	if (inner && typeof inner === "object" && !Array.isArray(inner) && Object.keys(inner).length > 0 && r.chance(0.6)) {
		const key = r.pick(Object.keys(inner));
		if (r.chance(0.3)) delete inner[key];
		else if (r.chance(0.1)) inner.__typename = "Query";
		else inner[r.chance(0.8) ? key : "nothing"] = r.pick(values);
	} else if (r.chance(0.2)) delete changed[own];
	else if (typeof inner === "string" && r.chance(0.3)) changed[own] = inner.toLowerCase();
	else changed[own] = r.pick(values);
	return changed;
}

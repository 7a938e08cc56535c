// Makes documents that are valid by a schema, with variables for them: selections of any field, arguments, aliases, fragments of both kinds, directives.
import {
	GraphQLNonNull,
	isCompositeType,
	isEnumType,
	isInputObjectType,
	isLeafType,
	isListType,
	isNonNullType,
	isObjectType,
	isRequiredArgument,
	isRequiredInputField,
	getNamedType,
	Kind,
	parseType,
} from "graphql";

const name = (value) => ({ kind: Kind.NAME, value });
const texts = ["", "tea", "é", "a b", "prd_1", "2026-11-26T00:00:00Z", "12.50", 'say "so"', "\n"];

class Maker {
	constructor(schema, random) {
		Object.assign(this, { schema, random, fields: 0, fragments: [], definitions: [], variables: {} });
	}

	document() {
		const { random, schema } = this;
		const root = random.chance(0.75)
			? [schema.getQueryType(), "query", 1 + random.below(3)]
			: random.chance(0.7)
				? [schema.getMutationType(), "mutation", 1]
				: [schema.getSubscriptionType(), "subscription", 1];
		const selectionSet = this.selection(root[0], 0, root[2]);
		const operation = { kind: Kind.OPERATION_DEFINITION, operation: root[1], name: name("Asked"), variableDefinitions: this.definitions, directives: [], selectionSet };
		if (random.chance(0.2) && this.definitions.length === 0) operation.name = undefined;
		return { document: { kind: Kind.DOCUMENT, definitions: [operation, ...this.fragments] }, variables: this.variables };
	}

	selection(type, depth, count = 1 + this.random.below(3)) {
		const { random } = this;
		const selections = [];
		const fields = type.getFields ? Object.values(type.getFields()) : [];
		for (let i = 0; i < count; i++) {
			const deep = depth > 3 || this.fields > 30;
			const fitting = fields.filter((f) => !deep || isLeafType(getNamedType(f.type)));
			if (fitting.length === 0 || (depth > 0 && random.chance(0.1))) {
				if (type !== this.schema.getSubscriptionType()) selections.push(this.named({ name: "__typename", args: [] }, null, depth));
				continue;
			}
			const field = random.pick(fitting);
			selections.push(this.named(field, getNamedType(field.type), depth));
		}
		if (!isObjectType(type) && !(depth > 3)) {
			for (const possible of this.schema.getPossibleTypes(type)) {
				if (random.chance(0.3)) selections.push(this.inline(possible, depth + 1));
			}
		}
		if (depth > 0 && depth < 4 && random.chance(0.15)) selections.push(this.inline(type, depth + 1));
		if (depth < 4 && this.fragments.length < 6 && random.chance(0.15)) return this.spread(type, selections);
		if (selections.length === 0) selections.push(this.named({ name: "__typename", args: [] }, null, depth));
		return { kind: Kind.SELECTION_SET, selections };
	}

	spread(type, selections) {
		if (selections.length === 0) selections.push(this.named({ name: "__typename", args: [] }, null, 0));
		const own = `Part${this.fragments.length}`;
		this.fragments.push({
			kind: Kind.FRAGMENT_DEFINITION,
			name: name(own),
			typeCondition: { kind: Kind.NAMED_TYPE, name: name(type.name) },
			directives: [],
			selectionSet: { kind: Kind.SELECTION_SET, selections },
		});
		return { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FRAGMENT_SPREAD, name: name(own), directives: this.directives() }] };
	}

	inline(type, depth) {
		const typeCondition = this.random.chance(0.8) || !isObjectType(type) ? { kind: Kind.NAMED_TYPE, name: name(type.name) } : undefined;
		return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives: this.directives(), selectionSet: this.selection(type, depth) };
	}

	/** A field under an alias that no other has, so that nothing conflicts. */
	named(field, type, depth) {
		this.fields++;
		const args = field.args
			.filter((a) => isRequiredArgument(a) || this.random.chance(0.3))
			.map((a) => ({ kind: Kind.ARGUMENT, name: name(a.name), value: this.value(a.type, 0) }));
		return {
			kind: Kind.FIELD,
			alias: name(`a${this.fields}`),
			name: name(field.name),
			arguments: args,
			directives: this.directives(),
			selectionSet: type && isCompositeType(type) ? this.selection(type, depth + 1) : undefined,
		};
	}

	directives() {
		if (!this.random.chance(0.06)) return [];
		const value = this.value(new GraphQLNonNull(this.schema.getType("Boolean")), 0);
		return [{ kind: Kind.DIRECTIVE, name: name(this.random.pick(["skip", "include"])), arguments: [{ kind: Kind.ARGUMENT, name: name("if"), value }] }];
	}

	value(type, depth) {
		if (depth === 0 && this.definitions.length < 8 && this.random.chance(0.3)) return this.variable(type);
		if (isNonNullType(type)) return this.value(type.ofType, Math.max(depth, 1));
		if (this.random.chance(0.05)) return { kind: Kind.NULL };
		if (isListType(type)) {
			const values = Array.from({ length: this.random.below(3) }, () => this.value(type.ofType, depth + 1));
			return { kind: Kind.LIST, values };
		}
		if (isInputObjectType(type)) {
			const wanted = Object.values(type.getFields()).filter((f) => isRequiredInputField(f) || (depth < 4 && this.random.chance(0.3)));
			const fields = wanted.map((f) => ({ kind: Kind.OBJECT_FIELD, name: name(f.name), value: this.value(f.type, depth + 1) }));
			return { kind: Kind.OBJECT, fields };
		}
		if (isEnumType(type)) return { kind: Kind.ENUM, value: this.random.pick(type.getValues()).name };
		return this.leaf(type);
	}

	leaf(type) {
		switch (type.name) {
			case "Int":
				return { kind: Kind.INT, value: String(this.random.pick([0, 1, 7, -1, 2147483647, -2147483648])) };
			case "Float":
				return { kind: Kind.FLOAT, value: this.random.pick(["1.5", "1e3", "-0.1"]) };
			case "Boolean":
				return { kind: Kind.BOOLEAN, value: this.random.chance(0.5) };
			case "ID":
				return this.random.chance(0.2) ? { kind: Kind.INT, value: "42" } : { kind: Kind.STRING, value: this.random.pick(texts) };
			default:
				return { kind: Kind.STRING, value: this.random.pick(texts), block: this.random.chance(0.1) };
		}
	}

	variable(type) {
		const own = `v${this.definitions.length}`;
		const definition = { kind: Kind.VARIABLE_DEFINITION, variable: { kind: Kind.VARIABLE, name: name(own) }, type: parseType(String(type)), directives: [] };
		this.definitions.push(definition);
		if (!isNonNullType(type) && this.random.chance(0.3)) definition.defaultValue = this.value(type, 9);
		else if (isNonNullType(type) || this.random.chance(0.7)) this.variables[own] = this.given(type, 0);
		return { kind: Kind.VARIABLE, name: name(own) };
	}

	/** A value of a variable, as JSON. */
	given(type, depth) {
		if (isNonNullType(type)) return this.given(type.ofType, depth);
		if (isListType(type)) return this.random.chance(0.2) ? this.given(type.ofType, depth + 1) : Array.from({ length: this.random.below(3) }, () => this.given(type.ofType, depth + 1));
		if (isInputObjectType(type)) {
			const wanted = Object.values(type.getFields()).filter((f) => isRequiredInputField(f) || (depth < 4 && this.random.chance(0.3)));
			return Object.fromEntries(wanted.map((f) => [f.name, this.given(f.type, depth + 1)]));
		}
		if (isEnumType(type)) return this.random.pick(type.getValues()).name;
		const { kind, value } = this.leaf(type);
		return kind === Kind.INT || kind === Kind.FLOAT ? Number(value) : value;
	}
}

export const make = (schema, random) => new Maker(schema, random).document();

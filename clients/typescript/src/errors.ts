import type { ErrorCode, Permission } from "./gql/graphql.js";

/** The closed list of codes of errors that stand beside the data, and OFFLINE when no answer came. */
export type Code =
	| "BAD_REQUEST"
	| "BAD_USER_INPUT"
	| "BODY_TOO_LARGE"
	| "CONFLICT"
	| "COST_LIMIT"
	| "FORBIDDEN"
	| "GRAPHQL_PARSE_FAILED"
	| "GRAPHQL_VALIDATION_FAILED"
	| "INTERNAL"
	| "INTROSPECTION_DISABLED"
	| "METHOD_NOT_ALLOWED"
	| "NOT_ACCEPTABLE"
	| "NOT_FOUND"
	| "OFFLINE"
	| "OPERATION_TOO_LARGE"
	| "PERSISTED_QUERY_NOT_SUPPORTED"
	| "RATE_LIMITED"
	| "STEP_UP_REQUIRED"
	| "UNAUTHENTICATED"
	| "UNAVAILABLE"
	| "UNSUPPORTED_MEDIA_TYPE";

/** An error that a person can correct, as the payload of a mutation tells it. */
export type UserError = {
	/** Codes are added over time: treat one you do not know by its message. */
	code: ErrorCode;
	/** The path inside the arguments, such as ["input", "lines", "2", "quantity"]. */
	field?: string[] | null;
	message: string;
};

/** What an error says besides its message. */
export type Extensions = {
	code?: string;
	reason?: string;
	requestId?: string;
	permission?: Permission;
	retryAfterMs?: number;
	methods?: string[];
	maxAgeSeconds?: number;
};

/** An error of an answer, as GraphQL has it. */
export type AnswerError = { message: string; path?: (string | number)[]; extensions?: Extensions };

/** What was answered instead of data, or that nothing was answered at all. */
export class ApiError extends Error {
	override readonly name = "ApiError";
	readonly code: Code;
	/** The finer code, such as SESSION_INVALID; empty when there is none. */
	readonly reason: string;
	/** What a person quotes when asking for help; empty without an answer. */
	readonly requestId: string;
	/** The HTTP status; 0 without an answer. */
	readonly status: number;
	/** The permission that was missing, when the code is FORBIDDEN. */
	readonly permission: Permission | undefined;
	/** How long to wait, in milliseconds, when the code is RATE_LIMITED. */
	readonly retryAfterMs: number | undefined;
	/** How a second factor can be shown, when the code is STEP_UP_REQUIRED. */
	readonly methods: readonly string[];
	/** All errors of the answer, the first of which this is. */
	readonly all: readonly AnswerError[];

	constructor(message: string, extensions: Extensions = {}, about: { status?: number; all?: AnswerError[]; cause?: unknown } = {}) {
		super(message, about.cause === undefined ? undefined : { cause: about.cause });
		this.code = (extensions.code ?? "INTERNAL") as Code;
		this.reason = extensions.reason ?? "";
		this.requestId = extensions.requestId ?? "";
		this.status = about.status ?? 0;
		this.permission = extensions.permission;
		this.retryAfterMs = extensions.retryAfterMs;
		this.methods = extensions.methods ?? [];
		this.all = about.all ?? [];
	}
}

/** What `request` throws when a mutation was refused with errors that a person can correct. */
export class UserErrors extends Error {
	override readonly name = "UserErrors";
	readonly userErrors: readonly UserError[];

	constructor(userErrors: readonly UserError[]) {
		super(userErrors.map((e) => e.message).join(" "));
		this.userErrors = userErrors;
	}

	/** The errors about a field of the input, such as "quantity" or "lines.2.quantity". */
	of(field: string): UserError[] {
		return this.userErrors.filter((e) => e.field?.slice(1).join(".") === field);
	}
}

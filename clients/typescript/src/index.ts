export { Client, idempotencyKey, type Outcome, type Page, type RequestOptions } from "./client.js";
export { type AnswerError, ApiError, type Code, type Extensions, type UserError, UserErrors } from "./errors.js";
export type { Event } from "./stream.js";
export { type Cost, type Document, documentId, type Options } from "./transport.js";

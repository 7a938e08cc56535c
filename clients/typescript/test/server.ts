import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as a server of a test has seen it. */
export type Seen = { method: string; url: URL; headers: IncomingMessage["headers"]; body: { documentId?: string; query?: string; variables?: Record<string, unknown> } };

/** What a server of a test answers to the request with a number. */
export type Reply = (seen: Seen, response: ServerResponse, number: number) => void;

/** Starts a server that answers as it is told, and notes what it was asked. */
export async function serve(reply: Reply): Promise<{ url: string; seen: Seen[] }> {
	const seen: Seen[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const text = Buffer.concat(chunks).toString();
			const url = new URL(request.url ?? "/", "http://localhost");
			seen.push({ method: request.method ?? "", url, headers: request.headers, body: text ? JSON.parse(text) : {} });
			reply(seen.at(-1) as Seen, response, seen.length);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, seen };
}

/** Answers with JSON. */
export function json(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void {
	response.writeHead(status, { "Content-Type": "application/graphql-response+json", ...headers });
	response.end(JSON.stringify(body));
}

/** An answer that holds an error. */
export const refusal = (code: string, more: Record<string, unknown> = {}) => ({ errors: [{ message: `It is ${code}.`, extensions: { code, ...more } }] });

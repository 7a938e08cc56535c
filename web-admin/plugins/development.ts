import { spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Plugin, ViteDevServer } from "vite";

/** What the API answers itself: everything that pages, their links and their files lead to. */
const ofTheAPI = ["/graphql", "/session", "/uploads", "/exports", "/account", "/static", "/dev", "/healthz"];

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of message) parts.push(part as Buffer);
	return Buffer.concat(parts);
}

/** The documents of the working tree, by their hashes, read again when they are written again. */
function documentsIn(file: string): (id: string) => string | undefined {
	let documents: Record<string, string> = {};
	let readAt = 0;
	return (id) => {
		const { mtimeMs } = statSync(file);
		if (mtimeMs !== readAt) {
			documents = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
			readAt = mtimeMs;
		}
		return documents[id];
	};
}

/** Puts the text in place of a hash that the API cannot know yet. */
function spelledOut(body: Buffer, textOf: (id: string) => string | undefined): Buffer {
	try {
		const { documentId, ...rest } = JSON.parse(body.toString()) as { documentId?: string };
		const query = documentId && textOf(documentId);
		return query ? Buffer.from(JSON.stringify({ ...rest, query })) : body;
	} catch {
		return body; // the API says what is wrong with it
	}
}

/** Hands a request on, and the answer back as it comes: streams stay open. */
function handOn(message: IncomingMessage, body: Buffer, answer: ServerResponse, api: string) {
	const { connection: _, "transfer-encoding": __, ...headers } = message.headers;
	const onward = request(
		new URL(message.url ?? "/", api),
		{ method: message.method, headers: { ...headers, "content-length": body.length } },
		(back) => {
			answer.writeHead(back.statusCode ?? 502, back.headers);
			back.pipe(answer);
		},
	);
	onward.on("error", () => {
		if (answer.headersSent) return void answer.destroy();
		answer.writeHead(503, { "Content-Type": "text/plain" });
		answer.end(`${api} does not answer. Start it with make run, or name another one by ETAL_API.\n`);
	});
	answer.on("close", () => onward.destroy());
	onward.end(body);
}

/** Writes src/gql again when documents or the schema have changed: once at a time, and once more when they changed meanwhile. */
function codegenOn(server: ViteDevServer, places: string[]) {
	let isRunning = false;
	let isStale = false;
	const generate = () => {
		if (isRunning) {
			isStale = true;
			return;
		}
		isRunning = true;
		const tool = spawn("npx", ["--no-install", "graphql-codegen"], {
			cwd: server.config.root,
			stdio: ["ignore", "ignore", "inherit"],
		});
		tool.on("exit", (code) => {
			isRunning = false;
			server.config.logger.info(code === 0 ? "documents: src/gql is current" : "documents: npm run codegen");
			if (!isStale) return;
			isStale = false;
			generate();
		});
	};
	server.watcher.add(places);
	server.watcher.on("all", (_event, path) => {
		if (path.endsWith(".graphql")) generate();
	});
}

/**
 * The pages as they are written, against an API that runs: `npm run dev`, or `make web-dev`. The API is asked with the
 * texts of documents, since it knows the hashes of those it was built with only; in development it takes any.
 */
export function development(root: string): Plugin {
	const api = process.env.ETAL_API ?? "http://127.0.0.1:8080";
	const textOf = documentsIn(join(root, "src/gql/persisted-documents.json"));
	return {
		name: "development",
		apply: "serve",
		config: () => ({
			server: {
				host: "127.0.0.1",
				proxy: Object.fromEntries(ofTheAPI.map((path) => [path, { target: api, ws: path === "/graphql" }])),
			},
		}),
		configureServer(server) {
			codegenOn(server, [join(root, "../docs/api/operations/admin"), join(root, "../graph/schema.graphql")]);
			server.middlewares.use((message, answer, next) => {
				const isQuestion = message.method === "POST" && message.url?.split("?")[0] === "/graphql";
				if (!isQuestion) return next();
				bodyOf(message)
					.then((body) => handOn(message, spelledOut(body, textOf), answer, api))
					.catch(next);
			});
		},
		// No build, so none that could be older than the server's.
		transformIndexHtml: (html) => html.replace("__RELEASE__", ""),
	};
}

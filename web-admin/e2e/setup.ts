import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			const port = typeof address === "object" && address ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}

/** A server of its own, with the demo data. */
export type Running = { url: string; simulator: string; dir: string; stop: () => Promise<void> };

/** Runs a binary, with demo data unless a flag says otherwise, in a directory of its own, under a host name of this machine. */
export async function run(
	binary: string,
	settings: Record<string, string> = {},
	host = "127.0.0.1",
	flags: string[] = [],
): Promise<Running> {
	const dir = mkdtempSync(join(tmpdir(), "etal-e2e-"));
	const [port, simulator, metrics] = [await freePort(), await freePort(), await freePort()];
	const url = `http://${host}:${port}`;
	// Settings of whoever runs the tests are not those of the tests.
	const others = Object.entries(process.env).filter(([name]) => !name.startsWith("ETAL_"));
	const env = {
		...Object.fromEntries(others),
		ETAL_BASE_URL: url,
		ETAL_LISTEN: `127.0.0.1:${port}`,
		ETAL_METRICS_LISTEN: `127.0.0.1:${metrics}`,
		...settings,
	};
	const server = spawn(binary, ["dev", "--simulator", `127.0.0.1:${simulator}`, ...flags], { cwd: dir, env });
	let output = "";
	server.stdout.on("data", (text) => (output += text));
	server.stderr.on("data", (text) => (output += text));
	const ended = new Promise((resolve) => server.once("exit", resolve));

	const deadline = Date.now() + 60_000;
	for (;;) {
		const answer = await fetch(`${url}/readyz`).catch(() => null);
		if (answer?.ok) break;
		if (Date.now() > deadline || server.exitCode !== null)
			throw new Error(`etal dev did not start:\n${output}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	const stop = async () => {
		server.kill("SIGTERM");
		await ended;
		rmSync(dir, { recursive: true, force: true });
	};
	return { url, simulator: `http://127.0.0.1:${simulator}`, dir, stop };
}

/** Builds the binary unless E2E_BINARY names one, and runs it. */
export default async function setup() {
	const built = mkdtempSync(join(tmpdir(), "etal-e2e-"));
	const binary = process.env.E2E_BINARY ?? join(built, "etal");
	if (!process.env.E2E_BINARY) {
		execFileSync("go", ["build", "-o", binary, "./cmd/etal"], { cwd: root, stdio: "inherit" });
	}
	const running = await run(binary, {
		ETAL_RELEASE_HOLD: "1s",
		ETAL_PAYOUT_INTERVAL: "1s",
		// All these people come from one address, but those who register: mails are counted by network.
		ETAL_TRUSTED_PROXIES: "127.0.0.1/32",
		ETAL_RATE_LIMIT_ANONYMOUS: "100000+1000/s",
	});
	process.env.E2E_URL = running.url;
	process.env.E2E_SIMULATOR = running.simulator;
	process.env.E2E_DIR = running.dir;
	process.env.E2E_BINARY = binary;

	return async () => {
		await running.stop();
		rmSync(built, { recursive: true, force: true });
	};
}

// Compiles the client into dist, and marks documents as free of side effects, so that a bundler keeps only those that are used.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("npx", ["--no-install", "tsc", "-p", "tsconfig.build.json"], { stdio: "inherit" });
if (status !== 0) process.exit(1);
const file = "dist/gql/graphql.js";
writeFileSync(file, readFileSync(file, "utf8").replaceAll(" = new TypedDocumentString(", " = /*#__PURE__*/ new TypedDocumentString("));

import type { Reporter, TestModule } from "vitest/node";

/** Ends the output with one plain line, for whatever counts tests. */
export default class Count implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
		const results = modules.flatMap((module) => [...module.children.allTests()]).map((test) => test.result());
		const passed = results.filter(({ state }) => state === "passed").length;
		// A file that could not be read has no tests to count, and an error outside of every test counts as one.
		const broken = modules.filter((module) => module.state() === "failed" && module.children.size === 0);
		const failed = results.length - passed + broken.length + errors.length;
		console.log(`${passed} passed, ${failed} failed`);
	}
}

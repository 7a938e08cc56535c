import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** Ends the output with one plain line, for whatever counts tests. */
export default class Count implements Reporter {
	private passed = 0;
	private failed = 0;

	onTestEnd(test: TestCase, result: TestResult) {
		if (result.status === "passed") this.passed += 1;
		else if (test.outcome() === "unexpected") this.failed += 1;
	}

	onEnd() {
		console.log(`${this.passed} passed, ${this.failed} failed`);
	}
}

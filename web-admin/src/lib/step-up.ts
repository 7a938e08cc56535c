import { useSyncExternalStore } from "react";
import { ApiError } from "./api";

/** A question for the second factor that waits for its answer. */
type Question = { answer: (shown: boolean) => void; deed?: string };

let questions: readonly Question[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Question[]) {
	questions = next;
	for (const tell of listeners) tell();
}

function subscribe(listener: () => void) {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

/**
 * Does something. When it needs the second factor again, that is asked for, and it is done once more. What it is called
 * is said then, such as "Pay out €12.00".
 */
export async function withStepUp<T>(deed: () => Promise<T>, called?: string): Promise<T> {
	try {
		return await deed();
	} catch (error) {
		if (!(error instanceof ApiError) || error.code !== "STEP_UP_REQUIRED") throw error;
		const shown = await new Promise<boolean>((answer) => set([...questions, { answer, deed: called }]));
		if (!shown) throw error;
		return await deed();
	}
}

/** Whether somebody has to show the second factor now. */
export function useStepUpAsked(): boolean {
	return useSyncExternalStore(subscribe, () => questions.length > 0);
}

/** What the second factor is asked for, in words; undefined where nobody has said. */
export function stepUpDeed(): string | undefined {
	return questions.find(({ deed }) => deed)?.deed;
}

/** Answers everything that waits: one code is enough for all of it. */
export function answerStepUp(shown: boolean) {
	const waiting = questions;
	set([]);
	for (const question of waiting) question.answer(shown);
}

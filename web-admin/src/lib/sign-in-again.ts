import { useSyncExternalStore } from "react";
import { isSignedOut } from "./api";

/** Somebody whose session has ended in the middle of their work, and who has not signed in again yet. */
type Waiting = { answer: (isBack: boolean) => void };

let waiting: readonly Waiting[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Waiting[]) {
	waiting = next;
	for (const tell of listeners) tell();
}

function subscribe(listener: () => void) {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

/** Asks whoever works here to sign in again, over the page. Answers whether they have. */
export function askToSignIn(): Promise<boolean> {
	return new Promise((answer) => set([...waiting, { answer }]));
}

/** Does something. When the session has ended, it is done once more as soon as the same person has signed in again. */
export async function withSession<T>(deed: () => Promise<T>): Promise<T> {
	try {
		return await deed();
	} catch (error) {
		if (!isSignedOut(error) || !(await askToSignIn())) throw error;
		return await deed();
	}
}

/** Whether somebody has to sign in again now. */
export const isSignInAsked = () => waiting.length > 0;

/** Whether somebody has to sign in again now, for what is shown because of it. */
export function useSignInAsked(): boolean {
	return useSyncExternalStore(subscribe, isSignInAsked);
}

/** Answers all that waits for it: the same person is back, or they have given up. */
export function answerSignIn(isBack: boolean) {
	const answered = waiting;
	set([]);
	for (const { answer } of answered) answer(isBack);
}

/** Whether something is on the page that would be lost with it: an open form over it, or one that was changed. */
export const hasWork = () => document.querySelector("[role=dialog] form, [data-unsaved]") !== null;

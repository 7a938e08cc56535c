import { useEffect, useState } from "react";

/** Whether an instant is more than a minute ahead: one that is nearer says nothing to somebody who reads minutes. */
export function isAhead(instant: string, now: number): boolean {
	return new Date(instant).getTime() - now > 60_000;
}

/** The time in milliseconds, read again as often as asked for. */
export function useNow(everyMs: number): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), everyMs);
		return () => clearInterval(timer);
	}, [everyMs]);
	return now;
}

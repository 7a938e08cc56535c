/**
 * Of what a form holds now that which differs from what it began with. Only that is sent: what somebody else has changed
 * meanwhile stays as it is.
 */
export function changedOf<Form extends object>(now: Form, before: Form): Partial<Form> {
	const differs = (name: string) =>
		JSON.stringify(now[name as keyof Form]) !== JSON.stringify(before[name as keyof Form]);
	return Object.fromEntries(Object.entries(now).filter(([name]) => differs(name))) as Partial<Form>;
}

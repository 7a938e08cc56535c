import { useLingui } from "@lingui/react/macro";

/** What a device is called: the server says "Firefox on Linux", "Another program on Windows", or the program alone. */
export function useDeviceName() {
	const { t } = useLingui();
	return (agent: string) => {
		if (!agent) return t`Unknown`;
		const [named, system] = agent.split(" on ");
		const program = named === "Another program" ? t`Another program` : named;
		return system ? t`${program} on ${system}` : program;
	};
}

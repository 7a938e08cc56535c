import type { ReactNode } from "react";

/** Text in a direction of its own: an address or a name in Latin letters is not turned round on an Arabic page. */
export function isolated(content: ReactNode): ReactNode {
	return typeof content === "string" && content !== "" ? <bdi>{content}</bdi> : content;
}

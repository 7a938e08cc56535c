import { useQuery } from "@tanstack/react-query";
import { type Viewer, viewerQuery } from "./session";

/** Who is signed in, as they are by now. */
export function useViewer(viewer: Viewer): Viewer {
	// What the router has given to the page is of when the page was opened.
	const { data } = useQuery({ ...viewerQuery, enabled: false });
	return data ?? viewer;
}

/** What somebody who is signed in has chosen, as soon as they have. */
export function useKept(viewer: Viewer): Viewer["preferences"] {
	return useViewer(viewer).preferences;
}

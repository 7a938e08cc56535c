import { createFileRoute } from "@tanstack/react-router";
import { noteSearch } from "@/lib/searches";
import { Notes } from "@/pages/notes";

export const Route = createFileRoute("/_app/s/$slug/notifications")({
	validateSearch: noteSearch,
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return <Notes search={search} onSearch={(next) => void navigate({ search: next })} />;
	},
});

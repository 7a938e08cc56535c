import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Bookmark, BookmarkPlus, EllipsisVertical } from "lucide-react";
import { Suspense, useEffect, useRef, useState } from "react";
import {
	AdminSavedViewDeleteDocument,
	AdminSavedViewSaveDocument,
	AdminSavedViewsDocument,
	type SavedViewPartsFragment,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { later } from "@/lib/later";
import { hatQuery } from "@/lib/query";
import { noteViews, useHasViewsBar, useNarrowing } from "@/lib/views";
import { Button } from "@/ui/button";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { ViewTabs, viewTabClass } from "@/ui/tabs";

const ViewForm = later(async () => (await import("./view-form")).ViewForm);

/** The lists that somebody comes back to, as tabs over a list, and a way to keep the one that is shown. */
export function SavedViews({ page }: { page: string }) {
	const { t } = useLingui();
	const router = useRouter();
	const hat = useHat();
	const { tab, shown } = useNarrowing();
	const hasBar = useHasViewsBar(page);
	const [edited, setEdited] = useState<SavedViewPartsFragment | "new" | null>(null);
	// Who views as a seller changes nothing, and has no views there.
	const isOwn = Boolean(hat.memberRole ?? hat.operatorRole);
	const { data } = useQuery({
		...hatQuery(hat, "views", AdminSavedViewsDocument, { page }),
		enabled: isOwn,
	});
	const views = data?.savedViews ?? [];
	const current = views.find((view) => view.search === shown);
	const show = (search: string, replace = false) =>
		void router.navigate({
			to: ".",
			search: { ...router.options.parseSearch(`?${search}`), view: tab } as never,
			replace,
		});

	// Whoever comes without a wish is shown what they have chosen to begin with; whoever clears it afterwards is not.
	const hasBegun = useRef(false);
	const first = views.find((view) => view.isDefault)?.search;
	useEffect(() => {
		if (!data || hasBegun.current) return;
		hasBegun.current = true;
		if (first && shown === "") show(first, true);
	});

	useEffect(() => {
		if (data) noteViews(page, views.length > 0);
	}, [data, page, views.length]);

	const canSave = shown !== "" || views.length > 0;
	if (!isOwn || (data ? !canSave : !hasBar)) return null;
	return (
		<div className="flex min-h-10 items-end gap-2">
			{views.length > 0 && (
				<div className="min-w-0 flex-1">
					<ViewTabs label={t`Saved views`}>
						{views.map((view) => (
							<button
								key={view.id}
								type="button"
								aria-current={view === current ? "true" : undefined}
								className={`cursor-pointer gap-2 ${viewTabClass(view === current)}`}
								onClick={() => show(view.search)}
							>
								{view.isDefault && <Bookmark aria-label={t`Shown first`} className="size-4" />}
								{view.name}
							</button>
						))}
					</ViewTabs>
				</div>
			)}
			{current ? (
				<ViewMenu view={current} page={page} onEdit={() => setEdited(current)} />
			) : (
				canSave && (
					<Button look="link" onPress={() => setEdited("new")} className="!px-2">
						<BookmarkPlus aria-hidden="true" className="size-4" />
						<Trans>Save view…</Trans>
					</Button>
				)
			)}
			{edited && (
				<Suspense>
					<ViewForm
						view={edited === "new" ? null : edited}
						page={page}
						search={shown}
						onClose={() => setEdited(null)}
					/>
				</Suspense>
			)}
		</div>
	);
}

type ViewMenuProps = { view: SavedViewPartsFragment; page: string; onEdit: () => void };

function ViewMenu({ view, page, onEdit }: ViewMenuProps) {
	const { t } = useLingui();
	const save = useHatMutation(AdminSavedViewSaveDocument, ["views"]);
	const remove = useHatMutation(AdminSavedViewDeleteDocument, ["views"]);
	const { id, name, search, isDefault } = view;
	const failed = { onError: () => notify(t`This could not be saved. Try again.`) };
	return (
		<Menu
			label={t`View ${name}`}
			button={
				<Button look="quiet" isIcon aria-label={t`Change the view ${name}`}>
					<EllipsisVertical aria-hidden="true" className="size-4" />
				</Button>
			}
		>
			{({ Item }) => (
				<>
					<Item onAction={onEdit}>
						<Trans>Rename…</Trans>
					</Item>
					<Item
						onAction={() => save.mutate({ input: { id, page, name, search, isDefault: !isDefault } }, failed)}
					>
						{isDefault ? <Trans>Do not show it first</Trans> : <Trans>Show it first</Trans>}
					</Item>
					<Item
						isDanger
						onAction={() =>
							remove.mutate({ input: { id } }, { onSuccess: () => notify(t`The view is deleted`), ...failed })
						}
					>
						<Trans>Delete</Trans>
					</Item>
				</>
			)}
		</Menu>
	);
}

import { Plural, Trans } from "@lingui/react/macro";
import { Download, SlidersHorizontal } from "lucide-react";
import { Suspense, useState } from "react";
import type { ListExportCreateInput, PagePartsFragment } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { later } from "@/lib/later";
import type { Hideable } from "@/lib/list";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Count, type ListShape } from "@/ui/list";

const ListFile = later(async () => (await import("./list-dialogs")).ListFile);
const ListForm = later(async () => (await import("./list-dialogs")).ListForm);

/** Where the API ends counting: there are that many, or more. */
const COUNT_MAX = 1001;

type Props = {
	/** How many rows are shown, and how many there are on all pages. */
	count: number;
	total?: number | null;
	pageInfo: PagePartsFragment;
	columns: (Hideable & { header: string })[];
	shape?: ListShape;
	file?: ListExportCreateInput;
};

/** What stands over a list: how many rows it has, how they are shown, and a file of them. */
export function ListTools({ count, total, pageInfo, columns, shape, file }: Props) {
	const hat = useHat();
	const [open, setOpen] = useState<"form" | "file" | null>(null);
	const close = () => setOpen(null);
	const named = columns.flatMap(({ name, isExtra, header }) => (name ? [{ name, isExtra, header }] : []));
	return (
		<>
			<p role="status" className="text-sm text-muted">
				{!total ? (
					<Count of={count} pageInfo={pageInfo} />
				) : total >= COUNT_MAX ? (
					<Trans>More than {total - 1} rows</Trans>
				) : (
					<Plural value={total} one="# row in all" other="# rows in all" />
				)}
			</p>
			<div className="flex flex-wrap items-center gap-1">
				{shape && (
					<Button look="quiet" className="!px-2" onPress={() => setOpen("form")}>
						<SlidersHorizontal aria-hidden="true" className="size-4" />
						<Trans>Rows and columns…</Trans>
					</Button>
				)}
				{file && may(hat, "LIST_EXPORT") && (
					<Button look="quiet" className="!px-2" onPress={() => setOpen("file")}>
						<Download aria-hidden="true" className="size-4" />
						<Trans>Export this list…</Trans>
					</Button>
				)}
				<Suspense fallback={null}>
					{open === "form" && shape && <ListForm columns={named} shape={shape} onClose={close} />}
					{open === "file" && file && <ListFile of={file} onClose={close} />}
				</Suspense>
			</div>
		</>
	);
}

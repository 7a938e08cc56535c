import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useConnection } from "@/lib/connection";
import { rowsAtOnce } from "@/lib/many";
import type { Topic } from "@/lib/query";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Progress } from "@/ui/progress";
import { ErrorText } from "./failure";
import { OfflineNote } from "./offline-note";

type BulkProps<Row> = {
	title: string;
	/** What the button says that begins. */
	verb: ReactNode;
	rows: Row[];
	keyOf: (row: Row) => string;
	nameOf: (row: Row) => ReactNode;
	/** Does it for one row, or throws. */
	deed?: (row: Row) => Promise<unknown>;
	/** Takes it back for one row, where that can be. */
	undo?: (row: Row) => Promise<unknown>;
	/** Does it for up to a hundred rows in one request instead, and says what was wrong with which of them. */
	deedAll?: DeedAll<Row>;
	undoAll?: DeedAll<Row>;
	changes: Topic[];
	isReady?: boolean;
	onClose: () => void;
	/** What is asked for before. */
	children?: ReactNode;
};

type DeedAll<Row> = (rows: Row[]) => Promise<Map<Row, unknown>>;

type Result<Row> = { row: Row; error?: unknown };

/** The most rows of a list in a dialog. */
const shownMost = 100;

/** One row after the other as a deed for many. */
function oneByOne<Row>(deed: (row: Row) => Promise<unknown>): DeedAll<Row> {
	return async ([row]) => {
		if (!row) return new Map();
		try {
			await deed(row);
			return new Map();
		} catch (cause) {
			return new Map([[row, cause ?? new Error("It failed without a reason.")]]);
		}
	};
}

/** Does the same to several rows, one after the other, and says of each what became of it. */
export function BulkDialog<Row>(props: BulkProps<Row>) {
	const { title, verb, rows, isReady = true, onClose, children } = props;
	const { t } = useLingui();
	const client = useQueryClient();
	const { isOffline } = useConnection();
	const [results, setResults] = useState<Result<Row>[]>([]);
	const [state, setState] = useState<"asking" | "running" | "done" | "undone">("asking");
	const step = props.deedAll ? rowsAtOnce : 1;
	const deed = props.deedAll ?? (props.deed && oneByOne(props.deed));
	const undo = props.undoAll ?? (props.undo && oneByOne(props.undo));
	const run = async (over: Row[], doing: DeedAll<Row> | undefined, end: "done" | "undone") => {
		if (!doing) return;
		setState("running");
		const found: Result<Row>[] = [];
		for (let at = 0; at < over.length; at += step) {
			const part = over.slice(at, at + step);
			// oxlint-disable-next-line no-await-in-loop -- one after the other: the server is for others too
			const refused = await doing(part);
			found.push(...part.map((row) => ({ row, error: refused.get(row) })));
			setResults([...found]);
		}
		await Promise.all(props.changes.map((topic) => client.invalidateQueries({ queryKey: [topic] })));
		setState(end);
	};
	const done = results.filter(({ error }) => !error);
	const failed = results.length - done.length;
	const total = rows.length;
	const count = done.length;
	return (
		<Dialog title={title} isOpen onClose={onClose} isBusy={state === "running"}>
			{state === "asking" ? (
				<Form
					className="flex flex-col gap-4"
					onSubmit={(event: FormEvent) => {
						event.preventDefault();
						void run(rows, deed, "done");
					}}
				>
					{children}
					<OfflineNote />
					<DialogActions>
						<Button onPress={onClose}>
							<Trans>Cancel</Trans>
						</Button>
						<Button type="submit" look="primary" isDisabled={!isReady || isOffline}>
							{verb}
						</Button>
					</DialogActions>
				</Form>
			) : (
				<>
					<p role="status">
						{state === "running" && t`${results.length} of ${total}…`}
						{state === "done" && (failed > 0 ? t`${count} done, ${failed} not.` : t`${count} done.`)}
						{state === "undone" && (failed > 0 ? t`${count} undone, ${failed} not.` : t`${count} undone.`)}
					</p>
					{state === "running" && <Progress label={t`Progress`} max={total} value={results.length} />}
					<Results results={results} keyOf={props.keyOf} nameOf={props.nameOf} />
					<DialogActions>
						{state === "done" && undo && count > 0 && (
							<Button
								onPress={() =>
									void run(
										done.map(({ row }) => row),
										undo,
										"undone",
									)
								}
							>
								<Trans>Undo</Trans>
							</Button>
						)}
						<Button look="primary" onPress={onClose} isDisabled={state === "running"}>
							<Trans>Close</Trans>
						</Button>
					</DialogActions>
				</>
			)}
		</Dialog>
	);
}

type ResultsProps<Row> = Pick<BulkProps<Row>, "keyOf" | "nameOf"> & { results: Result<Row>[] };

function Results<Row>({ results, keyOf, nameOf }: ResultsProps<Row>) {
	const { t } = useLingui();
	// Of very many, those that were refused come first.
	const few =
		results.length > shownMost ? results.toSorted((a, b) => Number(!a.error) - Number(!b.error)) : results;
	return (
		<Shortened label={t`Results`} className="flex flex-col divide-y divide-line" rows={few}>
			{({ row, error }) => (
				<li key={keyOf(row)} className="flex items-start gap-2 py-2">
					{error ? (
						<CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
					) : (
						<CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ok" />
					)}
					<span className="min-w-0 flex-1 break-words">
						{nameOf(row)}
						{error !== undefined && (
							<span className="block text-danger">
								<ErrorText error={error} />
							</span>
						)}
					</span>
					<span className="sr-only">{error ? t`not done` : t`done`}</span>
				</li>
			)}
		</Shortened>
	);
}

type ShortenedProps<Row> = {
	label: string;
	className: string;
	rows: Row[];
	children: (row: Row) => ReactNode;
};

/** A list of rows in a dialog. Of very many it shows a hundred, and how many others there are. */
export function Shortened<Row>({ label, className, rows, children }: ShortenedProps<Row>) {
	const { t } = useLingui();
	const more = rows.length - shownMost;
	return (
		<>
			<ul aria-label={label} className={className}>
				{rows.slice(0, shownMost).map(children)}
			</ul>
			{more > 0 && (
				<p className="text-muted">{t`And ${plural(more, { one: "# more", other: "# more" })}.`}</p>
			)}
		</>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Topic } from "@/lib/query";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Progress } from "@/ui/progress";

type BulkProps<Row> = {
	title: string;
	/** What the button says that begins. */
	verb: ReactNode;
	rows: Row[];
	keyOf: (row: Row) => string;
	nameOf: (row: Row) => ReactNode;
	/** Does it for one row, or throws. */
	deed: (row: Row) => Promise<unknown>;
	/** Takes it back for one row, where that can be. */
	undo?: (row: Row) => Promise<unknown>;
	changes: Topic[];
	isReady?: boolean;
	onClose: () => void;
	/** What is asked for before. */
	children?: ReactNode;
};

type Result<Row> = { row: Row; error?: string };

/** Does the same to several rows, one after the other, and says of each what became of it. */
export function BulkDialog<Row>(props: BulkProps<Row>) {
	const { title, verb, rows, isReady = true, onClose, children } = props;
	const { t } = useLingui();
	const client = useQueryClient();
	const [results, setResults] = useState<Result<Row>[]>([]);
	const [state, setState] = useState<"asking" | "running" | "done" | "undone">("asking");
	const run = async (over: Row[], deed: (row: Row) => Promise<unknown>, end: "done" | "undone") => {
		setState("running");
		const found: Result<Row>[] = [];
		for (const row of over) {
			// oxlint-disable-next-line no-await-in-loop -- one after the other: the server is for others too
			const error = await deed(row).then(
				() => undefined,
				(cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
			);
			found.push({ row, error });
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
						void run(rows, props.deed, "done");
					}}
				>
					{children}
					<DialogActions>
						<Button onPress={onClose}>
							<Trans>Cancel</Trans>
						</Button>
						<Button type="submit" look="primary" isDisabled={!isReady}>
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
						{state === "done" && props.undo && count > 0 && (
							<Button
								onPress={() =>
									props.undo &&
									void run(
										done.map(({ row }) => row),
										props.undo,
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
	return (
		<ul aria-label={t`Results`} className="flex flex-col divide-y divide-line">
			{results.map(({ row, error }) => (
				<li key={keyOf(row)} className="flex items-start gap-2 py-2">
					{error ? (
						<CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
					) : (
						<CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ok" />
					)}
					<span className="min-w-0 flex-1 break-words">
						{nameOf(row)}
						{error && <span className="block text-danger">{error}</span>}
					</span>
					<span className="sr-only">{error ? t`not done` : t`done`}</span>
				</li>
			))}
		</ul>
	);
}

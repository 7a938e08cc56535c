import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { ApiError } from "@/lib/api";
import { useConnection } from "@/lib/connection";
import { patiently, rowsAtOnce } from "@/lib/many";
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
	/** Whether it may help to do it again, for a row where it went wrong. Nothing else is tried again but what was not begun. */
	mayRetry?: (error: unknown) => boolean;
	changes: Topic[];
	isReady?: boolean;
	onClose: () => void;
	/** What is asked for before. */
	children?: ReactNode;
};

type DeedAll<Row> = (rows: Row[]) => Promise<Map<Row, unknown>>;

type Result<Row> = {
	row: Row;
	/** Which request it was in. */
	place: number;
	error?: unknown;
};

/** The most rows of a list in a dialog. */
const shownMost = 100;

/** Rows as they are sent: so many in a request. */
function partsOf<Row>(rows: Row[], step: number): Row[][] {
	return Array.from({ length: Math.ceil(rows.length / step) }, (_, at) =>
		rows.slice(at * step, (at + 1) * step),
	);
}

/** One row after the other as a deed for many. */
function oneByOne<Row>(deed: (row: Row) => Promise<unknown>): DeedAll<Row> {
	return async ([row]) => {
		if (!row) return new Map();
		try {
			await patiently(() => deed(row));
			return new Map();
		} catch (cause) {
			return new Map([[row, cause ?? new Error("It failed without a reason.")]]);
		}
	};
}

/** Whether nothing was done for want of somebody who shows who they are. They were asked, and will not be for each row. */
const isStopped = (error: unknown) =>
	error instanceof ApiError && ["STEP_UP_REQUIRED", "UNAUTHENTICATED"].includes(error.code);

/** Does the same to several rows, one after the other, and says of each what became of it. */
export function BulkDialog<Row>(props: BulkProps<Row>) {
	const { title, verb, rows, isReady = true, onClose, children } = props;
	const { t } = useLingui();
	const client = useQueryClient();
	const { isOffline } = useConnection();
	const [results, setResults] = useState<Result<Row>[]>([]);
	const [state, setState] = useState<"asking" | "running" | "done" | "undone">("asking");
	const [total, setTotal] = useState(0);
	const [isBack, setBack] = useState(false);
	const step = props.deedAll ? rowsAtOnce : 1;
	const deeds = {
		done: props.deedAll ?? (props.deed && oneByOne(props.deed)),
		undone: props.undoAll ?? (props.undo && oneByOne(props.undo)),
	};
	// Rows that were sent together are tried again together: `before` has the others, whose results stay.
	const run = async (parts: Row[][], end: "done" | "undone", before: Result<Row>[] = []) => {
		const doing = deeds[end];
		if (!doing) return;
		setState("running");
		setBack(end === "undone");
		setTotal(before.length + parts.flat().length);
		const found = [...before];
		let stopped: unknown;
		for (const [place, part] of parts.entries()) {
			// oxlint-disable-next-line no-await-in-loop -- one after the other: the server is for others too
			const refused = stopped ? new Map<Row, unknown>() : await doing(part);
			found.push(...part.map((row) => ({ row, place, error: stopped ?? refused.get(row) })));
			stopped ??= [...refused.values()].find(isStopped);
			setResults([...found]);
		}
		await Promise.all(props.changes.map((topic) => client.invalidateQueries({ queryKey: [topic] })));
		setState(end);
	};
	const done = results.filter(({ error }) => !error);
	const failed = results.length - done.length;
	const count = done.length;
	const again = results.filter(({ error }) => error && (isStopped(error) || props.mayRetry?.(error)));
	const tryAgain = () => {
		const places = [...new Set(again.map(({ place }) => place))];
		const parts = places.map((at) => again.filter(({ place }) => place === at).map(({ row }) => row));
		const others = results.filter((result) => !again.includes(result));
		void run(parts, isBack ? "undone" : "done", others);
	};
	return (
		<Dialog title={title} isOpen onClose={onClose} isBusy={state === "running"}>
			{state === "asking" ? (
				<Form
					className="flex flex-col gap-4"
					onSubmit={(event: FormEvent) => {
						event.preventDefault();
						void run(partsOf(rows, step), "done");
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
						{state === "done" && deeds.undone && count > 0 && (
							<Button
								onPress={() =>
									void run(
										partsOf(
											done.map(({ row }) => row),
											step,
										),
										"undone",
									)
								}
							>
								<Trans>Undo</Trans>
							</Button>
						)}
						{state !== "running" && again.length > 0 && (
							<Button onPress={tryAgain}>
								<Trans>Try again</Trans>
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
	return (
		<>
			<ul aria-label={label} className={className}>
				{rows.slice(0, shownMost).map(children)}
			</ul>
			<Others count={rows.length - shownMost} />
		</>
	);
}

/** How many rows there are besides those that are shown. */
function Others({ count }: { count: number }) {
	const { t } = useLingui();
	if (count <= 0) return null;
	return <p className="text-muted">{t`And ${plural(count, { one: "# more", other: "# more" })}.`}</p>;
}

type ComparisonProps<Row> = {
	label: string;
	/** What a row is, such as an offer. */
	kind: string;
	rows: Row[];
	keyOf: (row: Row) => string;
	nameOf: (row: Row) => ReactNode;
	now: (row: Row) => ReactNode;
	/** What it becomes; nothing while that is not known. */
	then: (row: Row) => ReactNode;
};

/** What each row is, and what it becomes, before anything is sent. */
export function Comparison<Row>({ label, kind, rows, keyOf, nameOf, now, then }: ComparisonProps<Row>) {
	const { t } = useLingui();
	const cell = "py-2 pe-3 text-start align-top break-words last:pe-0";
	return (
		<>
			<table className="w-full table-fixed border-collapse">
				<caption className="sr-only">{label}</caption>
				<thead className="text-muted">
					<tr>
						<th scope="col" className={`${cell} w-1/2 font-normal`}>
							{kind}
						</th>
						<th scope="col" className={`${cell} font-normal`}>{t`Now`}</th>
						<th scope="col" className={`${cell} font-normal`}>{t`Afterwards`}</th>
					</tr>
				</thead>
				<tbody>
					{rows.slice(0, shownMost).map((row) => (
						<tr key={keyOf(row)} className="border-t border-line">
							<th scope="row" className={`${cell} font-normal`}>
								{nameOf(row)}
							</th>
							<td className={cell}>{now(row)}</td>
							<td className={`${cell} font-semibold`}>{then(row)}</td>
						</tr>
					))}
				</tbody>
			</table>
			<Others count={rows.length - shownMost} />
		</>
	);
}

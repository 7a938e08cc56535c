import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import { sendBytes } from "@/lib/files";
import { useHat } from "@/lib/hat";
import { Button } from "@/ui/button";
import { Progress } from "@/ui/progress";
import { ErrorText } from "./failure";

/** A file on its way to the server. */
export type Sent = { key: string; name: string; share: number; error?: unknown };

type Upload = { id: string; url: string };

type SendingProps = {
	/** Announces a file; the upload that takes its bytes. */
	announce: (file: File) => Promise<Upload | null | undefined>;
	/** Told when the bytes of a file are there. */
	onSent: (uploadId: string, file: File) => Promise<unknown> | void;
};

/** Sends files, one after the other, and keeps how far each is and what has gone wrong. */
export function useSending({ announce, onSent }: SendingProps) {
	const { actAs } = useHat();
	const [files, setFiles] = useState<Sent[]>([]);
	const queue = useRef(Promise.resolve());
	const set = (key: string, change: Partial<Sent>) =>
		setFiles((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
	const drop = (key: string) => setFiles((all) => all.filter((each) => each.key !== key));
	const sendOne = async (key: string, file: File) => {
		try {
			const upload = await announce(file);
			if (!upload) throw new Error(file.name);
			await sendBytes({ url: upload.url, file, actAs, onProgress: (share) => set(key, { share }) });
			await onSent(upload.id, file);
			drop(key);
		} catch (error) {
			set(key, { error });
		}
	};
	const send = (chosen: File[]) => {
		const added = chosen.map((file) => ({ key: crypto.randomUUID(), file }));
		setFiles((all) => [...all, ...added.map(({ key, file }) => ({ key, name: file.name, share: 0 }))]);
		for (const { key, file } of added) {
			queue.current = queue.current.then(() => sendOne(key, file));
		}
	};
	return { files, send, drop, isBusy: files.some(({ error }) => !error) };
}

type SendingListProps = { files: Sent[]; onDrop: (key: string) => void };

/** How far each file is, and why one was not taken. */
export function SendingList({ files, onDrop }: SendingListProps) {
	const { t } = useLingui();
	if (files.length === 0) return null;
	return (
		<ul className="flex flex-col gap-2" aria-label={t`Files on their way`}>
			{files.map(({ key, name, share, error }) => (
				<li key={key} className="flex flex-wrap items-center gap-3 rounded-md border border-line p-3">
					<bdi className="min-w-0 grow basis-40 break-all">{name}</bdi>
					{error ? (
						<>
							<span role="alert" className="min-w-0 grow basis-48 text-sm text-danger">
								<ErrorText error={error} />
							</span>
							<Button look="quiet" isIcon aria-label={t`Dismiss ${name}`} onPress={() => onDrop(key)}>
								<X aria-hidden="true" className="size-4" />
							</Button>
						</>
					) : share < 1 ? (
						<span className="w-40">
							<Progress label={t`Sending ${name}`} max={100} value={Math.round(share * 100)} />
						</span>
					) : (
						<span role="status" className="text-sm text-muted">
							<Trans>Being checked…</Trans>
						</span>
					)}
				</li>
			))}
		</ul>
	);
}

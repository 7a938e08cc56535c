import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { AdminFileDocument, type ExportRowFragment } from "@/gql/graphql";
import { fetchFile } from "@/lib/api";
import { useHat } from "@/lib/hat";
import { personQuery } from "@/lib/query";
import { withStepUp } from "@/lib/step-up";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Banner } from "@/ui/states";
import { RequestFailure } from "./request-failure";
import { saveFile } from "./take-away";

const isMaking = (file: ExportRowFragment | null | undefined) =>
	!file || file.status === "PENDING" || file.status === "RUNNING";

/** Shows how far a file is, and saves it when it is ready. */
export function FileDialog({ id, onClose }: { id: string; onClose: () => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const client = useQueryClient();
	const { data, error } = useQuery({
		...personQuery("files", AdminFileDocument, { id }),
		refetchInterval: ({ state }) => (isMaking(state.data?.export) ? 1000 : false),
	});
	const file = data?.export;
	const save = useMutation({
		mutationFn: async ({ path, filename }: { path: string; filename: string }) =>
			saveFile(await withStepUp(() => fetchFile(path, hat.actAs)), filename),
		onSettled: () => client.invalidateQueries({ queryKey: ["files"] }),
	});
	// It can be fetched once, so it is fetched once: by the first answer that says where it is.
	const isAsked = useRef(false);
	const { mutate } = save;
	useEffect(() => {
		if (!file?.path || isAsked.current) return;
		isAsked.current = true;
		mutate({ path: file.path, filename: file.filename });
	}, [file, mutate]);
	const failure = error ?? save.error;
	return (
		<Dialog
			title={save.isSuccess ? t`The file is saved` : t`The file is being made`}
			isOpen
			onClose={onClose}
		>
			{failure ? (
				<Banner tone="danger" role="alert">
					<RequestFailure error={failure} />
				</Banner>
			) : save.isSuccess ? (
				<p>
					<Trans>
						It is among your downloads, as <strong className="break-all">{file?.filename}</strong>.
					</Trans>
				</p>
			) : file?.status === "FAILED" ? (
				<Banner tone="danger" role="alert">
					<Trans>There is nothing to export.</Trans>
				</Banner>
			) : (
				<>
					<p className="text-muted">
						<Trans>It is saved as soon as it is ready.</Trans>
					</p>
					<progress
						aria-label={t`Progress`}
						className="h-2 w-full accent-brand"
						max={Math.max(Number(file?.total ?? 1), 1)}
						value={file?.status === "RUNNING" ? Number(file.done) : undefined}
					/>
				</>
			)}
			<DialogActions>
				<Button onPress={onClose}>
					<Trans>Close</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

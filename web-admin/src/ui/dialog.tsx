import { Trans, useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button";

type DialogProps = {
	title: string;
	isOpen: boolean;
	onClose: () => void;
	/** While something is being sent, the dialog stays. */
	isBusy?: boolean;
	/** Nothing of the page can be read behind it. */
	isOpaque?: boolean;
	children: ReactNode;
};

/**
 * A question over the page. On phones it comes from below, where the thumb is. A press beside it closes it, but not while
 * something is filled in; Escape asks then.
 */
export function Dialog({ title, isOpen, onClose, isBusy = false, isOpaque, children }: DialogProps) {
	/** The field of a form that was changed last. One that is gone by now was sent, or is not wanted any more. */
	const changed = useRef<Element | null>(null);
	const isFilledIn = () => changed.current?.isConnected === true;
	const [isAsking, setAsking] = useState(false);
	return (
		<ModalOverlay
			isOpen={isOpen}
			onOpenChange={(open) => {
				if (open) return;
				if (isFilledIn()) setAsking(true);
				else onClose();
			}}
			isDismissable={!isBusy}
			shouldCloseOnInteractOutside={() => !isFilledIn()}
			isKeyboardDismissDisabled={isBusy}
			className={clsx(
				"fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-4",
				isOpaque ? "bg-bg" : "bg-black/60",
			)}
		>
			<Modal className="flex max-h-[92dvh] w-full max-w-lg scroll-pb-32 flex-col overflow-auto rounded-t-lg border border-line bg-surface shadow-xl sm:rounded-lg">
				<AriaDialog className="flex flex-col gap-4 p-5 outline-none sm:p-6">
					<Heading slot="title" className="text-lg font-semibold">
						{title}
					</Heading>
					<div
						className="contents"
						onInput={({ target }: FormEvent) => {
							if (target instanceof Element && target.closest("form")) changed.current = target;
						}}
					>
						{children}
					</div>
					{isAsking && (
						<LeaveQuestion
							onLeave={() => {
								setAsking(false);
								onClose();
							}}
							onStay={() => setAsking(false)}
						/>
					)}
				</AriaDialog>
			</Modal>
		</ModalOverlay>
	);
}

/** Asks before what is filled in is thrown away. */
function LeaveQuestion({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
	const { t } = useLingui();
	return (
		<Dialog title={t`Leave without saving?`} isOpen onClose={onStay}>
			<p className="text-muted">
				<Trans>What you have filled in is not saved yet.</Trans>
			</p>
			<DialogActions>
				<Button onPress={onLeave}>
					<Trans>Leave</Trans>
				</Button>
				<Button look="primary" autoFocus onPress={onStay}>
					<Trans>Stay</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

/**
 * The buttons at the end of a dialog: the way out first, the deed last. They stay in sight while what is above them is
 * scrolled, except in a low window, which needs the room.
 */
export function DialogActions({ children }: { children: ReactNode }) {
	return (
		<div className="bottom-0 z-10 -mx-5 -mb-5 flex flex-wrap justify-end gap-2 bg-surface px-5 pt-2 pb-5 sm:-mx-6 sm:-mb-6 sm:px-6 sm:pb-6 [@media(min-height:30rem)]:sticky">
			{children}
		</div>
	);
}

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

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

/** A question over the page. On phones it comes from below, where the thumb is. */
export function Dialog({ title, isOpen, onClose, isBusy = false, isOpaque, children }: DialogProps) {
	return (
		<ModalOverlay
			isOpen={isOpen}
			onOpenChange={(open) => !open && onClose()}
			isDismissable={!isBusy}
			isKeyboardDismissDisabled={isBusy}
			className={clsx(
				"fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-4",
				isOpaque ? "bg-bg" : "bg-black/60",
			)}
		>
			<Modal className="flex max-h-[92dvh] w-full max-w-lg flex-col overflow-auto rounded-t-lg border border-line bg-surface shadow-xl sm:rounded-lg">
				<AriaDialog className="flex flex-col gap-4 p-5 outline-none sm:p-6">
					<Heading slot="title" className="text-lg font-semibold">
						{title}
					</Heading>
					{children}
				</AriaDialog>
			</Modal>
		</ModalOverlay>
	);
}

/** The buttons at the end of a dialog: the way out first, the deed last. */
export function DialogActions({ children }: { children: ReactNode }) {
	return <div className="flex flex-wrap justify-end gap-2 pt-2">{children}</div>;
}

import { type ReactNode, useDeferredValue } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

type SheetProps = { label: string; isOpen: boolean; onClose: () => void; children: ReactNode };

/** A panel over the page from its beginning: the navigation on phones. */
export function Sheet({ label, isOpen, onClose, children }: SheetProps) {
	return (
		<ModalOverlay
			isOpen={isOpen}
			onOpenChange={(open) => !open && onClose()}
			isDismissable
			className="fixed inset-0 z-50 bg-black/60"
		>
			<Modal className="h-dvh w-72 max-w-[85vw] overflow-auto border-e border-line bg-surface">
				<Dialog aria-label={label} className="flex min-h-full flex-col outline-none">
					<Soon>{children}</Soon>
				</Dialog>
			</Modal>
		</ModalOverlay>
	);
}

/** What is in it comes after it: a slow phone answers the finger first. */
function Soon({ children }: { children: ReactNode }) {
	return useDeferredValue(true, false) && children;
}

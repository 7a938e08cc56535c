import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "./button";

type DropFilesProps = {
	/** What the button is called. */
	children: ReactNode;
	/** What the box is called, for those who do not see it. */
	label: string;
	hint: ReactNode;
	/** The types that the browser's dialog offers. */
	accept: string;
	isMultiple?: boolean;
	isDisabled?: boolean;
	onFiles: (files: File[]) => void;
};

/** A box that files can be dropped on, with a button that does the same without a pointer. */
export function DropFiles({
	children,
	label,
	hint,
	accept,
	isMultiple,
	isDisabled,
	onFiles,
}: DropFilesProps) {
	const input = useRef<HTMLInputElement>(null);
	const [isOver, setOver] = useState(false);
	const take = (files: FileList | null) => {
		const all = [...(files ?? [])];
		if (all.length > 0 && !isDisabled) onFiles(isMultiple ? all : all.slice(0, 1));
	};
	const over = (event: DragEvent) => {
		// Text and rows of lists are dragged too: only files are for this box.
		if (isDisabled || !event.dataTransfer.types.includes("Files")) return;
		event.preventDefault();
		setOver(true);
	};
	return (
		// What dropping does its button does, too.
		// oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
		<div
			role="group"
			aria-label={label}
			className={clsx(
				"flex flex-wrap items-center gap-3 rounded-md border-2 border-dashed p-4",
				isOver ? "border-brand bg-hover" : "border-field",
			)}
			onDragEnter={over}
			onDragOver={over}
			onDragLeave={() => setOver(false)}
			onDrop={(event) => {
				setOver(false);
				if (isDisabled || event.dataTransfer.files.length === 0) return;
				event.preventDefault();
				take(event.dataTransfer.files);
			}}
		>
			<input
				ref={input}
				type="file"
				hidden
				aria-label={label}
				accept={accept}
				multiple={isMultiple}
				disabled={isDisabled}
				onChange={(event) => {
					take(event.target.files);
					event.target.value = ""; // the same file can be chosen again
				}}
			/>
			<Button isDisabled={isDisabled} onPress={() => input.current?.click()}>
				<FileUp aria-hidden="true" className="size-4" />
				{children}
			</Button>
			<p className="min-w-0 grow basis-48 text-sm text-muted">{hint}</p>
		</div>
	);
}

import { notify } from "@/ui/notice";

/** Copies a text, and says so. */
export async function copyText(text: string, done: string) {
	await navigator.clipboard.writeText(text);
	notify(done);
}

/** Has the browser save something as a file. */
export function saveFile(content: Blob, name: string) {
	const url = URL.createObjectURL(content);
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}

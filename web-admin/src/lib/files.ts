import type { DisputeFileField } from "@/gql/graphql";
import { ApiError, inWords } from "./api";
import { noteSilence } from "./connection";
import { numerals } from "./numerals";

/** The most that all files of an answer to a bank have together. */
export const evidenceBytesMax = 4_718_592;
export const evidencePagesMax = 50;

/** The most bytes of one image. */
export const imageBytesMax = 10 << 20;

/** What a bank reads, and what can be shown as an image: for the dialogs that choose files. */
export const evidenceTypes = "application/pdf,image/jpeg,image/png";
export const imageTypes = "image/jpeg,image/png,image/webp,image/gif";

/** The kinds of documents in the order in which they are offered. */
export const fileFields: DisputeFileField[] = [
	"RECEIPT",
	"SHIPPING_DOCUMENTATION",
	"BUYER_COMMUNICATION",
	"BUYER_SIGNATURE",
	"REFUND_POLICY",
	"CANCELLATION_POLICY",
	"SERVICE_DOCUMENTATION",
	"DUPLICATE_CHARGE_DOCUMENTATION",
	"OTHER",
];

type Sending = {
	/** Where an upload wants its bytes. */
	url: string;
	file: File;
	actAs: string | null;
	/** Told how much of the file has gone, from 0 to 1. */
	onProgress: (share: number) => void;
};

/** Sends the bytes of a file that was announced. Only XMLHttpRequest tells how much has gone. */
export function sendBytes({ url, file, actAs, onProgress }: Sending): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open("PUT", url);
		request.responseType = "json";
		if (actAs) request.setRequestHeader("Etal-Act-As", actAs);
		request.upload.addEventListener("progress", ({ loaded, total }) =>
			onProgress(total ? loaded / total : 0),
		);
		request.addEventListener("load", () => {
			if (request.status >= 200 && request.status < 300) resolve();
			else void refusal(request).then(reject);
		});
		request.addEventListener("error", () => {
			noteSilence();
			reject(new ApiError("The server cannot be reached.", { code: "OFFLINE" }));
		});
		request.send(file);
	});
}

type Refusal = { error?: { code?: string; message?: string; requestId?: string } } | null;

async function refusal(request: XMLHttpRequest): Promise<ApiError> {
	const { message, ...detail } = (request.response as Refusal)?.error ?? {};
	const text = await inWords(message ?? `The server answered with status ${request.status}.`, detail);
	return new ApiError(text, detail);
}

/** A size as people read it. */
export function formatBytes(bytes: number, locale: string): string {
	const [value, unit] = bytes < 1 << 20 ? [bytes / 1024, "kilobyte"] : [bytes / (1 << 20), "megabyte"];
	return new Intl.NumberFormat(numerals(locale), { style: "unit", unit, maximumFractionDigits: 1 }).format(
		value,
	);
}

/** The path of an image of this installation, which these pages may show; undefined for any other address. */
export function imagePath(address: string): string | undefined {
	return /^https?:\/\/[^/?#]+(\/images\/[0-9a-f]{64}\/(?:large|medium|small))$/.exec(address)?.[1];
}

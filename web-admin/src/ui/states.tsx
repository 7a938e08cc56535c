import { Plural, Trans } from "@lingui/react/macro";
import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import { CircleAlert, Info, Lock, TriangleAlert, WifiOff } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { ApiError } from "@/lib/api";
import { useNow } from "@/lib/now";
import { Button } from "./button";

type EmptyProps = { icon?: LucideIcon; title: string; children?: ReactNode; action?: ReactNode };

/** Where something will be: what it is, why it is not there yet, what to do. */
export function Empty({ icon: Icon, title, children, action }: EmptyProps) {
	return (
		<div className="flex flex-col items-center gap-2 rounded-lg border border-line bg-surface px-6 py-12 text-center">
			{Icon && <Icon aria-hidden="true" className="size-8 text-muted" />}
			<p className="text-base font-semibold">{title}</p>
			{children && <div className="max-w-md text-muted">{children}</div>}
			{action && <div className="pt-2">{action}</div>}
		</div>
	);
}

/** What went wrong, in words, with a way to try again and the id that helps whoever is asked for help. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
	const api = error instanceof ApiError ? error : null;
	const Icon = api?.code === "OFFLINE" ? WifiOff : api?.code === "FORBIDDEN" ? Lock : CircleAlert;
	return (
		<div
			role="alert"
			className="flex flex-col items-center gap-2 rounded-lg border border-line bg-surface px-6 py-10 text-center"
		>
			<Icon aria-hidden="true" className="size-8 text-danger" />
			<p className="text-base font-semibold">
				<FailureTitle error={api} />
			</p>
			{api && api.code !== "OFFLINE" && api.code !== "INTERNAL" && (
				<p className="max-w-md text-muted">{api.message}</p>
			)}
			{api?.requestId && (
				<p className="text-xs text-muted">
					<Trans>
						Request <code className="font-mono break-all">{api.requestId}</code>
					</Trans>
				</p>
			)}
			{onRetry &&
				(api?.code === "RATE_LIMITED" && api.retryAfterMs ? (
					<RetryLater key={api.requestId} afterMs={api.retryAfterMs} onRetry={onRetry} />
				) : (
					<Button onPress={onRetry} className="mt-2">
						<Trans>Try again</Trans>
					</Button>
				))}
		</div>
	);
}

/** Counts down to when the server takes requests again. */
function RetryLater({ afterMs, onRetry }: { afterMs: number; onRetry: () => void }) {
	const now = useNow(500);
	const [at] = useState(() => now + afterMs);
	const seconds = Math.max(0, Math.ceil((at - now) / 1000));
	return (
		<Button onPress={onRetry} isDisabled={seconds > 0} className="mt-2 tabular-nums">
			{seconds > 0 ? (
				<Plural value={seconds} one="Try again in # second" other="Try again in # seconds" />
			) : (
				<Trans>Try again</Trans>
			)}
		</Button>
	);
}

function FailureTitle({ error }: { error: ApiError | null }) {
	switch (error?.code) {
		case "OFFLINE":
			return <Trans>The server cannot be reached</Trans>;
		case "FORBIDDEN":
			return <Trans>Your role does not allow this</Trans>;
		case "RATE_LIMITED":
			return <Trans>Too many requests. Wait a moment.</Trans>;
		case "UNAVAILABLE":
			return <Trans>The server is busy or being updated</Trans>;
		case "NOT_FOUND":
			return <Trans>There is no such thing, or it is not yours to see</Trans>;
		default:
			return <Trans>This could not be loaded</Trans>;
	}
}

const banners = {
	info: { icon: Info, look: "border-brand bg-soft" },
	warn: { icon: TriangleAlert, look: "border-warn bg-surface" },
	danger: { icon: CircleAlert, look: "border-danger bg-surface" },
};
const bannerInk = { info: "text-brand", warn: "text-warn", danger: "text-danger" };

type BannerProps = {
	tone: keyof typeof banners;
	children: ReactNode;
	action?: ReactNode;
	role?: "alert" | "status";
};

/** Something that everybody on the page has to know. */
export function Banner({ tone, children, action, role }: BannerProps) {
	const { icon: Icon, look } = banners[tone];
	return (
		<div
			role={role}
			className={clsx("flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border px-4 py-3", look)}
		>
			<Icon aria-hidden="true" className={clsx("size-5 shrink-0", bannerInk[tone])} />
			<div className="min-w-0 flex-1 basis-52">{children}</div>
			{action}
		</div>
	);
}

/** Grey bars in the shape of what is coming. They appear only when it takes a moment. */
export function Skeleton({ rows = 6, label }: { rows?: number; label: string }) {
	const [isShown, show] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => show(true), 150);
		return () => clearTimeout(timer);
	}, []);
	return (
		<div
			role="status"
			aria-label={label}
			className="flex flex-col gap-px overflow-hidden rounded-lg border border-line bg-surface"
		>
			{Array.from({ length: rows }, (_, row) => (
				// oxlint-disable-next-line react/no-array-index-key -- the bars are all alike and never move
				<div key={row} className="flex min-h-13 items-center gap-6 border-b border-line px-4 last:border-b-0">
					{isShown && (
						<>
							<div className="h-3 w-2/5 animate-[pulse-soft_1.2s_infinite] rounded bg-hover" />
							<div className="h-3 w-1/5 animate-[pulse-soft_1.2s_infinite] rounded bg-hover" />
						</>
					)}
				</div>
			))}
		</div>
	);
}

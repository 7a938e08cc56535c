import { useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { formatExact, formatInstant } from "@/lib/format";
import { useNow } from "@/lib/now";
import { Instant } from "@/ui/text";

const minute = 60_000;

/** How long there is time until an instant, counted down. Less than two days stand out. */
export function Deadline({ at, isOver = false }: { at: string | null | undefined; isOver?: boolean }) {
	const { t, i18n } = useLingui();
	const now = useNow(minute / 2);
	if (!at) return <span className="text-muted">{t`No deadline`}</span>;
	const exact = formatExact(at, i18n.locale);
	if (isOver) {
		return (
			<time dateTime={at} title={exact} className="whitespace-nowrap text-muted">
				{formatInstant(at, i18n.locale)}
			</time>
		);
	}
	const left = Math.floor((new Date(at).getTime() - now) / minute);
	const [days, hours, minutes] = [Math.floor(left / 1440), Math.floor(left / 60) % 24, left % 60];
	const text =
		left < 0 ? t`Too late` : days > 0 ? t`${days} d ${hours} h left` : t`${hours} h ${minutes} min left`;
	return (
		<time
			dateTime={at}
			title={exact}
			className={clsx("whitespace-nowrap", left < 2880 && "font-semibold text-danger")}
		>
			{text}
		</time>
	);
}

type AnswerByProps = { at: string | null | undefined; isOver: boolean; className?: string };

/** How long there is time, and the day and the time until when. */
export function AnswerBy({ at, isOver, className = "flex-wrap" }: AnswerByProps) {
	return (
		<span className={clsx("flex gap-x-2", className)}>
			<Deadline at={at} isOver={isOver} />
			{at && !isOver && (
				<span className="text-muted">
					<Instant of={at} isLong />
				</span>
			)}
		</span>
	);
}

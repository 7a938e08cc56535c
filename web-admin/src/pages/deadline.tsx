import { useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { formatExact, formatInstant } from "@/lib/format";
import { useNow } from "@/lib/now";

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

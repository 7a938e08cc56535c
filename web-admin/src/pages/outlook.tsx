import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { AdminPayoutOutlookQuery, PayoutBlock } from "@/gql/graphql";
import { formatInstant, formatMoney } from "@/lib/format";
import { isAhead, useNow } from "@/lib/now";
import { Money } from "@/ui/text";

export type Outlook = NonNullable<AdminPayoutOutlookQuery["sellerPayoutOutlook"]>[number];

/** Why a payout is not made. One that these pages do not know yet is shown in the server's words. */
const blocks: Record<PayoutBlock, MessageDescriptor> = {
	NO_ACCOUNT: msg`There is no payout account yet.`,
	ACCOUNT_NOT_READY: msg`The payment provider needs more information before it pays out.`,
	HELD: msg`A member's second factor was reset a short time ago, so nothing is paid out for three days.`,
	HELD_BACK: msg`The platform holds your money back. It has written to you why.`,
	LAST_FAILED: msg`The last payout was refused or came back: the bank account has to be checked.`,
	UNDER_WAY: msg`Another payout is being made.`,
	NOTHING_AVAILABLE: msg`Nothing is available yet.`,
	BELOW_MINIMUM: msg`Less is available than is paid out at least.`,
	EXPOSURE: msg`Much of what was paid out can still be disputed, so a part stays in the balance until it cannot.`,
	NO_BANK_ACCOUNT: msg`No bank account takes this currency. One can be added at the payment provider.`,
};

/** The same for operators, who look at a seller's payouts. */
export const blocksOfSeller: Record<PayoutBlock, MessageDescriptor> = {
	...blocks,
	HELD_BACK: msg`Operators hold the seller's money back.`,
};

type OutlookProps = {
	of: Outlook;
	/** Whether it is an operator who reads it. */
	isOperator?: boolean;
};

/** What is going to be paid out in one currency; and when, or why not. */
export function OutlookText({ of, isOperator = false }: OutlookProps) {
	return (
		<>
			{Number(of.amount.amount) !== 0 && (
				<p className="font-semibold">
					<Money of={of.amount} />
				</p>
			)}
			<p className="text-muted">
				<Why of={of} isOperator={isOperator} />
			</p>
		</>
	);
}

function Why({ of, isOperator }: Required<OutlookProps>) {
	const { t, i18n } = useLingui();
	const now = useNow(60_000);
	const { amount, nextAt, blockedBy, minimum, takenBack, text } = of;
	const [block] = blockedBy;
	const known = block && ((isOperator ? blocksOfSeller : blocks)[block] as MessageDescriptor | undefined);
	if (block && !known) return <span lang="en">{text}</span>;
	const sum = formatMoney(amount, i18n.locale);
	const least = minimum && formatMoney(minimum, i18n.locale);
	const taken = takenBack && formatMoney(takenBack, i18n.locale);
	const when = nextAt && isAhead(nextAt, now) && formatInstant(nextAt, i18n.locale);
	return (
		<>
			{taken && `${t`${taken} of the balance are being taken back, for a refund, a dispute or a debt.`} `}
			{!known && t`${sum} are going to be paid out.`}
			{known &&
				(block === "BELOW_MINIMUM" && least
					? t`Less is available than the ${least} that are paid out at least.`
					: block === "NOTHING_AVAILABLE" && taken
						? t`Nothing else is available.`
						: i18n._(known))}
			{when && ` ${t`It is tried from ${when}.`}`}
		</>
	);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Percent } from "lucide-react";
import { useState } from "react";
import {
	AdminCommissionExplainDocument,
	type AdminCommissionExplainQuery,
	type OrderLinePartsFragment,
} from "@/gql/graphql";
import { formatPercent } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { commissionOperations, commissionRefunds } from "@/lib/labels";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Facts } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Words } from "@/ui/status";
import { Money } from "@/ui/text";

type Explanation = NonNullable<AdminCommissionExplainQuery["commissionExplain"]>;

/** The commission of a line, which opens how it was computed for those who may read that. */
export function Commission({ of: line }: { of: OrderLinePartsFragment }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	if (!line.commission) return null;
	if (!may(hat, "SELLER_COMMISSION_READ")) return <Money of={line.commission} />;
	return (
		<>
			<Button
				look="link"
				className="-my-2 -me-[5px] !px-1 underline decoration-dotted underline-offset-4"
				aria-label={t`How the commission of ${line.title} was computed`}
				onPress={() => setOpen(true)}
			>
				<Money of={line.commission} />
			</Button>
			{isOpen && <ExplainDialog line={line} onClose={() => setOpen(false)} />}
		</>
	);
}

function ExplainDialog({ line, onClose }: { line: OrderLinePartsFragment; onClose: () => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "commission", AdminCommissionExplainDocument, { orderLineId: line.id }),
	);
	const explanation = data?.commissionExplain;
	return (
		<Dialog title={t`Commission of ${line.title}`} isOpen onClose={onClose}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={4} label={t`Loading: the reckoning`} />}
			{data && !explanation && <Empty icon={Percent} title={t`There is no reckoning`} />}
			{explanation && <Reckoning of={explanation} />}
			<DialogActions>
				<Button onPress={onClose}>
					<Trans>Close</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

function Reckoning({ of: explanation }: { of: Explanation }) {
	const { t, i18n } = useLingui();
	const { rulesetVersion, ruleName, steps } = explanation;
	return (
		<>
			<Facts
				facts={[
					rulesetVersion != null && { term: t`Version`, detail: rulesetVersion },
					{ term: t`Rule`, detail: ruleName || t`None fitted: the line is free` },
					{ term: t`When refunded`, detail: i18n._(commissionRefunds[explanation.refund]) },
				]}
			/>
			<table className="w-full">
				<caption className="pb-2 text-start font-semibold">
					<Trans>Step by step, as it was when the line was ordered</Trans>
				</caption>
				<tbody>
					{steps.map((step, index) => (
						// oxlint-disable-next-line react/no-array-index-key -- the steps never move, and some are alike
						<tr key={index} className="border-t border-line">
							<th scope="row" className="py-1.5 text-start font-normal">
								<Words of={step.operation} labels={commissionOperations} />
								{step.basisPoints != null && step.of && (
									<span className="text-muted">
										{" "}
										{formatPercent(step.basisPoints, i18n.locale)} × <Money of={step.of} />
									</span>
								)}
							</th>
							<td className="py-1.5 figures">
								<Money of={step.amount} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</>
	);
}

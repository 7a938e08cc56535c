import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import type { CommissionChangePartsFragment } from "@/gql/graphql";
import { simulationQuery } from "@/lib/commission";
import { useHat } from "@/lib/hat";
import { type RulesetsSearch } from "@/lib/searches";
import { type Column, List } from "@/ui/list";
import { Section } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Instant, Money } from "@/ui/text";

type SimulationProps = { id: string; page: RulesetsSearch; onPage: (page: RulesetsSearch) => void };

/** What a ruleset would have made of past orders: all together, and seller by seller. */
export function Simulation({ id, page, onPage }: SimulationProps) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery({
		...simulationQuery(hat, id, page),
		refetchInterval: ({ state }) => (state.data?.commissionSimulation?.status === "RUNNING" ? 1000 : false),
	});
	const simulation = data?.commissionSimulation;
	if (error) return <Failure error={error} onRetry={() => void refetch()} />;
	if (!data) return <Skeleton rows={3} label={t`Loading: the trial`} />;
	if (!simulation) return <Empty icon={FlaskConical} title={t`There is no such trial`} />;
	const isRunning = simulation.status === "RUNNING";
	const columns: Column<CommissionChangePartsFragment>[] = [
		{
			header: t`Seller`,
			card: "title",
			cell: (change) => change.seller?.name ?? t`All sellers, ${change.before.currencyCode}`,
		},
		{ header: t`Lines`, isNumber: true, cell: (change) => change.lineCount },
		{ header: t`Was charged`, isNumber: true, cell: (change) => <Money of={change.before} /> },
		{ header: t`Would be charged`, isNumber: true, cell: (change) => <Money of={change.after} /> },
		{
			header: t`Difference`,
			isNumber: true,
			card: "aside",
			cell: (change) => <Money of={change.difference} className="font-semibold" />,
		},
	];
	return (
		<Section title={t`Tried on past orders`}>
			<p className="text-muted">
				<Trans>
					Orders paid from <Instant of={simulation.paidFrom} /> until <Instant of={simulation.paidBefore} />:{" "}
					{simulation.doneCount} of {simulation.orderCount}.
				</Trans>
			</p>
			{isRunning && (
				<progress
					aria-label={t`Progress`}
					className="h-2 w-full accent-brand"
					max={Math.max(simulation.orderCount, 1)}
					value={simulation.doneCount}
				/>
			)}
			<List
				label={t`All together`}
				columns={columns}
				rows={simulation.totals}
				keyOf={(change) => change.before.currencyCode}
				empty={
					<Empty icon={FlaskConical} title={isRunning ? t`It goes on` : t`No order was paid on these days`} />
				}
			/>
			{simulation.totals.length > 0 && (
				<List
					label={t`By seller`}
					columns={columns}
					rows={simulation.sellers?.nodes}
					keyOf={(change) => `${change.seller?.id} ${change.before.currencyCode}`}
					isFetching={isFetching && !isRunning}
					pageInfo={simulation.sellers?.pageInfo}
					onPage={onPage}
					empty={null}
				/>
			)}
		</Section>
	);
}

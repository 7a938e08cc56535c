import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import type { ShipmentPartsFragment } from "@/gql/graphql";
import { buttonClass } from "@/ui/button";
import { Section } from "@/ui/panel";
import { Instant } from "@/ui/text";
import { Tracking } from "./order-timeline";

type ParcelsProps = { orderId: string; slug: string; of: ShipmentPartsFragment[] };

/** The parcels in which an order has left, each with its slip. */
export function Parcels({ orderId, slug, of }: ParcelsProps) {
	const { t } = useLingui();
	if (of.length === 0) return null;
	return (
		<Section title={t`Parcels`}>
			<ol className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
				{of.map((parcel, index) => (
					<li key={parcel.id} className="flex flex-wrap items-start gap-x-6 gap-y-2 p-4">
						<div className="min-w-0 flex-1 basis-60">
							<p className="font-medium">{t`Parcel ${index + 1}`}</p>
							<Contents of={parcel} />
						</div>
						<div className="flex min-w-0 flex-col text-sm text-muted">
							<Instant of={parcel.createdAt} isLong />
							<span className="break-all">
								<Tracking of={parcel} />
							</span>
						</div>
						<Link
							to="/slips/$slug"
							params={{ slug }}
							search={{ orders: [orderId], parcel: parcel.id }}
							aria-label={t`Packing slip of parcel ${index + 1}`}
							className={buttonClass()}
						>
							<Printer aria-hidden="true" className="size-4" />
							<Trans>Packing slip</Trans>
						</Link>
					</li>
				))}
			</ol>
		</Section>
	);
}

/** What is in a parcel, a line each. */
export function Contents({ of }: { of: ShipmentPartsFragment }) {
	return (
		<ul>
			{of.lines.map(({ line, quantity }) => (
				<li key={line.id} className="break-words">
					{quantity} × {line.title}
					{line.variantTitle && ` (${line.variantTitle})`}
				</li>
			))}
		</ul>
	);
}

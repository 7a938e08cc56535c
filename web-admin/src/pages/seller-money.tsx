import type { OperatorSellerQuery } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { may } from "@/lib/session";
import { DebitConsentPanel } from "./debit-consent";
import { SellerDebts } from "./debts";
import { HoldsPanel } from "./payout-holds";
import { PayoutOutlookPanel, PayoutSchedulePanel } from "./payout-plan";
import { ManualPayoutsPanel, PayoutPolicyPanel } from "./payout-policy";
import { ExposurePanel, RiskPanel } from "./risk";
import { SellerCharges, SellerPlanPanel } from "./seller-plan";

type Seller = NonNullable<OperatorSellerQuery["seller"]>;

/** How a seller is paid and what it owes, as far as the role sees it. */
export function SellerMoney({ seller }: { seller: Seller }) {
	const hat = useHat();
	return (
		<>
			<div className="grid items-start gap-4 wide:grid-cols-2">
				<div className="flex flex-col gap-4">
					{may(hat, "SELLER_PAYOUT_READ") && <PayoutPolicyPanel seller={seller} />}
					{may(hat, "SELLER_COMMISSION_READ") && <SellerPlanPanel seller={seller} />}
					{may(hat, "LEDGER_READ") && (
						<>
							<RiskPanel sellerId={seller.id} />
							<ExposurePanel sellerId={seller.id} />
						</>
					)}
					{may(hat, "SELLER_BALANCE_READ") && <DebitConsentPanel sellerId={seller.id} />}
				</div>
				<div className="flex flex-col gap-4">
					{may(hat, "SELLER_PAYOUT_READ") && (
						<>
							<PayoutOutlookPanel sellerId={seller.id} />
							<HoldsPanel sellerId={seller.id} />
							<PayoutSchedulePanel sellerId={seller.id} />
							<ManualPayoutsPanel seller={seller} />
						</>
					)}
				</div>
			</div>
			{may(hat, "SELLER_BALANCE_READ") && (
				<>
					<SellerDebts sellerId={seller.id} />
					<SellerCharges seller={seller} />
				</>
			)}
		</>
	);
}

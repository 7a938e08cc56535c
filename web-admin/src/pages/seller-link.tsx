import { useHat } from "@/lib/hat";
import { may } from "@/lib/session";
import { TextLink } from "@/ui/page";

type Named = { id: string; name: string };

/** The name of a seller, with the way to its page for operators who may go there. */
export function SellerLink({ of: { id, name } }: { of: Named }) {
	const hat = useHat();
	if (!may(hat, "SELLER_READ")) return name;
	return (
		<TextLink to="/platform/sellers/$sellerId" params={{ sellerId: id }}>
			{name}
		</TextLink>
	);
}

/** The sellers of several parts, each once; nothing when there are none. */
export function SellerLinks({ of }: { of: { seller?: Named | null }[] }) {
	const sellers = new Map(of.flatMap(({ seller }) => (seller ? [[seller.id, seller]] : [])));
	if (sellers.size === 0) return null;
	return (
		<span className="flex flex-col break-words">
			{[...sellers.values()].map((seller) => (
				// High enough for a finger to tell them apart.
				<span key={seller.id} className="leading-6">
					<SellerLink of={seller} />
				</span>
			))}
		</span>
	);
}

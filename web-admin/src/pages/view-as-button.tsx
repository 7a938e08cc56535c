import { Trans } from "@lingui/react/macro";
import { Glasses } from "lucide-react";
import { Suspense, useState } from "react";
import type { SellerRowFragment } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { later } from "@/lib/later";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";

const ViewAsStart = later(async () => (await import("./view-as-start")).ViewAsStart);

/** The way for operators to see what the members of a seller see. */
export function ViewAsButton({ seller }: { seller: SellerRowFragment }) {
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	if (seller.isPlatform || !may(hat, "VIEW_AS")) return null;
	return (
		<>
			<Button onPress={() => setOpen(true)}>
				<Glasses aria-hidden="true" className="size-4" />
				<Trans>View as…</Trans>
			</Button>
			<Suspense>{isOpen && <ViewAsStart seller={seller} onClose={() => setOpen(false)} />}</Suspense>
		</>
	);
}

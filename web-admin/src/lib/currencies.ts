import { useQuery } from "@tanstack/react-query";
import { AdminPlatformSettingsDocument } from "@/gql/graphql";
import { useHat } from "./hat";
import { hatQuery } from "./query";
import { may } from "./session";

/** The currencies in which is sold, the platform's own first; undefined for who may not know, and until they are known. */
export function usePlatformCurrencies(): string[] | undefined {
	const hat = useHat();
	const { data } = useQuery({
		...hatQuery(hat, "system", AdminPlatformSettingsDocument, {}),
		enabled: !hat.seller && may(hat, "SETTINGS_READ"),
	});
	return data?.platformSettings?.currencies;
}

import type { Permission } from "@/gql/graphql";
import type { Hat } from "./session";

const isReading = (permission: Permission) => /_(READ|LIST)$/.test(permission);

/** What a key that a hat makes can hold: first what only reads, then what changes something. */
export function scopesOf(hat: Hat): { reading: Permission[]; writing: Permission[] } {
	return {
		reading: hat.keyScopes.filter(isReading),
		writing: hat.keyScopes.filter((permission) => !isReading(permission)),
	};
}

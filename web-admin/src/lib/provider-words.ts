import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

// Stripe's own names for what stands in the way of money, in words. One that is not named here is shown as it is.

/** Why an account at the provider cannot be used. */
export const disabledReasons: Record<string, MessageDescriptor> = {
	"action_required.requested_capabilities": msg`The provider asks for more before the account can be used`,
	"requirements.past_due": msg`What the provider has asked for is overdue`,
	"requirements.pending_verification": msg`The provider checks what was told`,
	under_review: msg`The provider is looking at the account`,
	listed: msg`The provider compares the account with a list of those it may not work with`,
	platform_paused: msg`The platform has stopped it`,
	"rejected.fraud": msg`Closed by the provider: it suspects fraud`,
	"rejected.incomplete_verification": msg`Closed by the provider: what it asked for did not come`,
	"rejected.listed": msg`Closed by the provider: it is on a list of those it may not work with`,
	"rejected.other": msg`Closed by the provider`,
	"rejected.platform_fraud": msg`Closed by the platform: it suspects fraud`,
	"rejected.platform_other": msg`Closed by the platform`,
	"rejected.platform_terms_of_service": msg`Closed by the platform: against its terms`,
	"rejected.terms_of_service": msg`Closed by the provider: against its terms`,
	other: msg`Another reason`,
};

/** Why a payout did not arrive at the bank. */
export const payoutFailures: Record<string, MessageDescriptor> = {
	account_closed: msg`The bank account is closed`,
	account_frozen: msg`The bank account is frozen`,
	balance_insufficient: msg`The balance was not enough`,
	bank_account_restricted: msg`The bank account does not take such payments`,
	bank_ownership_changed: msg`The bank account belongs to somebody else now`,
	could_not_process: msg`The bank could not process it`,
	debit_not_authorized: msg`The bank account does not allow debits`,
	declined: msg`The bank declined it`,
	incorrect_account_address: msg`The address of the account's holder is wrong`,
	incorrect_account_holder_address: msg`The address of the account's holder is wrong`,
	incorrect_account_holder_name: msg`The name of the account's holder is wrong`,
	incorrect_account_holder_tax_id: msg`The tax number of the account's holder is wrong`,
	incorrect_account_type: msg`The bank account is of another kind than was told`,
	insufficient_funds: msg`The balance was not enough`,
	invalid_account_number: msg`The number of the bank account is wrong`,
	invalid_account_number_length: msg`The number of the bank account is too short or too long`,
	invalid_currency: msg`The bank account does not take this currency`,
	no_account: msg`There is no such bank account`,
	payout_held: msg`The platform held it back before it was sent`,
	payout_refused: msg`The payment provider refused it`,
	payout_taken_back: msg`A part of it was being taken back, for a refund, a dispute or a debt`,
	unsupported_card: msg`The card cannot be paid to`,
};

/** Why a refund did not reach the buyer. */
export const refundFailures: Record<string, MessageDescriptor> = {
	charge_for_pending_refund_disputed: msg`The bank took the payment back before the refund was sent`,
	declined: msg`The bank declined it`,
	expired_or_canceled_card: msg`The card has expired or was cancelled`,
	insufficient_funds: msg`The balance was not enough`,
	lost_or_stolen_card: msg`The card was lost or stolen`,
	merchant_request: msg`The platform asked to stop it`,
	unknown: msg`The bank does not say why`,
};

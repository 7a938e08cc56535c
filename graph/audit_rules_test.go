package graph

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/audit"
)

// auditRule says what the audit log holds of a mutation.
type auditRule struct {
	kinds  []string // the events that it leads to, at once or by what it starts
	whyNot string   // why the audit log holds nothing of it
}

func onRecord(kinds ...string) auditRule { return auditRule{kinds: kinds} }

func offRecord(why string) auditRule { return auditRule{whyNot: why} }

// auditRules has a line for every mutation. One that is missing fails the test,
// so nobody adds a mutation without asking whether it belongs on record.
func auditRules() map[string]auditRule {
	const (
		goods    = "what is for sale is no money yet: a price is frozen in the order that is placed at it, and publishing is on record"
		stock    = "every movement of stock is kept with who made it"
		shopping = "a buyer's own cart, which binds nobody"
		attempt  = "it only begins something; what it leads to is on record"
	)
	return map[string]auditRule{
		"factorResetAsk": onRecord("proposal.created", "factor.reset_agreed"), "factorResetCancel": onRecord("factor.reset_stopped"),
		"factorResetConfirm": onRecord("factor.reset"), "factorResetObject": onRecord("factor.reset_stopped"),
		"factorThaw":  onRecord("factor.thawed"),
		"viewAsStart": onRecord("seller.view_as_started"), "viewAsWrite": onRecord("seller.view_as_started"), "viewAsEnd": onRecord("seller.view_as_ended"),
		"accountSuspend": onRecord("identity.account_suspended"), "accountReinstate": onRecord("identity.account_reinstated"),
		"accountPasswordResetStart": onRecord("identity.reset_started"),
		"accountSessionsEnd":        onRecord("identity.sessions_ended"),
		"webhookEndpointCreate":     onRecord("webhook.created"), "webhookEndpointUpdate": onRecord("webhook.updated"),
		"webhookEndpointDelete": onRecord("webhook.deleted"), "webhookEndpointSecretRotate": onRecord("webhook.secret_rotated"),
		"webhookEndpointTest": offRecord("it sends a message that says nothing"), "webhookDeliveryRetry": onRecord("webhook.redelivered"),
		"webhookDeliveriesRetry": onRecord("webhook.redelivered"),
		"apiKeyCreate":           onRecord("apikey.created"), "apiKeyRotate": onRecord("apikey.rotated"), "apiKeyRevoke": onRecord("apikey.revoked"),
		"proposalApprove": onRecord("proposal.decided"), "proposalReject": onRecord("proposal.decided"), "proposalWithdraw": onRecord("proposal.decided"),
		"cartCreate": offRecord(shopping), "cartLineAdd": offRecord(shopping), "cartLineUpdate": offRecord(shopping), "cartLineRemove": offRecord(shopping),
		"productCreate": offRecord(goods), "productUpdate": offRecord(goods), "variantCreate": offRecord(goods), "variantUpdate": offRecord(goods),
		"variantsCreate": offRecord(goods), "offersUpdate": offRecord(goods), "stocksAdjust": offRecord(stock),
		"offerCreate": offRecord(goods), "offerUpdate": offRecord(goods),
		"productPublish": onRecord("product.published"), "productArchive": onRecord("product.archived"),
		"orderCancel":           onRecord("order.cancel_asked"),
		"checkoutComplete":      offRecord("the order says who bought what, and the ledger what was paid"),
		"sellerDebtDebit":       onRecord("payout.debt_debited"),
		"sellerDebitConsentSet": onRecord("payout.debit_consent_answered"),
		"parkedJobRetry":        onRecord("system.job_retried"),
		"sellerRiskTierSet":     onRecord("risk.rating_changed"),
		"sellerPayoutHold":      onRecord("payout.hold_placed"), "sellerPayoutHoldLift": onRecord("payout.hold_lifted"),
		"sellerPayoutPolicySet": onRecord("payout.policy_set"), "sellerPayoutScheduleSet": onRecord("payout.schedule_set"),
		"sellerPayoutRequest": onRecord("payout.requested"), "sellerPayoutRecord": onRecord("proposal.created", "payout.manual_recorded"),
		"sellerPlanCreate":                onRecord("plan.created"),
		"sellerPlanPublish":               onRecord("proposal.created", "plan.published"),
		"sellerPlanArchive":               onRecord("plan.archived"),
		"sellerPlanAssign":                onRecord("plan.assigned"),
		"sellerPlanAssignmentCancel":      onRecord("plan.assignment_cancelled"),
		"noteAdd":                         onRecord("note.added"),
		"noteEdit":                        onRecord("note.edited"),
		"noteDelete":                      onRecord("note.deleted"),
		"sellerChargeCreate":              onRecord("charge.created", "proposal.created"),
		"sellerCreditCreate":              onRecord("charge.created", "proposal.created"),
		"sellerChargeReverse":             onRecord("charge.reversed", "proposal.created"),
		"ownershipAssign":                 onRecord("seller.ownership_offered"),
		"sellerClosePropose":              onRecord("seller.closed"),
		"reconciliationDifferenceResolve": onRecord("reconciliation.resolved", "proposal.created"),
		"reconciliationRun":               onRecord("reconciliation.suspended", "ledger.suspense_answered"),
		"reportExportCreate":              onRecord("export.requested"), "commissionInvoiceExportCreate": onRecord("export.requested"),
		"sellerDebtWriteOff":  onRecord("payout.debt_written_off"),
		"taxRemittanceRecord": onRecord("proposal.created", "tax.remitted"), "taxRemittanceReverse": onRecord("proposal.created", "tax.remittance_reversed"),
		"factorVerify":        onRecord("factor.refused", "factor.frozen", "factor.recovery_code_used", "identity.device_trusted"),
		"trustedDeviceRevoke": onRecord("identity.trust_ended"), "trustedDevicesRevoke": onRecord("identity.trust_ended"),
		"stepUp":            onRecord("factor.refused", "factor.frozen", "factor.recovery_code_used"),
		"totpEnrol":         offRecord(attempt),
		"totpConfirm":       onRecord("factor.enrolled"),
		"totpRemove":        onRecord("factor.removed"),
		"passkeyEnrolStart": offRecord(attempt), "passkeySignInStart": offRecord(attempt), "passkeyStepUpStart": offRecord(attempt),
		"passkeyEnrolComplete":  onRecord("factor.passkey_added"),
		"passkeySignInComplete": onRecord("factor.passkey_flagged"),
		"passkeyRename":         offRecord("what somebody calls their passkey is theirs"),
		"passkeyRemove":         onRecord("factor.passkey_removed"),
		"recoveryCodesRenew":    onRecord("factor.recovery_codes_renewed"),
		"guestSessionCreate":    offRecord("somebody without a name or a right has come"),
		"accountRegister":       offRecord(attempt),
		"emailVerify":           offRecord("an account begins without any right; those it is given are on record"),
		"emailVerificationSend": offRecord(attempt), "passwordResetRequest": offRecord(attempt), "emailChange": offRecord(attempt),
		"passwordReset": onRecord("identity.password_changed"), "passwordChange": onRecord("identity.password_changed"),
		"emailChangeConfirm": onRecord("identity.email_changed"), "accountRename": onRecord("identity.renamed"),
		"signIn":        onRecord("identity.sign_in_blocked"),
		"sessionRevoke": onRecord("identity.sessions_ended"), "sessionRevokeOthers": onRecord("identity.sessions_ended"),
		"signOut":      offRecord("somebody leaves, and takes a right from nobody else"),
		"uploadCreate": offRecord(attempt), "productImport": onRecord("product.published"),
		"stockSet": offRecord(stock), "stockAdjust": offRecord(stock),
		"operatorRoleSet": onRecord("proposal.created", "identity.operator_role_changed"),
		"operatorRemove":  onRecord("proposal.created", "identity.operator_role_changed"),
		"operatorInvite":  onRecord("proposal.created", "operator.invited"), "operatorInvitationResend": onRecord("operator.invitation_resent"),
		"operatorInvitationRevoke": onRecord("operator.invitation_ended"), "operatorInvitationDecline": onRecord("operator.invitation_ended"),
		"operatorInvitationAccept":    onRecord("operator.joined", "identity.operator_role_changed"),
		"sellerOrderShipmentWithdraw": onRecord("order.shipment_withdrawn"),
		"sellerOrderShip":             offRecord("the shipment is kept, and the ledger holds what it releases"),

		"payoutAccountSessionCreate": onRecord("payout.account_session_made"),
		"sellerOnboardingLinkCreate": onRecord("payout.onboarding_link_made", "payout.account_changed"),

		"personalDataReveal":          onRecord("personal_data.revealed"),
		"ledgerExportCreate":          onRecord("export.requested", "export.fetched"),
		"sellerStatementExportCreate": onRecord("export.requested", "export.fetched"),
		"sellerPayoutExportCreate":    onRecord("export.requested", "export.fetched"),
		"listExportCreate":            onRecord("export.requested", "export.fetched"),
		"privacyExportCreate":         onRecord("export.requested", "export.fetched"),
		"erasureRequest":              onRecord("privacy.erasure_requested", "privacy.erased"),
		"auditExportCreate":           onRecord("export.requested", "export.fetched"),
		"erasurePropose":              onRecord("proposal.created", "privacy.erasure_requested"),
		"erasureWithdraw":             onRecord("privacy.erasure_withdrawn"),
		"disputeEvidenceSave":         onRecord("dispute.evidence_saved"), "disputeEvidenceSubmit": onRecord("dispute.answered"),
		"disputeFileUpload": offRecord(attempt), "productImageUpload": offRecord(attempt),
		"disputeFileAdd": onRecord("dispute.file_added"), "disputeFileRemove": onRecord("dispute.file_removed"),
		"disputeAccept": onRecord("dispute.share_accepted", "dispute.answered"), "disputeSharesSet": onRecord("dispute.shares_set"),
		"fraudWarningRefund": onRecord("refund.created"), "fraudWarningSetAside": onRecord("dispute.warning_set_aside"),
		"refundCreate": onRecord("refund.created"), "refundCancel": onRecord("refund.voided"),
		"refundPayOtherwise": onRecord("refund.paid_otherwise"), "buyerCreditPayOut": onRecord("refund.credit_paid_out"),
		"sellerApprovalWithdraw": onRecord("seller.approval_withdrawn"),
		"sellerApply":            onRecord("seller.applied"), "sellerApprove": onRecord("seller.approved"), "sellerReject": onRecord("seller.rejected"),
		"sellerSuspend": onRecord("seller.suspended"), "sellerReinstate": onRecord("seller.reinstated"),
		"commissionRulesetSave":    offRecord("a draft takes nothing from anybody until two persons publish it"),
		"commissionSimulate":       offRecord("it only computes"),
		"commissionRulesetPublish": onRecord("proposal.created", "commission.published"),
		"commissionRulesetCancel":  onRecord("commission.cancelled"),
		"memberInvite":             onRecord("seller.member_invited"),
		"memberInvitationAccept":   onRecord("seller.member_added"),
		"memberInvitationDecline":  onRecord("seller.invitation_ended"),
		"memberInvitationResend":   onRecord("seller.invitation_resent"),
		"memberInvitationRevoke":   onRecord("seller.invitation_ended"),
		"memberRoleSet":            onRecord("seller.member_role_changed"),
		"memberRemove":             onRecord("seller.member_removed"), "memberLeave": onRecord("seller.member_removed"),
		"memberEnable":      onRecord("seller.member_enabled"),
		"sellerRoleCreate":  onRecord("seller.role_created"),
		"sellerRoleUpdate":  onRecord("seller.role_updated"),
		"sellerRoleDelete":  onRecord("seller.role_deleted"),
		"ownershipTransfer": onRecord("seller.ownership_offered"), "ownershipTransferAccept": onRecord("seller.ownership_transferred"),
		"ownershipTransferCancel": onRecord("seller.ownership_offer_ended"), "ownershipTransferDecline": onRecord("seller.ownership_offer_ended"),
		"termsPublish": onRecord("terms.published"), "termsWithdraw": onRecord("terms.withdrawn"),
		"termsAccept":          offRecord("answers are kept themselves, with who, when and from where, and never change"),
		"consentWithdraw":      offRecord("it is an answer itself, which is kept and never changes"),
		"notificationMarkRead": offRecord("what somebody has read concerns nobody else"), "notificationMarkAllRead": offRecord("what somebody has read concerns nobody else"),
		"preferencesSet": offRecord("which language somebody reads concerns nobody else"),
		"savedViewSave":  offRecord("how somebody likes to see a list concerns nobody else"), "savedViewDelete": offRecord("how somebody likes to see a list concerns nobody else"),
		"notificationPreferenceSet": offRecord("how somebody wants to be told concerns nobody else"),
		"sellerUpdate":              onRecord("seller.profile_changed"), "sellerLegalUpdate": onRecord("seller.legal_changed"), "sellerClose": onRecord("seller.closed"),
	}
}

// offMutations lists what is on record though no mutation leads to it.
func offMutations() map[string]string {
	return map[string]string{
		"identity.operator_created":                "etal operator create",
		"dispute.changed":                          "the buyer's bank",
		"dispute.shared_anew":                      "another claim on the order has ended",
		"refund.covered":                           "more of the order remains than when Stripe told of the refund",
		"dispute.warned":                           "the issuer of the buyer's card",
		"dispute.fee_charged":                      "the buyer's bank, by the policy of fees",
		"payout.returned":                          "the seller's bank",
		"payout.transfer_reversed":                 "somebody at Stripe",
		"reconciliation.platform_schedule_changed": "somebody at Stripe",
		"seller.member_disabled":                   "nobody has signed in for too long",
		"identity.operator_disabled":               "nobody has signed in for too long",
		"identity.operator_enabled":                "etal operator enable",
		"ledger.anchored":                          "the end of the chain of journals, every hour",
		"statement.closed":                         "the month is over",
		"statement.document_issued":                "the month is over",
		"audit.pruned":                             "etal audit prune, and the time for which entries are kept",
		"webhook.disabled":                         "its receiver is gone, or has taken nothing for too long",
		"payout.debt_written_off":                  "the time in which a debt can be collected is over",
	}
}

func TestAudit_every_mutation_has_a_rule(t *testing.T) {
	t.Parallel()

	kinds, rules := audit.Kinds(), auditRules()
	named := map[string]bool{}
	for _, f := range schema().Mutation.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		rule, known := rules[f.Name]
		require.True(t, known, "%s has no rule: say in auditRules what the audit log holds of it, or why nothing", f.Name)
		require.NotEqual(t, rule.whyNot == "", len(rule.kinds) == 0, "%s needs events or a reason, and not both", f.Name)
		for _, kind := range rule.kinds {
			require.Contains(t, kinds, kind, "%s leads to an event that nobody puts on record", f.Name)
			named[kind] = true
		}
		delete(rules, f.Name)
	}
	require.Empty(t, rules, "rules for mutations that do not exist")
	for kind := range offMutations() {
		require.Contains(t, kinds, kind)
		named[kind] = true
	}
	for _, kind := range kinds {
		require.True(t, named[kind], "no mutation leads to %s: name it in auditRules or offMutations", kind)
	}
}

// What the page of events says is on record, and what is, are the same.
func TestAudit_is_what_the_page_of_events_says(t *testing.T) {
	t.Parallel()

	page, err := os.ReadFile("../docs/events.md")
	require.NoError(t, err)
	var said []string
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z_.]+)` \\|.*\\| yes \\|$").FindAllStringSubmatch(string(page), -1) {
		said = append(said, m[1])
	}
	slices.Sort(said)
	require.Equal(t, audit.Kinds(), said)
}

package graph

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
)

// verbs are what the names of mutations may not begin with: a noun does, so that
// what is about one thing stands together.
var verbs = regexp.MustCompile(`^(accept|add|apply|approve|archive|assign|cancel|change|close|complete|confirm|create|decline|delete|disable|do|edit|enable|end|export|get|import|invite|issue|leave|make|mark|new|pay|post|publish|put|read|record|register|reject|remove|rename|renew|request|resend|reset|revoke|run|save|send|set|ship|start|submit|suspend|transfer|update|upsert|verify|withdraw|write)[A-Z]`)

func TestSchema_mutations_are_named_by_a_noun_and_a_verb(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"createCart", "setStock", "removeMember"} {
		require.Regexp(t, verbs, name)
	}
	for _, f := range schema().Mutation.Fields {
		require.NotRegexp(t, verbs, f.Name)
		require.Regexp(t, `^[a-z]+([A-Z][a-z]+)+$`, f.Name, "a noun and a verb")
	}
}

// What goes away says what to use instead, and from which day on it is gone.
func TestSchema_deprecations_are_dated(t *testing.T) {
	t.Parallel()
	for _, fine := range []string{"Use brandName. Removed on 2027-06-01."} {
		require.Empty(t, undated(fine))
	}
	for _, bad := range []string{"", "Use brandName.", "Removed on 2027-06-01.", "Use brandName. Removed on 2027-13-01.", "No longer supported"} {
		require.NotEmpty(t, undated(bad), bad)
	}
	for _, d := range own(schema()) {
		for _, f := range d.Fields {
			holdDated(t, d.Name+"."+f.Name, f.Directives)
			for _, a := range f.Arguments {
				holdDated(t, d.Name+"."+f.Name+"("+a.Name+")", a.Directives)
			}
		}
		for _, v := range d.EnumValues {
			holdDated(t, d.Name+"."+v.Name, v.Directives)
		}
	}
}

func holdDated(t *testing.T, place string, list ast.DirectiveList) {
	t.Helper()
	if d := list.ForName("deprecated"); d != nil {
		reason := ""
		if given := d.Arguments.ForName("reason"); given != nil {
			reason = given.Value.Raw
		}
		require.Empty(t, undated(reason), place)
	}
}

var dated = regexp.MustCompile(`^Use .+\. Removed on (\d{4}-\d{2}-\d{2})\.$`)

// undated says what the reason of a deprecation lacks.
func undated(reason string) string {
	m := dated.FindStringSubmatch(reason)
	if m == nil {
		return "say “Use X. Removed on 2027-06-01.”"
	}
	if _, err := time.Parse(time.DateOnly, m[1]); err != nil {
		return m[1] + " is no day"
	}
	return ""
}

func TestSchema_connections_are_all_alike(t *testing.T) {
	t.Parallel()
	s, found := schema(), 0
	for _, d := range own(s) {
		item, isConnection := strings.CutSuffix(d.Name, "Connection")
		if !isConnection {
			continue
		}
		found++
		require.Equal(t, "["+item+"!]!", d.Fields.ForName("nodes").Type.String(), d.Name)
		require.Equal(t, "["+item+"Edge!]!", d.Fields.ForName("edges").Type.String(), d.Name)
		require.Equal(t, "PageInfo!", d.Fields.ForName("pageInfo").Type.String(), d.Name)
		edge := s.Types[item+"Edge"]
		require.Equal(t, item+"!", edge.Fields.ForName("node").Type.String(), edge.Name)
		require.Equal(t, "String!", edge.Fields.ForName("cursor").Type.String(), edge.Name)
	}
	require.Greater(t, found, 20)
}

// A key that makes a change safe to repeat is always there to be given, and is
// called the same everywhere. Who adds a mutation says whether it needs one.
func TestSchema_idempotency_keys_have_to_be_given(t *testing.T) {
	t.Parallel()
	s, why := schema(), keyless()
	for _, f := range s.Mutation.Fields {
		key := ""
		if in := f.Arguments.ForName("input"); in != nil {
			for _, given := range s.Types[in.Type.Name()].Fields {
				if strings.Contains(strings.ToLower(given.Name), "idempot") {
					key = given.Name + ": " + given.Type.String()
				}
			}
		}
		switch {
		case slices.Contains(keyedMutations(), f.Name):
			require.Equal(t, "idempotencyKey: String"+map[bool]string{false: "!"}[releasedWithoutKey(f.Name)], key, f.Name)
			require.Empty(t, why[f.Name], "%s stands in both lists", f.Name)
		default:
			require.NotEmpty(t, why[f.Name], "%s makes an order or moves money: list it in keyedMutations; or say in keyless why it needs no key", f.Name)
			require.Empty(t, key, "%s has a key: list it in keyedMutations", f.Name)
		}
	}
	for name := range why {
		require.NotNil(t, s.Mutation.Fields.ForName(name), "there is no %s", name)
	}
	for _, name := range keyedMutations() {
		require.NotNil(t, s.Mutation.Fields.ForName(name), "there is no %s", name)
	}
}

// keyedMutations make orders, move money, or change many rows by how they were, each
// time that they are sent.
// TestKeys_make_a_command_happen_once sends them many times.
func keyedMutations() []string {
	return []string{
		"buyerCreditPayOut", "checkoutComplete", "fraudWarningRefund", "offersUpdate", "refundCreate", "refundPayOtherwise", "sellerChargeCreate", "sellerChargeReverse",
		"sellerCreditCreate", "sellerDebtDebit", "sellerDebtWriteOff", "sellerOrderShip", "sellerPayoutRecord", "sellerPayoutRequest", "sellerPlanAssign",
		"stockAdjust", "stocksAdjust", "taxRemittanceRecord", "taxRemittanceReverse",
	}
}

// releasedWithoutKey reports whether a mutation had no key when it was released, so that
// clients of then send none.
func releasedWithoutKey(mutation string) bool {
	return slices.Contains([]string{"offersUpdate", "sellerOrderShip", "sellerPlanAssign", "stockAdjust", "stocksAdjust"}, mutation)
}

// keyless says why the other mutations need no key.
func keyless() map[string]string {
	why := map[string]string{}
	for reason, names := range map[string][]string{
		"it moves something from one state to the next: a second one finds it there, and is refused or changes nothing": {
			"accountReinstate", "accountSessionsEnd", "accountSuspend", "apiKeyRevoke", "cartLineRemove", "commissionRulesetCancel", "consentWithdraw",
			"disputeAccept", "disputeEvidenceSubmit", "disputeFileRemove", "erasureRequest", "erasureWithdraw", "factorResetCancel", "fraudWarningSetAside", "memberEnable",
			"memberInvitationRevoke", "memberLeave", "memberRemove", "noteDelete", "orderCancel", "notificationMarkAllRead", "notificationMarkRead", "operatorInvitationRevoke",
			"ownershipTransfer", "ownershipTransferAccept", "ownershipTransferCancel", "ownershipTransferDecline", "parkedJobRetry", "passkeyRemove",
			"productArchive", "productPublish", "proposalApprove", "proposalReject", "proposalWithdraw", "reconciliationDifferenceResolve", "refundCancel",
			"savedViewDelete", "sellerApprovalWithdraw", "sellerApprove", "sellerClose", "sellerOrderShipmentWithdraw", "sellerPayoutHoldLift", "sellerPlanArchive", "sellerPlanAssignmentCancel", "sellerReinstate", "sellerReject", "sellerRoleDelete",
			"sellerSuspend", "sessionRevoke", "sessionRevokeOthers", "signOut", "termsAccept", "termsWithdraw", "totpRemove", "trustedDeviceRevoke",
			"trustedDevicesRevoke", "viewAsEnd", "webhookDeliveriesRetry", "webhookDeliveryRetry", "webhookEndpointDelete",
		},
		"it says how something is to be, which is the same when it is said twice": {
			"accountRename", "cartLineUpdate", "disputeEvidenceSave", "disputeFileAdd", "disputeSharesSet", "memberRoleSet", "noteEdit", "notificationPreferenceSet", "offerUpdate",
			"passkeyRename", "passwordChange", "preferencesSet", "productUpdate", "savedViewSave", "sellerDebitConsentSet", "sellerLegalUpdate",
			"sellerPayoutHold", "sellerPayoutPolicySet", "sellerPayoutScheduleSet", "sellerRiskTierSet", "sellerRoleUpdate", "sellerUpdate", "stockSet",
			"variantUpdate", "webhookEndpointUpdate",
		},
		"it proposes: one proposal about the same waits at a time, and two persons read what they approve": {
			"commissionRulesetPublish", "erasurePropose", "factorResetAsk", "operatorInvite", "operatorRemove", "operatorRoleSet", "ownershipAssign",
			"sellerClosePropose", "sellerPlanPublish",
		},
		"what it takes is good once: a link, a code, a challenge or an invitation": {
			"emailChangeConfirm", "emailVerify", "factorResetConfirm", "factorResetObject", "factorThaw", "factorVerify", "memberInvitationAccept",
			"memberInvitationDecline", "operatorInvitationAccept", "operatorInvitationDecline", "passkeyEnrolComplete", "passkeySignInComplete",
			"passwordReset", "recoveryCodesRenew", "stepUp", "totpConfirm",
		},
		"it begins something, or lets somebody in, and makes no order: what is begun twice ends by itself": {
			"accountPasswordResetStart", "accountRegister", "apiKeyCreate", "apiKeyRotate", "disputeFileUpload", "emailChange", "emailVerificationSend", "guestSessionCreate",
			"memberInvitationResend", "memberInvite", "operatorInvitationResend", "passkeyEnrolStart", "passkeySignInStart", "passkeyStepUpStart",
			"passwordResetRequest", "payoutAccountSessionCreate", "productImageUpload", "productImport", "reconciliationRun", "sellerOnboardingLinkCreate", "signIn", "totpEnrol",
			"uploadCreate", "viewAsStart", "viewAsWrite", "webhookEndpointCreate", "webhookEndpointSecretRotate", "webhookEndpointTest",
		},
		"it makes something that is seen in a list and binds nobody to pay": {
			"cartCreate", "cartLineAdd", "commissionRulesetSave", "commissionSimulate", "noteAdd", "offerCreate", "productCreate", "sellerApply", "sellerPlanCreate",
			"sellerRoleCreate", "termsPublish", "variantCreate", "variantsCreate",
		},
		"it makes a file": {
			"auditExportCreate", "commissionInvoiceExportCreate", "ledgerExportCreate", "listExportCreate", "privacyExportCreate", "reportExportCreate",
			"sellerStatementExportCreate", "sellerPayoutExportCreate",
		},
		"it shows something": {
			"personalDataReveal",
		},
	} {
		for _, name := range names {
			why[name] = reason
		}
	}
	return why
}

// Scalars hide what they hold from code generators: each is a decision.
func TestSchema_scalars_are_these(t *testing.T) {
	t.Parallel()
	var names []string
	for _, d := range own(schema()) {
		if d.Kind == ast.Scalar {
			names = append(names, d.Name)
		}
	}
	for _, name := range names {
		require.False(t, slices.Contains([]string{"JSON", "Any", "Map", "Object", "Upload"}, name), "%s says nothing about what it holds", name)
	}
}

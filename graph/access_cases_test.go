package graph_test

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/note"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/internal/softkey"
	"github.com/etal-market/etal/internal/testkit"
)

// kinds says what an argument names, by its last step, or by operation and
// path where that is not enough. Several: the case is told for each.
func kinds() map[string]string {
	return map[string]string{
		"rulesetId": "ruleset", "orderLineId": "orderLine",
		"Query.commissionRuleset id":              "ruleset",
		"Query.commissionSimulation id":           "simulation",
		"Mutation.commissionRulesetSave input.id": "ruleset",
		"accountId": "account", "sessionId": "session", "cartId": "cart", "lineId": "cartLine", "offerId": "offer", "variantId": "variant", "productId": "product",
		"sellerId": "seller", "sellerOrderId": "sellerOrder", "shipmentId": "shipment", "uploadId": "upload", "orderId": "order",
		"memberId": "member", "roleId": "role", "invitationId": "invitation",
		"Mutation.ownershipTransferAccept input.offerId":  "ownershipOffer",
		"Mutation.ownershipTransferCancel input.offerId":  "ownershipOffer",
		"Mutation.ownershipTransferDecline input.offerId": "ownershipOffer",
		"passkeyId":                                             "passkey",
		"Query.node id":                                         "account apiKey cart dispute import offer order product proposal refund hiddenSeller sellerOrder variant warning webhook webhookDelivery",
		"Query.nodes ids":                                       "account apiKey cart dispute import offer order product proposal refund hiddenSeller sellerOrder variant warning webhook webhookDelivery",
		"Query.auditEntries filter.actorId":                     "account",
		"Query.auditEntries filter.subject":                     "seller",
		"Query.proposals filter.subject":                        "account",
		"Mutation.proposalApprove input.id":                     "proposal",
		"Mutation.proposalReject input.id":                      "proposal",
		"Mutation.proposalWithdraw input.id":                    "proposal",
		"Query.apiKey id":                                       "apiKey",
		"Query.webhookEndpoint id":                              "webhook",
		"Query.webhookDeliveries endpointId":                    "webhook",
		"Query.webhookDelivery id":                              "webhookDelivery",
		"Mutation.webhookEndpointUpdate input.id":               "webhook",
		"Mutation.webhookEndpointDelete input.id":               "webhook",
		"Mutation.webhookEndpointSecretRotate input.id":         "webhook",
		"Mutation.webhookEndpointTest input.id":                 "webhook",
		"Mutation.webhookDeliveryRetry input.id":                "webhookDelivery",
		"Mutation.webhookDeliveriesRetry input.id":              "webhook",
		"Mutation.apiKeyRotate input.id":                        "apiKey",
		"Mutation.apiKeyRevoke input.id":                        "apiKey",
		"Query.cart id":                                         "cart",
		"Query.product id":                                      "product",
		"Query.productBySlug slug":                              "productSlug",
		"Query.productImport id":                                "import",
		"Query.order id":                                        "order",
		"Query.orders filter.number":                            "orderNumber",
		"Query.sellerOrder id":                                  "sellerOrder",
		"Query.sellerOrders filter.number":                      "sellerOrderNumber",
		"Query.seller id":                                       "hiddenSeller",
		"Query.sellerBySlug slug":                               "sellerSlug",
		"Query.products filter.sellerId":                        "hiddenSeller",
		"Query.productSearch filter.sellerId":                   "hiddenSeller",
		"Query.orders filter.sellerId":                          "hiddenSeller", // buyers name sellers, who are known to all, to narrow what is theirs
		"Mutation.productUpdate input.id":                       "product",
		"Mutation.productPublish input.id":                      "product",
		"Mutation.productArchive input.id":                      "product",
		"Mutation.variantUpdate input.id":                       "variant",
		"Mutation.sessionRevoke input.id":                       "session",
		"Mutation.offerUpdate input.id":                         "offer",
		"Mutation.offersUpdate input.offers.0.id":               "offer",
		"Query.erasures filter.accountId":                       "account",
		"Mutation.notificationMarkRead input.ids":               "notification",
		"Mutation.savedViewSave input.id":                       "savedView",
		"Mutation.savedViewDelete input.id":                     "savedView",
		"Query.export id":                                       "export",
		"Subscription.exportUpdated id":                         "export",
		"Subscription.orderUpdated id":                          "order",
		"Subscription.productImportUpdated id":                  "import",
		"Subscription.sellerOrderUpdated id":                    "sellerOrder",
		"Mutation.privacyExportCreate input.accountId":          "account",
		"Mutation.erasurePropose input.accountId":               "account",
		"Query.refundPreview input.orderId":                     "order sellerOrder",
		"Query.buyerCredit buyerId":                             "account",
		"Mutation.refundCreate input.orderId":                   "order sellerOrder",
		"disputeId":                                             "dispute",
		"fileId":                                                "evidenceFile",
		"fileIds":                                               "evidenceFile",
		"Mutation.disputeFileAdd input.uploadId":                "evidenceUpload",
		"Mutation.productCreate input.images.0.uploadId":        "imageUpload",
		"Mutation.productUpdate input.images.0.uploadId":        "imageUpload",
		"statementId":                                           "statement",
		"documentId":                                            "document",
		"differenceId":                                          "difference",
		"linkedId":                                              "difference",
		"Query.reconciliationDifference id":                     "difference",
		"payoutId":                                              "payout",
		"Query.sellerStatement id":                              "statement",
		"Query.payout id":                                       "payout",
		"Query.dispute id":                                      "dispute",
		"Query.fraudWarning id":                                 "warning",
		"warningId":                                             "warning",
		"refundId":                                              "refund",
		"holdId":                                                "hold",
		"debtId":                                                "debt",
		"planId":                                                "plan",
		"assignmentId":                                          "assignment",
		"noteId":                                                "note",
		"Query.notes subject":                                   "hiddenSeller order",
		"Mutation.noteAdd input.subject":                        "seller order",
		"chargeId":                                              "charge",
		"remittanceId":                                          "remittance",
		"jobId":                                                 "job",
		"buyerId":                                               "account",
		"Query.account id":                                      "account",
		"Mutation.personalDataReveal input.subject":             "account order sellerOrder",
		"Mutation.viewAsWrite input.id":                         "viewAs",
		"Mutation.viewAsEnd input.id":                           "viewAs",
		"Mutation.trustedDeviceRevoke input.id":                 "trustedDevice",
		"Mutation.operatorInvitationResend input.invitationId":  "operatorInvitation",
		"Mutation.operatorInvitationRevoke input.invitationId":  "operatorInvitation",
		"Mutation.checkoutComplete input.acceptTermsVersionIds": "termsVersion",
		"Mutation.accountRegister input.acceptTermsVersionIds":  "termsVersion",
		"Mutation.sellerApply input.acceptTermsVersionIds":      "termsVersion",
		"Mutation.termsAccept input.versionIds":                 "termsVersion",
		"Mutation.termsWithdraw input.versionId":                "termsToCome",
	}
}

// prefixes are what the ids of a kind begin with.
func prefixes() map[string]string {
	return map[string]string{
		"account": "acc", "apiKey": "key", "webhook": "whk", "webhookDelivery": "msg", "cart": "crt", "cartLine": "cli", "import": "imp", "offer": "off", "order": "ord", "product": "prd", "proposal": "apv",
		"passkey": "psk", "viewAs": "vas", "trustedDevice": "trd", "operatorInvitation": "oiv", "export": "exp", "notification": "ntf", "savedView": "svw", "statement": "stm", "dispute": "dsp", "warning": "frw",
		"document": "cdo", "difference": "dif", "payout": "pot",
		"member": "mem", "role": "rol", "invitation": "inv", "ownershipOffer": "own",
		"termsVersion": "tmv", "termsToCome": "tmv",
		"ruleset": "crs", "simulation": "csm", "orderLine": "lin",
		"session": "ses", "refund": "rfd", "debt": "rcv", "hold": "hld", "plan": "pln", "assignment": "pas", "note": "nte", "charge": "chg", "remittance": "rmt", "seller": "sel", "hiddenSeller": "sel", "sellerOrder": "sor", "shipment": "shp", "upload": "upl", "evidenceFile": "dsf", "evidenceUpload": "fup", "imageUpload": "fup", "variant": "var",
	}
}

// undoable is a shipment of Mill that can still be withdrawn.
func (m *market) undoable() string {
	m.t.Helper()
	seconds := int64(60)
	part, err := m.App.Orders.Ship(m.t.Context(), m.mill.Actor, order.ShipInput{
		SellerOrderID: m.alice.Buys(m.tea.Times(1)).SellerOrders[0].ID, UndoSeconds: &seconds,
	})
	require.NoError(m.t, err)
	return string(part.Shipments[0].ID)
}

// random names nothing.
func (m *market) random(prefix string) string {
	if prefix == "" {
		m.count++
		return fmt.Sprintf("nothing-%d", m.count)
	}
	return string(id.New[id.Any](prefix))
}

// inputs gives what an operation needs besides ids. It is asked anew for each
// call.
func (m *market) inputs(operation string) map[string]any {
	price := map[string]any{"amount": "7.00", "currencyCode": "EUR"}
	address := map[string]any{"name": "A", "line1": "B 1", "postalCode": "20359", "city": "Hamburg", "country": "DE"}
	m.count++
	n := fmt.Sprint(m.count)
	if given := m.teamInputs(operation, n); given != nil {
		return given
	}
	if given := m.moneyInputs(operation, n); given != nil {
		return given
	}
	switch operation {
	case "Mutation.accountRegister":
		return map[string]any{"email": "new" + n + "@example.org", "password": testkit.Password}
	case "Mutation.emailVerificationSend", "Mutation.passwordResetRequest":
		return map[string]any{"email": "nobody" + n + "@example.org"}
	case "Mutation.operatorInvite":
		return map[string]any{"email": "operator" + n + "@example.org", "role": "AUDITOR", "reason": "A new colleague."}
	case "Mutation.operatorInvitationAccept", "Mutation.operatorInvitationDecline", "Query.operatorInvitation":
		return map[string]any{"token": "no link"}
	case "Mutation.factorResetAsk":
		return map[string]any{"evidence": "Showed a passport.", "reason": "Lost the telephone."}
	case "Mutation.emailVerify", "Mutation.emailChangeConfirm", "Mutation.factorResetConfirm", "Mutation.factorResetObject", "Mutation.factorThaw":
		return map[string]any{"token": "no link"}
	case "Mutation.passwordReset":
		return map[string]any{"token": "no link", "password": testkit.Password}
	case "Mutation.passwordChange":
		return map[string]any{"currentPassword": testkit.Password, "password": "another quiet harbour " + n}
	case "Mutation.emailChange":
		return map[string]any{"email": "other" + n + "@example.org", "password": testkit.Password}
	case "Query.sellerStatementOpen":
		return map[string]any{"currencyCode": "EUR"}
	case "Query.search":
		return map[string]any{"text": "mill"}
	case "Query.terms":
		return map[string]any{"kind": "PRIVACY_NOTICE"}
	case "Mutation.termsPublish":
		return map[string]any{"kind": "MARKETING", "title": "News", "text": "May we write?", "inForceFrom": m.later().Format(time.RFC3339)}
	case "Query.ledgerAccountBalances":
		return map[string]any{"account": "pay:seller:held"}
	case "Mutation.personalDataReveal":
		return map[string]any{"reason": "The parcel came back."}
	case "Mutation.preferencesSet":
		return map[string]any{"language": "fr", "timeZone": "Europe/Paris", "theme": "DARK"}
	case "Query.savedViews":
		return map[string]any{"page": "orders"}
	case "Mutation.savedViewSave":
		return map[string]any{"page": "orders", "name": "View " + n, "search": "status=PAID"}
	case "Mutation.notificationPreferenceSet":
		return map[string]any{"kind": "ORDER_SHIPPED", "byMail": true}
	case "Mutation.sellerOrderShip":
		return map[string]any{"lines": nil, "idempotencyKey": "access-" + n}
	case "Query.sellers":
		return map[string]any{"sort": "OLDEST_FIRST"}
	case "Mutation.listExportCreate":
		one := map[string]any{"refunds": map[string]any{"status": "SUCCEEDED"}}
		for _, other := range []string{"orders", "sellerOrders", "sellers", "products", "payouts", "transfers", "ledgerEntries"} {
			one[other] = nil
		}
		return one
	case "Mutation.auditExportCreate":
		return map[string]any{"format": "JSONL", "reason": "Asked by letter.", "filter": map[string]any{"kind": "seller.applied"}}
	case "Mutation.privacyExportCreate", "Mutation.erasurePropose":
		return map[string]any{"reason": "Asked by letter."}
	case "Mutation.erasureRequest", "Mutation.totpEnrol", "Mutation.passkeyEnrolStart":
		return map[string]any{"password": testkit.Password}
	case "Mutation.totpRemove", "Mutation.passkeyRemove":
		return map[string]any{"password": testkit.Password, "code": "000000"}
	case "Mutation.totpConfirm", "Mutation.factorVerify", "Mutation.stepUp", "Mutation.recoveryCodesRenew":
		return map[string]any{"code": "000000"}
	case "Mutation.passkeyEnrolComplete":
		return map[string]any{"ceremony": "none", "name": "Key", "credential": map[string]any{"credentialId": "AA", "clientDataJson": "AA", "attestationObject": "AA"}}
	case "Mutation.passkeySignInComplete":
		return map[string]any{"passkey": map[string]any{
			"ceremony": "none", "credentialId": "AA", "clientDataJson": "AA", "authenticatorData": "AA", "signature": "AA",
		}}
	case "Mutation.passkeyRename":
		return map[string]any{"name": "Key " + n}
	case "Mutation.signIn":
		return map[string]any{"email": m.bob.Email, "password": testkit.Password}
	case "Mutation.cartLineUpdate":
		return map[string]any{"quantity": 2}
	case "Mutation.checkoutComplete":
		return map[string]any{"email": "a@example.org", "shippingAddress": address, "idempotencyKey": "access-" + n}
	case "Mutation.productCreate":
		return map[string]any{"title": "Plate " + n, "images": []any{map[string]any{"alt": "A plate."}}, "variants": []any{map[string]any{"offer": map[string]any{"price": price}}}}
	case "Mutation.productUpdate":
		return map[string]any{"title": "Renamed " + n, "images": []any{map[string]any{"alt": "A pot."}}}
	case "Mutation.productImageUpload":
		return map[string]any{"filename": "pot.png", "byteSize": 100}
	case "Mutation.variantCreate":
		return map[string]any{"variant": map[string]any{"optionValues": []any{"V" + n}}}
	case "Mutation.variantsCreate":
		return map[string]any{"variants": []any{map[string]any{"optionValues": []any{"V" + n}}}}
	case "Mutation.variantUpdate":
		return map[string]any{"weightGrams": m.count}
	case "Mutation.offerCreate":
		return map[string]any{"offer": map[string]any{"price": price, "condition": "USED_GOOD"}}
	case "Mutation.offerUpdate":
		return map[string]any{"price": price}
	case "Mutation.offersUpdate":
		return map[string]any{"offers": []any{map[string]any{"price": price}}, "idempotencyKey": "access-" + n}
	case "Mutation.uploadCreate":
		return map[string]any{"filename": "a.csv", "contentType": "text/csv", "byteSize": 10}
	case "Mutation.productImport":
		return map[string]any{"currencyCode": "EUR", "dryRun": true}
	case "Mutation.stockSet":
		return map[string]any{"quantity": m.count}
	case "Mutation.stockAdjust":
		return map[string]any{"delta": 1, "idempotencyKey": "access-" + n}
	case "Mutation.stocksAdjust":
		return map[string]any{"corrections": []any{map[string]any{"delta": 1, "idempotencyKey": nil}}, "idempotencyKey": "access-" + n}
	case "Mutation.sellerApply":
		return map[string]any{"name": "Forge " + n, "country": "DE"}
	case "Mutation.sellerReject", "Mutation.sellerSuspend", "Mutation.ownershipAssign", "Mutation.sellerClosePropose":
		return map[string]any{"reason": "A reason."}
	case "Mutation.operatorRoleSet":
		return map[string]any{"role": "SUPPORT", "reason": "A reason."}
	case "Query.accountByEmail":
		return map[string]any{"email": m.bob.Email}
	case "Mutation.accountSuspend", "Mutation.accountReinstate", "Mutation.accountPasswordResetStart", "Mutation.accountSessionsEnd",
		"Mutation.viewAsStart", "Mutation.viewAsWrite":
		return map[string]any{"reason": "A reason."}
	case "Mutation.operatorRemove":
		return map[string]any{"reason": "A reason."}
	case "Mutation.proposalApprove":
		return map[string]any{"payloadHash": m.hash}
	case "Mutation.proposalReject":
		return map[string]any{"note": "A reason."}
	case "Mutation.webhookEndpointCreate":
		return map[string]any{"url": "https://hooks.example.com/" + n, "events": []any{"PRODUCT_PUBLISHED"}}
	case "Mutation.webhookDeliveriesRetry":
		return map[string]any{"since": "2020-01-01T00:00:00Z"}
	case "Mutation.webhookEndpointUpdate":
		return map[string]any{"version": 3, "url": "https://hooks.example.com/" + n, "events": []any{"PRODUCT_ARCHIVED"}, "isEnabled": true}
	case "Mutation.apiKeyCreate":
		return map[string]any{"name": "Program " + n, "scopes": []any{"SELLER_READ"}}
	}
	return map[string]any{}
}

// scheduled is somebody whose factors two operators have agreed to take away.
func (m *market) scheduled() string {
	m.t.Helper()
	lost, _ := m.withPasskey(ids{})
	asked, err := m.App.Factors.AskReset(m.t.Context(), m.OperatorWith(identity.OperatorSupport).Actor, factor.ResetInput{
		AccountID: lost.Account, Evidence: "Showed a passport.", Reason: "Lost the telephone.",
	})
	require.NoError(m.t, err)
	_, err = m.App.Approvals.Approve(m.t.Context(), m.olga.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
	require.NoError(m.t, err)
	return string(lost.Account)
}

// withPasskey is somebody new who has a passkey.
func (m *market) withPasskey(own ids) (*testkit.Person, ids) {
	m.t.Helper()
	p := m.Buyer("Somebody new")
	begun, err := m.App.Factors.BeginPasskey(m.t.Context(), p.Actor, factor.AddInput{Password: testkit.Password})
	require.NoError(m.t, err)
	made := softkey.New(m.App.Config.BaseURL, begun.Options.RP.ID).Create(begun.Options.Challenge, begun.Options.User.ID)
	changed, err := m.App.Factors.AddPasskey(m.t.Context(), p.Actor, factor.AddPasskeyInput{
		Ceremony: begun.Ceremony, Name: "Key", Credential: factor.Registration{
			CredentialID: made.CredentialID, ClientDataJSON: made.ClientDataJSON, AttestationObject: made.AttestationObject,
		},
	})
	require.NoError(m.t, err)
	p.Token, p.Actor.SessionID = changed.Session.Token, string(changed.Session.Session.ID)
	return p, own.with(ids{"passkey": string(changed.Passkey.ID)})
}

// unpaidOf is a new order that awaits payment: of the buyer who asks, or of Alice.
func (m *market) unpaidOf(h *hat) string {
	m.t.Helper()
	buyer := m.alice
	if h.actor().Role == actor.Buyer {
		buyer = h.person
	}
	return string(buyer.Orders(m.tea.Times(1)).Order.ID)
}

// prepare makes what a call that succeeds would use up, and says who calls.
func (m *market) prepare(operation string, h *hat) (*testkit.Person, ids) {
	m.t.Helper()
	p, own := h.person, h.own
	_, name, _ := strings.Cut(operation, ".")
	if who, ids, ok := m.prepareTeam(name, h); ok {
		return who, ids
	}
	switch name {
	case "accountRegister", "signIn", "signOut":
		if p != nil {
			p = p.SignsInAgain()
		}
	case "sessionRevoke":
		p = p.SignsInAgain()
		own = own.with(ids{"session": p.SignsInAgain().Actor.SessionID})
	case "operatorInvitationResend", "operatorInvitationRevoke":
		own = own.with(ids{"operatorInvitation": m.invited()})
	case "trustedDeviceRevoke":
		own = own.with(ids{"trustedDevice": m.trusts(p)})
	case "factorResetAsk":
		lost, _ := m.withPasskey(own)
		own = own.with(ids{"account": string(lost.Account)})
	case "factorResetCancel":
		own = own.with(ids{"account": m.scheduled()})
	case "passkeyRename", "passkeyStepUpStart":
		if by := h.actor().Role; by != actor.Anonymous && by != actor.Guest {
			p, own = m.withPasskey(own)
		}
	case "webhookEndpointUpdate", "webhookEndpointDelete", "webhookEndpointSecretRotate", "webhookEndpointTest", "webhookDeliveriesRetry", "webhookDeliveryRetry":
		if by := h.actor(); by.KeyID == "" && !by.IsViewing() && (by.IsSeller() || by.IsOperator()) {
			hook, delivery := m.spareHook(by)
			own = own.with(ids{"webhook": hook, "webhookDelivery": delivery})
		}
	case "apiKeyRotate", "apiKeyRevoke":
		own = own.with(ids{"apiKey": p.Key("SELLER_READ").Actor.KeyID})
	case "passwordChange", "emailChange", "sessionRevokeOthers", "erasureRequest":
		p = m.Buyer("Somebody new")
	case "erasureWithdraw":
		p = m.Buyer("Somebody new")
		_, err := m.App.Privacy.Request(m.t.Context(), p.Actor, privacy.RequestInput{Password: testkit.Password})
		require.NoError(m.t, err)
	case "auditExportCreate", "listExportCreate":
		m.Settle()
	case "privacyExportCreate":
		m.Settle() // few files are made for one person at once
		if p.Actor.Role == actor.Buyer {
			p = m.Buyer("Somebody new")
			own = own.with(ids{"account": string(p.Account)})
		}
	case "notificationMarkRead":
		if p != nil {
			own = own.with(ids{"notification": m.told(p)})
		}
	case "savedViewSave", "savedViewDelete":
		if p != nil {
			own = own.with(ids{"savedView": m.saved(p)})
		}
	case "export", "exportUpdated":
		if p != nil {
			own = own.with(ids{"export": m.fileOf(p)})
		}
	case "cartLineAdd", "cartLineUpdate", "cartLineRemove", "checkoutComplete":
		c := m.freshCart(p)
		own = own.with(ids{"cart": string(c.ID), "cartLine": string(c.Lines[0].ID)})
	case "variantCreate", "variantsCreate":
		made, err := m.App.Inventory.CreateProduct(m.t.Context(), m.mill.ID, catalog.CreateInput{
			Title: "Shirt", OptionNames: []string{"Size"}, Variants: []*catalog.VariantInput{{OptionValues: []string{"S"}}},
		})
		require.NoError(m.t, err)
		own = own.with(ids{"product": string(made.ID)})
	case "productPublish", "productArchive", "offerCreate":
		draft := m.mill.Draft("Another draft", "5.00", 3)
		own = own.with(ids{"product": string(draft.ID), "variant": string(draft.Variant)})
	case "productImport":
		if strings.HasPrefix(operation, "Mutation.") {
			own = own.with(ids{"upload": string(m.importable())})
		}
	case "orderCancel":
		own = own.with(ids{"order": m.unpaidOf(h)})
	case "sellerOrderShip", "sellerPayoutHold": // a hold of an order stops nothing else of the market
		o := m.alice.Buys(m.tea.Times(1))
		own = own.with(ids{"sellerOrder": string(o.SellerOrders[0].ID)})
	case "sellerOrderShipmentWithdraw":
		own = own.with(ids{"shipment": m.undoable()})
	case "commissionRulesetSave", "commissionRulesetPublish", "commissionRulesetCancel", "commissionSimulate":
		own = own.with(m.rulesets())
	case "sellerPlanPublish", "sellerPlanAssign", "sellerPlanArchive", "sellerPlanPreview":
		own = own.with(ids{"plan": m.plan()})
	case "sellerPlanAssignmentCancel":
		own = own.with(ids{"assignment": m.assignment()})
	case "parkedJobRetry":
		own = own.with(ids{"job": m.parkedJob()})
	case "taxRemittanceReverse":
		own = own.with(ids{"remittance": m.remitted()})
	case "sellerChargeReverse":
		own = own.with(ids{"charge": m.charged()})
	case "sellerPayoutHoldLift":
		own = own.with(ids{"hold": string(m.heldOrder().ID)})
	case "sellerDebitConsentSet":
		_, err := m.App.Payouts.AnswerDebits(m.t.Context(), m.mill.Actor, payout.DebitConsentInput{})
		require.NoError(m.t, err)
	case "termsWithdraw":
		at := m.later()
		own = own.with(ids{"termsToCome": m.terms(terms.Marketing, &at)})
	case "operatorRoleSet", "operatorRemove":
		own = own.with(ids{"account": string(m.OperatorWith(identity.OperatorAuditor).Account)})
	case "accountSuspend", "accountReinstate", "accountPasswordResetStart", "accountSessionsEnd", "erasurePropose":
		somebody := m.Buyer("Somebody new")
		own = own.with(ids{"account": string(somebody.Account), "session": somebody.Actor.SessionID})
		if name == "accountReinstate" {
			_, err := m.App.Identity.Suspend(m.t.Context(), identity.AboutInput{AccountID: somebody.Account, Reason: "Test."})
			require.NoError(m.t, err)
		}
	case "viewAsWrite", "viewAsEnd":
		own = own.with(ids{"viewAs": string(p.Views(m.Seller("Viewed")).ID)})
	case "proposalApprove", "proposalReject", "proposalWithdraw":
		if own["proposal"] == "" {
			break // members propose nothing here
		}
		by := m.olga
		if name == "proposalWithdraw" && authz.Can(p.Actor, authz.OperatorRole) {
			by = p
		}
		own = own.with(ids{"proposal": m.proposal(by)})
	case "refundCancel", "refundPayOtherwise", "buyerCreditPayOut", "sellerDebtDebit", "sellerDebtWriteOff":
		own = own.with(m.givenBack(name))
	case "disputeEvidenceSave", "disputeEvidenceSubmit", "disputeAccept", "disputeSharesSet", "disputeFileUpload", "disputeFileAdd", "disputeFileRemove":
		own = own.with(m.evidence(name, p))
	case "fraudWarningRefund", "fraudWarningSetAside":
		if own["warning"] != "" {
			own = own.with(ids{"warning": m.warning(m.alice.Buys(m.tea.Times(1)))})
		}
	case "sellerApprovalWithdraw":
		own = own.with(ids{"seller": m.approvedInTime()})
	case "sellerApprove", "sellerReject", "sellerSuspend", "sellerReinstate":
		own = own.with(ids{"seller": string(m.candidate(name).ID)})
	}
	return p, own
}

// approvedInTime is an applicant whose approval can still be withdrawn.
func (m *market) approvedInTime() string {
	m.t.Helper()
	seconds := int64(60)
	s := m.candidate("sellerApprove")
	_, err := m.App.Sellers.Approve(m.t.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: s.ID, UndoSeconds: &seconds})
	require.NoError(m.t, err)
	return string(s.ID)
}

// heldOrder is a new hold of the money of an order of Mill's.
func (m *market) heldOrder() *payout.Hold {
	m.t.Helper()
	part := m.alice.Buys(m.tea.Times(1)).SellerOrders[0].ID
	h, err := m.App.Payouts.PlaceHold(m.t.Context(), m.olga.Actor, payout.HoldInput{SellerID: m.mill.ID, SellerOrderID: &part, Reason: "Test."})
	require.NoError(m.t, err)
	return h
}

// proposal is one that somebody makes about an operator.
func (m *market) proposal(by *testkit.Person) string {
	m.t.Helper()
	asked, err := m.App.Operators.SetRole(m.t.Context(), by.Actor, operator.RoleSetInput{
		AccountID: m.OperatorWith(identity.OperatorAuditor).Account, Role: identity.OperatorSupport, Reason: "A reason.",
	})
	require.NoError(m.t, err)
	m.hash = asked.Proposal.Hash
	return string(asked.Proposal.ID)
}

// disputed is a new dispute of a part of Mill's.
func (m *market) disputed() ids {
	m.t.Helper()
	o := m.alice.Buys(m.tea.Times(1))
	return ids{"dispute": m.dispute(o), "sellerOrder": string(o.SellerOrders[0].ID)}
}

// evidence is a new dispute of a part of Mill's; for what is about files with one that
// somebody has added, and another one that they have sent. Loom has nothing.
func (m *market) evidence(name string, p *testkit.Person) ids {
	m.t.Helper()
	own := m.disputed()
	if p == m.loom.Person || name != "disputeEvidenceSubmit" && !strings.HasPrefix(name, "disputeFile") {
		return own
	}
	return own.with(m.filed(p.Actor, own["dispute"]))
}

// filed adds a file of evidence to a dispute, and sends another one.
func (m *market) filed(by actor.Actor, disputeID string) ids {
	m.t.Helper()
	const pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Pages /Count 1 >>\nendobj\n%%EOF\n"
	send := func() file.UploadID {
		u, err := m.App.Disputes.AnnounceFile(m.t.Context(), by, dispute.FileUploadInput{DisputeID: dispute.ID(disputeID), Filename: "label.pdf", ByteSize: len(pdf)})
		require.NoError(m.t, err)
		require.NoError(m.t, m.App.Files.Receive(m.t.Context(), by, u.ID, strings.NewReader(pdf)))
		return u.ID
	}
	_, err := m.App.Disputes.AddFile(m.t.Context(), by, dispute.FileAddInput{DisputeID: dispute.ID(disputeID), Field: dispute.FieldReceipt, UploadID: send()})
	require.NoError(m.t, err)
	files, err := m.App.Disputes.FilesOf(m.t.Context(), []dispute.ID{dispute.ID(disputeID)})
	require.NoError(m.t, err)
	return ids{"evidenceFile": string(files[dispute.ID(disputeID)][0].ID), "evidenceUpload": string(send())}
}

// dispute lets the bank of a buyer take a payment back.
func (m *market) dispute(o *order.Order) string {
	m.t.Helper()
	m.Control("disputes", url.Values{"charge": {o.ChargeID}})
	m.Settle()
	all, err := m.App.Disputes.OfOrder(m.t.Context(), o.ID)
	require.NoError(m.t, err)
	return string(all[0].ID)
}

// warning lets the issuer of a buyer's card warn of a payment.
func (m *market) warning(o *order.Order) string {
	m.t.Helper()
	m.Control("warnings", url.Values{"charge": {o.ChargeID}})
	m.Settle()
	all, err := m.App.Disputes.WarningsOf(m.t.Context(), []order.ID{o.ID})
	require.NoError(m.t, err)
	return string(all[o.ID][0].ID)
}

// statements closes the month in which the market began, and returns what Mill and
// Kiln got of it. The clock goes on from where it was.
func (m *market) statements() (mill, kiln string) {
	m.t.Helper()
	month := 31 * 24 * time.Hour
	m.Clock.Advance(month)
	require.NoError(m.t, m.App.Statements.Close(m.t.Context()))
	m.Clock.Advance(-month)
	of := func(s *testkit.Seller) string {
		found, err := m.App.Statements.Find(m.t.Context(), s.Actor, statement.Filter{}, page.First(1))
		require.NoError(m.t, err)
		require.Len(m.t, found.Nodes, 1)
		return string(found.Nodes[0].ID)
	}
	return of(m.mill), of(m.kiln)
}

// fileOf has a file made for somebody.
func (m *market) fileOf(p *testkit.Person) string {
	m.t.Helper()
	e, err := m.App.Exports.Ask(m.t.Context(), p.Actor, export.Request{Kind: export.KindPerson, SubjectID: string(p.Account), Params: "{}"})
	require.NoError(m.t, err)
	m.Settle()
	return string(e.ID)
}

// givenBack makes a refund that an operator may end, credit that may be paid
// out, or a debt that may be collected.
func (m *market) givenBack(operation string) ids {
	m.t.Helper()
	method := map[string]refund.Method{"buyerCreditPayOut": refund.MethodCredit, "sellerDebtDebit": refund.MethodBank, "sellerDebtWriteOff": refund.MethodBank}[operation]
	if method == "" {
		method = refund.MethodBank
	}
	o := m.settled
	if operation == "sellerDebtDebit" {
		m.mill.Consents()
	}
	if operation != "sellerDebtDebit" && operation != "sellerDebtWriteOff" {
		o = m.alice.Buys(m.tea.Times(1))
	}
	m.count++
	r, err := m.App.Refunds.Create(m.t.Context(), actor.Actor{Role: "operator:admin"}, refund.CreateInput{
		OrderID: id.Any(o.ID), Amount: &money.Input{Amount: "0.02", CurrencyCode: "EUR"}, Method: &method,
		Reason: refund.ReasonGoodwill, IdempotencyKey: fmt.Sprint("access-", m.count),
	})
	require.NoError(m.t, err)
	m.Settle()
	debts, err := m.App.Payouts.FindDebts(m.t.Context(), m.mill.Actor, payout.Filter{}, page.First(1))
	require.NoError(m.t, err)
	return ids{"refund": string(r.Refund.ID), "account": string(m.alice.Account), "debt": string(debts.Nodes[0].ID)}
}

// terms publishes a version of the terms, at once when no instant is given.
func (m *market) terms(kind terms.Kind, at *time.Time) string {
	m.t.Helper()
	v, err := m.App.Terms.Publish(m.t.Context(), m.olga.Actor, terms.PublishInput{Kind: kind, Title: "Terms", Text: "Be fair.", InForceFrom: at})
	require.NoError(m.t, err)
	return string(v.ID)
}

// later is an instant that is after every one that it was before.
func (m *market) later() time.Time {
	m.count++
	return m.Clock.Now().Add(time.Duration(m.count) * time.Minute)
}

// plan makes a plan that a seller can be put on.
func (m *market) plan() string {
	m.t.Helper()
	m.count++
	made, err := m.App.Plans.Create(m.t.Context(), m.olga.Actor, plan.CreateInput{Name: fmt.Sprint("Made ", m.count)})
	require.NoError(m.t, err)
	asked, err := m.App.Plans.Publish(m.t.Context(), m.olga.Actor, plan.PublishInput{PlanID: made.ID, Reason: "Test."})
	require.NoError(m.t, err)
	second := m.OperatorWith(identity.OperatorFinance)
	_, err = m.App.Approvals.Approve(m.t.Context(), second.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
	require.NoError(m.t, err)
	return string(made.ID)
}

// assignment is a change of Mill's plan that has not begun.
func (m *market) assignment() string {
	m.t.Helper()
	at := m.later()
	a, err := m.App.Plans.Assign(m.t.Context(), m.olga.Actor, plan.AssignInput{SellerID: id.Any(m.mill.ID), EffectiveAt: &at, Reason: "Test."})
	require.NoError(m.t, err)
	return string(a.ID)
}

// note is one that somebody has written about Mill.
func (m *market) note(by *testkit.Person) string {
	m.t.Helper()
	n, err := m.App.Notes.Add(m.t.Context(), by.Actor, note.AddInput{Subject: id.Any(m.mill.ID), Text: "Test."})
	require.NoError(m.t, err)
	return string(n.ID)
}

// charged makes a charge to Mill.
func (m *market) charged() string {
	m.t.Helper()
	m.count++
	made, err := m.App.Charges.Charge(m.t.Context(), m.olga.Actor, charge.CreateInput{
		SellerID: m.mill.ID, Amount: money.Input{Amount: "0.01", CurrencyCode: "EUR"}, Reason: "Test.", IdempotencyKey: fmt.Sprint("charged-", m.count),
	})
	require.NoError(m.t, err)
	return string(made.Charge.ID)
}

// rulesets makes a draft of the commission and a simulation of it.
func (m *market) rulesets() ids {
	m.t.Helper()
	draft, err := m.App.Commissions.Save(m.t.Context(), m.olga.Actor, commission.SaveInput{
		Rules: []*commission.RuleInput{{Name: "All", BasisPoints: 1200}},
	})
	require.NoError(m.t, err)
	begun, err := m.App.Commissions.Simulate(m.t.Context(), m.olga.Actor, commission.SimulateInput{
		RulesetID: draft.ID, PaidFrom: m.Clock.Now().Add(-1000 * time.Hour), PaidBefore: m.Clock.Now().Add(time.Hour),
	})
	require.NoError(m.t, err)
	return ids{"ruleset": string(draft.ID), "simulation": string(begun.ID)}
}

// asksForVolumes puts rules in force that ask what a seller has sold before, by two
// measures of days, and which plan they are on.
func (m *market) asksForVolumes() {
	m.t.Helper()
	tiers := func(days int) *commission.TiersInput {
		return &commission.TiersInput{By: commission.MeasureVolume, Days: &days, Tiers: []*commission.TierInput{
			{From: money.Input{Amount: "100.00", CurrencyCode: "EUR"}, BasisPoints: 900},
		}}
	}
	draft, err := m.App.Commissions.Save(m.t.Context(), m.olga.Actor, commission.SaveInput{Rules: []*commission.RuleInput{
		{Name: "On a plan", BasisPoints: 500, When: &commission.ConditionInput{PlanIDs: []plan.ID{plan.ID(m.plan())}}},
		{Name: "Mill", BasisPoints: 1000, When: &commission.ConditionInput{SellerIDs: []seller.ID{m.mill.ID}}, Tiers: tiers(30)},
		{Name: "All", BasisPoints: 1000, Tiers: tiers(90)},
	}})
	require.NoError(m.t, err)
	from := m.Clock.Now().Add(time.Minute)
	asked, err := m.App.Commissions.Publish(m.t.Context(), m.olga.Actor, commission.PublishInput{RulesetID: draft.ID, EffectiveFrom: from, Reason: "Test."})
	require.NoError(m.t, err)
	second := m.OperatorWith(identity.OperatorFinance)
	_, err = m.App.Approvals.Approve(m.t.Context(), second.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
	require.NoError(m.t, err)
	m.Advance(time.Hour)
}

// candidate is a seller whom an operator may decide about.
func (m *market) candidate(decision string) *testkit.Seller {
	m.t.Helper()
	if decision == "sellerApprove" || decision == "sellerReject" {
		return m.Seller("Candidate", testkit.Applied)
	}
	s := m.Seller("Candidate")
	if decision == "sellerReinstate" {
		_, err := m.App.Sellers.Suspend(m.t.Context(), actor.Actor{Role: actor.System}, seller.RefuseInput{SellerID: s.ID, Reason: "Test."})
		require.NoError(m.t, err)
	}
	return s
}

// byLink takes a secret that only a mail or an authenticator app holds: without
// it, it fails for everybody alike.
func byLink(s *ast.Schema, op *operation) bool {
	input := op.field.Arguments.ForName("input")
	if input == nil {
		return false
	}
	fields := s.Types[input.Type.Name()].Fields
	return fields.ForName("token") != nil || fields.ForName("code") != nil || fields.ForName("ceremony") != nil || fields.ForName("passkey") != nil
}

// operation is a root field with the paths of the ids that it takes.
type operation struct {
	name  string // with its root, such as Query.node
	field *ast.FieldDefinition
	lock  string // the permission; empty: public
	paths []path
}

// path leads to an id in the arguments of an operation.
type path struct {
	steps string   // such as input.cartId
	kinds []string // what it may name
	list  bool
}

// operations walks the schema.
func operations(m *market, s *ast.Schema) (found []*operation) {
	for _, root := range []*ast.Definition{s.Query, s.Mutation, s.Subscription} {
		for _, f := range root.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			o := &operation{name: root.Name + "." + f.Name, field: f}
			if can := f.Directives.ForName("can"); can != nil {
				o.lock = can.Arguments.ForName("do").Value.Raw
			}
			given := m.inputs(o.name)
			for _, a := range f.Arguments {
				if input := s.Types[a.Type.Name()]; input.Kind == ast.InputObject && a.Name == "input" {
					o.walk(m, s, input, a.Name, given)
					continue
				}
				o.leaf(m, s, leaf{a.Name, a.Type, a.DefaultValue != nil}, given)
			}
			found = append(found, o)
		}
	}
	return found
}

func (o *operation) walk(m *market, s *ast.Schema, input *ast.Definition, at string, given map[string]any) {
	m.t.Helper()
	for _, f := range input.Fields {
		o.leaf(m, s, leaf{at + "." + f.Name, f.Type, f.DefaultValue != nil}, given)
	}
}

// leaf is an argument, or a field of one.
type leaf struct {
	at       string
	of       *ast.Type
	optional bool
}

// leaf notes an id, walks into an input, and refuses what the cases do not give
// although it is required.
func (o *operation) leaf(m *market, s *ast.Schema, l leaf, given map[string]any) {
	m.t.Helper()
	at, t, optional := l.at, l.of, l.optional
	last := at[strings.LastIndex(at, ".")+1:]
	_, has := given[last]
	rows, isList := given[last].([]any)
	switch {
	case isList && len(rows) > 0 && s.Types[t.Name()].Kind == ast.InputObject && namesRows(s, t):
		first, ok := rows[0].(map[string]any)
		require.True(m.t, ok, "inputs() gives %s of %s no object", at, o.name)
		o.walk(m, s, s.Types[t.Name()], at+".0", first)
	case has:
	case t.Name() == "ID", last == "slug", last == "number":
		of, ok := kinds()[o.name+" "+at]
		if !ok {
			of, ok = kinds()[last]
		}
		require.True(m.t, ok, "say in kinds() what %s of %s names", at, o.name)
		o.paths = append(o.paths, path{at, strings.Fields(of), t.Elem != nil})
	case s.Types[t.Name()].Kind == ast.InputObject && strings.HasPrefix(o.name, "Query.") && namesRows(s, t):
		o.walk(m, s, s.Types[t.Name()], at, given)
	case t.NonNull && !optional, namesRows(s, t):
		require.Fail(m.t, "a case is missing", "give %s of %s in inputs()", at, o.name)
	}
}

// namesRows reports whether an input has an id in it.
func namesRows(s *ast.Schema, t *ast.Type) bool {
	for _, f := range s.Types[t.Name()].Fields {
		if f.Type.Name() == "ID" || f.Name == "number" {
			return true
		}
	}
	return false
}

package graph

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// namedPart is a field or an argument of the schema.
type namedPart struct {
	coordinate, name string
	of               *ast.Type
}

// allNamed lists the fields of objects and inputs, and the arguments.
func allNamed(s *ast.Schema) (list []namedPart) {
	for _, d := range own(s) {
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			list = append(list, namedPart{d.Name + "." + f.Name, f.Name, f.Type})
			for _, a := range f.Arguments {
				list = append(list, namedPart{d.Name + "." + f.Name + "(" + a.Name + ":)", a.Name, a.Type})
			}
		}
	}
	return list
}

// holdExcepted fails for what breaks a rule and is not excepted, and for exceptions that
// nothing needs any more.
func holdExcepted(t *testing.T, rule string, broken []string, excepted map[string]string) {
	t.Helper()
	slices.Sort(broken)
	broken = slices.Compact(broken)
	require.Equal(t, slices.Sorted(maps.Keys(excepted)), broken, "%s; whatever cannot follow it stands here with its reason", rule)
	for of, reason := range excepted {
		require.Regexp(t, `^[A-Z].{15,}\.$`, reason, of)
	}
}

// withoutObject lists the fields that name a thing by its id and do not show the thing.
func withoutObject(s *ast.Schema) (broken []string) {
	for _, d := range own(s) {
		if d.Kind != ast.Object && d.Kind != ast.Interface || d == s.Query || d == s.Mutation || d == s.Subscription {
			continue
		}
		for _, f := range d.Fields {
			thing, isID := strings.CutSuffix(strings.TrimSuffix(f.Name, "s"), "Id")
			if !isID || f.Type.Name() != "ID" {
				continue
			}
			beside := d.Fields.ForName(thing)
			if beside == nil {
				beside = d.Fields.ForName(thing + "s")
			}
			if beside == nil || s.Types[beside.Type.Name()].IsLeafType() {
				broken = append(broken, d.Name+"."+f.Name)
			}
		}
	}
	return broken
}

// Whoever is told the id of a thing can ask for the thing in the same request.
func TestSchema_things_stand_beside_their_ids(t *testing.T) {
	t.Parallel()
	holdExcepted(t, "beside a field …Id stands the thing that it names", withoutObject(schema()), map[string]string{
		"AuditEntry.apiKeyId":               "An entry tells what was, and keeps no more than the id of the key.",
		"AuditEntry.proposalId":             "An entry tells what was, with who proposed it beside it.",
		"AuditEntry.viewAsId":               "An entry tells what was, and keeps no more than the id of the grant.",
		"CommissionCondition.planIds":       "A rule keeps what it was written with, also when the plan is archived.",
		"CommissionCondition.productIds":    "A rule keeps what it was written with, up to hundreds of products.",
		"CommissionCondition.sellerIds":     "A rule keeps what it was written with, up to hundreds of sellers.",
		"CommissionExplanation.orderLineId": "It answers the question for that line, which whoever asks has named.",
		"CommissionExplanation.ruleId":      "The name of the rule and the version of the ruleset stand beside it, as they were.",
		"CommissionSimulation.rulesetId":    "It was asked about that ruleset, by whoever has named it.",
		"Notification.subjectId":            "It may be of any kind, and is loaded by node when it is one.",
		"ParkedJobRetryPayload.jobId":       "The job runs again, and is no parked one any more.",
		"PayoutBreakdown.payoutId":          "It answers the question for that payout, which whoever asks has named.",
		"PayoutItem.orderId":                "Sellers read it, who see their part of the order and not the order.",
		"PayoutItemLine.lineId":             "Title, SKU and quantity stand beside it, as they were sold.",
		"ReconciliationDifference.linkedId": "It is another difference, which the root field reconciliationDifference shows.",
		"SearchHit.parentId":                "A hit is what a list shows; the thing is loaded when it is opened.",
		"WebhookDelivery.eventId":           "Events are told and not asked for; what it is about stands in objectId.",
		"StaleOperator.accountId":           "Its address, name and role are fields of the operator.",
	})
	broken, err := gqlparser.LoadSchema(&ast.Source{Input: `type Query { a: A } type A { orderId: ID! sellerId: ID! seller: B planId: ID plan: String itemIds: [ID!] items: [B!] } type B { id: ID! }`})
	require.NoError(t, err)
	require.ElementsMatch(t, []string{"A.orderId", "A.planId"}, withoutObject(broken))
}

// Instants are named …At. What bounds a span of time is named by how it does.
func TestSchema_instants_are_named_at(t *testing.T) {
	t.Parallel()
	var broken []string
	for _, n := range allNamed(schema()) {
		if n.of.Name() == "DateTime" && !strings.HasSuffix(n.name, "At") {
			broken = append(broken, n.name)
		}
	}
	const bound = "It is an end of a span of time, and says which; renaming it would break clients."
	holdExcepted(t, "instants are named …At", broken, map[string]string{
		"asOf": "It asks how something stood then.", "at": "It is the instant of the whole entry or question.",
		"approvalUntil": bound, "blockedUntil": bound, "createdAfter": bound, "createdBefore": bound, "dueBefore": bound, "dueBy": bound, "effectiveFrom": bound, "from": bound, "futureDueBy": bound, "idleSince": bound, "inForceFrom": bound,
		"measuredFrom": bound, "paidBefore": bound, "paidFrom": bound, "placedAfter": bound, "placedBefore": bound, "processingSince": bound, "processingUntil": bound, "paymentProcessingSince": bound, "paymentProcessingUntil": bound, "revealedUntil": bound,
		"seenBefore": bound, "since": bound, "to": bound, "undoUntil": bound, "until": bound,
	})
}

// readsAsStatement is how a name begins that is true or false.
var readsAsStatement = regexp.MustCompile(`^(is|has|can|may|was|requires|loses)[A-Z]`)

// What is true or false reads as a statement.
func TestSchema_booleans_are_statements(t *testing.T) {
	t.Parallel()
	var broken []string
	for _, n := range allNamed(schema()) {
		if n.of.Name() == "Boolean" && !readsAsStatement.MatchString(n.name) {
			broken = append(broken, n.name)
		}
	}
	const command = "It is a part of a command and says what to do; renaming it would break clients."
	const part = "It is one of several that complete the name of what they are in; renaming it would break clients."
	holdExcepted(t, "Booleans are named is…, has…, can…", broken, map[string]string{
		"useCredit": command, "trustDevice": command, "dryRun": command,
		"beforeDiscount": part, "withTax": part, "withShipping": part, "inApp": part, "byMail": part,
	})
}

// A mutation takes an input, so that more can be said later without breaking anybody.
func TestSchema_mutations_take_an_input(t *testing.T) {
	t.Parallel()
	var broken []string
	for _, f := range schema().Mutation.Fields {
		if f.Arguments.ForName("input") == nil {
			broken = append(broken, f.Name)
		}
	}
	const whole = "It is about whoever asks and nothing else; an optional input can be added without breaking anybody."
	holdExcepted(t, "a mutation takes an input", broken, map[string]string{
		"erasureWithdraw": whole, "guestSessionCreate": whole, "notificationMarkAllRead": whole, "passkeySignInStart": whole, "passkeyStepUpStart": whole,
		"sessionRevokeOthers": whole, "signOut": whole, "trustedDevicesRevoke": whole,
		"reconciliationRun": "It compares everything; an optional input can be added without breaking anybody.",
	})
}

// withoutNode lists the types whose things have an id and are no nodes.
func withoutNode(s *ast.Schema) (broken []string) {
	for _, d := range own(s) {
		id := d.Fields.ForName("id")
		if d.Kind == ast.Object && id != nil && id.Type.String() == "ID!" && !slices.Contains(d.Interfaces, "Node") {
			broken = append(broken, d.Name)
		}
	}
	return broken
}

// Whoever keeps an id can ask for the thing by it alone.
func TestSchema_things_with_ids_are_nodes(t *testing.T) {
	t.Parallel()
	const (
		part   = "It is a part of a thing that is a node, and is read with it."
		person = "It is about whoever asks and their own safety, and is read in the lists of the account only."
		answer = "It is an answer to a command or a question, and nothing that is asked for later by its id."
		chain  = "It is a row of the books, which are read as a list in their order."
		list   = "Its list is short and is read whole: nobody keeps its id."
	)
	holdExcepted(t, "a type with an id implements Node", withoutNode(schema()), map[string]string{
		"ApiKeySecret": part, "CartQuoteLine": part, "CommissionRule": part, "DisputeFile": part, "Payment": part, "SellerDebitAnswer": part, "SellerPlanVersion": part, "Shipment": part, "WebhookSecret": part,
		"DeviceSession": person, "Passkey": person, "TotpFactor": person, "TrustedDevice": person, "Consent": person,
		"Session": answer, "TotpEnrolment": answer, "FileUpload": answer, "Upload": answer, "SearchHit": answer,
		"LedgerEntry": chain, "LedgerJournal": chain, "StockMovement": chain,
		"ManualPayout": list, "OperatorInvitation": list, "OwnershipOffer": list, "ParkedJob": list, "SellerPayoutHold": list, "SellerPayoutPolicy": list, "SellerPlanAssignment": list, "SellerRiskRating": list, "TaxRemittance": list, "ViewAs": list,
		"CommissionSimulation": "It is summed up when it is asked for: the root field commissionSimulation shows one at a time.",
		"Erasure":              "The person reads their own by erasure, operators find it by the account.",
		"Listing":              "Its id is that of the product, which is the node.",
		"Note":                 "Operators read notes with the seller or the order that they are about, and nobody keeps an id of one.",
		"PayoutAccount":        "A seller has one: payoutAccount shows it to whoever may see it.",
	})
	broken, err := gqlparser.LoadSchema(&ast.Source{Input: `type Query { a: A } interface Node { id: ID! } type A implements Node { id: ID! b: B } type B { id: ID! c: C } type C { id: ID }`})
	require.NoError(t, err)
	require.Equal(t, []string{"B"}, withoutNode(broken))
}

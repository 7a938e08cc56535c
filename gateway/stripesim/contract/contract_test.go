package contract_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestContract tells the same story twice, by two clients, and lets both judges look.
func TestContract(t *testing.T) {
	t.Parallel()
	node := modules(t)
	j, sim, at := newJudge(t)
	newStory(t, sim, at).tell()
	secondClient(t, node, at)
	j.accepted(t, "POST /v1/accounts/*/external_accounts")
	require.Greater(t, len(j.seen), 60, "the story should visit most of the API")
	compile(t, node, j.answers)
}

// modules is the folder with node's modules, installed when they are missing.
func modules(t *testing.T) string {
	t.Helper()
	at, err := filepath.Abs("node")
	require.NoError(t, err)
	if _, err := os.Stat(filepath.Join(at, "node_modules", "typescript")); err != nil {
		run(t, at, nil, "npm", "ci", "--no-audit", "--no-fund")
	}
	return at
}

func run(t *testing.T, dir string, env []string, name string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s %v:\n%.6000s", name, args, out)
}

// secondClient lets stripe-node tell its own story.
func secondClient(t *testing.T, node, at string) {
	t.Helper()
	to, err := url.Parse(at)
	require.NoError(t, err)
	run(t, node, []string{"SIM_HOST=" + to.Hostname(), "SIM_PORT=" + to.Port()}, "node", "--test", "scenario.mjs")
}

// compile writes every answer as a literal of the type it claims to be.
func compile(t *testing.T, node string, answers []json.RawMessage) {
	t.Helper()
	var source bytes.Buffer
	source.WriteString("import Stripe from 'stripe';\n")
	written := map[string]bool{}
	for _, raw := range answers {
		kind := typeOf(t, raw)
		raw = withoutPrevious(t, raw)
		if written[kind+string(raw)] {
			continue
		}
		written[kind+string(raw)] = true
		fmt.Fprintf(&source, "export const answer%d: %s = %s;\n", len(written), kind, raw)
	}
	require.Greater(t, len(written), 100)
	dir := t.TempDir()
	require.NoError(t, os.Symlink(filepath.Join(node, "node_modules"), filepath.Join(dir, "node_modules")))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "answers.ts"), source.Bytes(), 0o600))
	run(t, dir, nil, "node", "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--exactOptionalPropertyTypes",
		"--skipLibCheck", "--module", "nodenext", "--target", "es2022", "--types", "node", "answers.ts")
}

// typeOf names the TypeScript type of an answer by its object attribute.
func typeOf(t *testing.T, raw json.RawMessage) string {
	t.Helper()
	var head struct {
		Object  string          `json:"object"`
		Deleted bool            `json:"deleted"`
		Data    json.RawMessage `json:"data"`
	}
	require.NoError(t, json.Unmarshal(raw, &head))
	if head.Object == "list" {
		return listOf(t, head.Data)
	}
	names := map[string]string{
		"account": "Account", "account_link": "AccountLink", "account_session": "AccountSession", "balance": "Balance",
		"balance_transaction": "BalanceTransaction", "bank_account": "BankAccount", "capability": "Capability", "card": "Card",
		"charge": "Charge", "customer": "Customer", "dispute": "Dispute", "event": "Event", "login_link": "LoginLink",
		"payment_intent": "PaymentIntent", "payment_method": "PaymentMethod", "payout": "Payout", "refund": "Refund",
		"setup_intent": "SetupIntent", "topup": "Topup", "transfer": "Transfer", "transfer_reversal": "TransferReversal",
		"webhook_endpoint": "WebhookEndpoint", "person": "Person", "file": "File", "ephemeral_key": "EphemeralKey",
		"tax.calculation": "Tax.Calculation", "tax.calculation_line_item": "Tax.CalculationLineItem",
		"tax.transaction": "Tax.Transaction", "tax.transaction_line_item": "Tax.TransactionLineItem",
	}
	require.Contains(t, names, head.Object, "%.200s", raw)
	if head.Deleted {
		return "Stripe.Deleted" + names[head.Object]
	}
	return "Stripe." + names[head.Object]
}

// listOf names the type of a list by its items; only lists of external accounts mix.
func listOf(t *testing.T, data json.RawMessage) string {
	t.Helper()
	var items []json.RawMessage
	require.NoError(t, json.Unmarshal(data, &items))
	kind := "unknown"
	for i, item := range items {
		next := typeOf(t, item)
		if i > 0 && next != kind {
			kind = "Stripe.ExternalAccount"
			break
		}
		kind = next
	}
	return "Stripe.ApiList<" + kind + ">"
}

// withoutPrevious drops previous_attributes from events. Stripe names in it only
// the changed parts of nested objects, with null for what was absent; the types
// declare it as a partial object, which that is not.
func withoutPrevious(t *testing.T, raw json.RawMessage) json.RawMessage {
	t.Helper()
	if !bytes.Contains(raw, []byte(`"previous_attributes"`)) && !bytes.Contains(raw, []byte(`"associated_objects"`)) {
		return raw
	}
	var tree map[string]any
	require.NoError(t, json.Unmarshal(raw, &tree))
	delete(tree, "associated_objects") // of an ephemeral key; the apps of buyers need it, and the types do not know it
	events, _ := tree["data"].([]any)
	for _, e := range append(events, tree) {
		if data, ok := e.(map[string]any)["data"].(map[string]any); ok {
			delete(data, "previous_attributes")
		}
	}
	out, err := json.Marshal(tree)
	require.NoError(t, err)
	return out
}

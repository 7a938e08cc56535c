package stripe

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/refund"
)

func reversalDraft() payout.ReversalDraft {
	return payout.ReversalDraft{
		ReversalID: "rvs_1", TransferID: "tr_1", Account: "acct_mill", Amount: money.New(2_475, "EUR"), Group: "ord_1",
	}
}

func refundDraft() refund.Draft {
	return refund.Draft{RefundID: "rfd_1", ChargeID: "ch_1", Amount: money.New(2_970, "EUR"), Reason: refund.ReasonDamaged}
}

func movement(id, kind, amount, source string) string {
	return `{"id":"` + id + `","amount":` + amount + `,"fee":0,"net":` + amount + `,"currency":"eur","status":"available",
		"available_on":1772614800,"type":"` + kind + `","source":"` + source + `"}`
}

func givenBackAnswers() map[string]string {
	reversal := `{"id":"trr_1","object":"transfer_reversal","amount":2475,"currency":"eur","transfer":"tr_1","metadata":{"etal_reversal":"rvs_1"},
		"destination_payment_refund":"pyr_1","balance_transaction":` + movement("txn_1", "transfer_refund", "2475", "trr_1") + `}`
	debit := `{"id":"tr_9","object":"transfer","amount":2475,"currency":"eur","destination":"acct_us","destination_payment":"py_9",
		"metadata":{"etal_reversal":"rvs_1"},"balance_transaction":` + movement("txn_3", "transfer", "-2475", "tr_9") + `}`
	given := `{"id":"re_1","object":"refund","amount":2970,"currency":"eur","charge":"ch_1","status":"succeeded","metadata":{"etal_refund":"rfd_1"},
		"balance_transaction":` + movement("txn_5", "refund", "-2970", "re_1") + `}`
	list := func(of string) string { return `{"object":"list","has_more":false,"data":[` + of + `]}` }
	return map[string]string{
		"POST /v1/transfers/tr_1/reversals": reversal,
		"GET /v1/transfers/tr_1/reversals":  list(reversal),
		"GET /v1/refunds/pyr_1":             `{"id":"pyr_1","object":"refund","amount":2475,"currency":"eur","balance_transaction":` + movement("txn_2", "payment_refund", "-2475", "pyr_1") + `}`,
		"GET /v1/account":                   `{"id":"acct_us","object":"account"}`,
		"POST /v1/transfers":                debit,
		"GET /v1/transfers":                 list(debit),
		"GET /v1/charges/py_9":              `{"id":"py_9","object":"charge","balance_transaction":` + movement("txn_4", "payment", "2475", "py_9") + `}`,
		"POST /v1/refunds":                  given,
		"GET /v1/refunds":                   list(given),
		"GET /v1/refunds/re_1":              given,
		"POST /v1/refunds/re_1/cancel":      strings.Replace(given, "succeeded", "canceled", 1),
	}
}

// TestGivingBack_says_exactly_this holds the requests that give back and take
// back to the last parameter. None reverses a transfer by a refund.
func TestGivingBack_says_exactly_this(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, byPath(givenBackAnswers()))
	c := s.client(t)
	ctx := t.Context()
	_, err := c.CreateReversal(ctx, reversalDraft())
	require.NoError(t, err)
	_, err = c.CreateDebit(ctx, reversalDraft())
	require.NoError(t, err)
	_, err = c.CreateRefund(ctx, refundDraft())
	require.NoError(t, err)
	_, err = c.CancelRefund(ctx, "re_1")
	require.NoError(t, err)
	var changes []string
	for _, r := range s.requests() {
		if r.method == "POST" {
			changes = append(changes, r.String())
		}
	}
	require.Equal(t, `POST /v1/transfers/tr_1/reversals
Idempotency-Key: rvs_1
amount=2475
expand[0]=balance_transaction
metadata[etal_reversal]=rvs_1

POST /v1/transfers
Idempotency-Key: rvs_1
Stripe-Account: acct_mill
amount=2475
currency=eur
destination=acct_us
expand[0]=balance_transaction
metadata[etal_reversal]=rvs_1
transfer_group=ord_1

POST /v1/refunds
Idempotency-Key: rfd_1
amount=2970
charge=ch_1
expand[0]=balance_transaction
expand[1]=failure_balance_transaction
metadata[etal_refund]=rfd_1
reason=requested_by_customer

POST /v1/refunds/re_1/cancel
Idempotency-Key: re_1:cancel:try_…
expand[0]=balance_transaction
expand[1]=failure_balance_transaction`, regexpTry.ReplaceAllString(strings.Join(changes, "\n\n"), ":try_…"))
}

func TestReversal_knows_both_movements(t *testing.T) {
	t.Parallel()
	c := newCounterpart(t, byPath(givenBackAnswers())).client(t)
	at := time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)
	moved := func(id, account, kind, source string, minor int64) provider.Transaction {
		return provider.Transaction{
			ID: id, Account: account, Type: kind, Source: source, Currency: "EUR", AmountMinor: minor, NetMinor: minor, Available: true, AvailableOn: at,
		}
	}
	found, err := c.FindReversal(t.Context(), reversalDraft())
	require.NoError(t, err)
	require.Equal(t, &payout.ProviderReversal{
		ID: "trr_1", Returned: moved("txn_1", provider.Platform, "transfer_refund", "trr_1", 2475),
		Taken: moved("txn_2", "acct_mill", "payment_refund", "pyr_1", -2475),
	}, found)
	found, err = c.FindDebit(t.Context(), reversalDraft())
	require.NoError(t, err)
	require.Equal(t, &payout.ProviderReversal{
		ID: "tr_9", Returned: moved("txn_4", provider.Platform, "payment", "py_9", 2475), Taken: moved("txn_3", "acct_mill", "transfer", "tr_9", -2475),
	}, found)
	other := reversalDraft()
	other.ReversalID = "rvs_2"
	none, err := c.FindReversal(t.Context(), other)
	require.NoError(t, err)
	require.Nil(t, none)
}

func TestGetRefund_maps(t *testing.T) {
	t.Parallel()
	for status, want := range map[string]refund.Status{
		"succeeded": refund.StatusSucceeded, "pending": refund.StatusPending, "failed": refund.StatusFailed, "canceled": refund.StatusCancelled,
		"requires_action": refund.StatusRequiresAction, "something new": refund.StatusPending,
	} {
		body := strings.Replace(givenBackAnswers()["GET /v1/refunds/re_1"], "succeeded", status, 1)
		c := newCounterpart(t, byPath(map[string]string{"GET /v1/refunds/re_1": body})).client(t)
		got, err := c.GetRefund(t.Context(), "re_1")
		require.NoError(t, err)
		require.Equal(t, want, got.Status, status)
		require.Equal(t, refund.ID("rfd_1"), got.RefundID)
		require.EqualValues(t, -2970, got.Transaction.NetMinor)
		require.Nil(t, got.Returned)
	}
}

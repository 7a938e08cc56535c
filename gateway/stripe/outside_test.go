package stripe

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// What was taken back without an id of ours is read with both of its movements; our
// own reversals are left out and cost no call.
func TestOutsideReversals_leave_out_our_own(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, byPath(map[string]string{
		"GET /v1/transfers/tr_1/reversals": `{"object":"list","data":[
			{"id":"trr_ours","object":"transfer_reversal","amount":5,"currency":"eur","metadata":{"etal_reversal":"rvs_1"}},
			{"id":"trr_hand","object":"transfer_reversal","amount":30,"currency":"eur","metadata":{},"destination_payment_refund":"pyr_1",
			 "balance_transaction":{"id":"txn_1","object":"balance_transaction","amount":30,"net":30,"fee":0,"currency":"eur","type":"transfer_refund","status":"available"}}]}`,
		"GET /v1/refunds/pyr_1": `{"id":"pyr_1","object":"refund",
			"balance_transaction":{"id":"txn_2","object":"balance_transaction","amount":-30,"net":-30,"fee":0,"currency":"eur","type":"payment_refund","status":"available"}}`,
		"GET /v1/balance_transactions": `{"object":"list","data":[
			{"id":"txn_3","object":"balance_transaction","currency":"eur","type":"transfer_refund","source":{"id":"trr_hand","object":"transfer_reversal","transfer":"tr_1"}},
			{"id":"txn_4","object":"balance_transaction","currency":"eur","type":"transfer_refund","source":null}]}`,
	}))
	c := s.client(t)
	found, err := c.OutsideReversals(t.Context(), "acct_mill", "tr_1")
	require.NoError(t, err)
	require.Len(t, found, 1)
	require.Equal(t, "trr_hand", found[0].ID)
	require.EqualValues(t, 30, found[0].Returned.NetMinor)
	require.EqualValues(t, -30, found[0].Taken.NetMinor)
	require.Equal(t, "acct_mill", found[0].Taken.Account)

	var pairs []string
	err = c.ReversedSince(t.Context(), time.Unix(1_772_614_800, 0), func(transferID, reversalID string) error {
		pairs = append(pairs, transferID+" "+reversalID)
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, []string{"tr_1 trr_hand"}, pairs)
	var asked []string
	for _, r := range s.requests() {
		asked = append(asked, r.String())
	}
	require.Equal(t, []string{
		"GET /v1/transfers/tr_1/reversals\nexpand[0]=data.balance_transaction\nlimit=100",
		"GET /v1/refunds/pyr_1\nStripe-Account: acct_mill\nexpand[0]=balance_transaction",
		"GET /v1/balance_transactions\ncreated[gte]=1772614800\nexpand[0]=data.source\nlimit=100\ntype=transfer_refund",
	}, asked)
}

// The schedule is that of the platform's own account; an answer without one is no
// answer.
func TestPayoutSchedule(t *testing.T) {
	t.Parallel()
	c := newCounterpart(t, byPath(map[string]string{
		"GET /v1/account": `{"id":"acct_own","object":"account","settings":{"payouts":{"schedule":{"interval":"weekly"}}}}`,
	})).client(t)
	by, err := c.PayoutSchedule(t.Context())
	require.NoError(t, err)
	require.Equal(t, "weekly", by)
	c = newCounterpart(t, byPath(map[string]string{"GET /v1/account": `{"id":"acct_own","object":"account"}`})).client(t)
	_, err = c.PayoutSchedule(t.Context())
	require.Error(t, err)
}

func TestBankCurrencies_of_accounts_and_cards(t *testing.T) {
	t.Parallel()
	c := newCounterpart(t, byPath(map[string]string{"GET /v1/accounts/acct_mill": `{"id":"acct_mill","object":"account","external_accounts":{"object":"list","data":[
		{"id":"ba_1","object":"bank_account","currency":"usd","last4":"6789"},{"id":"card_1","object":"card","currency":"eur","last4":"4242"},
		{"id":"ba_2","object":"bank_account","currency":"eur","last4":"1111"}]}}`})).client(t)
	a, err := c.GetAccount(t.Context(), "acct_mill")
	require.NoError(t, err)
	require.Equal(t, []string{"EUR", "USD"}, a.BankCurrencies)
}

package stripesim_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/gateway/stripesim"
)

// state is everything there is, object by object.
func (w *world) state() []string {
	w.t.Helper()
	_, body := w.do(http.MethodGet, "/_sim/dump", "", "")
	return strings.Split(body, `{"k":`)
}

func TestJournal_brings_everything_back(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "journal")
	open := func(o *stripesim.Options) { o.Path = path }
	w := newWorld(t, open)
	a := w.seller()
	i := w.paid(10_000, "pm_card_visa")
	tr, err := w.transfer(5_000, a.ID, i.LatestCharge.ID)
	require.NoError(t, err)
	_, err = w.sc.TransferReversals.New(&stripe.TransferReversalParams{ID: stripe.String(tr.ID), Amount: stripe.Int64(700)})
	require.NoError(t, err)
	w.paid(20_000, "pm_card_createDispute")
	w.sim.Advance(3 * time.Hour)
	short, err := w.sc.Refunds.New(&stripe.RefundParams{PaymentIntent: stripe.String(i.ID)})
	require.NoError(t, err)
	secure, err := w.pay(3_000, "pm_card_authenticationRequired")
	require.NoError(t, err)
	_, keyed := w.do(http.MethodPost, "/v1/customers", "name=Alice", "key")
	before, now := w.state(), w.sim.Now()
	require.NoError(t, w.sim.Close())
	status, _ := w.do(http.MethodGet, "/v1/balance", "", "")
	require.Equal(t, 500, status, "closed")

	w = newWorld(t, open)
	require.Equal(t, before, w.state())
	require.Equal(t, now, w.sim.Now())
	w.consistent()
	_, again := w.do(http.MethodPost, "/v1/customers", "name=Alice", "key")
	require.Equal(t, keyed, again, "keys are remembered")
	tr, err = w.sc.Transfers.Get(tr.ID, nil)
	require.NoError(t, err)
	require.Len(t, tr.Reversals.Data, 1)
	_, err = w.transfer(5_001, a.ID, i.LatestCharge.ID)
	require.Error(t, err, "what a charge has given is remembered")
	w.post("/_sim/3ds/"+secure.ID+"/complete", "")
	w.paid(50_000, "pm_card_bypassPending")
	short, err = w.sc.Refunds.Get(short.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.RefundStatusSucceeded, short.Status)
	w.sim.Advance(48 * time.Hour)
	available, _ := w.balance(a.ID)
	require.EqualValues(t, 4_300, available, "the clock goes on")
	w.consistent()
}

func TestJournal_survives_a_torn_last_line_and_no_other(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "journal")
	open := func(o *stripesim.Options) { o.Path = path }
	w := newWorld(t, open)
	kept, err := w.sc.Customers.New(&stripe.CustomerParams{Name: stripe.String("kept")})
	require.NoError(t, err)
	lost, err := w.sc.Customers.New(&stripe.CustomerParams{Name: stripe.String("lost")})
	require.NoError(t, err)
	// The process dies while it writes: no Close, and half a line.
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	torn := raw[:len(raw)-20]
	require.NoError(t, os.WriteFile(path, torn, 0o600))
	second := newWorld(t, open)
	_, err = second.sc.Customers.Get(kept.ID, nil)
	require.NoError(t, err)
	_, err = second.sc.Customers.Get(lost.ID, nil)
	require.Error(t, err)
	events := second.sc.Events.List(&stripe.EventListParams{Type: stripe.String("customer.created")}).EventList()
	require.Len(t, events.Data, 1, "the event of a lost change is lost with it")
	require.NoError(t, second.sim.Close())

	middle := strings.Replace(string(torn), "\n", "x\n", 1)
	require.NoError(t, os.WriteFile(path, []byte(middle), 0o600))
	_, err = stripesim.New(stripesim.Options{Path: path})
	require.ErrorContains(t, err, "line 1")
}

func TestJournal_is_ahead_of_the_answer(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "journal")
	w := newWorld(t, func(o *stripesim.Options) { o.Path = path })
	for range 20 {
		c, err := w.sc.Customers.New(nil)
		require.NoError(t, err)
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		require.Contains(t, string(raw), c.ID)
	}
	grown, err := os.Stat(path)
	require.NoError(t, err)
	w.post("/_sim/reset", "")
	emptied, err := os.Stat(path)
	require.NoError(t, err)
	require.Less(t, emptied.Size(), grown.Size())
}

package stripesim_test

import (
	"encoding/csv"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/gateway/stripesim"
)

func (w *world) fetch(url string) (status int, text string) {
	w.t.Helper()
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodGet, url, nil)
	require.NoError(w.t, err)
	r.Header.Set("Authorization", "Bearer sk_test_simulator")
	resp, err := http.DefaultClient.Do(r)
	require.NoError(w.t, err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	require.NoError(w.t, err)
	return resp.StatusCode, string(body)
}

func (w *world) report(kind, account string, from, to time.Time) *stripe.ReportingReportRun {
	w.t.Helper()
	p := &stripe.ReportingReportRunParams{ReportType: stripe.String(kind), Parameters: &stripe.ReportingReportRunParametersParams{
		IntervalStart: stripe.Int64(from.Unix()), IntervalEnd: stripe.Int64(to.Unix()),
	}}
	if account != "" {
		p.Parameters.ConnectedAccount = stripe.String(account)
	}
	r, err := w.sc.ReportingReportRuns.New(p)
	require.NoError(w.t, err)
	require.Equal(w.t, stripe.ReportingReportRunStatusPending, r.Status)
	require.Nil(w.t, r.Result)
	w.sim.Advance(2 * time.Minute)
	r, err = w.sc.ReportingReportRuns.Get(r.ID, nil)
	require.NoError(w.t, err)
	require.Equal(w.t, stripe.ReportingReportRunStatusSucceeded, r.Status)
	return r
}

// A report is a table of the same transactions as the list, of one account and one
// interval, and its net is what the balance has moved by.
func TestReport_is_the_transactions_of_an_interval(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	start := w.sim.Now()
	mill := w.seller()
	i := w.paid(10_700, "pm_card_bypassPending")
	_, err := w.transfer(5_350, mill.ID, i.LatestCharge.ID)
	require.NoError(t, err)
	w.sim.Advance(time.Hour)
	end := w.sim.Now()
	w.sim.Advance(time.Hour)
	w.paid(5_000, "pm_card_bypassPending") // after the interval
	r := w.report("balance_change_from_activity.itemized.3", "", start, end)
	require.Equal(t, "finance_report_run", string(r.Result.Purpose))
	status, text := w.fetch(r.Result.URL)
	require.Equal(t, http.StatusOK, status)
	require.EqualValues(t, r.Result.Size, len(text))
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 3)
	require.Equal(t, []string{"usd", "107.00", "3.40", "103.60", "charge"}, rows[1][3:8])
	require.Equal(t, []string{"usd", "-53.50", "0.00", "-53.50", "transfer"}, rows[2][3:8])
	require.Equal(t, i.LatestCharge.ID, rows[1][8])

	own := w.report("balance_change_from_activity.itemized.3", mill.ID, start, end)
	_, text = w.fetch(own.Result.URL)
	require.Equal(t, 1, strings.Count(text, "53.50,0.00,53.50"), text)
	none := w.report("payouts.itemized.3", mill.ID, start, end)
	_, text = w.fetch(none.Result.URL)
	require.Equal(t, 1, strings.Count(text, "\n"), "only the head")
	status, _ = w.fetch(w.url + "/v1/files/file_1nothing/contents")
	require.Equal(t, http.StatusNotFound, status)
	for _, bad := range []stripe.ReportingReportRunParams{
		{ReportType: stripe.String("ending_balance_reconciliation.summary.1"), Parameters: &stripe.ReportingReportRunParametersParams{IntervalStart: stripe.Int64(1), IntervalEnd: stripe.Int64(2)}},
		{ReportType: stripe.String("payouts.itemized.3"), Parameters: &stripe.ReportingReportRunParametersParams{IntervalStart: stripe.Int64(2), IntervalEnd: stripe.Int64(2)}},
		{ReportType: stripe.String("payouts.itemized.3"), Parameters: &stripe.ReportingReportRunParametersParams{IntervalStart: stripe.Int64(1), IntervalEnd: stripe.Int64(2), Columns: stripe.StringSlice([]string{"name"})}},
	} {
		_, err := w.sc.ReportingReportRuns.New(&bad)
		require.Equal(t, http.StatusBadRequest, stripeErr(t, err).HTTPStatusCode)
	}
}

// A warning moves nothing, and is not actionable any more once it was disputed or
// given back.
func TestWarning_by_card_and_by_hand(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	i := w.paid(5_000, "pm_card_createIssuerFraudRecord")
	before, pending := w.balance("")
	list := w.sc.RadarEarlyFraudWarnings.List(&stripe.RadarEarlyFraudWarningListParams{PaymentIntent: stripe.String(i.ID)}).RadarEarlyFraudWarningList()
	require.Len(t, list.Data, 1)
	require.True(t, list.Data[0].Actionable)
	_, err := w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(i.LatestCharge.ID), Amount: stripe.Int64(1_000)})
	require.NoError(t, err)
	one, err := w.sc.RadarEarlyFraudWarnings.Get(list.Data[0].ID, nil)
	require.NoError(t, err)
	require.True(t, one.Actionable, "a part was given back")
	_, err = w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(i.LatestCharge.ID)})
	require.NoError(t, err)
	one, err = w.sc.RadarEarlyFraudWarnings.Get(list.Data[0].ID, nil)
	require.NoError(t, err)
	require.False(t, one.Actionable)

	other := w.paid(2_000, "pm_card_visa")
	w.post("/_sim/warnings", "charge="+other.LatestCharge.ID+"&fraud_type=misc")
	w.post("/_sim/disputes", "charge="+other.LatestCharge.ID)
	list = w.sc.RadarEarlyFraudWarnings.List(&stripe.RadarEarlyFraudWarningListParams{Charge: stripe.String(other.LatestCharge.ID)}).RadarEarlyFraudWarningList()
	require.Equal(t, stripe.RadarEarlyFraudWarningFraudTypeMisc, list.Data[0].FraudType)
	require.False(t, list.Data[0].Actionable)
	after, _ := w.balance("")
	require.LessOrEqual(t, after, before)
	require.Positive(t, pending)
	w.consistent()
}

// Evidence costs, where the platform's country has it so; the cost comes back by a
// win, the fee of the dispute does not.
func TestDispute_fee_for_evidence(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *stripesim.Options) { o.CounterFee = 1500 })
	w.paid(50_000, "pm_card_bypassPending")
	fees := func(text string) int64 {
		i := w.paid(5_000, "pm_card_createDispute")
		d := w.sc.Disputes.List(&stripe.DisputeListParams{PaymentIntent: stripe.String(i.ID)}).DisputeList().Data[0]
		d, err := w.sc.Disputes.Update(d.ID, &stripe.DisputeParams{
			Evidence: &stripe.DisputeEvidenceParams{UncategorizedText: stripe.String(text)}, Submit: stripe.Bool(true),
		})
		require.NoError(t, err)
		sum := int64(0)
		for _, txn := range d.BalanceTransactions {
			sum += txn.Fee
		}
		return sum
	}
	require.EqualValues(t, 1500, fees("winning_evidence"))
	require.EqualValues(t, 3000, fees("losing_evidence"))
	w.consistent()
}

// below takes a seller below zero: the money was paid out, and the transfer is
// taken back.
func below(t *testing.T, change ...func(*stripesim.Options)) (*world, string) {
	t.Helper()
	w := newWorld(t, append(change, func(o *stripesim.Options) {
		o.Reversals, o.CollectNegative, o.ReserveNegative = stripesim.ReversalAllowNegative, true, true
	})...)
	w.paid(50_000, "pm_card_bypassPending")
	mill := w.seller()
	i := w.paid(10_000, "pm_card_bypassPending")
	tr, err := w.transfer(5_000, mill.ID, i.LatestCharge.ID)
	require.NoError(t, err)
	p := &stripe.PayoutParams{Amount: stripe.Int64(5_000), Currency: stripe.String("usd")}
	p.SetStripeAccount(mill.ID)
	_, err = w.sc.Payouts.New(p)
	require.NoError(t, err)
	_, err = w.sc.TransferReversals.New(&stripe.TransferReversalParams{ID: stripe.String(tr.ID)})
	require.NoError(t, err)
	available, _ := w.balance(mill.ID)
	require.EqualValues(t, -5_000, available)
	return w, mill.ID
}

// The bank is debited where the account lets that be; what was reserved is the
// platform's again.
func TestNegative_is_debited_from_the_bank(t *testing.T) {
	t.Parallel()
	w, mill := below(t)
	_, err := w.sc.Accounts.Update(mill, &stripe.AccountParams{Settings: &stripe.AccountSettingsParams{
		Payouts: &stripe.AccountSettingsPayoutsParams{DebitNegativeBalances: stripe.Bool(true)},
	}})
	require.NoError(t, err)
	before, _ := w.balance("")
	w.post("/_sim/accounts/"+mill+"/drain", "") // touches nothing: there is nothing
	i := w.paid(3_000, "pm_card_bypassPending")
	_, err = w.transfer(1_000, mill, i.LatestCharge.ID)
	require.NoError(t, err)
	w.sim.Advance(4 * 24 * time.Hour)
	available, _ := w.balance(mill)
	require.Zero(t, available, "4,000 were missing")
	after, _ := w.balance("")
	require.Equal(t, before+5_000-1_000+3_000-117, after, "the reserve is over")
	w.consistent()
}

// Nobody can be debited: after 180 days the platform pays.
func TestNegative_is_collected_from_the_platform(t *testing.T) {
	t.Parallel()
	w, mill := below(t)
	w.sim.Advance(179 * 24 * time.Hour)
	available, _ := w.balance(mill)
	require.EqualValues(t, -5_000, available)
	before, _ := w.balance("")
	w.sim.Advance(2 * 24 * time.Hour)
	available, _ = w.balance(mill)
	require.Zero(t, available)
	after, _ := w.balance("")
	require.Equal(t, before, after, "what was reserved is what is taken")
	list := w.sc.BalanceTransactions.List(&stripe.BalanceTransactionListParams{Type: stripe.String("connect_collection_transfer")}).BalanceTransactionList()
	require.Len(t, list.Data, 1)
	require.EqualValues(t, -5_000, list.Data[0].Net)
	w.consistent()
}

// Stripe asks for more by a day: until then everything goes on, then nothing.
func TestRequirements_with_a_deadline(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	mill := w.seller()
	w.post("/_sim/accounts/"+mill.ID+"/requirements", "due[]=individual.id_number&in=14d")
	a, err := w.sc.Accounts.GetByID(mill.ID, nil)
	require.NoError(t, err)
	require.True(t, a.PayoutsEnabled)
	require.Equal(t, []string{"individual.id_number"}, a.Requirements.CurrentlyDue)
	require.Empty(t, a.Requirements.PastDue)
	require.Equal(t, w.sim.Now().Add(14*24*time.Hour).Unix(), a.Requirements.CurrentDeadline)
	w.sim.Advance(15 * 24 * time.Hour)
	a, err = w.sc.Accounts.GetByID(mill.ID, nil)
	require.NoError(t, err)
	require.False(t, a.PayoutsEnabled)
	require.Equal(t, []string{"individual.id_number"}, a.Requirements.PastDue)
	require.Equal(t, stripe.AccountRequirementsDisabledReason("requirements.past_due"), a.Requirements.DisabledReason)
	w.post("/_sim/accounts/"+mill.ID+"/onboard", "")
	a, err = w.sc.Accounts.GetByID(mill.ID, nil)
	require.NoError(t, err)
	require.True(t, a.PayoutsEnabled)
	require.Zero(t, a.Requirements.CurrentDeadline)
}

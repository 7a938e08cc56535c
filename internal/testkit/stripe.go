package testkit

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/stretchr/testify/require"
)

// StripeTransfer is a transfer as Stripe has it.
type StripeTransfer struct {
	ID       string `json:"id"`
	Amount   int64  `json:"amount"`             // minor units
	Source   string `json:"source_transaction"` // the charge it draws on; empty: the balance
	Reversed int64  `json:"amount_reversed"`    // minor units
}

// TransfersAtStripe lists the transfers of a group, newest first, as Stripe has
// them.
func (w *World) TransfersAtStripe(group string) []StripeTransfer {
	w.t.Helper()
	var list struct{ Data []StripeTransfer }
	w.getStripe("/v1/transfers?limit=100&transfer_group="+url.QueryEscape(group), &list)
	return list.Data
}

// ConnectsByHand makes a connected account, without a seller, as somebody does who
// calls Stripe beside Étal, and returns its id.
func (w *World) ConnectsByHand() string {
	w.t.Helper()
	w.postStripe("/v1/accounts", w.App.Config.StripeSecretKey.Reveal(), url.Values{
		"type": {"express"}, "country": {"DE"}, "capabilities[transfers][requested]": {"true"},
	})
	return w.NewestAtStripe("/v1/accounts")
}

// TransfersByHand tries to transfer minor units of euros, drawn on a charge, as
// somebody does who calls Stripe beside Étal. It returns Stripe's answer.
func (w *World) TransfersByHand(account, charge string, minor int64) (status int, body string) {
	w.t.Helper()
	return w.tryStripe("/v1/transfers", w.App.Config.StripeSecretKey.Reveal(), url.Values{
		"destination": {account}, "source_transaction": {charge}, "amount": {strconv.FormatInt(minor, 10)}, "currency": {"eur"},
	})
}

// ReversesAtStripe takes minor units of a transfer back as somebody does in Stripe's
// Dashboard.
func (w *World) ReversesAtStripe(transfer string, minor int64) {
	w.t.Helper()
	w.postStripe("/v1/transfers/"+transfer+"/reversals", w.App.Config.StripeSecretKey.Reveal(), url.Values{
		"amount": {strconv.FormatInt(minor, 10)},
	})
}

// WithdrawsAtStripe pays all that is available of the platform's balance out to its
// bank, as somebody does in Stripe's Dashboard.
func (w *World) WithdrawsAtStripe() {
	w.t.Helper()
	var balance struct {
		Available []struct {
			Amount   int64
			Currency string
		}
	}
	w.getStripe("/v1/balance", &balance)
	for _, a := range balance.Available {
		if a.Amount > 0 {
			w.postStripe("/v1/payouts", w.App.Config.StripeSecretKey.Reveal(), url.Values{
				"amount": {strconv.FormatInt(a.Amount, 10)}, "currency": {a.Currency},
			})
		}
	}
}

// SchedulesPlatform sets how often Stripe pays the platform out by itself, as
// somebody does in Stripe's Dashboard: manual, daily, or the like.
func (w *World) SchedulesPlatform(interval string) {
	w.t.Helper()
	var own struct{ ID string }
	w.getStripe("/v1/account", &own)
	w.postStripe("/v1/accounts/"+own.ID, w.App.Config.StripeSecretKey.Reveal(), url.Values{
		"settings[payouts][schedule][interval]": {interval},
	})
}

// FilesAtStripe counts the files of evidence that Stripe has.
func (w *World) FilesAtStripe() int {
	w.t.Helper()
	var list struct{ Data []struct{ ID string } }
	w.getStripe("/v1/files?limit=100&purpose=dispute_evidence", &list)
	return len(list.Data)
}

// ChangesAtStripe changes an object of the platform's at Stripe, such as
// /v1/payment_intents/pi_1, as somebody else with its key does.
func (w *World) ChangesAtStripe(path string, form url.Values) {
	w.t.Helper()
	w.postStripe(path, w.App.Config.StripeSecretKey.Reveal(), form)
}

// NewestAtStripe is the id of the newest object of a list of Stripe's, such as
// /v1/charges.
func (w *World) NewestAtStripe(path string) string {
	w.t.Helper()
	var list struct{ Data []struct{ ID string } }
	w.getStripe(path+"?limit=1", &list)
	require.Len(w.t, list.Data, 1)
	return list.Data[0].ID
}

// StatesAtStripe are the states of the newest objects of a list of Stripe's, such as
// /v1/payment_intents, by id.
func (w *World) StatesAtStripe(path string) map[string]string {
	w.t.Helper()
	var list struct{ Data []struct{ ID, Status string } }
	w.getStripe(path+"?limit=100", &list)
	states := map[string]string{}
	for _, each := range list.Data {
		states[each.ID] = each.Status
	}
	return states
}

func (w *World) getStripe(path string, into any) {
	w.t.Helper()
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodGet, w.StripeURL+path, strings.NewReader(""))
	require.NoError(w.t, err)
	r.Header.Set("Authorization", "Bearer "+w.App.Config.StripeSecretKey.Reveal())
	status, body := w.send(r)
	require.Less(w.t, status, 300, "%s: %s", path, body)
	require.NoError(w.t, json.Unmarshal([]byte(body), into))
}

package stripe

import (
	"context"
	"fmt"
	"strconv"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/provider"
)

// The keys under which our identifiers are kept on Stripe's objects.
const (
	metaPayment  = "etal_payment"
	metaOrder    = "etal_order"
	metaAccount  = "etal_payout_account"
	metaSeller   = "etal_seller"
	metaTransfer = "etal_transfer"
	metaPayout   = "etal_payout"
	metaReversal = "etal_reversal"
	metaRefund   = "etal_refund"
)

// CreateIntent implements payment.Gateway. The intent is a charge on the
// platform's own account: the sellers' parts leave by transfers, so it names no
// fee, no destination and no other account.
//
// The buyer pays on a page of a client that Étal does not know, so methods
// that leave for another page and come back to an address are left out.
func (c *Client) CreateIntent(ctx context.Context, d payment.IntentDraft) (*payment.Intent, error) {
	units, err := toStripe(d.Amount)
	if err != nil {
		return nil, err
	}
	p := &sdk.PaymentIntentParams{
		Amount:   sdk.Int64(units),
		Currency: sdk.String(d.Amount.Currency.Lower()),
		AutomaticPaymentMethods: &sdk.PaymentIntentAutomaticPaymentMethodsParams{
			Enabled: sdk.Bool(true), AllowRedirects: sdk.String("never"),
		},
		Description:               sdk.String("Order " + d.OrderNumber),
		ReceiptEmail:              optional(d.Email),
		StatementDescriptorSuffix: sdk.String(descriptor("ORDER", d.OrderNumber)),
		TransferGroup:             sdk.String(d.TransferGroup),
		Metadata:                  map[string]string{metaPayment: string(d.PaymentID), metaOrder: string(d.OrderID)},
	}
	key := string(d.PaymentID)
	if d.Ended > 0 { // else Stripe answers with the one that has ended
		key += ":" + strconv.FormatInt(d.Ended, 10)
	}
	made, err := change(ctx, key, p, c.patient.PaymentIntents.New)
	if err != nil {
		return nil, err
	}
	intent, err := intentOf(made)
	if err != nil {
		return nil, doubt(err)
	}
	return intent, nil
}

// GetIntent implements payment.Gateway.
func (c *Client) GetIntent(ctx context.Context, intentID string) (*payment.Intent, error) {
	p := &sdk.PaymentIntentParams{}
	p.AddExpand("latest_charge.balance_transaction")
	found, err := read(ctx, intentID, p, c.jobs.PaymentIntents.Get)
	if err != nil {
		return nil, err
	}
	return intentOf(found)
}

// CancelIntent implements payment.Gateway.
//
// Cancelling twice is cancelling once, whatever the key. Stripe repeats the
// stored answer of a key for a day, also a refusal; an intent that could not be
// cancelled while the bank was working must not be refused for the rest of the
// day, so each call has a key of its own and only its repetitions share it.
func (c *Client) CancelIntent(ctx context.Context, intentID string, why payment.Cancellation) (*payment.Intent, error) {
	key := intentID + ":cancel:" + id.New[string]("try")
	reason := sdk.PaymentIntentCancellationReasonAbandoned
	if why == payment.CancellationRequested {
		reason = sdk.PaymentIntentCancellationReasonRequestedByCustomer
	}
	p := &sdk.PaymentIntentCancelParams{CancellationReason: sdk.String(string(reason))}
	made, err := change(ctx, key, p, func(p *sdk.PaymentIntentCancelParams) (*sdk.PaymentIntent, error) {
		return c.jobs.PaymentIntents.Cancel(intentID, p)
	})
	if err != nil {
		return nil, err
	}
	intent, err := intentOf(made)
	if err != nil {
		return nil, doubt(err)
	}
	return intent, nil
}

func intentOf(i *sdk.PaymentIntent) (*payment.Intent, error) {
	if i.ID == "" {
		return nil, errNoObject
	}
	units := i.Amount
	if i.Status == sdk.PaymentIntentStatusSucceeded {
		units = i.AmountReceived
	}
	amount, err := fromStripe(units, i.Currency)
	if err != nil {
		return nil, fmt.Errorf("intent %s: %w", i.ID, err)
	}
	intent := &payment.Intent{
		ID: i.ID, Status: intentStatus(i.Status), ClientSecret: i.ClientSecret, Amount: amount,
		PaymentID: payment.ID(i.Metadata[metaPayment]), Cancellation: cancellation(i.CancellationReason),
	}
	if e := i.LastPaymentError; e != nil {
		intent.ErrorCode, intent.DeclineCode = string(e.Code), string(e.DeclineCode)
	}
	if intent.Status != payment.IntentSucceeded || i.LatestCharge == nil {
		return intent, nil
	}
	intent.ChargeID = i.LatestCharge.ID
	// Nil while the charge is not settled; bare when it was not asked for.
	if t := i.LatestCharge.BalanceTransaction; t != nil && t.Currency != "" {
		settled, err := transactionOf(provider.Platform, t)
		if err != nil {
			return nil, err
		}
		intent.Transaction = &settled
	}
	return intent, nil
}

// intentStatus maps Stripe's states. Whatever is neither paid nor cancelled,
// known or new, is open: nothing is decided by it.
func intentStatus(s sdk.PaymentIntentStatus) payment.IntentStatus {
	switch s {
	case sdk.PaymentIntentStatusSucceeded:
		return payment.IntentSucceeded
	case sdk.PaymentIntentStatusCanceled:
		return payment.IntentCancelled
	case sdk.PaymentIntentStatusProcessing:
		return payment.IntentProcessing
	default:
		return payment.IntentOpen
	}
}

// cancellation maps Stripe's reasons. Of those that Étal does not give, one is Stripe's own.
func cancellation(r sdk.PaymentIntentCancellationReason) payment.Cancellation {
	switch r {
	case sdk.PaymentIntentCancellationReasonAbandoned:
		return payment.CancellationExpired
	case sdk.PaymentIntentCancellationReasonRequestedByCustomer:
		return payment.CancellationRequested
	case sdk.PaymentIntentCancellationReasonAutomatic:
		return payment.CancellationAutomatic
	default:
		return ""
	}
}

// nameOf is the id of the intent that a charge belongs to, empty for none.
func nameOf(i *sdk.PaymentIntent) string {
	if i == nil {
		return ""
	}
	return i.ID
}

package contract_test

import (
	"bytes"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"
)

// more tells of what a marketplace needs seldom: persons, files, keys of apps, debits,
// refunds that ask, and taxes.
func (s *story) more() {
	s.persons()
	s.files()
	s.debits()
	s.taxes()
}

func (s *story) persons() {
	sc := s.sc
	a := did(sc.Accounts.New(&stripe.AccountParams{
		Type: stripe.String("custom"), Country: stripe.String("US"), BusinessType: stripe.String("company"),
		TOSAcceptance: &stripe.AccountTOSAcceptanceParams{Date: stripe.Int64(1_770_000_000), IP: stripe.String("192.0.2.1")},
	}))
	who := did(sc.Persons.New(&stripe.PersonParams{
		Account: stripe.String(a.ID), FirstName: stripe.String("Ada"), LastName: stripe.String("Mill"), Email: stripe.String("ada@example.com"),
		Relationship: &stripe.PersonRelationshipParams{Representative: stripe.Bool(true), Title: stripe.String("CEO"), PercentOwnership: stripe.Float64(30)},
		Address:      &stripe.AddressParams{Line1: stripe.String("address_full_match"), City: stripe.String("Town")},
		DOB:          &stripe.PersonDOBParams{Day: stripe.Int64(1), Month: stripe.Int64(1), Year: stripe.Int64(1901)},
		SSNLast4:     stripe.String("0000"), PoliticalExposure: stripe.String("none"), Nationality: stripe.String("US"),
	}))
	of := &stripe.PersonParams{Account: stripe.String(a.ID)}
	did(sc.Persons.Get(who.ID, of))
	did(sc.Persons.Update(who.ID, &stripe.PersonParams{Account: stripe.String(a.ID), Phone: stripe.String("+15550100")}))
	sc.Persons.List(&stripe.PersonListParams{Account: stripe.String(a.ID)}).PersonList()
	other := did(sc.Persons.New(&stripe.PersonParams{Account: stripe.String(a.ID), FirstName: stripe.String("Bo")}))
	did(sc.Persons.Del(other.ID, of))
	c := did(sc.Customers.New(&stripe.CustomerParams{Name: stripe.String("Alice")}))
	key := did(sc.EphemeralKeys.New(&stripe.EphemeralKeyParams{Customer: stripe.String(c.ID), StripeVersion: stripe.String(stripe.APIVersion)}))
	did(sc.EphemeralKeys.Del(key.ID, nil))
}

func (s *story) files() {
	sc := s.sc
	f := did(sc.Files.New(&stripe.FileParams{
		FileReader: bytes.NewReader([]byte("%PDF-1.7 receipt")), Filename: stripe.String("receipt.pdf"), Purpose: stripe.String("dispute_evidence"),
	}))
	did(sc.Files.Get(f.ID, nil))
	sc.Files.List(&stripe.FileListParams{Purpose: stripe.String("dispute_evidence")}).FileList()
	i := did(s.pay("pm_card_createDispute"))
	id := sc.Disputes.List(&stripe.DisputeListParams{PaymentIntent: stripe.String(i.ID)}).DisputeList().Data[0].ID
	did(sc.Disputes.Update(id, &stripe.DisputeParams{Evidence: &stripe.DisputeEvidenceParams{Receipt: stripe.String(f.ID)}, Submit: stripe.Bool(true)}))
	paid := did(s.pay("pm_card_bypassPending"))
	r := did(sc.Refunds.New(&stripe.RefundParams{
		PaymentIntent: stripe.String(paid.ID), Amount: stripe.Int64(100), InstructionsEmail: stripe.String("alice@example.com"),
	}))
	s.control("refunds/" + r.ID + "/ask")
	did(sc.Refunds.Get(r.ID, nil))
	s.control("refunds/" + r.ID + "/answer")
}

func (s *story) debits() {
	sc := s.sc
	debit := func(iban string) *stripe.PaymentIntent {
		return did(sc.PaymentIntents.New(&stripe.PaymentIntentParams{
			Amount: stripe.Int64(1_000), Currency: stripe.String("eur"), Confirm: stripe.Bool(true), PaymentMethodTypes: stripe.StringSlice([]string{"sepa_debit"}),
			PaymentMethodData: &stripe.PaymentIntentPaymentMethodDataParams{
				Type: stripe.String("sepa_debit"), SEPADebit: &stripe.PaymentMethodSEPADebitParams{IBAN: stripe.String(iban)},
				BillingDetails: &stripe.PaymentIntentPaymentMethodDataBillingDetailsParams{Name: stripe.String("Alice"), Email: stripe.String("alice@example.com")},
			},
			MandateData: &stripe.PaymentIntentMandateDataParams{CustomerAcceptance: &stripe.PaymentIntentMandateDataCustomerAcceptanceParams{
				Type: stripe.String("offline"), Offline: &stripe.PaymentIntentMandateDataCustomerAcceptanceOfflineParams{},
			}},
		}))
	}
	paid, refused := debit("AT611904300234573201"), debit("AT861904300235473202")
	did(sc.Charges.Get(paid.LatestCharge.ID, nil))
	did(sc.PaymentMethods.Get(paid.PaymentMethod.ID, nil))
	s.control("charges/" + paid.LatestCharge.ID + "/settle")
	s.control("charges/" + refused.LatestCharge.ID + "/fail")
	for _, i := range []*stripe.PaymentIntent{paid, refused} {
		did(sc.PaymentIntents.Get(i.ID, nil))
		did(sc.Charges.Get(i.LatestCharge.ID, nil))
	}
	r := did(sc.Refunds.New(&stripe.RefundParams{PaymentIntent: stripe.String(paid.ID), Amount: stripe.Int64(100)}))
	did(sc.Refunds.Get(r.ID, nil))
}

func (s *story) taxes() {
	sc := s.sc
	p := &stripe.TaxCalculationParams{
		Currency: stripe.String("eur"),
		CustomerDetails: &stripe.TaxCalculationCustomerDetailsParams{
			Address: &stripe.AddressParams{Country: stripe.String("DE"), PostalCode: stripe.String("10115")}, AddressSource: stripe.String("shipping"),
		},
		LineItems:    []*stripe.TaxCalculationLineItemParams{{Amount: stripe.Int64(1_000), Reference: stripe.String("tea")}},
		ShippingCost: &stripe.TaxCalculationShippingCostParams{Amount: stripe.Int64(500)},
	}
	p.AddExpand("line_items")
	c := did(sc.TaxCalculations.New(p))
	lines := &stripe.TaxCalculationListLineItemsParams{Calculation: stripe.String(c.ID)}
	sc.TaxCalculations.ListLineItems(lines).TaxCalculationLineItemList()
	lines.AddExpand("data.tax_breakdown")
	sc.TaxCalculations.ListLineItems(lines).TaxCalculationLineItemList()
	t := did(sc.TaxTransactions.CreateFromCalculation(&stripe.TaxTransactionCreateFromCalculationParams{Calculation: stripe.String(c.ID), Reference: stripe.String("ord_1")}))
	did(sc.TaxTransactions.Get(t.ID, nil))
	back := &stripe.TaxTransactionCreateReversalParams{
		Mode: stripe.String("partial"), FlatAmount: stripe.Int64(-100), OriginalTransaction: stripe.String(t.ID), Reference: stripe.String("ref_1"),
	}
	back.AddExpand("line_items")
	made := did(sc.TaxTransactions.CreateReversal(back))
	require.Equal(s.t, stripe.TaxTransactionTypeReversal, made.Type)
	sc.TaxTransactions.ListLineItems(&stripe.TaxTransactionListLineItemsParams{Transaction: stripe.String(t.ID)}).TaxTransactionLineItemList()
}

package statement

import (
	"cmp"
	"slices"
	"strings"

	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
)

// facts are what journals are explained by: all of it was frozen before they were
// posted, or with them.
type facts struct {
	parts map[order.ID][]*order.SellerOrder
	given map[string][]*refund.Part // by cause

	charges map[charge.ID]*charge.Charge
}

// purse is one currency of a seller.
type purse struct {
	seller   seller.ID
	currency money.Currency
}

// moved is what a journal adds to the two balances of a purse.
type moved struct{ owed, atProvider int64 }

// movements sums the entries of a journal by purse.
func movements(j *ledger.Journal) map[purse]*moved {
	sums := map[purse]*moved{}
	for _, e := range j.Entries {
		if e.SellerID == "" {
			continue
		}
		k := purse{e.SellerID, e.Currency}
		if sums[k] == nil {
			sums[k] = &moved{}
		}
		if slices.Contains(ledger.OwedAccounts(), e.Account) {
			sums[k].owed -= e.AmountMinor
		}
		if slices.Contains(ledger.BalanceAccounts(), e.Account) {
			sums[k].atProvider += e.AmountMinor
		}
	}
	return sums
}

// reason is one thing that a journal adds to a balance.
type reason struct {
	kind  Kind
	rate  int64
	minor int64
}

// reasons gathers what is of one kind and rate, in the order of their first.
type reasons []reason

func (r *reasons) add(kind Kind, rate, minor int64) {
	i := slices.IndexFunc(*r, func(o reason) bool { return o.kind == kind && o.rate == rate })
	if i < 0 {
		*r = append(*r, reason{kind, rate, minor})
		return
	}
	(*r)[i].minor += minor
}

func (r *reasons) sum() (minor int64) {
	for _, o := range *r {
		minor += o.minor
	}
	return minor
}

// split explains a journal: the lines of a seller sum to what its entries add to
// the seller's balances, in each book. What nothing explains is a line of its own.
func split(p ledger.Place, f facts) []*Line {
	j := p.Journal
	sums := movements(j)
	purses := make([]purse, 0, len(sums))
	for k := range sums {
		purses = append(purses, k)
	}
	slices.SortFunc(purses, func(a, b purse) int {
		return cmp.Or(cmp.Compare(a.seller, b.seller), cmp.Compare(a.currency, b.currency))
	})
	var lines []*Line
	for _, k := range purses {
		position := int64(0)
		write := func(book Book, r reason) {
			if r.minor == 0 {
				return
			}
			lines = append(lines, &Line{
				SellerID: k.seller, Currency: k.currency, Seq: p.Seq, Position: position, JournalID: j.ID, OrderID: j.OrderID,
				Kind: r.kind, Book: book, AmountMinor: r.minor, VATBasisPoints: r.rate, PostedAt: j.PostedAt,
			})
			position++
		}
		explained := explain(j, k.seller, f)
		if rest := sums[k].owed - explained.sum(); rest != 0 {
			explained.add(restOf(j.Kind), 0, rest)
		}
		for _, r := range explained {
			write(BookPlatform, r)
		}
		write(BookProvider, reason{kind: providerKind(j.Kind), minor: sums[k].atProvider})
	}
	return lines
}

// explain gives the reasons that the facts know.
func explain(j *ledger.Journal, of seller.ID, f facts) reasons {
	switch j.Kind { //nolint:exhaustive // the others have one reason, which restOf names
	case ledger.KindSaleCaptured:
		return sale(f.parts[order.ID(j.OrderID)], of)
	case ledger.KindRefundAccepted:
		return f.back(j, of, KindRefunds, false)
	case ledger.KindRefundVoided:
		return f.back(j, of, KindRefunds, true)
	case ledger.KindSellerCharged, ledger.KindSellerCreditReversed:
		return f.beside(j, -1, KindCharges, KindChargesVAT)
	case ledger.KindSellerCredited, ledger.KindSellerChargeReversed:
		return f.beside(j, 1, KindCredits, KindCreditsVAT)
	case ledger.KindDisputeSettled:
		if touches(j, ledger.DisputeReceivable) { // else it was only kept aside
			return f.back(j, of, KindDisputes, strings.HasSuffix(j.Source, ":given_back"))
		}
	}
	return nil
}

func touches(j *ledger.Journal, a ledger.Account) bool {
	return slices.ContainsFunc(j.Entries, func(e *ledger.Entry) bool { return e.Account == a.Name && e.SellerID == a.SellerID })
}

// sale explains what a seller gets of an order.
func sale(parts []*order.SellerOrder, of seller.ID) reasons {
	var r reasons
	for _, p := range parts {
		if p.SellerID != of {
			continue
		}
		carriage := int64(0)
		if p.ShippingBy == pricing.PartySeller {
			carriage = p.ShippingMinor - p.PlatformShippingMinor
		}
		r.add(KindSales, 0, p.GoodsMinor())
		r.add(KindDiscounts, 0, -p.SellerDiscountMinor)
		r.add(KindShipping, 0, carriage)
		r.add(KindTaxes, 0, p.ShippingMinor-p.PlatformShippingMinor-carriage+p.TaxMinor-p.PlatformTaxMinor)
		for _, l := range p.Lines {
			rate := l.Reckoning.VATBasisPoints()
			r.add(KindCommission, rate, -l.CommissionMinor)
			r.add(KindCommissionVAT, rate, -l.CommissionVATMinor)
		}
	}
	return r
}

// back explains what a refund or dispute takes from a seller, or gives again when
// it is undone: then the commission that was returned is asked for anew.
func (f facts) back(j *ledger.Journal, of seller.ID, kind Kind, undone bool) reasons {
	rates := map[order.LineID]int64{}
	for _, p := range f.parts[order.ID(j.OrderID)] {
		for _, l := range p.Lines {
			rates[l.ID] = l.Reckoning.VATBasisPoints()
		}
	}
	var r reasons
	for _, p := range f.given[causeOf(j)] {
		if p.SellerID != of || p.SellerOrderID == "" || j.Kind == ledger.KindRefundAccepted && p.Cover != refund.CoverOf(j.Source) {
			continue
		}
		rate := rates[p.LineID]
		gross := p.SellerMinor + p.KeptMinor + p.CommissionMinor + p.CommissionVATMinor
		if undone {
			r.add(kind, 0, gross)
			r.add(KindCommission, rate, -p.CommissionMinor)
			r.add(KindCommissionVAT, rate, -p.CommissionVATMinor)
			continue
		}
		r.add(kind, 0, -gross)
		r.add(KindCommissionReturned, rate, p.CommissionMinor)
		r.add(KindVATReturned, rate, p.CommissionVATMinor)
	}
	return r
}

// beside explains a charge or credit, or its reversal.
func (f facts) beside(j *ledger.Journal, sign int64, net, vat Kind) reasons {
	var r reasons
	if c := f.charges[charge.ID(causeOf(j))]; c != nil {
		r.add(net, c.VATBasisPoints, sign*c.NetMinor)
		r.add(vat, c.VATBasisPoints, sign*c.VATMinor)
	}
	return r
}

// causeOf is the refund, dispute or charge that a journal was posted for: the second part
// of its source.
func causeOf(j *ledger.Journal) string {
	parts := strings.Split(j.Source, ":")
	if len(parts) < 2 {
		return ""
	}
	return parts[1]
}

// restOf is the reason for what a kind of journal moves and nothing explains.
func restOf(kind ledger.Kind) Kind {
	switch kind { //nolint:exhaustive // the others move nothing of what is owed, unless something is amiss
	case ledger.KindTransferRequested, ledger.KindManualPayout:
		return KindTransfers
	case ledger.KindDisputeFeeCharged, ledger.KindDisputeFeeBack:
		return KindDisputeFees
	case ledger.KindTransferFailed, ledger.KindReversalConfirmed, ledger.KindDebtDebited:
		return KindTransfersReturned
	case ledger.KindDebtWrittenOff, ledger.KindRefundVoided, ledger.KindDisputeSettled, ledger.KindSellerChargeReversed:
		return KindDebtsWrittenOff // undoing what was given up returns that much less
	}
	return KindAdjustments
}

// providerKind is the reason why a kind of journal moves the balance at the
// provider.
func providerKind(kind ledger.Kind) Kind {
	switch kind { //nolint:exhaustive // the others move nothing there, unless something is amiss
	case ledger.KindTransferReceived:
		return KindReceived
	case ledger.KindReversalTaken:
		return KindTakenBack
	case ledger.KindPayoutCreated:
		return KindPayouts
	case ledger.KindPayoutFailed:
		return KindPayoutsReturned
	}
	return KindProviderAdjustments
}

package refund

import (
	"strconv"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
)

// Ask says what is to be given back: lines, an amount, or everything that
// remains, of an order or of one seller's part of it. For a member of a seller
// an order is their part of it.
type Ask struct {
	OrderID      id.Any // of an order or a seller order
	Lines        []LineAsk
	Amount       *money.Input
	IsEverything *bool
}

// LineAsk says what is to be given back of a line: units with all that was paid
// for them, or an amount; and an amount of its shipping.
type LineAsk struct {
	LineID         order.LineID
	Quantity       *int64
	Amount         *money.Input
	ShippingAmount *money.Input
}

// CreateInput gives money back.
type CreateInput struct {
	OrderID        id.Any // of an order or a seller order
	Lines          []LineAsk
	Amount         *money.Input
	IsEverything   *bool
	Method         *Method
	Reason         Reason
	Note           *string
	IsRestocked    *bool
	IdempotencyKey string
}

func (in CreateInput) ask() Ask {
	return Ask{in.OrderID, in.Lines, in.Amount, in.IsEverything}
}

func (in CreateInput) method() Method {
	if in.Method == nil {
		return MethodCard
	}
	return *in.Method
}

// note checks the input and returns the note, trimmed.
func (in CreateInput) note() (string, error) {
	var l fault.List
	idempotency.CheckKey(&l, in.IdempotencyKey, "idempotencyKey")
	note := ""
	if in.Note != nil {
		note = l.Lines(*in.Note, 1000, "note")
	}
	return note, l.Err()
}

// pieces divides an ask over what remains.
func (a Ask) pieces(remaining []Component, c money.Currency) ([]Piece, error) {
	everything := a.IsEverything != nil && *a.IsEverything
	ways := 0
	for _, used := range []bool{everything, a.Amount != nil, len(a.Lines) > 0} {
		if used {
			ways++
		}
	}
	switch {
	case ways != 1:
		return nil, ErrEmpty
	case everything:
		return all(remaining)
	case a.Amount != nil:
		return a.flat(remaining, c)
	}
	return a.lines(remaining, c)
}

func all(remaining []Component) ([]Piece, error) {
	var pieces []Piece
	for _, c := range remaining {
		if c.Shares != (Shares{}) || c.Quantity > 0 {
			pieces = append(pieces, Piece{c})
		}
	}
	if Sum(pieces) == 0 {
		return nil, ErrTooMuch
	}
	return pieces, nil
}

func (a Ask) flat(remaining []Component, c money.Currency) ([]Piece, error) {
	amount, err := parse(a.Amount, c, "amount")
	if err != nil {
		return nil, err
	}
	if amount > buyerSum(remaining) {
		return nil, ErrTooMuch.At("amount")
	}
	return Flat(remaining, amount, c), nil
}

func buyerSum(remaining []Component) int64 {
	var sum int64
	for _, c := range remaining {
		sum += c.BuyerMinor()
	}
	return sum
}

func (a Ask) lines(remaining []Component, c money.Currency) ([]Piece, error) {
	byKey := map[key]Component{}
	for _, r := range remaining {
		byKey[r.key()] = r
	}
	named := map[order.LineID]bool{}
	var pieces []Piece
	for i, l := range a.Lines {
		at := func(field ...string) []string { return append([]string{"lines", strconv.Itoa(i)}, field...) }
		goods, ok := byKey[key{KindLine, l.LineID}]
		if !ok || named[l.LineID] {
			return nil, ErrLine.At(at("lineId")...)
		}
		named[l.LineID] = true
		more, err := l.pieces(goods, byKey[key{KindShipping, l.LineID}], c)
		if err != nil {
			return nil, under(err, at()...)
		}
		pieces = append(pieces, more...)
	}
	if Sum(pieces) == 0 {
		return nil, ErrEmpty
	}
	return pieces, nil
}

func (l LineAsk) pieces(goods, shipping Component, c money.Currency) (pieces []Piece, err error) {
	switch {
	case l.Quantity != nil && l.Amount != nil, l.Quantity == nil && l.Amount == nil && l.ShippingAmount == nil:
		return nil, ErrLineAmount
	case l.Quantity != nil:
		if *l.Quantity < 1 || *l.Quantity > goods.Quantity {
			return nil, ErrTooMuch.At("quantity")
		}
		pieces = append(pieces, goods.Units(*l.Quantity, c))
	case l.Amount != nil:
		if pieces, err = some(pieces, goods, l.Amount, c, "amount"); err != nil {
			return nil, err
		}
	}
	if l.ShippingAmount == nil {
		return pieces, nil
	}
	return some(pieces, shipping, l.ShippingAmount, c, "shippingAmount")
}

// some adds an amount of one component.
func some(pieces []Piece, of Component, in *money.Input, c money.Currency, field string) ([]Piece, error) {
	amount, err := parse(in, c, field)
	if err != nil {
		return nil, err
	}
	if amount > of.BuyerMinor() {
		return nil, ErrTooMuch.At(field)
	}
	return append(pieces, of.Amount(amount, c)), nil
}

// parse reads an amount that must be positive, in the currency of the order and
// in whole steps of it.
func parse(in *money.Input, c money.Currency, field string) (int64, error) {
	a, err := in.Parse()
	switch {
	case err != nil:
		return 0, under(err, field)
	case a.Currency != c:
		return 0, ErrCurrency.At(field)
	case a.Minor <= 0 || a.Minor%c.Step() != 0:
		return 0, money.ErrAmountRange.At(field)
	}
	return a.Minor, nil
}

func under(err error, path ...string) error {
	var l fault.List
	for _, f := range fault.As(err) {
		l.Add(f.Under(path...))
	}
	if len(l) == 0 {
		return err
	}
	return l.Err()
}

// CancelInput takes a refund back before its money has left.
type CancelInput struct {
	RefundID ID
}

// PayOtherwiseInput records that the buyer of a failed refund, or of one by
// bank, was paid.
type PayOtherwiseInput struct {
	RefundID       ID
	Method         Method // BANK or STORE_CREDIT
	Reference      *string
	IdempotencyKey string
}

func (in PayOtherwiseInput) reference() (string, error) {
	var l fault.List
	idempotency.CheckKey(&l, in.IdempotencyKey, "idempotencyKey")
	text := ""
	if in.Reference != nil {
		text = *in.Reference
	}
	switch in.Method {
	case MethodBank:
		text = l.Required(text, 200, "reference")
	case MethodCredit:
		text = l.Text(text, 200, "reference")
	case MethodCard:
		l.Add(ErrMethod.At("method").Saying("Say how the buyer was paid outside the provider: by bank or by credit."))
	}
	return text, l.Err()
}

// CreditPayOutInput records that a buyer's credit was paid out by bank.
type CreditPayOutInput struct {
	BuyerID        identity.AccountID
	Amount         money.Input
	Reference      string
	IdempotencyKey string
}

func (in CreditPayOutInput) check() (money.Amount, string, error) {
	var l fault.List
	idempotency.CheckKey(&l, in.IdempotencyKey, "idempotencyKey")
	reference := l.Required(in.Reference, 200, "reference")
	amount, err := in.Amount.Parse()
	if err != nil {
		for _, f := range fault.As(err) {
			l.Add(f.Under("amount"))
		}
	} else {
		l.Check(amount.Minor > 0, money.ErrAmountRange.At("amount"))
	}
	return amount, reference, l.Err()
}

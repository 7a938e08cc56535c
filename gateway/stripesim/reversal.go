package stripesim

// transferReversal takes back a transfer, in whole or in part.
type transferReversal struct {
	head
	Amount       int64             `json:"amount"`
	Transaction  *string           `json:"balance_transaction"`
	Currency     string            `json:"currency"`
	Refund       *string           `json:"destination_payment_refund"`
	Metadata     map[string]string `json:"metadata"`
	SourceRefund *string           `json:"source_refund"`
	Transfer     string            `json:"transfer"`
}

func (r *transferReversal) indexes() []string { return []string{"transfer=" + r.Transfer} }

func createReversal(u *unit, p *struct {
	Amount      *int64    `p:"amount" min:"1"`
	Description *string   `p:"description"`
	Metadata    *metadata `p:"metadata"`
	Fee         bool      `p:"refund_application_fee"`
},
) (any, *apiError) {
	t, err := u.transferByPath()
	if err != nil {
		return nil, err
	}
	left := t.Amount - t.Reversed
	amount := left
	if p.Amount != nil {
		amount = *p.Amount
	}
	if left == 0 {
		return nil, refuse("", "amount", "Transfer %s has already been reversed.", t.ID)
	}
	if amount > left {
		return nil, refuse("", "amount", "Reversal amount (%d) is greater than unreversed amount on transfer (%d).", amount, left)
	}
	py := must[*charge](u.s, t.Payment)
	in := must[*balanceTransaction](u.s, *py.Transaction)
	// Money that is still pending there comes back as pending; nobody can have spent it.
	on := in.AvailableOn
	if in.Status == "available" {
		on = u.now
		if u.s.opts.Reversals == ReversalStrict && u.s.state.purse(t.Destination, in.Currency).available < takenOf(in, py, amount) {
			return nil, refuse("balance_insufficient", "amount",
				"The connected account %s has insufficient available funds to reverse this transfer.", t.Destination)
		}
	}
	r := &transferReversal{Amount: amount, Currency: t.Currency, Metadata: map[string]string{}, Transfer: t.ID}
	r.ID, r.Object, r.Created = newID("trr_1"), "transfer_reversal", u.now
	if p.Metadata != nil {
		r.Metadata = p.Metadata.onto(nil)
	}
	u.reverse(t, r, py, on)
	return r, nil
}

// takenOf is what a reversal takes of what has arrived, at the rate at which it has: all
// reversals of a transfer take all of it together.
func takenOf(in *balanceTransaction, py *charge, amount int64) int64 {
	share := func(of int64) int64 { return in.Amount * of / py.Amount }
	return share(py.AmountRefunded+amount) - share(py.AmountRefunded)
}

// reverse books both sides of a reversal.
func (u *unit) reverse(t *transfer, r *transferReversal, py *charge, on int64) {
	in := must[*balanceTransaction](u.s, *py.Transaction)
	u.as(t.Destination, func() {
		back := &refund{
			Amount: r.Amount, Charge: ptr(py.ID), Currency: t.Currency, Metadata: map[string]string{},
			SourceReversal: ptr(r.ID), Status: "succeeded",
		}
		back.ID, back.Object, back.Created, back.account = newID("pyr_1"), "refund", u.now, t.Destination
		out := u.move(movement{
			kind: "payment_refund", category: "refund", amount: -takenOf(in, py, r.Amount), currency: in.Currency, source: back.ID, availableOn: on, rate: in.Rate,
		})
		out.hidden.Asked, out.hidden.From = -r.Amount, t.Currency
		u.put(out)
		back.Transaction, r.Refund = ptr(out.ID), ptr(back.ID)
		u.put(back)
		py.AmountRefunded += r.Amount
		py.Refunded = py.AmountRefunded == py.Amount
		u.put(py)
	})
	txn := u.move(movement{
		kind: "transfer_refund", category: "transfer_reversal", amount: r.Amount, currency: t.Currency, source: r.ID, availableOn: on,
	})
	r.Transaction = ptr(txn.ID)
	u.put(r)
	t.Reversed += r.Amount
	t.Full = t.Reversed == t.Amount
	t.listReversals(u.s.state)
	u.put(t)
	u.emit("transfer.reversed", t, nil)
}

func (u *unit) reversalByPath() (*transferReversal, *apiError) {
	t, err := u.transferByPath()
	if err != nil {
		return nil, err
	}
	r, ok := get[*transferReversal](u, u.path("reversal"))
	if !ok || r.Transfer != t.ID {
		return nil, missing("transfer reversal", u.path("reversal"), "")
	}
	return r, nil
}

func getReversal(u *unit, _ *none) (any, *apiError) {
	r, err := u.reversalByPath()
	if err != nil {
		return nil, err
	}
	return r, nil
}

func updateReversal(u *unit, p *struct {
	Metadata *metadata `p:"metadata"`
},
) (any, *apiError) {
	r, err := u.reversalByPath()
	if err != nil {
		return nil, err
	}
	if p.Metadata != nil {
		r.Metadata = p.Metadata.onto(r.Metadata)
		u.put(r)
	}
	return r, nil
}

func listReversals(u *unit, p *listParams) (any, *apiError) {
	t, err := u.transferByPath()
	if err != nil {
		return nil, err
	}
	return paginate(u, list(u, "transfer_reversal", "transfer", t.ID), *p, nil)
}

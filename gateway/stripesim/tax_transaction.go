package stripesim

// taxTransaction is tax that is owed for a sale, or that is owed no more since the sale
// was undone.
type taxTransaction struct {
	head
	Currency  string            `json:"currency"`
	Customer  *string           `json:"customer"`
	Details   taxCustomer       `json:"customer_details"`
	Shown     *struct{}         `json:"line_items"` // null: who wants lines expands them
	Livemode  bool              `json:"livemode"`
	Metadata  map[string]string `json:"metadata"`
	Reference string            `json:"reference"`
	Reversal  *taxReversal      `json:"reversal"`
	Shipping  *taxShipping      `json:"shipping_cost"`
	Date      int64             `json:"tax_date"`
	Type      string            `json:"type"`

	hidden txnLines
}

type txnLines struct {
	Lines []*txnLine `json:"lines"`
}

// txnLine is a line of a transaction.
type txnLine struct {
	taxLine
	Metadata map[string]string `json:"metadata"`
	Reversal *lineReversal     `json:"reversal"`
	Type     string            `json:"type"`
}

type lineReversal struct {
	Original string `json:"original_line_item"`
}

type taxReversal struct {
	Original *string `json:"original_transaction"`
}

func (t *taxTransaction) private() any { return &t.hidden }

func (t *taxTransaction) indexes() []string {
	out := []string{"reference=" + t.Reference}
	if t.Reversal != nil {
		out = append(out, "original="+deref(t.Reversal.Original))
	}
	return out
}

// unusedReference refuses a reference that a transaction has already.
func (u *unit) unusedReference(reference string) *apiError {
	if len(list(u, "tax.transaction", "reference", reference)) > 0 {
		return refuse("", "reference", "There is a tax transaction with the reference %s already.", reference)
	}
	return nil
}

// createTaxTransaction makes a calculation true. A calculation can be used once for each
// reference, while it lives.
func createTaxTransaction(u *unit, p *struct {
	Calculation string    `p:"calculation,required"`
	Metadata    *metadata `p:"metadata"`
	Reference   string    `p:"reference,required"`
},
) (any, *apiError) {
	c, ok := get[*taxCalculation](u, p.Calculation)
	if !ok {
		return nil, missing("tax calculation", p.Calculation, "calculation")
	}
	if err := u.unusedReference(p.Reference); err != nil {
		return nil, err
	}
	t := u.newTaxTransaction("transaction", p.Reference, p.Metadata)
	t.Currency, t.Customer, t.Details, t.Shipping, t.Date = c.Currency, c.Customer, c.Details, c.Shipping, c.Date
	for _, from := range c.hidden.Lines {
		line := &txnLine{taxLine: from.taxLine, Metadata: map[string]string{}, Type: "transaction"}
		line.ID, line.Object = newID("tax_li_"), "tax.transaction_line_item"
		t.hidden.Lines = append(t.hidden.Lines, line)
	}
	u.put(t)
	return t, nil
}

func (u *unit) newTaxTransaction(kind, reference string, m *metadata) *taxTransaction {
	t := &taxTransaction{Metadata: map[string]string{}, Reference: reference, Type: kind}
	t.ID, t.Object, t.Created = newID("tax_1"), "tax.transaction", u.now
	if m != nil {
		t.Metadata = m.onto(nil)
	}
	return t
}

type taxReversalParams struct {
	Flat  *int64 `p:"flat_amount"`
	Lines []struct {
		Amount    int64     `p:"amount,required"`
		Tax       int64     `p:"amount_tax,required"`
		Metadata  *metadata `p:"metadata"`
		Original  string    `p:"original_line_item,required"`
		Quantity  *int64    `p:"quantity" min:"0"`
		Reference string    `p:"reference,required"`
	} `p:"line_items"`
	Metadata  *metadata `p:"metadata"`
	Mode      string    `p:"mode,required" enum:"full|partial"`
	Original  string    `p:"original_transaction,required"`
	Reference string    `p:"reference,required"`
	Shipping  *struct {
		Amount int64 `p:"amount,required"`
		Tax    int64 `p:"amount_tax,required"`
	} `p:"shipping_cost"`
}

// reverseTax takes back tax of a transaction: all that is left, some of some lines, or an
// amount that is spread over what is left.
func reverseTax(u *unit, p *taxReversalParams) (any, *apiError) {
	o, ok := get[*taxTransaction](u, p.Original)
	switch {
	case !ok:
		return nil, missing("tax transaction", p.Original, "original_transaction")
	case o.Type == "reversal":
		return nil, refuse("", "original_transaction", "A reversal cannot be reversed.")
	case p.Mode == "full" && (p.Flat != nil || p.Lines != nil || p.Shipping != nil):
		return nil, reject("", "mode", "A full reversal takes neither line_items, shipping_cost nor flat_amount.")
	case p.Mode == "partial" && (p.Flat != nil) == (p.Lines != nil || p.Shipping != nil):
		return nil, reject("", "mode", "A partial reversal takes either flat_amount or line_items and shipping_cost.")
	}
	if err := u.unusedReference(p.Reference); err != nil {
		return nil, err
	}
	left := u.taxLeft(o)
	t := u.newTaxTransaction("reversal", p.Reference, p.Metadata)
	t.Currency, t.Customer, t.Details, t.Date, t.Reversal = o.Currency, o.Customer, o.Details, u.now, &taxReversal{&o.ID}
	var err *apiError
	switch {
	case p.Mode == "full":
		left.takeAll(t)
	case p.Flat != nil:
		err = left.takeFlat(t, -*p.Flat)
	default:
		err = left.takeLines(t, p)
	}
	if err != nil {
		return nil, err
	}
	u.put(t)
	return t, nil
}

// taxRest is what of a transaction was not reversed yet.
type taxRest struct {
	lines    []*txnLine
	shipping *taxShipping
}

func (u *unit) taxLeft(o *taxTransaction) *taxRest {
	r := &taxRest{}
	for _, l := range o.hidden.Lines {
		copied := *l
		r.lines = append(r.lines, &copied)
	}
	if o.Shipping != nil {
		copied := *o.Shipping
		r.shipping = &copied
	}
	for _, e := range list(u, "tax.transaction", "original", o.ID) {
		back := e.(*taxTransaction)
		for _, l := range back.hidden.Lines {
			if of := r.line(l.Reversal.Original); of != nil {
				of.Amount, of.Tax = of.Amount+l.Amount, of.Tax+l.Tax
			}
		}
		if back.Shipping != nil && r.shipping != nil {
			r.shipping.Amount, r.shipping.Tax = r.shipping.Amount+back.Shipping.Amount, r.shipping.Tax+back.Shipping.Tax
		}
	}
	return r
}

func (r *taxRest) line(id string) *txnLine {
	for _, l := range r.lines {
		if l.ID == id {
			return l
		}
	}
	return nil
}

// take writes a reversing line; amount and tax are what is taken back, above zero.
func (r *taxRest) take(t *taxTransaction, of *txnLine, amount, tax int64) *txnLine {
	line := *of
	line.ID, line.Type, line.Amount, line.Tax, line.Reversal = newID("tax_li_"), "reversal", -amount, -tax, &lineReversal{of.ID}
	t.hidden.Lines = append(t.hidden.Lines, &line)
	return &line
}

func (r *taxRest) takeShipping(t *taxTransaction, amount, tax int64) {
	back := *r.shipping
	back.Amount, back.Tax = -amount, -tax
	t.Shipping = &back
}

func (r *taxRest) takeAll(t *taxTransaction) {
	for _, l := range r.lines {
		r.take(t, l, l.Amount, l.Tax)
	}
	if r.shipping != nil {
		r.takeShipping(t, r.shipping.Amount, r.shipping.Tax)
	}
}

// whole is what a buyer pays for an amount with its tax.
func whole(amount, tax int64, behavior string) int64 {
	if behavior == "inclusive" {
		return amount
	}
	return amount + tax
}

// takeFlat spreads an amount over all that is left, each part up to what is left of it,
// so that the parts sum to the amount.
func (r *taxRest) takeFlat(t *taxTransaction, flat int64) *apiError {
	total := int64(0)
	for _, l := range r.lines {
		total += whole(l.Amount, l.Tax, l.Behavior)
	}
	if r.shipping != nil {
		total += whole(r.shipping.Amount, r.shipping.Tax, r.shipping.Behavior)
	}
	if flat <= 0 || flat > total {
		return refuse("", "flat_amount", "The flat_amount must be below zero, and no more than what is left (%d).", total)
	}
	split := func(amount, tax int64, behavior string) (int64, int64) {
		of := whole(amount, tax, behavior)
		part := int64(0)
		if total > 0 {
			part = flat * of / total
		}
		if of == total { // the last part takes what is left
			part = flat
		}
		total, flat = total-of, flat-part
		taxPart := int64(0)
		if of > 0 {
			taxPart = part * tax / of
		}
		if behavior == "inclusive" {
			return part, taxPart
		}
		return part - taxPart, taxPart
	}
	for _, l := range r.lines {
		amount, tax := split(l.Amount, l.Tax, l.Behavior)
		r.take(t, l, amount, tax)
	}
	if r.shipping != nil {
		amount, tax := split(r.shipping.Amount, r.shipping.Tax, r.shipping.Behavior)
		r.takeShipping(t, amount, tax)
	}
	return nil
}

func (r *taxRest) takeLines(t *taxTransaction, p *taxReversalParams) *apiError {
	for _, want := range p.Lines {
		of := r.line(want.Original)
		if of == nil {
			return missing("line item", want.Original, "line_items[original_line_item]")
		}
		if want.Amount > 0 || want.Tax > 0 || -want.Amount > of.Amount || -want.Tax > of.Tax {
			return refuse("", "line_items", "The line %s has %d and %d of tax left; reversals are below zero.", of.ID, of.Amount, of.Tax)
		}
		line := r.take(t, of, -want.Amount, -want.Tax)
		of.Amount, of.Tax, line.Reference = of.Amount+want.Amount, of.Tax+want.Tax, want.Reference
		if want.Quantity != nil {
			line.Quantity = *want.Quantity
		}
		if want.Metadata != nil {
			line.Metadata = want.Metadata.onto(nil)
		}
	}
	if s := p.Shipping; s != nil {
		if r.shipping == nil || s.Amount > 0 || s.Tax > 0 || -s.Amount > r.shipping.Amount || -s.Tax > r.shipping.Tax {
			return refuse("", "shipping_cost", "There is less of the shipping cost left, or nothing.")
		}
		r.takeShipping(t, -s.Amount, -s.Tax)
	}
	return nil
}

func getTaxTransaction(u *unit, _ *none) (any, *apiError) {
	t, ok := get[*taxTransaction](u, u.path("id"))
	if !ok {
		return nil, missing("tax transaction", u.path("id"), "")
	}
	return t, nil
}

func listTaxLines(u *unit, p *listParams) (any, *apiError) {
	t, ok := get[*taxTransaction](u, u.path("id"))
	if !ok {
		return nil, missing("tax transaction", u.path("id"), "")
	}
	return linesPage(u, t.hidden.Lines, p)
}

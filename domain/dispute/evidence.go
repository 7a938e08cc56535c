package dispute

import (
	"slices"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/order"
)

// fieldMax is how many characters the provider takes for one text of evidence.
const fieldMax = 20_000

// Evidence are the texts that answer a bank. A draft is made of the order; the
// seller and then an operator correct it.
type Evidence struct {
	ProductDescription string `json:"productDescription"`
	BuyerName          string `json:"buyerName"`
	BuyerEmail         string `json:"buyerEmail"` // filled in when it is sent; sellers do not see it
	ShippingAddress    string `json:"shippingAddress"`
	ShippingCarrier    string `json:"shippingCarrier"`
	ShippingDate       string `json:"shippingDate"`
	TrackingNumber     string `json:"trackingNumber"`
	RefundPolicy       string `json:"refundPolicy"`
	RefundRefusal      string `json:"refundRefusal"` // why the buyer was not given the money back
	Statement          string `json:"statement"`     // what there is to say besides
}

// Edit are the texts that somebody changes; what is nil stays as it is.
type Edit struct {
	ProductDescription *string
	ShippingCarrier    *string
	ShippingDate       *string
	TrackingNumber     *string
	RefundPolicy       *string
	RefundRefusal      *string
	Statement          *string
}

// onto changes a copy of evidence. It returns faults of texts that are too long.
func (in Edit) onto(e Evidence) (Evidence, error) {
	var l fault.List
	for _, f := range []struct {
		name string
		to   *string
		from *string
	}{
		{"productDescription", &e.ProductDescription, in.ProductDescription},
		{"shippingCarrier", &e.ShippingCarrier, in.ShippingCarrier},
		{"shippingDate", &e.ShippingDate, in.ShippingDate},
		{"trackingNumber", &e.TrackingNumber, in.TrackingNumber},
		{"refundPolicy", &e.RefundPolicy, in.RefundPolicy},
		{"refundRefusal", &e.RefundRefusal, in.RefundRefusal},
		{"statement", &e.Statement, in.Statement},
	} {
		if f.from != nil {
			*f.to = l.Lines(*f.from, fieldMax, f.name)
		}
	}
	return e, l.Err()
}

// draftOf makes evidence of what is known of a part of an order.
func draftOf(o *order.Order, part *order.SellerOrder, policy string) Evidence {
	e := Evidence{
		BuyerName: part.ShipTo.Name, ShippingAddress: written(part.ShipTo), RefundPolicy: policy,
		ProductDescription: bought(part), Statement: "Order " + part.Number + " was placed on " + day(o.PlacedAt) + " and paid.",
	}
	if part.ShippedAt != nil {
		e.ShippingDate = day(*part.ShippedAt)
	}
	var carriers, numbers []string
	for _, s := range part.Shipments {
		carriers, numbers = appendNew(carriers, s.Carrier), appendNew(numbers, s.TrackingNumber)
		if s.TrackingURL != "" {
			e.Statement += " It can be followed at " + s.TrackingURL + "."
		}
	}
	e.ShippingCarrier, e.TrackingNumber = strings.Join(carriers, ", "), strings.Join(numbers, ", ")
	if len(part.Shipments) > 0 || part.ShippedAt != nil {
		e.Statement += " It was sent to the address that the buyer has given with the order."
	}
	return e
}

// appendNew adds what is said and not in a list yet.
func appendNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

func bought(part *order.SellerOrder) string {
	var b strings.Builder
	for _, l := range part.Lines {
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		b.WriteString(l.Title)
		if l.VariantTitle != "" {
			b.WriteString(" (" + l.VariantTitle + ")")
		}
		b.WriteString(" × " + decimal(l.Quantity) + ", " + l.UnitPrice().String() + " each")
	}
	return b.String()
}

func written(a order.Address) string {
	lines := []string{a.Name, a.Line1, a.Line2, strings.TrimSpace(a.PostalCode + " " + a.City), a.Region, a.Country}
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n")
}

func day(at time.Time) string { return at.UTC().Format(time.DateOnly) }

// merge makes one answer of what the parts of an order say. What differs is said
// one below the other. It returns ErrEvidenceLong when that is too much.
func merge(parts []*Part) (Evidence, error) {
	var out Evidence
	for _, field := range []func(*Evidence) *string{
		func(e *Evidence) *string { return &e.ProductDescription },
		func(e *Evidence) *string { return &e.BuyerName },
		func(e *Evidence) *string { return &e.ShippingAddress },
		func(e *Evidence) *string { return &e.ShippingCarrier },
		func(e *Evidence) *string { return &e.ShippingDate },
		func(e *Evidence) *string { return &e.TrackingNumber },
		func(e *Evidence) *string { return &e.RefundPolicy },
		func(e *Evidence) *string { return &e.RefundRefusal },
		func(e *Evidence) *string { return &e.Statement },
	} {
		var texts []string
		for _, p := range parts {
			if text := *field(&p.Evidence); text != "" && p.AcceptedAt == nil && !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}
		*field(&out) = strings.Join(texts, "\n")
		if len(*field(&out)) > fieldMax {
			return out, ErrEvidenceLong
		}
	}
	return out, nil
}

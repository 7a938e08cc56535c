package order

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/bojanz/currency"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/seller"
)

// Check trims the address and adds a fault for each part that is missing or
// wrong, below path.
func (a Address) Check(l *fault.List, path ...string) Address {
	at := func(field string) []string { return append(path[:len(path):len(path)], field) }
	a.Name = l.Required(a.Name, 120, at("name")...)
	a.Line1 = l.Required(a.Line1, 200, at("line1")...)
	a.Line2 = l.Text(a.Line2, 200, at("line2")...)
	a.PostalCode = l.Text(a.PostalCode, 20, at("postalCode")...)
	a.City = l.Required(a.City, 100, at("city")...)
	a.Region = l.Text(a.Region, 100, at("region")...)
	a.Phone = l.Text(a.Phone, 40, at("phone")...)
	a.Country = strings.ToUpper(strings.TrimSpace(a.Country))
	_, known := currency.ForCountryCode(a.Country)
	l.Check(known, seller.ErrCountry.At(at("country")...))
	return a
}

// ShipInput marks a seller order, or some of it, as sent.
type ShipInput struct {
	SellerOrderID SellerOrderID
	// Lines are what the parcel holds; nil means all that is still to be sent.
	Lines          []ShipLine
	Carrier        *string
	TrackingNumber *string
	TrackingURL    *string
	// UndoSeconds is how long the shipment may be withdrawn, 0 to 60: so long nobody
	// is told of it. Nil means not at all.
	UndoSeconds *int64
	// IdempotencyKey names the parcel: the same key and input send it once; without one,
	// each is another.
	IdempotencyKey *string
}

// ShipLine says how many units of a line a parcel holds.
type ShipLine struct {
	LineID   LineID
	Quantity int64
}

// WithdrawShipmentInput takes a shipment back that nobody was told of yet.
type WithdrawShipmentInput struct {
	ShipmentID ShipmentID
}

const undoSecondsMax = 60

func (in ShipInput) shipment() (*Shipment, error) {
	var l fault.List
	s := &Shipment{
		SellerOrderID:  in.SellerOrderID,
		Carrier:        l.Text(value(in.Carrier), 80, "carrier"),
		TrackingNumber: l.Text(value(in.TrackingNumber), 80, "trackingNumber"),
		TrackingURL:    l.Text(value(in.TrackingURL), 500, "trackingUrl"),
	}
	if s.TrackingURL != "" {
		u, err := url.Parse(s.TrackingURL)
		l.Check(err == nil && u.Scheme == "https" && u.Host != "", ErrTrackingURL.At("trackingUrl"))
	}
	l.Check(in.Lines == nil || len(in.Lines) > 0, ErrShipmentEmpty.At("lines"))
	if n := in.UndoSeconds; n != nil {
		l.Check(*n >= 0 && *n <= undoSecondsMax, ErrUndoSeconds.At("undoSeconds"))
	}
	if in.IdempotencyKey != nil {
		idempotency.CheckKey(&l, *in.IdempotencyKey, "idempotencyKey")
	}
	return s, l.Err()
}

// undo is how long a shipment may be withdrawn.
func (in ShipInput) undo() time.Duration {
	if in.UndoSeconds == nil {
		return 0
	}
	return time.Duration(*in.UndoSeconds) * time.Second
}

// chosen checks what a parcel is to hold against what has not left.
func chosen(asked []ShipLine, unsent []*ShipmentLine) ([]*ShipmentLine, error) {
	left := make(map[LineID]*ShipmentLine, len(unsent))
	for _, l := range unsent {
		left[l.LineID] = l
	}
	var faults fault.List
	var lines []*ShipmentLine
	named := map[LineID]bool{}
	for i, a := range asked {
		at := strconv.Itoa(i)
		of := left[a.LineID]
		switch {
		case of == nil || named[a.LineID]:
			faults.Add(ErrShipmentLine.At("lines", at, "lineId"))
		case a.Quantity < 1 || a.Quantity > of.Quantity:
			faults.Add(ErrShipmentQuantity.At("lines", at, "quantity"))
		default:
			lines = append(lines, &ShipmentLine{LineID: a.LineID, Quantity: a.Quantity, Line: of.Line})
		}
		named[a.LineID] = true
	}
	return lines, faults.Err()
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

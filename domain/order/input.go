package order

import (
	"net/url"
	"strings"

	"github.com/bojanz/currency"

	"github.com/etal-market/etal/domain/fault"
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

// ShipInput marks a seller order as sent.
type ShipInput struct {
	SellerOrderID  SellerOrderID
	Carrier        *string
	TrackingNumber *string
	TrackingURL    *string
}

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
	return s, l.Err()
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

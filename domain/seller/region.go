package seller

import (
	"context"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/fault"
)

// ErrCountryUnpaid is returned to who applies from a country to which the
// platform's country cannot transfer money.
var ErrCountryUnpaid = fault.New(fault.Invalid, "COUNTRY_UNPAID", "Sellers in this country cannot be paid from here.")

// eea is the European Economic Area.
func eea() []string {
	return []string{
		"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU",
		"LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
	}
}

// reaches reports whether a country is one of those among which Stripe transfers
// to connected accounts: the United States, Canada, the United Kingdom,
// Switzerland and the EEA (docs.stripe.com/connect/cross-border-payouts,
// "Availability", as of November 2026).
func reaches(country string) bool {
	return slices.Contains(append(eea(), "US", "CA", "GB", "CH"), country)
}

// CanBePaid reports whether a platform in one country can transfer to sellers in
// another. It is true when it is not said where the platform is.
func CanBePaid(platform, country string) bool {
	return platform == "" || platform == country || reaches(platform) && reaches(country)
}

// IsCrossBorder reports whether Stripe takes its fee for transfers between two
// countries. Within the EEA, and between it and the United Kingdom, it does not
// (docs.stripe.com/connect/cross-border-payouts, "Pricing", as of November 2026).
func IsCrossBorder(platform, country string) bool {
	if platform == "" || platform == country {
		return false
	}
	free := append(eea(), "GB")
	return !slices.Contains(free, platform) || !slices.Contains(free, country)
}

// PaidFrom says in which country the platform is; empty: nobody has said. It is
// called once, before anything is served.
func (s *Service) PaidFrom(country string) { s.platformCountry = country }

// CountriesTx returns the countries of sellers.
func CountriesTx(ctx context.Context, q db.Querier, ids []ID) (map[ID]string, error) {
	sellers, err := selectSellers(ctx, q, ids)
	if err != nil {
		return nil, fmt.Errorf("load sellers: %w", err)
	}
	countries := make(map[ID]string, len(sellers))
	for _, one := range sellers {
		countries[one.ID] = one.Country
	}
	return countries, nil
}

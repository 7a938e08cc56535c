package payout

import (
	"github.com/bojanz/currency"

	"github.com/etal-market/etal/domain/money"
)

// bankMinimums are the least that banks of a country are paid across borders
// where that is not one whole unit of its currency, in whole units
// (docs.stripe.com/connect/cross-border-payouts/special-requirements,
// "Cross-border minimum payout amounts", as stored in 2026).
func bankMinimums() map[string]int64 {
	return map[string]int64{
		"AL": 3000, "AO": 23000, "AR": 4600, "AM": 12100, "AU": 0, "AZ": 50, "BD": 20, "BT": 2500, "BO": 200, "BA": 50,
		"KH": 123000, "CA": 0, "CL": 23000, "CO": 140000, "MX": 10, "PH": 20, "SV": 30,
	}
}

// bankMinimum is the least that can be paid out to a bank of a country from a
// platform in another one, in minor units of the country's own currency; zero
// where there is none.
func bankMinimum(platform, country string, c money.Currency) int64 {
	local, known := currency.ForCountryCode(country)
	if platform == "" || platform == country || !known || money.Currency(local) != c {
		return 0
	}
	units, named := bankMinimums()[country]
	if !named {
		units = 1
	}
	for range c.Decimals() {
		units *= 10
	}
	return units
}

// hardLeast is what no payout of an account may be below, however long the money
// has been there: the bank would not take it.
func (s *Service) hardLeast(a *Account, c money.Currency) int64 {
	return bankMinimum(s.policy.PlatformCountry, a.Country, c)
}

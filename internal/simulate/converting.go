package simulate

import (
	"context"
	"fmt"
	"math/big"
	"net/http"
	"net/url"
	"strings"
)

// worths are what one of a currency is worth, in millionths of a euro.
func worths() map[string]int64 {
	return map[string]int64{
		"EUR": 1_000_000, "USD": 921_300, "GBP": 1_171_900, "JPY": 6_130, "KWD": 3_003_700, "HUF": 2_570, "ISK": 6_710, "TND": 297_100, "UGX": 251,
	}
}

// setRates lets Stripe convert at other rates than the day before, up to a tenth more or
// less than usual, where it converts.
func (w *World) setRates(ctx context.Context) error {
	if !w.plan.Setup.Converted {
		return nil
	}
	worth := worths()
	own := w.plan.Setup.Currencies[0]
	form := url.Values{"settles[0]": {strings.ToLower(own)}, "fee_basis_points": {"100"}}
	for i, code := range w.plan.Setup.Currencies[1:] {
		percent := int64(90 + (7*w.day+5*i)%21)
		rate := big.NewRat(worth[code]*percent, worth[own]*100)
		form.Set("rates["+strings.ToLower(code)+"]", rate.FloatString(10))
	}
	status, body, err := w.atStripe(ctx, "/_sim/conversion", form, "")
	if err == nil && status != http.StatusOK {
		err = fmt.Errorf("rates: %d %s", status, body)
	}
	return err
}

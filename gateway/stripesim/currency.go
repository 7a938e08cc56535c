package stripesim

import "strings"

// knownCurrency tells whether Stripe charges in the currency.
func knownCurrency(code string) bool {
	const codes = " usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xof xpf yer zar zmw "
	return len(code) == 3 && strings.Contains(codes, " "+strings.ToLower(code)+" ")
}

func invalidCurrency(code string) *apiError {
	return reject("", "currency", "Invalid currency: %s. Stripe currently supports these currencies by their ISO 4217 codes.", code)
}

// chargeable checks an amount against the least and the most a charge may be, and
// against currencies whose last digits must be zero.
func chargeable(amount int64, currency string) *apiError {
	if least := chargeMin(currency); amount < least {
		return reject("amount_too_small", "amount", "Amount must be no less than %d in the smallest unit of %s.", least, currency)
	}
	most := int64(99_999_999)
	if currency == "idr" {
		most = 999_999_999_999
	}
	if amount > most {
		return reject("amount_too_large", "amount", "Amount must be no more than %d in the smallest unit of %s.", most, currency)
	}
	return divisible(amount, currency)
}

// divisible: UGX and ISK have no decimals but are sent with two; currencies with
// three decimals are settled in tens.
func divisible(amount int64, currency string) *apiError {
	switch currency {
	case "ugx", "isk":
		if amount%100 != 0 {
			return reject("invalid_charge_amount", "amount", "Amounts in %s must be divisible by 100.", currency)
		}
	case "bhd", "jod", "kwd", "omr", "tnd":
		if amount%10 != 0 {
			return reject("invalid_charge_amount", "amount", "Amounts in %s must end in 0.", currency)
		}
	}
	return nil
}

// chargeMin is the smallest charge in minor units.
func chargeMin(currency string) int64 {
	switch currency {
	case "usd", "eur", "cad", "aud", "chf", "sgd", "nzd", "brl", "inr":
		return 50
	case "gbp":
		return 30
	case "jpy":
		return 50
	case "dkk":
		return 250
	case "sek", "nok":
		return 300
	case "pln", "ron", "myr", "aed":
		return 200
	case "huf":
		return 17_500
	case "czk":
		return 1_500
	case "hkd":
		return 400
	case "mxn", "thb":
		return 1_000
	case "bgn":
		return 100
	}
	return 1
}

// currencyOf is the default currency of a country.
func currencyOf(country, fallback string) string {
	switch country {
	case "US":
		return "usd"
	case "GB":
		return "gbp"
	case "CA":
		return "cad"
	case "CH", "LI":
		return "chf"
	case "AU":
		return "aud"
	case "JP":
		return "jpy"
	case "SE":
		return "sek"
	case "NO":
		return "nok"
	case "DK":
		return "dkk"
	case "PL":
		return "pln"
	case "AT", "BE", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PT", "SI", "SK":
		return "eur"
	}
	return fallback
}

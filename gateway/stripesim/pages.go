package stripesim

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"
)

//go:embed pages/*.html
var pageFiles embed.FS

func parsePages() (*template.Template, error) {
	t, err := template.ParseFS(pageFiles, "pages/*.html")
	if err != nil {
		return nil, fmt.Errorf("parse the pages: %w", err)
	}
	return t, nil
}

func (s *Simulator) page(w http.ResponseWriter, status int, name string, data any) {
	var body bytes.Buffer
	if err := s.pages.ExecuteTemplate(&body, name, data); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(body.Bytes())
}

// decimals writes minor units for people.
func decimals(amount int64, currency string) string {
	places := 2
	switch currency {
	case "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf":
		return strconv.FormatInt(amount, 10)
	case "bhd", "jod", "kwd", "omr", "tnd":
		places = 3
	}
	sign := ""
	if amount < 0 {
		sign, amount = "-", -amount
	}
	digits := strconv.FormatInt(amount, 10)
	if len(digits) <= places {
		digits = strings.Repeat("0", places+1-len(digits)) + digits
	}
	return sign + digits[:len(digits)-places] + "." + digits[len(digits)-places:]
}

func (s *Simulator) indexPage(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tick()
	s.page(w, http.StatusOK, "index.html", map[string]any{
		"Now": s.now().Format("2006-01-02 15:04:05 MST"), "Version": APIVersion, "Objects": len(s.state.byID),
		"Accounts": len(s.state.lists["account|"+s.opts.PlatformAccount]), "Platform": s.opts.PlatformAccount,
		"Persistent": s.journal != nil, "Webhooks": len(s.state.hooks),
		"Waiting": len(s.state.lists["sim.delivery|"+s.opts.PlatformAccount]),
	})
}

type dashboardRow struct{ Currency, Pending, Available string }

type dashboardPayout struct{ ID, Amount, Currency, Status string }

// dashboardPage is what a login link opens: a seller's balance and payouts.
func (s *Simulator) dashboardPage(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tick()
	a, ok := s.state.byID[r.PathValue("id")].(*account)
	if !ok || a.gone {
		s.page(w, http.StatusNotFound, "gone.html", nil)
		return
	}
	var rows []dashboardRow
	for _, currency := range s.state.held[a.ID] {
		p := s.state.purse(a.ID, currency)
		rows = append(rows, dashboardRow{strings.ToUpper(currency), decimals(p.pending, currency), decimals(p.available, currency)})
	}
	var payouts []dashboardPayout
	for _, e := range s.state.lists["payout|"+a.ID] {
		o := e.(*payout)
		payouts = append(payouts, dashboardPayout{o.ID, decimals(o.Amount, o.Currency), strings.ToUpper(o.Currency), o.Status})
	}
	s.page(w, http.StatusOK, "dashboard.html", map[string]any{
		"Account": a.ID, "Business": deref(a.BusinessProfile.Name), "Rows": rows, "Payouts": payouts,
		"Schedule": a.Settings.Payouts.Schedule.Interval,
	})
}

// receiptPage is what a charge's receipt_url opens.
func (s *Simulator) receiptPage(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, ok := s.state.byID[r.PathValue("id")].(*charge)
	if !ok {
		s.page(w, http.StatusNotFound, "gone.html", nil)
		return
	}
	card := ""
	if c.Details != nil && c.Details.Card != nil {
		card = c.Details.Card.Brand + " •••• " + c.Details.Card.Last4
	}
	if c.Details != nil && c.Details.Sepa != nil {
		card = c.Details.Sepa.Country + " •••• " + c.Details.Sepa.Last4
	}
	s.page(w, http.StatusOK, "receipt.html", map[string]any{
		"ID": c.ID, "Amount": decimals(c.Amount, c.Currency), "Currency": strings.ToUpper(c.Currency), "Card": card,
		"Status": c.Status, "Refunded": decimals(c.AmountRefunded, c.Currency), "Text": deref(c.Description),
	})
}

package stripe

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
)

// errNoObject is an answer that says yes and has nothing in it.
var errNoObject = errors.New("the answer of Stripe has no object in it")

// CreateAccount implements payout.AccountGateway. The seller gets the Express
// dashboard; the platform pays Stripe's fees and bears losses, which separate
// charges and transfers require; Stripe collects what the law wants to know.
//
// Only transfers are asked for: the buyer's charge is the platform's, and every
// further capability makes the seller answer more questions. Stripe has to approve a
// platform for that; Options.AccountCards asks for card payments besides, which needs no
// approval. Payouts are manual, because the payout policy is ours.
func (c *Client) CreateAccount(ctx context.Context, d payout.AccountDraft) (*payout.ProviderAccount, error) {
	p := &sdk.AccountParams{
		Country: sdk.String(d.Country),
		Email:   optional(d.Email),
		Controller: &sdk.AccountControllerParams{
			Fees:                  &sdk.AccountControllerFeesParams{Payer: sdk.String("application")},
			Losses:                &sdk.AccountControllerLossesParams{Payments: sdk.String("application")},
			RequirementCollection: sdk.String("stripe"),
			StripeDashboard:       &sdk.AccountControllerStripeDashboardParams{Type: sdk.String("express")},
		},
		Capabilities: &sdk.AccountCapabilitiesParams{
			Transfers: &sdk.AccountCapabilitiesTransfersParams{Requested: sdk.Bool(true)},
		},
		BusinessProfile: &sdk.AccountBusinessProfileParams{Name: sdk.String(d.Name)},
		Settings: &sdk.AccountSettingsParams{Payouts: &sdk.AccountSettingsPayoutsParams{
			Schedule: &sdk.AccountSettingsPayoutsScheduleParams{Interval: sdk.String("manual")},
		}},
		Metadata: map[string]string{metaAccount: string(d.AccountID), metaSeller: d.SellerID},
	}
	if c.accountCards {
		p.Capabilities.CardPayments = &sdk.AccountCapabilitiesCardPaymentsParams{Requested: sdk.Bool(true)}
	}
	key := string(d.AccountID)
	if d.Attempt > 0 {
		key += ":" + strconv.FormatInt(d.Attempt, 10)
	}
	made, err := change(ctx, key, p, c.jobs.Accounts.New)
	if err != nil {
		return nil, err
	}
	if made.ID == "" {
		return nil, doubt(errNoObject)
	}
	return accountOf(made), nil
}

// GetAccount implements payout.AccountGateway.
func (c *Client) GetAccount(ctx context.Context, accountID string) (*payout.ProviderAccount, error) {
	found, err := read(ctx, accountID, &sdk.AccountParams{}, c.jobs.Accounts.GetByID)
	if err != nil {
		return nil, err
	}
	return accountOf(found), nil
}

// CreateOnboardingLink implements payout.AccountGateway. Every call makes a new
// link: an old one may have been used. The form asks for all that will ever be
// required, so that the seller is not called back as sales grow.
func (c *Client) CreateOnboardingLink(ctx context.Context, accountID, returnURL, refreshURL string) (*payout.OnboardingLink, error) {
	p := &sdk.AccountLinkParams{
		Account:    sdk.String(accountID),
		RefreshURL: sdk.String(refreshURL),
		ReturnURL:  sdk.String(returnURL),
		Type:       sdk.String("account_onboarding"),
		CollectionOptions: &sdk.AccountLinkCollectionOptionsParams{
			Fields: sdk.String("eventually_due"), FutureRequirements: sdk.String("include"),
		},
	}
	made, err := change(ctx, accountID+":link:"+id.New[string]("try"), p, c.patient.AccountLinks.New)
	if err != nil {
		return nil, err
	}
	if made.URL == "" {
		return nil, doubt(errNoObject)
	}
	expires := instant(made.ExpiresAt)
	return &payout.OnboardingLink{URL: made.URL, ExpiresAt: &expires}, nil
}

// CreateLoginLink implements payout.AccountGateway. Every call makes a new link, to the
// Express dashboard, and Stripe does not say how long it works.
func (c *Client) CreateLoginLink(ctx context.Context, accountID string) (*payout.OnboardingLink, error) {
	p := &sdk.LoginLinkParams{Account: sdk.String(accountID)}
	made, err := change(ctx, accountID+":login:"+id.New[string]("try"), p, c.patient.LoginLinks.New)
	if err != nil {
		return nil, err
	}
	if made.URL == "" {
		return nil, doubt(errNoObject)
	}
	return &payout.OnboardingLink{URL: made.URL}, nil
}

// CreateAccountSession implements payout.AccountGateway. Components through which a
// seller would pay themselves out are left off: the payout policy is ours. Two of
// those that are on are newer than the SDK.
func (c *Client) CreateAccountSession(ctx context.Context, accountID string) (*payout.AccountSession, error) {
	p := &sdk.AccountSessionParams{Account: sdk.String(accountID), Components: &sdk.AccountSessionComponentsParams{
		AccountOnboarding: &sdk.AccountSessionComponentsAccountOnboardingParams{Enabled: sdk.Bool(true)},
	}}
	p.AddExtra("components[account_management][enabled]", "true")
	p.AddExtra("components[notification_banner][enabled]", "true")
	made, err := change(ctx, accountID+":session:"+id.New[string]("try"), p, c.patient.AccountSessions.New)
	if err != nil {
		return nil, err
	}
	if made.ClientSecret == "" {
		return nil, doubt(errNoObject)
	}
	return &payout.AccountSession{Secret: payout.SessionSecret(made.ClientSecret), ExpiresAt: instant(made.ExpiresAt)}, nil
}

func accountOf(a *sdk.Account) *payout.ProviderAccount {
	read := &payout.ProviderAccount{
		ID: a.ID, AccountID: payout.AccountID(a.Metadata[metaAccount]), IsDetailsSubmitted: a.DetailsSubmitted, CanPayOut: a.PayoutsEnabled,
		BankLast4: bankOf(a), BankCurrencies: bankCurrencies(a),
		DefaultCurrency: money.Currency(strings.ToUpper(string(a.DefaultCurrency))),
		CurrentlyDue:    []string{}, PendingVerification: []string{},
	}
	if a.Capabilities != nil {
		read.CanReceive = a.Capabilities.Transfers == sdk.AccountCapabilityStatusActive
	}
	if r := a.Requirements; r != nil {
		for _, due := range [][]string{r.CurrentlyDue, r.PastDue} {
			read.CurrentlyDue = append(read.CurrentlyDue, due...)
		}
		slices.Sort(read.CurrentlyDue)
		read.CurrentlyDue = slices.Compact(read.CurrentlyDue)
		read.PendingVerification = append(read.PendingVerification, r.PendingVerification...)
		read.DisabledReason = string(r.DisabledReason)
	}
	read.Requirements = requirementsOf(a)
	return read
}

// requirementsOf is what Stripe says of what it asks for, beside what is due now.
func requirementsOf(a *sdk.Account) payout.Requirements {
	out := payout.Requirements{BankStatus: bankStatus(a)}
	if r := a.Requirements; r != nil {
		out.DueBy, out.EventuallyDue = momentOf(r.CurrentDeadline), r.EventuallyDue
		for _, e := range r.Errors {
			out.Errors = append(out.Errors, payout.RequirementError{Requirement: e.Requirement, Code: e.Code, Reason: e.Reason})
		}
		for _, x := range r.Alternatives {
			out.Alternatives = append(out.Alternatives, payout.Alternative{Fields: x.AlternativeFieldsDue, InsteadOf: x.OriginalFieldsDue})
		}
	}
	if f := a.FutureRequirements; f != nil {
		out.FutureDueBy = momentOf(f.CurrentDeadline)
		out.FutureDue = append(append(out.FutureDue, f.CurrentlyDue...), f.PastDue...)
		slices.Sort(out.FutureDue)
		out.FutureDue = slices.Compact(out.FutureDue)
	}
	return out
}

// momentOf is a moment as Stripe writes it; nil when there is none.
func momentOf(unix int64) *time.Time {
	if unix == 0 {
		return nil
	}
	at := instant(unix)
	return &at
}

// bankStatus is how it stands with the bank account that payouts go to: errored when
// one of those chosen for a currency is.
func bankStatus(a *sdk.Account) string {
	if a.ExternalAccounts == nil {
		return ""
	}
	status := ""
	for _, e := range a.ExternalAccounts.Data {
		b := e.BankAccount
		if b == nil || status != "" && !b.DefaultForCurrency {
			continue
		}
		if status = string(b.Status); b.DefaultForCurrency && status == payout.BankErrored {
			return status
		}
	}
	return status
}

// bankOf is the end of the number that payouts go to: of the account chosen for
// its currency, or else of the first.
func bankOf(a *sdk.Account) string {
	if a.ExternalAccounts == nil {
		return ""
	}
	last4 := ""
	for _, e := range a.ExternalAccounts.Data {
		number, chosen := "", false
		switch {
		case e.BankAccount != nil:
			number, chosen = e.BankAccount.Last4, e.BankAccount.DefaultForCurrency
		case e.Card != nil:
			number, chosen = e.Card.Last4, e.Card.DefaultForCurrency
		}
		if chosen {
			return number
		}
		if last4 == "" {
			last4 = number
		}
	}
	return last4
}

// bankCurrencies are the currencies that the bank accounts and cards of an account
// take, sorted; none when Stripe does not list them.
func bankCurrencies(a *sdk.Account) []string {
	if a.ExternalAccounts == nil {
		return nil
	}
	var found []string
	for _, e := range a.ExternalAccounts.Data {
		var currency sdk.Currency
		switch {
		case e.BankAccount != nil:
			currency = e.BankAccount.Currency
		case e.Card != nil:
			currency = e.Card.Currency
		}
		if currency != "" {
			found = append(found, strings.ToUpper(string(currency)))
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// instant is a moment as Stripe writes it; zero when there is none.
func instant(unix int64) time.Time {
	if unix == 0 {
		return time.Time{}
	}
	return time.Unix(unix, 0).UTC()
}

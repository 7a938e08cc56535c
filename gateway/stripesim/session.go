package stripesim

import "slices"

// accountSession opens embedded components in a seller's browser.
type accountSession struct {
	Object     string                      `json:"object"`
	Account    string                      `json:"account"`
	Secret     string                      `json:"client_secret"`
	Components map[string]sessionComponent `json:"components"`
	Expires    int64                       `json:"expires_at"`
	Livemode   bool                        `json:"livemode"`
}

type sessionComponent struct {
	Enabled  bool            `json:"enabled"`
	Features map[string]bool `json:"features"`
}

// componentParams are components[<name>][enabled] with features.
type componentParams map[string]sessionComponent

// featuresOf lists what the components of API 2023-10-16 can be told.
func featuresOf(component string) (features []string, known bool) {
	switch component {
	case "account_onboarding", "documents":
		return nil, true
	case "payment_details", "payments":
		return []string{"capture_payments", "destination_on_behalf_of_charge_management", "dispute_management", "refund_management"}, true
	case "payouts":
		return []string{"edit_payout_schedule", "instant_payouts", "standard_payouts"}, true
	case "account_management", "notification_banner", "balances", "payouts_list":
		return nil, true // newer components that a client may already ask for
	}
	return nil, false
}

func (c *componentParams) decodeForm(n *node, path string) *apiError {
	*c = componentParams{}
	for _, name := range n.keys {
		at := join(path, name)
		features, known := featuresOf(name)
		if !known {
			return unknownParam(at)
		}
		var one struct {
			Enabled  bool      `p:"enabled,required"`
			Features *switches `p:"features"`
		}
		if err := bindStruct(n.kids[name], reflectOf(&one), at); err != nil {
			return err
		}
		component := sessionComponent{Enabled: one.Enabled, Features: map[string]bool{}}
		for _, feature := range features {
			component.Features[feature] = feature != "instant_payouts" && feature != "edit_payout_schedule" && feature != "destination_on_behalf_of_charge_management"
		}
		if one.Features != nil {
			for feature, on := range *one.Features {
				if !slices.Contains(features, feature) {
					return unknownParam(join(join(at, "features"), feature))
				}
				component.Features[feature] = on
			}
		}
		(*c)[name] = component
	}
	return nil
}

// switches are name=true pairs.
type switches map[string]bool

func (s *switches) decodeForm(n *node, path string) *apiError {
	*s = switches{}
	for _, key := range n.keys {
		switch n.kids[key].scalar {
		case "true":
			(*s)[key] = true
		case "false":
			(*s)[key] = false
		default:
			return reject("", join(path, key), "Invalid boolean: %s", n.kids[key].scalar)
		}
	}
	return nil
}

func createSession(u *unit, p *struct {
	Account    string          `p:"account,required"`
	Components componentParams `p:"components,required"`
},
) (any, *apiError) {
	a, err := u.accountOf(p.Account)
	if err != nil {
		return nil, err
	}
	s := &accountSession{
		Object: "account_session", Account: a.ID, Secret: newID("accs_secret__"), Components: map[string]sessionComponent{},
		Expires: u.now + 30*60,
	}
	for _, name := range []string{"account_onboarding", "documents", "payment_details", "payments", "payouts"} {
		off := sessionComponent{Features: map[string]bool{}}
		features, _ := featuresOf(name)
		for _, feature := range features {
			off.Features[feature] = false
		}
		s.Components[name] = off
	}
	for name, component := range p.Components {
		s.Components[name] = component
	}
	return s, nil
}

// loginLink opens an Express dashboard once.
type loginLink struct {
	Object  string `json:"object"`
	Created int64  `json:"created"`
	URL     string `json:"url"`
}

func createLogin(u *unit, _ *none) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	if a.Controller.Dashboard == nil || a.Controller.Dashboard.Type != "express" {
		return nil, refuse("", "", "Cannot create a login link for an account that does not have access to the Express Dashboard.")
	}
	if !a.DetailsSubmitted {
		return nil, refuse("", "", "Cannot create a login link for an account that has not completed onboarding.")
	}
	return &loginLink{Object: "login_link", Created: u.now, URL: u.base + "/_sim/dashboard/" + a.ID}, nil
}

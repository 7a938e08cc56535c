package stripesim

// warning is an issuer's early word that a charge may be fraudulent. Nothing
// moves by it.
type warning struct {
	head
	Actionable bool    `json:"actionable"`
	Charge     string  `json:"charge"`
	FraudType  string  `json:"fraud_type"`
	Livemode   bool    `json:"livemode"`
	Intent     *string `json:"payment_intent,omitempty"`
}

const warningKind = "radar.early_fraud_warning"

func (w *warning) indexes() []string {
	out := []string{"charge=" + w.Charge}
	if w.Intent != nil {
		out = append(out, "payment_intent="+*w.Intent)
	}
	return out
}

// warn makes a warning of a charge.
func (u *unit) warn(c *charge, kind string) *warning {
	w := &warning{Charge: c.ID, FraudType: kind, Intent: c.Intent, Actionable: !c.Disputed && !c.Refunded}
	w.ID, w.Object, w.Created = newID("issfr_1"), warningKind, u.now
	u.put(w)
	u.emit(warningKind+".created", w, nil)
	return w
}

// calmWarnings notes that there is nothing left to do about the warnings of a
// charge that was disputed, or given back whole.
func (u *unit) calmWarnings(c *charge) {
	for _, e := range list(u, warningKind, "charge", c.ID) {
		w := e.(*warning)
		if !w.Actionable {
			continue
		}
		before := snapshot(w)
		w.Actionable = false
		u.put(w)
		u.emit(warningKind+".updated", w, before)
	}
}

func getWarning(u *unit, _ *none) (any, *apiError) {
	w, ok := get[*warning](u, u.path("id"))
	if !ok {
		return nil, missing("early fraud warning", u.path("id"), "")
	}
	return w, nil
}

func listWarnings(u *unit, p *struct {
	listParams
	createdParams
	Charge string `p:"charge"`
	Intent string `p:"payment_intent"`
},
) (any, *apiError) {
	objects := list(u, warningKind, "charge", p.Charge, "payment_intent", p.Intent)
	return paginate(u, objects, p.listParams, func(e entity) bool {
		w := e.(*warning)
		return p.Created.has(w.Created) && (p.Charge == "" || p.Charge == w.Charge) && is(w.Intent, p.Intent)
	})
}

// warnNow lets the issuer of a card warn of a charge.
func warnNow(u *unit, p *struct {
	Charge string `p:"charge,required"`
	Type   string `p:"fraud_type" enum:"card_never_received|fraudulent_card_application|made_with_counterfeit_card|made_with_lost_card|made_with_stolen_card|misc|unauthorized_use_of_card"`
},
) (any, *apiError) {
	c, ok := u.s.state.byID[p.Charge].(*charge)
	if !ok || !c.Captured || c.SourceTransfer != nil {
		return nil, missing("charge", p.Charge, "charge")
	}
	u.account = c.account
	return u.warn(c, or(p.Type, "made_with_stolen_card")), nil
}

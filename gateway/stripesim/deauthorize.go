package stripesim

// application is the platform as an event of its access names it.
type application struct {
	ID     string `json:"id"`
	Object string `json:"object"`
	Name   string `json:"name"`
}

// cutOff reports whether the platform has lost its access to an account.
func (u *unit) cutOff(id string) bool {
	a, ok := u.s.state.byID[id].(*account)
	return ok && a.hidden.CutOff
}

// deauthorize takes the platform's access to a connected account away, as its owner
// does in their Dashboard: calls are refused, and the account tells of nothing more.
func deauthorize(u *unit, _ *none) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	if a.ID == u.s.opts.PlatformAccount {
		return nil, reject("account_invalid", "id", "The platform cannot be cut off from itself.")
	}
	a.hidden.CutOff = true
	u.put(a)
	u.as(a.ID, func() { u.emit("account.application.deauthorized", u.application(), nil) })
	return a, nil
}

// authorize gives the access back.
func authorize(u *unit, _ *none) (any, *apiError) {
	a, ok := u.s.state.byID[u.path("id")].(*account)
	if !ok || a.gone || !a.hidden.CutOff {
		return nil, missing("account", u.path("id"), "id")
	}
	a.hidden.CutOff = false
	u.put(a)
	u.as(a.ID, func() { u.emit("account.application.authorized", u.application(), nil) })
	return a, nil
}

func (u *unit) application() *application {
	return &application{ID: "ca_simulated", Object: "application", Name: "Simulated platform"}
}

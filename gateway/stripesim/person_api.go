package stripesim

// personsWritable finds the account of the path and says why its persons are not the
// platform's to change: where Stripe collects what it wants to know, the platform may
// say it beforehand only.
func (u *unit) personsWritable() (*account, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	if a.Controller.Collection != "application" && a.DetailsSubmitted {
		return nil, &apiError{status: 403, body: errorBody{
			Type:    typeInvalid,
			Message: "This application does not have the required permissions to change the persons of account '" + a.ID + "': Stripe collects its requirements.",
		}}
	}
	return a, nil
}

func (u *unit) personByPath(a *account) (*person, *apiError) {
	x, ok := u.s.state.byID[u.path("person")].(*person)
	if !ok || x.gone || x.Account != a.ID {
		return nil, missing("person", u.path("person"), "")
	}
	return x, nil
}

// personsOf lists the living persons of an account, oldest first.
func (u *unit) personsOf(id string) []*person {
	var out []*person
	for _, e := range u.s.state.lists["person|"+id] {
		if !e.header().gone {
			out = append(out, e.(*person))
		}
	}
	return out
}

// representative is who speaks for an account, or nil.
func (u *unit) representative(id string) *person {
	for _, x := range u.personsOf(id) {
		if x.Relationship.Representative != nil && *x.Relationship.Representative {
			return x
		}
	}
	return nil
}

func createPerson(u *unit, p *personParams) (any, *apiError) {
	a, err := u.personsWritable()
	if err != nil {
		return nil, err
	}
	x := u.personOf(a)
	if err := u.fillPerson(a, x, p); err != nil {
		return nil, err
	}
	u.changeAccount(a, func() { u.put(x) })
	u.as(a.ID, func() { u.emit("person.created", x, nil) })
	return x, nil
}

// fillPerson writes parameters to a person. There is one representative at a time.
func (u *unit) fillPerson(a *account, x *person, p *personParams) *apiError {
	speaks := p.Relationship != nil && p.Relationship.Representative != nil && *p.Relationship.Representative
	if other := u.representative(a.ID); speaks && other != nil && other != x {
		return refuse("", "relationship[representative]", "The account has a representative already: %s.", other.ID)
	}
	if err := u.applyWho(x, &p.whoParams); err != nil {
		return err
	}
	x.Relationship.apply(p.Relationship)
	set(&x.Nationality, p.Nationality)
	return nil
}

func getPerson(u *unit, _ *none) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	x, err := u.personByPath(a)
	if err != nil {
		return nil, err
	}
	return x, nil
}

func updatePerson(u *unit, p *personParams) (any, *apiError) {
	a, err := u.personsWritable()
	if err != nil {
		return nil, err
	}
	x, err := u.personByPath(a)
	if err != nil {
		return nil, err
	}
	before := snapshot(x)
	u.changeAccount(a, func() {
		if err = u.fillPerson(a, x, p); err == nil {
			u.put(x)
		}
	})
	if err != nil {
		return nil, err
	}
	u.as(a.ID, func() { u.emit("person.updated", x, before) })
	return x, nil
}

func deletePerson(u *unit, _ *none) (any, *apiError) {
	a, err := u.personsWritable()
	if err != nil {
		return nil, err
	}
	x, err := u.personByPath(a)
	if err != nil {
		return nil, err
	}
	if u.representative(a.ID) == x && a.DetailsSubmitted {
		return nil, refuse("", "", "The representative of an account cannot be deleted. Make somebody else the representative first.")
	}
	u.changeAccount(a, func() {
		x.gone = true
		u.put(x)
	})
	u.as(a.ID, func() { u.emit("person.deleted", x, nil) })
	return &deleted{ID: x.ID, Object: "person", Deleted: true}, nil
}

func listPersons(u *unit, p *struct {
	listParams
	Relationship *struct {
		Director       *bool `p:"director"`
		Executive      *bool `p:"executive"`
		Guardian       *bool `p:"legal_guardian"`
		Owner          *bool `p:"owner"`
		Representative *bool `p:"representative"`
	} `p:"relationship"`
},
) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	fits := func(wanted, is *bool) bool { return wanted == nil || is != nil && *is == *wanted }
	return paginate(u, u.s.state.lists["person|"+a.ID], p.listParams, func(e entity) bool {
		r, q := e.(*person).Relationship, p.Relationship
		return q == nil || fits(q.Director, r.Director) && fits(q.Executive, r.Executive) && fits(q.Guardian, r.Guardian) &&
			fits(q.Owner, r.Owner) && fits(q.Representative, r.Representative)
	})
}

// individual makes or changes the person who is the whole business of an account.
func (u *unit) individual(a *account, p *whoParams) *apiError {
	x := u.representative(a.ID)
	if x == nil {
		x = u.personOf(a)
		x.Relationship.Representative, x.Relationship.Owner = ptr(true), ptr(true)
	}
	if err := u.applyWho(x, p); err != nil {
		return err
	}
	u.put(x)
	return nil
}

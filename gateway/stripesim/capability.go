package stripesim

import (
	"reflect"
	"slices"
)

// capability is rendered from the account that has it; it is not stored.
type capability struct {
	ID           string       `json:"id"`
	Object       string       `json:"object"`
	Account      string       `json:"account"`
	Future       requirements `json:"future_requirements"`
	Requested    bool         `json:"requested"`
	RequestedAt  *int64       `json:"requested_at"`
	Requirements requirements `json:"requirements"`
	Status       string       `json:"status"`
}

func reflectOf(v any) reflect.Value { return reflect.ValueOf(v).Elem() }

func (a *account) capabilityObject(name string) *capability {
	c := &capability{
		ID: name, Object: "capability", Account: a.ID,
		Future: a.FutureReqs, Requirements: a.Requirements, Status: or(a.Capabilities[name], "unrequested"),
	}
	if at := a.hidden.RequestedAt[name]; at != 0 {
		c.Requested, c.RequestedAt = true, &at
	}
	return c
}

// requestCapability notes what is wanted; settle decides what it becomes.
func (u *unit) requestCapability(a *account, name string, requested bool) {
	if !requested {
		if _, known := a.Capabilities[name]; known {
			delete(a.hidden.RequestedAt, name)
			a.Capabilities[name] = "inactive"
		}
		return
	}
	if a.hidden.RequestedAt[name] == 0 {
		a.hidden.RequestedAt[name] = u.now
	}
	if _, known := a.Capabilities[name]; !known {
		a.Capabilities[name] = "inactive"
	}
}

func getCapability(u *unit, _ *none) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	name := u.path("capability")
	if !knownCapability(name) {
		return nil, missing("capability", name, "")
	}
	return a.capabilityObject(name), nil
}

func updateCapability(u *unit, p *struct {
	Requested *bool `p:"requested"`
},
) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	name := u.path("capability")
	if !knownCapability(name) {
		return nil, missing("capability", name, "")
	}
	if p.Requested != nil {
		u.changeAccount(a, func() { u.requestCapability(a, name, *p.Requested) })
	}
	return a.capabilityObject(name), nil
}

func listCapabilities(u *unit, _ *none) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(a.Capabilities))
	for name := range a.Capabilities {
		names = append(names, name)
	}
	slices.Sort(names)
	data := make([]*capability, 0, len(names))
	for _, name := range names {
		data = append(data, a.capabilityObject(name))
	}
	return &shortList[*capability]{Object: "list", Data: data, URL: u.url}, nil
}

// shortList is a list of things that are not stored objects.
type shortList[T any] struct {
	Object  string `json:"object"`
	Data    []T    `json:"data"`
	HasMore bool   `json:"has_more"`
	URL     string `json:"url"`
}

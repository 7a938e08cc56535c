package authz

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	"github.com/casbin/casbin/v2/persist"

	"github.com/etal-market/etal/domain/actor"
)

//go:embed model.conf
var modelText string

//go:embed policy.csv
var policyText string

// Can reports whether the hat of a allows the permission. It is false for
// whatever it does not know: no role, an unknown role, an unknown permission.
// It panics when the embedded policy does not load, which Check tells first.
func Can(a actor.Actor, do Permission) bool {
	d := table()
	return d.holds(a, do) && (!a.ReadOnly || do.Reads()) && !a.FactorMissing && (a.KeyID == "" || d.keyCan(a.Scopes, do)) &&
		(a.ViewAsID == "" || !do.NeedsStepUp()) // an operator under the hat of a seller moves neither money nor people
}

// Known reports whether there is such a permission.
func Known(do Permission) bool {
	_, known := table().places[do]
	return known
}

// Grantable reports whether an actor may give a permission to an API key: one
// that they have, and that keys may have.
func Grantable(a actor.Actor, do Permission) bool { return Can(a, do) && do.FitsKeys() }

// Granted lists what an actor may do, in alphabetical order.
func Granted(a actor.Actor) []Permission {
	all := Permissions()
	slices.Sort(all)
	return slices.DeleteFunc(all, func(do Permission) bool { return !Can(a, do) })
}

// Of lists the permissions of a role in alphabetical order; none for an
// unknown role.
func Of(role actor.Role) []Permission {
	return slices.Clone(table().lists[role])
}

// Check returns an error when the embedded policy cannot be used. The server
// calls it before it listens.
func Check() error {
	_, err := load(modelText, policyText)
	return err
}

// Roles lists every role there is, from the least to the most trusted group.
func Roles() []actor.Role {
	return []actor.Role{
		actor.Anonymous, actor.Guest, actor.Buyer,
		"seller:owner", "seller:manager", "seller:catalog", "seller:fulfilment",
		"seller:finance", "seller:support", "seller:readonly",
		"operator:admin", "operator:finance", "operator:support", "operator:moderator", "operator:auditor",
		actor.System,
	}
}

// decisions is the evaluated policy. It never changes after load.
type decisions struct {
	granted map[grant]bool
	lists   map[actor.Role][]Permission
	places  map[Permission]int  // in Permissions, and so in an actor.Rights
	keys    map[Permission]bool // what API keys may hold
}

type grant struct {
	role actor.Role
	do   Permission
}

func (d *decisions) can(role actor.Role, do Permission) bool {
	return role != "" && do != "" && d.granted[grant{role, do}]
}

// keyCan reports whether a key with these scopes may do something, if its maker
// may.
func (d *decisions) keyCan(scopes []string, do Permission) bool {
	return d.keys[do] && slices.Contains(scopes, string(do))
}

// holds is can, for a member with a role that the seller has made as well. Such
// a role never holds what the owner does not hold, whatever is stored of it.
func (d *decisions) holds(a actor.Actor, do Permission) bool {
	if a.Role != actor.Custom {
		return d.can(a.Role, do)
	}
	place, known := d.places[do]
	return known && a.SellerID != "" && a.Rights.Has(place) && d.can(sellerOwner, do)
}

var table = sync.OnceValue(func() *decisions {
	d, err := load(modelText, policyText)
	if err != nil {
		panic("authz: " + err.Error())
	}
	return d
})

var errEmptyPolicy = errors.New("the policy is empty")

// load asks casbin about every pair once. A policy that grants nothing, or
// that names a role or permission that does not exist, is refused: it is a
// damaged file or a typing error, and both must stop the start.
func load(modelText, policyText string) (*decisions, error) {
	enforcer, err := newEnforcer(modelText, policyText)
	if err != nil {
		return nil, err
	}
	if err := checkWords(enforcer); err != nil {
		return nil, err
	}
	d := &decisions{
		granted: map[grant]bool{}, lists: map[actor.Role][]Permission{}, keys: map[Permission]bool{}, places: map[Permission]int{},
	}
	for place, do := range Permissions() {
		d.places[do], d.keys[do] = place, do.FitsKeys()
	}
	if len(d.places) > actor.RightsMax {
		return nil, fmt.Errorf("there are %d permissions and a set holds %d", len(d.places), actor.RightsMax)
	}
	for _, role := range Roles() {
		for _, do := range Permissions() {
			ok, err := enforcer.Enforce(string(role), string(do))
			if err != nil {
				return nil, fmt.Errorf("evaluate policy: %w", err)
			}
			if ok {
				d.granted[grant{role, do}] = true
				d.lists[role] = append(d.lists[role], do)
			}
		}
		slices.Sort(d.lists[role])
	}
	return d, nil
}

func newEnforcer(modelText, policyText string) (*casbin.Enforcer, error) {
	m, err := model.NewModelFromString(modelText)
	if err != nil {
		return nil, fmt.Errorf("read policy model: %w", err)
	}
	for line := range strings.Lines(policyText) {
		if err := persist.LoadPolicyLine(strings.TrimSpace(line), m); err != nil {
			return nil, fmt.Errorf("read policy line %q: %w", line, err)
		}
	}
	enforcer, err := casbin.NewEnforcer(m)
	if err != nil {
		return nil, fmt.Errorf("read policy: %w", err)
	}
	// Without an adapter casbin leaves the roles unlinked, and so ungranted.
	return enforcer, enforcer.BuildRoleLinks()
}

func checkWords(e *casbin.Enforcer) error {
	rules, err := e.GetPolicy()
	if err != nil {
		return fmt.Errorf("read policy: %w", err)
	}
	if len(rules) == 0 {
		return errEmptyPolicy
	}
	inherits, err := e.GetGroupingPolicy()
	if err != nil {
		return fmt.Errorf("read policy: %w", err)
	}
	for _, r := range rules {
		if len(r) != 2 || !isRole(r[0]) || !slices.Contains(Permissions(), Permission(r[1])) {
			return fmt.Errorf("the policy names an unknown role or permission: %v", r)
		}
	}
	for _, r := range inherits {
		if len(r) != 2 || !isRole(r[0]) || !isRole(r[1]) {
			return fmt.Errorf("the policy names an unknown role: %v", r)
		}
	}
	return nil
}

func isRole(s string) bool { return slices.Contains(Roles(), actor.Role(s)) }

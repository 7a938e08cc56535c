package stripesim

import (
	"container/heap"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
)

// state holds every object, and the indexes that keep hot paths free of scans.
type state struct {
	seq    int64
	byID   map[string]entity
	lists  map[string][]entity // "kind|account" and "kind|account|attribute=value", oldest first
	purses map[purseKey]*purse
	held   map[string][]string // the currencies of each account's purses
	// reserved is what the platform has reserved per currency.
	reserved map[string]int64
	told     map[string]int64 // the second of each account's last balance.available
	timers   timers
	// conversion is nil while the platform has a balance in every currency.
	conversion *conversionEntity
	// shortRefunds are the refunds per account that wait for money, oldest first.
	shortRefunds map[string][]*refund
	// hooks caches the living webhook endpoints, platform and connect.
	hooks []*webhookEndpoint
	// events counts those kept, for trimEvents.
	events int
}

type purseKey struct{ account, currency string }

// purse is the balance of an account in a currency. booked is the sum of the nets
// of its balance transactions, kept apart from the buckets so that the two can be compared.
// covered is what the platform has reserved against the account being below zero.
type purse struct{ pending, available, booked, covered int64 }

func newState() *state {
	return &state{
		byID: map[string]entity{}, lists: map[string][]entity{},
		purses: map[purseKey]*purse{}, held: map[string][]string{}, told: map[string]int64{}, reserved: map[string]int64{}, shortRefunds: map[string][]*refund{},
	}
}

func (st *state) purse(account, currency string) *purse {
	key := purseKey{account, currency}
	p := st.purses[key]
	if p == nil {
		p = &purse{}
		st.purses[key] = p
		st.held[account] = append(st.held[account], currency)
		slices.Sort(st.held[account])
	}
	return p
}

// add registers a new object under its id and all its lists.
func (st *state) add(e entity) {
	h := e.header()
	if h.seq == 0 {
		st.seq++
		h.seq = st.seq
	}
	st.byID[h.ID] = e
	base := h.Object + "|" + h.account
	if lister, ok := e.(interface{ listKind() string }); ok {
		base = lister.listKind() + "|" + h.account
	}
	st.insert(base, e)
	for _, attribute := range e.indexes() {
		st.insert(base+"|"+attribute, e)
	}
	st.wake(e)
}

func (st *state) insert(key string, e entity) {
	list := st.lists[key]
	if n := len(list); n > 0 && list[n-1].header().seq > e.header().seq {
		// Only a replay can arrive out of order.
		at := sort.Search(n, func(i int) bool { return list[i].header().seq > e.header().seq })
		st.lists[key] = slices.Insert(list, at, e)
		return
	}
	st.lists[key] = append(list, e)
}

// drop forgets an object that nothing refers to any more: a spent key, a delivery.
func (st *state) drop(e entity) {
	h := e.header()
	h.gone, h.due = true, 0
	delete(st.byID, h.ID)
	keys := []string{h.Object + "|" + h.account}
	for _, attribute := range e.indexes() {
		keys = append(keys, keys[0]+"|"+attribute)
	}
	for _, key := range keys {
		list := st.lists[key]
		at := sort.Search(len(list), func(i int) bool { return list[i].header().seq >= h.seq })
		if at < len(list) && list[at] == e {
			if at == 0 {
				list[0] = nil
				st.lists[key] = list[1:]
			} else {
				st.lists[key] = slices.Delete(list, at, at+1)
			}
		}
	}
}

// wake puts the object's due time on the heap.
func (st *state) wake(e entity) {
	h := e.header()
	if h.due > 0 && !h.gone {
		heap.Push(&st.timers, timer{at: h.due, seq: h.seq, e: e})
	}
}

type timer struct {
	at, seq int64
	e       entity
}

// timers is a heap by time, then by age of the object.
type timers []timer

func (t timers) Len() int { return len(t) }
func (t timers) Less(i, j int) bool {
	return t[i].at < t[j].at || t[i].at == t[j].at && t[i].seq < t[j].seq
}
func (t timers) Swap(i, j int) { t[i], t[j] = t[j], t[i] }

// Push is for container/heap.
func (t *timers) Push(x any) { *t = append(*t, x.(timer)) }

// Pop is for container/heap.
func (t *timers) Pop() any {
	old := *t
	last := old[len(old)-1]
	*t = old[:len(old)-1]
	return last
}

// get finds a living object of type T owned by the account.
func get[T entity](u *unit, id string) (T, bool) {
	e, ok := u.s.state.byID[id].(T)
	if !ok || e.header().account != u.account || e.header().gone {
		var zero T
		return zero, false
	}
	return e, true
}

// must finds an object that another object names; its absence is a bug here.
func must[T entity](s *Simulator, id string) T {
	e, ok := s.state.byID[id].(T)
	if !ok {
		panic(fmt.Sprintf("stripesim: %q is named but does not exist", id))
	}
	return e
}

// list returns the objects of a kind in the unit's account, oldest first, narrowed
// by the first attribute that has a value.
func list(u *unit, kind string, attributes ...string) []entity {
	key := kind + "|" + u.account
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			key += "|" + attributes[i] + "=" + attributes[i+1]
			break
		}
	}
	return u.s.state.lists[key]
}

// unit collects what one request, or one tick of the clock, changes.
type unit struct {
	s       *Simulator
	account string // whose objects are seen: the platform's or the Stripe-Account's
	now     int64
	request requestInfo
	path    func(name string) string
	base    string // where browsers reach the simulator
	url     string // the path of the request, as lists show it
	public  bool   // a publishable key made the request
	version string // the Stripe-Version that the request names
	upload  *upload
	changed []entity
	touched []purseKey
	fresh   []*delivery
}

type requestInfo struct{ id, key string }

func (s *Simulator) unit(account string) *unit {
	if account == "" {
		account = s.opts.PlatformAccount
	}
	return &unit{s: s, account: account, now: s.now().Unix(), base: s.opts.BaseURL, path: func(string) string { return "" }}
}

// put registers a new object, or notes that a known one has changed.
func (u *unit) put(e entity) {
	h := e.header()
	if h.seq == 0 {
		if h.account == "" {
			h.account = u.account
		}
		u.s.state.add(e)
	}
	if !h.dirty {
		h.dirty = true
		u.changed = append(u.changed, e)
	}
}

// at sets the time at which the object acts next; zero means never.
func (u *unit) at(e entity, due int64) {
	e.header().due = due
	u.s.state.wake(e)
	u.put(e)
}

// drop removes an object for good.
func (u *unit) drop(e entity) {
	u.s.state.drop(e)
	u.put(e)
}

// as runs fn with another account's eyes.
func (u *unit) as(account string, fn func()) {
	was := u.account
	u.account = account
	fn()
	u.account = was
}

// isPlatform tells whether the unit sees the platform's objects.
func (u *unit) isPlatform() bool { return u.account == u.s.opts.PlatformAccount }

// tick lets everything act whose time has come, each at its own time.
func (s *Simulator) tick() {
	now := s.now().Unix()
	for len(s.state.timers) > 0 && s.state.timers[0].at <= now {
		next := heap.Pop(&s.state.timers).(timer)
		h := next.e.header()
		if h.due != next.at || h.gone {
			continue
		}
		h.due = 0
		u := s.unit(h.account)
		u.now = next.at
		if actor, ok := next.e.(timed); ok {
			actor.fire(u)
		}
		u.put(next.e)
		s.commitLogged(u)
	}
}

// commit checks the money, retries what waited for it, and journals the unit.
func (s *Simulator) commit(u *unit) error {
	u.reserveNegative()
	u.retryShortRefunds()
	wrong := u.checkPurses()
	u.trimEvents()
	err := s.journal.write(u.changed)
	for _, e := range u.changed {
		e.header().dirty = false
	}
	for _, d := range u.fresh {
		s.queue.push(d)
	}
	u.changed, u.fresh = nil, nil
	if wrong != nil {
		return wrong
	}
	return err
}

func (s *Simulator) commitLogged(u *unit) {
	if err := s.commit(u); err != nil {
		s.log.Error("the simulator is wrong", "error", err)
	}
}

// checkPurses compares the buckets of every balance the unit touched with the sum
// of its balance transactions.
func (u *unit) checkPurses() error {
	for _, key := range u.touched {
		p := u.s.state.purse(key.account, key.currency)
		if p.pending+p.available != p.booked {
			return fmt.Errorf("balance of %s in %s: %d pending + %d available, but transactions sum to %d",
				key.account, key.currency, p.pending, p.available, p.booked)
		}
	}
	u.touched = u.touched[:0]
	return nil
}

// snapshot is the object as it looks now, to compare an update with.
func snapshot(e entity) json.RawMessage { return render(e) }

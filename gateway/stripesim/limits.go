package stripesim

import "sync"

// limits count the requests of a second. Zero lets any number be.
type limits struct {
	mu        sync.Mutex
	all, each int64
	second    int64
	total     int64
	by        map[string]int64
}

// overLimit counts a request and says which limit it is over, or "". A request that is
// over one has no effect and is not remembered under its key. The seconds are those
// of the simulated clock: while it stands still, they do not end.
func (s *Simulator) overLimit(pattern string) string {
	l := &s.limits
	l.mu.Lock()
	idle := l.all == 0 && l.each == 0
	l.mu.Unlock()
	if idle {
		return ""
	}
	now := s.Now().Unix()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.second != now || l.by == nil {
		l.second, l.total, l.by = now, 0, map[string]int64{}
	}
	switch {
	case l.all > 0 && l.total >= l.all:
		return "global-rate"
	case l.each > 0 && l.by[pattern] >= l.each:
		return "endpoint-rate"
	}
	l.total++
	l.by[pattern]++
	return ""
}

// limitsView is what POST /_sim/limits answers.
type limitsView struct {
	All  int64 `json:"rate"`
	Each int64 `json:"endpoint"`
}

// setLimits changes how many requests a second may hold; 0 lets any number be.
func setLimits(u *unit, p *struct {
	All  *int64 `p:"rate" min:"0"`
	Each *int64 `p:"endpoint" min:"0"`
},
) (any, *apiError) {
	l := &u.s.limits
	l.mu.Lock()
	defer l.mu.Unlock()
	if p.All != nil {
		l.all = *p.All
	}
	if p.Each != nil {
		l.each = *p.Each
	}
	return &limitsView{All: l.all, Each: l.each}, nil
}

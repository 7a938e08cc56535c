package ratelimit

import (
	"container/list"
	"hash/maphash"
	"sync"
	"time"
)

// SubjectsMax is how many subjects a process remembers.
const SubjectsMax = 100_000

const shards = 64

// entry is what this process knows of a bucket.
type entry struct {
	subject string
	limit   Limit

	mu       sync.Mutex
	level    int64     // what is left, as far as this process knows
	at       time.Time // when that was so
	owed     int64     // spent here and not told to the row yet
	telling  int64     // the part of owed that is on its way to the row
	queued   bool      // waits to be told
	quietTil time.Time // the row has refused: not asked again before
}

// refill brings the level up to date.
func (e *entry) refill(now time.Time) {
	level, used := e.limit.refill(e.level, now.Sub(e.at))
	e.level, e.at = level, e.at.Add(used)
}

// full reports whether nothing is lost when the entry is forgotten.
func (e *entry) full(now time.Time) bool {
	if !e.mu.TryLock() { // somebody uses it right now, perhaps while it waits for the database
		return false
	}
	defer e.mu.Unlock()
	return !e.queued && e.telling == 0 && now.Sub(e.at) >= e.limit.Full()
}

// memory holds entries, the latest used ones first in each shard.
type memory struct {
	seed   maphash.Seed
	shards [shards]shard
}

type shard struct {
	mu      sync.Mutex
	entries map[string]*list.Element
	order   list.List
	max     int
}

func newMemory(max int) *memory {
	m := &memory{seed: maphash.MakeSeed()}
	for i := range m.shards {
		m.shards[i] = shard{entries: map[string]*list.Element{}, max: (max + shards - 1) / shards}
	}
	return m
}

// get returns the entry of a budget. A new one is full.
func (m *memory) get(b Budget, now time.Time) *entry {
	s := &m.shards[maphash.String(m.seed, b.Subject)%shards]
	s.mu.Lock()
	defer s.mu.Unlock()
	if found, ok := s.entries[b.Subject]; ok {
		s.order.MoveToFront(found)
		return found.Value.(*entry) //nolint:forcetypeassert // nothing else is put in
	}
	s.forget(now)
	e := &entry{subject: b.Subject, limit: b.Limit, level: b.Limit.full(), at: now}
	s.entries[b.Subject] = s.order.PushFront(e)
	return e
}

// forgetAtOnce bounds how many full buckets one new subject makes room for.
const forgetAtOnce = 4

// forget drops entries at the end that are full again, and when there is no
// room the last one whatever it holds.
func (s *shard) forget(now time.Time) {
	for range forgetAtOnce {
		last := s.order.Back()
		if last == nil {
			return
		}
		e := last.Value.(*entry) //nolint:forcetypeassert // nothing else is put in
		if len(s.entries) < s.max && !e.full(now) {
			return
		}
		s.order.Remove(last)
		delete(s.entries, e.subject)
	}
}

// len counts the entries.
func (m *memory) len() int {
	n := 0
	for i := range m.shards {
		m.shards[i].mu.Lock()
		n += len(m.shards[i].entries)
		m.shards[i].mu.Unlock()
	}
	return n
}

// all lists the entries.
func (m *memory) all() []*entry {
	var entries []*entry
	for i := range m.shards {
		s := &m.shards[i]
		s.mu.Lock()
		for at := s.order.Front(); at != nil; at = at.Next() {
			entries = append(entries, at.Value.(*entry)) //nolint:forcetypeassert // nothing else is put in
		}
		s.mu.Unlock()
	}
	return entries
}

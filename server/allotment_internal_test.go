package server

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
)

func TestAllotment_bounds_all_and_each(t *testing.T) {
	t.Parallel()
	var refused atomic.Int64
	a := newAllotment(10, 6, 0, func() { refused.Add(1) })
	first, ok := a.take(t.Context(), "mill", 4)
	require.True(t, ok)
	_, ok = a.take(t.Context(), "mill", 3)
	require.False(t, ok, "more than one may have")
	second, ok := a.take(t.Context(), "kiln", 100)
	require.True(t, ok, "all that one may have")
	_, ok = a.take(t.Context(), "loom", 1)
	require.False(t, ok, "more than there is")
	first()
	first()
	third, ok := a.take(t.Context(), "loom", 4)
	require.True(t, ok, "what was given back, once")
	_, ok = a.take(t.Context(), "pots", 1)
	require.False(t, ok)
	second()
	third()
	require.EqualValues(t, 3, refused.Load())
	require.Zero(t, a.sum)
	require.Zero(t, a.waiting)
	require.Empty(t, a.held)
}

// Many who come at once are never given more than there is, and each has its turn.
func TestAllotment_raced(t *testing.T) {
	t.Parallel()
	a := newAllotment(10, 10, time.Minute, func() {})
	var held, most atomic.Int64
	var done sync.WaitGroup
	for i := range 200 {
		done.Go(func() {
			bytes := int64(1 + i%5)
			giveBack, ok := a.take(t.Context(), "mill", bytes)
			if !ok {
				t.Error("nobody waits for a minute")
				return
			}
			n := held.Add(bytes)
			for seen := most.Load(); n > seen && !most.CompareAndSwap(seen, n); seen = most.Load() {
			}
			held.Add(-bytes)
			giveBack()
		})
	}
	done.Wait()
	require.LessOrEqual(t, most.Load(), int64(10))
	require.Zero(t, a.sum)
	require.Zero(t, a.waiting)
}

func TestAllotment_who_waits_may_go(t *testing.T) {
	t.Parallel()
	a := newAllotment(1, 1, time.Hour, func() {})
	giveBack, ok := a.take(t.Context(), "mill", 1)
	require.True(t, ok)
	ctx, cancel := context.WithCancel(t.Context())
	gone := make(chan bool)
	go func() { _, ok := a.take(ctx, "kiln", 1); gone <- ok }()
	came := make(chan bool)
	go func() { _, ok := a.take(t.Context(), "loom", 1); came <- ok }()
	require.Eventually(t, func() bool { a.mu.Lock(); defer a.mu.Unlock(); return a.waiting == 2 }, time.Minute, time.Millisecond)
	cancel()
	require.False(t, <-gone)
	giveBack()
	require.True(t, <-came)
}

// A hundred PUTs of one file are one file in memory, and a seller has no more than a
// part of the room for all.
func TestUploads_have_room_before_they_are_read(t *testing.T) {
	t.Parallel()
	u := newUploads(func() {})
	u.running.wait, u.bytes.wait = 0, 0
	mill := actor.Actor{SellerID: "sel_mill"}
	end, err := u.begin(t.Context(), mill, "upl_1", 20<<20)
	require.NoError(t, err)
	for range 100 {
		_, err := u.begin(t.Context(), mill, "upl_1", 20<<20)
		require.ErrorIs(t, err, ErrUploadRunning)
	}
	_, err = u.begin(t.Context(), mill, "upl_2", 20<<20)
	require.ErrorIs(t, err, ErrUploadsBusy)
	_, err = u.begin(t.Context(), mill, "upl_3", 10<<20)
	require.NoError(t, err)
	for _, other := range []string{"sel_a", "sel_b", "sel_c"} {
		_, err = u.begin(t.Context(), actor.Actor{SellerID: other}, "upl_"+other, 32<<20)
		require.NoError(t, err)
	}
	_, err = u.begin(t.Context(), actor.Actor{SellerID: "sel_d"}, "upl_d", 20<<20)
	require.ErrorIs(t, err, ErrUploadsBusy)
	end()
	end, err = u.begin(t.Context(), mill, "upl_1", 20<<20)
	require.NoError(t, err, "again, once it has ended")
	end()
}

package loader

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

// counting makes a loader that doubles numbers, and counts its calls.
func counting(calls *atomic.Int64) *Loader[int, int] {
	return newLoader(func(_ context.Context, keys []int) ([]int, []error) {
		calls.Add(1)
		values := make([]int, len(keys))
		for i, k := range keys {
			values[i] = 2 * k
		}
		return values, make([]error, len(keys))
	})
}

func TestLoader_answers_each_key_once(t *testing.T) {
	t.Parallel()
	var calls, keys atomic.Int64
	l := newLoader(func(_ context.Context, asked []string) ([]string, []error) {
		calls.Add(1)
		keys.Add(int64(len(asked)))
		return asked, make([]error, len(asked))
	})
	for range 3 {
		var all sync.WaitGroup
		for i := range 300 {
			all.Go(func() {
				key := fmt.Sprint(i % 100)
				value, err := l.Load(t.Context(), key)
				if err != nil || value != key {
					t.Errorf("%s is answered with %q, %v", key, value, err)
				}
			})
		}
		all.Wait()
	}
	require.EqualValues(t, 100, keys.Load(), "no key is loaded twice")
	require.Less(t, calls.Load(), int64(100), "keys that are asked for at once are loaded together")
}

func TestLoader_gives_each_key_its_own_fault(t *testing.T) {
	t.Parallel()
	odd := errors.New("odd")
	l := newLoader(func(_ context.Context, keys []int) ([]int, []error) {
		errs := make([]error, len(keys))
		for i, k := range keys {
			if k%2 == 1 {
				errs[i] = odd
			}
		}
		return keys, errs
	})
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() {
			value, err := l.Load(t.Context(), i)
			if value != i || errors.Is(err, odd) != (i%2 == 1) {
				t.Errorf("%d is answered with %d, %v", i, value, err)
			}
		})
	}
	all.Wait()
}

// Whoever leads a batch that panics is told by the panic; the others do not wait
// for ever, nor take what was not loaded for a value.
func TestLoader_frees_those_who_wait_when_a_batch_panics(t *testing.T) {
	t.Parallel()
	l := newLoader(func(context.Context, []int) ([]int, []error) { panic("broken") })
	var panics, broken atomic.Int64
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			defer func() {
				if recover() != nil {
					panics.Add(1)
				}
			}()
			if _, err := l.Load(t.Context(), i); errors.Is(err, errBroken) {
				broken.Add(1)
			}
		})
	}
	all.Wait()
	require.EqualValues(t, 20, panics.Load()+broken.Load())
	require.Positive(t, panics.Load())
}

// A loader can be asked while it loads: what comes then is another batch.
func TestLoader_can_be_asked_by_its_own_fetch(t *testing.T) {
	t.Parallel()
	var l *Loader[int, int]
	l = newLoader(func(ctx context.Context, keys []int) ([]int, []error) {
		values := make([]int, len(keys))
		for i, k := range keys {
			if k > 0 {
				below, err := l.Load(ctx, k-1)
				if err != nil {
					return values, []error{err}
				}
				values[i] = below + 1
			}
		}
		return values, make([]error, len(keys))
	})
	value, err := l.Load(t.Context(), 5)
	require.NoError(t, err)
	require.Equal(t, 5, value)
}

// BenchmarkLoad_alone is what a key costs that nobody else asks for.
func BenchmarkLoad_alone(b *testing.B) {
	var calls atomic.Int64
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		_, err := counting(&calls).Load(b.Context(), i)
		require.NoError(b, err)
	}
	require.EqualValues(b, b.N, calls.Load())
}

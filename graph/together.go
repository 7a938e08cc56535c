package graph

import "golang.org/x/sync/errgroup"

// together calls fn for 0 … n-1 at the same time, waits for all and returns
// the first error. Loads that go through a loader are batched this way.
func together(n int, fn func(i int) error) error {
	var group errgroup.Group
	for i := range n {
		group.Go(func() error { return fn(i) })
	}
	return group.Wait()
}

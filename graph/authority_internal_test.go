package graph

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
)

// However many wait for it, who holds a connection is looked up once.
func TestAuthority_is_asked_once_for_all(t *testing.T) {
	t.Parallel()
	var asked atomic.Int64
	a := newAuthority(func(context.Context) (actor.Actor, error) {
		asked.Add(1)
		return actor.Actor{AccountID: "acc_1"}, nil
	})
	var told sync.WaitGroup
	for range 50 {
		next := a.next()
		told.Go(func() {
			<-next
			by, err := a.answer()
			if by.AccountID != "acc_1" || err != nil {
				t.Errorf("%v %v", by, err)
			}
		})
	}
	require.NoError(t, a.ask(t.Context()))
	told.Wait()
	require.EqualValues(t, 1, asked.Load())
	select {
	case <-a.next():
		t.Error("the next answer is yet to come")
	default:
	}
}

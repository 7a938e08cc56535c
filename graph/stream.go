package graph

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/live"
	"github.com/etal-market/etal/graph/loader"
)

const (
	// recheckEvery is how often it is asked who follows, when nothing happens.
	// What ends a session or narrows it ends its streams within five seconds.
	recheckEvery = 4 * time.Second
	// beatEvery is how often a stream on which nothing happens is written to, so
	// that nobody in between takes it for dead.
	beatEvery = 15 * time.Second
)

// wire carries what an operation returns to a client, piece after piece.
type wire interface {
	// start says from which position on the client will hear.
	start(position string) error
	// next sends a result; position is empty unless it is an event.
	next(ctx context.Context, position string, a *answer) error
	// beat sends a sign of life.
	beat() error
}

// errCut ends a stream without a last word: the client comes back by itself.
var errCut = errors.New("graph: stream is cut")

// operation is what a client asks for on a wire.
type operation struct {
	op    *graphql.OperationContext
	cost  costs
	after string // where a client says that it stopped, besides the argument
}

// carry runs an operation and sends what it returns, one result or many. It
// returns nil when nothing more will come, errCut when the client had better come
// back, the error of the client's connection or context, and else what the client
// is to be told as the end.
func (t *transport) carry(ctx context.Context, o operation, out wire) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if o.op.Operation.Operation != ast.Subscription {
		return t.carryOne(ctx, o, out)
	}
	s := &slot{after: o.after}
	defer s.close()
	charge, limited := t.charged(ctx, o.cost.requested)
	if limited != nil {
		return limited.err
	}
	responses, ctx := t.exec.DispatchOperation(loader.With(withSlot(ctx, s), loader.New(t.services)), o.op)
	left := charge.Settle(ctx, 1)
	if s.feed == nil { // refused at the door or by the resolver
		response := responses(ctx)
		if response == nil {
			return context.Cause(ctx)
		}
		return out.next(ctx, "", &answer{Errors: response.Errors, Data: response.Data, Bill: t.bill(ctx, charge, left, 1)})
	}
	if err := out.start(s.feed.Position()); err != nil {
		return err
	}
	if olds := t.deprecated.of(o.op); len(olds) > 0 && t.outcome != nil {
		t.outcome(ctx, Outcome{Operation: o.op.Operation.Name, Deprecated: olds})
	}
	return t.listen(ctx, o, out, events{slot: s, responses: responses})
}

// carryOne runs a query or a mutation.
func (t *transport) carryOne(ctx context.Context, o operation, out wire) error {
	ctx, cancel := context.WithTimeout(loader.With(ctx, loader.New(t.services)), t.timeout)
	defer cancel()
	charge, limited := t.charged(ctx, o.cost.requested)
	if limited != nil {
		return limited.err
	}
	watch := clock.Start()
	response := t.dispatch(ctx, o.op)
	spent := actual(o.cost, response.Data)
	response.Bill = t.bill(ctx, charge, charge.Settle(ctx, int64(spent)), spent)
	t.settled(ctx, o.op.Operation.Name, watch.Elapsed(), response)
	return out.next(ctx, "", response)
}

// events is an open subscription.
type events struct {
	*slot
	responses graphql.ResponseHandler
}

// listen sends events until the client goes or something ends the stream.
func (t *transport) listen(ctx context.Context, o operation, out wire, e events) error {
	recheck, beat := time.NewTicker(recheckEvery), time.NewTicker(beatEvery)
	defer recheck.Stop()
	defer beat.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-recheck.C:
			_, err = t.recheck(ctx, o.op)
		case <-beat.C:
			err = out.beat()
		case <-e.feed.Ready():
			err = t.sendReady(ctx, o, out, e)
		}
		if err != nil {
			return err
		}
	}
}

// sendReady sends the events that are there.
func (t *transport) sendReady(ctx context.Context, o operation, out wire, e events) error {
	for {
		n, err := e.feed.Next(ctx)
		switch {
		case live.ErrStopping.Is(err):
			return errCut
		case err != nil || n == nil:
			return err
		case !e.wants(n):
			continue
		}
		by, err := t.recheck(ctx, o.op)
		if err != nil {
			return err
		}
		if err := t.sendEvent(actor.With(ctx, by), o, out, e, n); err != nil {
			return err
		}
	}
}

// sendEvent resolves one event anew, as a request of its own would, and pays for
// it.
func (t *transport) sendEvent(ctx context.Context, o operation, out wire, e events, n *event.News) error {
	charge, limited := t.charged(ctx, o.cost.requested)
	if limited != nil {
		return limited.err
	}
	limitedCtx, cancel := context.WithTimeout(loader.With(ctx, loader.New(t.services)), t.timeout)
	defer cancel()
	root := graphql.CollectFields(o.op, o.op.Operation.SelectionSet, []string{"Subscription"})[0]
	limitedCtx = graphql.WithFieldContext(limitedCtx, &graphql.FieldContext{Object: "Subscription", Field: root})
	update := live.UpdateOf(n)
	e.updates <- update // there is room: what was put in before has been taken out
	watch := clock.Start()
	response := e.responses(limitedCtx)
	if response == nil {
		return errCut
	}
	spent := actual(o.cost, response.Data)
	left := charge.Settle(ctx, int64(spent))
	a := &answer{Errors: response.Errors, Data: response.Data, Bill: t.bill(ctx, charge, left, spent)}
	t.settled(ctx, o.op.Operation.Name, watch.Elapsed(), a)
	return out.next(ctx, update.EventID, a)
}

// recheck asks anew who follows, and returns them. It returns the fault that ends
// the stream: the session or key has ended, the hat was taken away, or what may be
// done under it has changed.
func (t *transport) recheck(ctx context.Context, op *graphql.OperationContext) (actor.Actor, error) {
	was := actor.From(ctx)
	is, err := t.renew(ctx)
	switch {
	case err != nil && len(fault.As(err)) == 0: // the database does not answer
		return is, errCut
	case err != nil:
		return is, err
	case !sameAuthority(was, is):
		return is, live.ErrAuthority
	}
	fields := roots(op.Operation.SelectionSet, nil)
	if refused := admitted(is, op.Operation.Operation, fields); refused != nil {
		return is, refused
	}
	for _, f := range fields {
		if lock := f.Definition.Directives.ForName("can"); lock != nil {
			if err := t.door.refuses(is, authz.Permission(lock.Arguments.ForName("do").Value.Raw)); err != nil {
				return is, err
			}
		}
	}
	return is, nil
}

// sameAuthority reports whether an actor may still do what they could: whoever
// acts otherwise opens another stream.
func sameAuthority(was, is actor.Actor) bool {
	return was.AccountID == is.AccountID && was.Role == is.Role && was.SellerID == is.SellerID && was.ViewAsID == is.ViewAsID &&
		was.KeyID == is.KeyID && was.ReadOnly == is.ReadOnly && was.FactorMissing == is.FactorMissing &&
		was.Rights == is.Rights && slices.Equal(was.Scopes, is.Scopes)
}

// presented is the error that ends a stream as a client reads it.
func (t *transport) presented(ctx context.Context, err error) *gqlerror.Error {
	var own *gqlerror.Error
	if errors.As(err, &own) && own.Extensions["code"] != nil {
		return own
	}
	return t.present(ctx, err)
}

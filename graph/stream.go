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
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/live"
	"github.com/etal-market/etal/graph/loader"
)

const (
	// recheckEvery is how often it is asked who follows on a connection, when nothing
	// happens. What ends a session or narrows it ends its streams within five seconds.
	recheckEvery = 4 * time.Second
	// beatEvery is how often a stream on which nothing happens is written to, so
	// that nobody in between takes it for dead.
	beatEvery = 15 * time.Second
	// placeAgain is when an event that there was no place for tries again.
	placeAgain = time.Second
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
	// authority is that of the connection.
	authority *authority
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
	ctx, responses, refused, err := t.follow(withSlot(ctx, s), o, s)
	switch {
	case err != nil:
		return err
	case refused != nil:
		return out.next(ctx, "", refused)
	}
	if err := out.start(s.feed.Position()); err != nil {
		return err
	}
	if olds := t.deprecated.of(o.op); len(olds) > 0 && t.outcome != nil {
		t.outcome(ctx, Outcome{Operation: o.op.Operation.Name, Deprecated: olds})
	}
	return t.listen(ctx, o, out, events{slot: s, responses: responses})
}

// follow opens a subscription, and returns what answers its events, or the one answer
// that the door or the resolver refuses it by.
func (t *transport) follow(ctx context.Context, o operation, s *slot) (context.Context, graphql.ResponseHandler, *answer, error) {
	leave, err := t.place(ctx)
	if err != nil {
		return ctx, nil, nil, err
	}
	defer leave()
	charge, limited := t.charged(ctx, o.cost.requested)
	if limited != nil {
		return ctx, nil, nil, limited.err
	}
	responses, ctx := t.exec.DispatchOperation(loader.With(ctx, loader.New(t.services)), o.op)
	left := charge.Settle(ctx, 1)
	if s.feed != nil {
		return ctx, responses, nil, nil
	}
	response := responses(ctx)
	if response == nil {
		return ctx, nil, nil, context.Cause(ctx)
	}
	return ctx, nil, &answer{Errors: response.Errors, Data: response.Data, Bill: t.bill(ctx, charge, left, 1)}, nil
}

// carryOne runs a query or a mutation.
func (t *transport) carryOne(ctx context.Context, o operation, out wire) error {
	ctx, cancel := context.WithTimeout(loader.With(ctx, loader.New(t.services)), t.timeout)
	defer cancel()
	response, err := t.answerOne(ctx, o)
	if err != nil {
		return err
	}
	return out.next(ctx, "", response)
}

func (t *transport) answerOne(ctx context.Context, o operation) (*answer, error) {
	leave, err := t.place(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	charge, limited := t.charged(ctx, o.cost.requested)
	if limited != nil {
		return nil, limited.err
	}
	watch := clock.Start()
	response := t.dispatch(ctx, o.op)
	spent := actual(o.cost, response.Data)
	response.Bill = t.bill(ctx, charge, charge.Settle(ctx, int64(spent)), spent)
	t.settled(ctx, o.op.Operation.Name, watch.Elapsed(), response)
	return response, nil
}

// events is an open subscription.
type events struct {
	*slot
	responses graphql.ResponseHandler
}

// listen sends events until the client goes or something ends the stream.
func (t *transport) listen(ctx context.Context, o operation, out wire, e events) error {
	beat := time.NewTicker(beatEvery)
	defer beat.Stop()
	asked := o.authority.next()
	for {
		var err error
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-asked:
			asked = o.authority.next()
			by, failed := o.authority.answer()
			err = t.remains(actor.From(ctx), by, failed, o.op)
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
		update := live.UpdateOf(n)
		a, err := t.answerEvent(ctx, o, e, update)
		if err != nil {
			return err
		}
		if err := out.next(ctx, update.EventID, a); err != nil {
			return err
		}
	}
}

// patient waits for a place until there is one: an event is not lost because too much
// is asked for at the moment.
func (t *transport) patient(ctx context.Context) (leave func(), err error) {
	for {
		if leave, err = t.place(ctx); err == nil {
			return leave, nil
		}
		again := time.NewTimer(placeAgain)
		select {
		case <-ctx.Done():
			again.Stop()
			return nil, ctx.Err()
		case <-again.C:
		}
	}
}

// answerEvent resolves one event anew, as a request of its own would, for whoever
// follows now, and pays for it.
func (t *transport) answerEvent(ctx context.Context, o operation, e events, update *live.Update) (*answer, error) {
	leave, err := t.patient(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	by, err := t.recheck(ctx, o.op)
	if err != nil {
		return nil, err
	}
	ctx = actor.With(ctx, by)
	charge, limited := t.charged(ctx, o.cost.requested)
	if limited != nil {
		return nil, limited.err
	}
	limitedCtx, cancel := context.WithTimeout(loader.With(ctx, loader.New(t.services)), t.timeout)
	defer cancel()
	root := graphql.CollectFields(o.op, o.op.Operation.SelectionSet, []string{"Subscription"})[0]
	limitedCtx = graphql.WithFieldContext(limitedCtx, &graphql.FieldContext{Object: "Subscription", Field: root})
	e.updates <- update // there is room: what was put in before has been taken out
	watch := clock.Start()
	response := e.responses(limitedCtx)
	if response == nil {
		return nil, errCut
	}
	spent := actual(o.cost, response.Data)
	left := charge.Settle(ctx, int64(spent))
	a := &answer{Errors: response.Errors, Data: response.Data, Bill: t.bill(ctx, charge, left, spent)}
	t.settled(ctx, o.op.Operation.Name, watch.Elapsed(), a)
	return a, nil
}

// recheck asks anew who follows, and returns them, or the fault that ends the stream.
func (t *transport) recheck(ctx context.Context, op *graphql.OperationContext) (actor.Actor, error) {
	is, err := t.renew(ctx)
	return is, t.remains(actor.From(ctx), is, err, op)
}

// remains returns nil while who follows may go on, by what was found out about them,
// and else the fault that ends the stream: the session or key has ended, the hat was
// taken away, or what may be done under it has changed.
func (t *transport) remains(was, is actor.Actor, err error, op *graphql.OperationContext) error {
	switch {
	case err != nil && len(fault.As(err)) == 0: // the database does not answer
		return errCut
	case err != nil:
		return err
	case !sameAuthority(was, is):
		return live.ErrAuthority
	}
	fields := roots(op.Operation.SelectionSet, nil)
	if refused := admitted(is, op.Operation.Operation, fields); refused != nil {
		return refused
	}
	for _, f := range fields {
		if lock := f.Definition.Directives.ForName("can"); lock != nil {
			if err := t.door.refuses(is, authz.Permission(lock.Arguments.ForName("do").Value.Raw)); err != nil {
				return err
			}
		}
	}
	return nil
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

package export_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/internal/testkit"
)

const kind export.Kind = "NUMBERS"

const steps = 4

// numbers makes files of a few lines, one a step. It fails before a step as
// often as it is told to.
type numbers struct {
	mu     sync.Mutex
	asked  []string // positions, in the order in which they were asked for
	breaks map[string]error
}

// Next implements export.Maker.
func (n *numbers) Next(_ context.Context, _ db.Querier, e *export.Export) (export.Part, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.asked = append(n.asked, e.Position)
	if err := n.breaks[e.Position]; err != nil {
		delete(n.breaks, e.Position)
		return export.Part{}, err
	}
	at, _ := strconv.ParseInt(e.Position, 10, 64)
	return export.Part{
		Content: fmt.Appendf(nil, "line %d of %s\n", at, e.Params), Position: strconv.FormatInt(at+1, 10),
		Done: at + 1, Total: steps, Last: at+1 == steps,
	}, nil
}

const params = `{"text":"Zwiebelfisch"}`

func whole() string {
	var b strings.Builder
	for i := range steps {
		fmt.Fprintf(&b, "line %d of %s\n", i, params)
	}
	return b.String()
}

type desk struct {
	t     *testing.T
	w     *testkit.World
	maker *numbers
	*export.Service
}

func each(t *testing.T, fn func(d *desk)) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		maker := &numbers{breaks: map[string]error{}}
		fn(&desk{t: t, w: w, maker: maker, Service: export.New(w.DB, map[export.Kind]export.Maker{kind: maker})})
	})
}

func (d *desk) asks(by actor.Actor) *export.Export {
	d.t.Helper()
	e, err := d.Ask(d.t.Context(), by, export.Request{Kind: kind, Params: params, Filename: "n.txt", ContentType: "text/plain", Reason: "Test."})
	require.NoError(d.t, err)
	return e
}

func (d *desk) made(by actor.Actor) *export.Export {
	d.t.Helper()
	e := d.asks(by)
	require.NoError(d.t, d.Work(d.t.Context(), export.Job{ExportID: e.ID}))
	return d.now(by, e.ID)
}

func (d *desk) now(by actor.Actor, exportID export.ID) *export.Export {
	d.t.Helper()
	e, err := d.Get(d.t.Context(), by, exportID)
	require.NoError(d.t, err)
	return e
}

func (d *desk) fetch(by actor.Actor, exportID export.ID, out io.Writer) error {
	return d.Fetch(d.t.Context(), by, exportID, func(*export.Export) io.Writer { return out })
}

func (d *desk) chunks() (n int) {
	d.t.Helper()
	require.NoError(d.t, d.w.DB.Read(d.t.Context()).NewRaw("SELECT COUNT(*) FROM export_chunks").Scan(d.t.Context(), &n))
	return n
}

func (d *desk) events(name string) (n int) {
	d.t.Helper()
	require.NoError(d.t, d.w.DB.Read(d.t.Context()).NewRaw("SELECT COUNT(*) FROM outbox WHERE name = ?", name).Scan(d.t.Context(), &n))
	return n
}

// A process that dies costs the step that it was in, wherever it dies.
func TestWork_goes_on_where_it_was_after_a_crash_between_any_two_steps(t *testing.T) {
	t.Parallel()

	each(t, func(d *desk) {
		bob := d.w.Buyer("Bob").Actor
		e := d.asks(bob)
		require.Equal(t, export.Pending, e.Status)
		require.Nil(t, e.Path())
		crash := errors.New("killed")
		for i := range steps {
			at := ""
			if i > 0 {
				at = strconv.Itoa(i)
			}
			d.maker.breaks[at] = crash
			require.ErrorIs(t, d.Work(t.Context(), export.Job{ExportID: e.ID}), crash)
			now := d.now(bob, e.ID)
			require.EqualValues(t, i, now.Done)
			require.EqualValues(t, i, now.Chunks)
			if i > 0 {
				require.Equal(t, export.Running, now.Status)
				require.EqualValues(t, steps, now.Total)
			}
			require.Nil(t, now.Path())
			require.ErrorIs(t, d.fetch(bob, e.ID, io.Discard), export.ErrNotFound, "half a file is no file")
		}
		require.NoError(t, d.Work(t.Context(), export.Job{ExportID: e.ID}))
		require.Equal(t, []string{"", "", "1", "1", "2", "2", "3", "3"}, d.maker.asked, "no step is done twice")
		now := d.now(bob, e.ID)
		require.Equal(t, export.Ready, now.Status)
		require.Equal(t, "/exports/"+string(e.ID), *now.Path())
		require.EqualValues(t, len(whole()), now.ByteSize)
		require.Equal(t, now.ReadyAt.Add(export.KeptFor), *now.ExpiresAt)
		require.Equal(t, "{}", now.Params, "what was looked for is not needed any more")
		require.NoError(t, d.Work(t.Context(), export.Job{ExportID: e.ID}), "done twice, nothing changes")
		require.Len(t, d.maker.asked, 2*steps)
		require.Equal(t, 1, d.events("export.finished"))
		var out bytes.Buffer
		require.NoError(t, d.fetch(bob, e.ID, &out))
		require.Equal(t, whole(), out.String())
		require.NoError(t, d.Work(t.Context(), export.Job{ExportID: "exp_nobody"}), "its owner was erased")
	})
}

func TestWork_by_several_workers_makes_one_file(t *testing.T) {
	t.Parallel()

	each(t, func(d *desk) {
		bob := d.w.Buyer("Bob").Actor
		e := d.asks(bob)
		var all sync.WaitGroup
		failures := make([]error, 8)
		for i := range failures {
			all.Go(func() { failures[i] = d.Work(context.WithoutCancel(t.Context()), export.Job{ExportID: e.ID}) })
		}
		all.Wait()
		require.NoError(t, errors.Join(failures...))
		require.Equal(t, 1, d.events("export.finished"))
		var out bytes.Buffer
		require.NoError(t, d.fetch(bob, e.ID, &out))
		require.Equal(t, whole(), out.String())
	})
}

func TestWork_fails_when_there_is_nothing_to_export_any_more(t *testing.T) {
	t.Parallel()

	each(t, func(d *desk) {
		bob := d.w.Buyer("Bob").Actor
		e := d.asks(bob)
		d.maker.breaks["2"] = fault.New(fault.NotFound, "GONE", "It is gone.")
		require.NoError(t, d.Work(t.Context(), export.Job{ExportID: e.ID}), "a fault is not tried again")
		now := d.now(bob, e.ID)
		require.Equal(t, export.Failed, now.Status)
		require.Equal(t, "{}", now.Params)
		require.Zero(t, d.chunks())
		require.ErrorIs(t, d.fetch(bob, e.ID, io.Discard), export.ErrNotFound)
		require.NoError(t, d.Work(t.Context(), export.Job{ExportID: e.ID}))
		require.Equal(t, export.Failed, d.now(bob, e.ID).Status, "failed stays failed")
	})
}

func TestAsk_at_once_is_bounded(t *testing.T) {
	t.Parallel()

	each(t, func(d *desk) {
		bob, ann := d.w.Buyer("Bob").Actor, d.w.Buyer("Ann").Actor
		var all sync.WaitGroup
		failures := make([]error, 12)
		for i := range failures {
			all.Go(func() {
				_, failures[i] = d.Ask(context.WithoutCancel(t.Context()), bob, export.Request{Kind: kind, Params: params})
			})
		}
		all.Wait()
		asked := 0
		for _, err := range failures {
			if err == nil {
				asked++
				continue
			}
			require.ErrorIs(t, err, export.ErrTooMany)
		}
		require.Equal(t, 3, asked)
		d.asks(ann)
		found, err := d.Find(t.Context(), bob, page.First(10))
		require.NoError(t, err)
		require.Len(t, found.Nodes, 3)
		require.NoError(t, d.Work(t.Context(), export.Job{ExportID: found.Nodes[0].ID}))
		d.asks(bob)
	})
}

func TestFetch_is_for_whoever_asked(t *testing.T) {
	t.Parallel()

	each(t, func(d *desk) {
		bob, ann := d.w.Buyer("Bob").Actor, d.w.Buyer("Ann").Actor
		e := d.made(bob)
		for name, by := range map[string]actor.Actor{"another": ann, "a stranger": {}, "an operator": d.w.Operator().Actor} {
			var out bytes.Buffer
			require.ErrorIs(t, d.fetch(by, e.ID, &out), export.ErrNotFound, name)
			require.Zero(t, out.Len(), name)
			_, err := d.Get(t.Context(), by, e.ID)
			require.ErrorIs(t, err, export.ErrNotFound, name)
		}
		second := d.made(bob)
		require.NoError(t, d.fetch(bob, second.ID, io.Discard))
		require.ErrorIs(t, d.fetch(bob, second.ID, io.Discard), export.ErrNotFound, "once")
		require.Equal(t, export.Fetched, d.now(bob, second.ID).Status)
		require.Equal(t, 1, d.events("export.fetched"))
		require.Equal(t, steps, d.chunks(), "of the other file only")
	})
}

// writer is where a file goes to.
type writer func(p []byte) (int, error)

// Write implements io.Writer.
func (w writer) Write(p []byte) (int, error) { return w(p) }

func TestFetch_at_once_hands_a_file_out_once(t *testing.T) {
	t.Parallel()

	each(t, func(d *desk) {
		bob := d.w.Buyer("Bob").Actor
		for range 5 {
			e := d.made(bob)
			var all sync.WaitGroup
			failures, outs := make([]error, 8), make([]bytes.Buffer, 8)
			for i := range failures {
				all.Go(func() {
					failures[i] = d.Fetch(context.WithoutCancel(t.Context()), bob, e.ID, func(*export.Export) io.Writer { return &outs[i] })
				})
			}
			all.Wait()
			got := 0
			for i, err := range failures {
				if err == nil {
					got++
					require.Equal(t, whole(), outs[i].String())
					continue
				}
				require.True(t, errors.Is(err, export.ErrBusy) || errors.Is(err, export.ErrNotFound), "%v", err)
				require.Zero(t, outs[i].Len())
			}
			require.Equal(t, 1, got)
		}
		require.Equal(t, 5, d.events("export.fetched"))
		require.Zero(t, d.chunks())
	})
}

func TestFetch_may_be_begun_again_after_it_broke_off(t *testing.T) {
	t.Parallel()

	each(t, func(d *desk) {
		bob := d.w.Buyer("Bob").Actor
		e := d.made(bob)
		gone, sent := errors.New("connection reset"), 0
		require.ErrorIs(t, d.fetch(bob, e.ID, writer(func(p []byte) (int, error) {
			if sent++; sent == 3 {
				return 0, gone
			}
			require.ErrorIs(t, d.fetch(bob, e.ID, io.Discard), export.ErrBusy)
			return len(p), nil
		})), gone)
		require.Equal(t, export.Ready, d.now(bob, e.ID).Status)
		require.Zero(t, d.events("export.fetched"))

		// Of a process that was killed in the middle only the claim is left.
		require.NoError(t, d.w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("UPDATE exports SET fetching_until = ? WHERE id = ?", tx.Now().Add(10*time.Minute), e.ID).Exec(ctx)
			return err
		}))
		require.ErrorIs(t, d.fetch(bob, e.ID, io.Discard), export.ErrBusy)
		d.w.Advance(10 * time.Minute)
		var out bytes.Buffer
		require.NoError(t, d.fetch(bob, e.ID, &out))
		require.Equal(t, whole(), out.String())
	})
}

func TestSweep_ends_what_nobody_has_fetched_in_time(t *testing.T) {
	t.Parallel()

	each(t, func(d *desk) {
		bob := d.w.Buyer("Bob").Actor
		e, waiting := d.made(bob), d.asks(bob)
		d.w.Advance(export.KeptFor - time.Second)
		n, err := d.Sweep(t.Context())
		require.NoError(t, err)
		require.Zero(t, n)
		require.Equal(t, export.Ready, d.now(bob, e.ID).Status)
		d.w.Advance(time.Second)
		require.ErrorIs(t, d.fetch(bob, e.ID, io.Discard), export.ErrNotFound, "also before it is swept")
		n, err = d.Sweep(t.Context())
		require.NoError(t, err)
		require.EqualValues(t, 1, n)
		require.Equal(t, export.Expired, d.now(bob, e.ID).Status)
		require.Zero(t, d.chunks())
		require.Zero(t, d.events("export.fetched"))
		d.w.Advance(31 * 24 * time.Hour)
		_, err = d.Sweep(t.Context())
		require.NoError(t, err)
		_, err = d.Get(t.Context(), bob, e.ID)
		require.ErrorIs(t, err, export.ErrNotFound, "its row is forgotten")
		require.Equal(t, export.Pending, d.now(bob, waiting.ID).Status, "what waits is not")
	})
}

func TestDropTx_ends_what_was_not_fetched(t *testing.T) {
	t.Parallel()

	each(t, func(d *desk) {
		bob := d.w.Buyer("Bob").Actor
		fetched := d.made(bob)
		require.NoError(t, d.fetch(bob, fetched.ID, io.Discard))
		ready, waiting, half := d.made(bob), d.asks(bob), d.asks(bob)
		d.maker.breaks["2"] = errors.New("killed")
		require.Error(t, d.Work(t.Context(), export.Job{ExportID: half.ID}))
		require.NoError(t, d.w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return export.DropTx(ctx, tx, kind) }))
		require.Zero(t, d.chunks())
		for _, e := range []*export.Export{ready, waiting, half} {
			require.NoError(t, d.Work(t.Context(), export.Job{ExportID: e.ID}))
			require.Equal(t, export.Failed, d.now(bob, e.ID).Status)
			require.ErrorIs(t, d.fetch(bob, e.ID, io.Discard), export.ErrNotFound)
		}
		require.Equal(t, export.Fetched, d.now(bob, fetched.ID).Status)
		require.Zero(t, d.chunks())
	})
}

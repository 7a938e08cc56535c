package note_test

import (
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/note"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/internal/testkit"
)

func TestNotes_are_written_changed_and_deleted_by_their_author(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Notes
		mill := w.Seller("Mill", testkit.Onboarded)
		order := w.Buyer("Alice").Buys(mill.Product("Tea", "10.00", 5).Times(1))
		olga, otto := w.OperatorWith(identity.OperatorSupport), w.OperatorWith(identity.OperatorSupport)
		ofSeller, err := s.Add(ctx, olga.Actor, note.AddInput{Subject: id.Any(mill.ID), Text: "  Called back.\nAll is well. "})
		require.NoError(t, err)
		require.Equal(t, "Called back.\nAll is well.", ofSeller.Text)
		_, err = s.Add(ctx, otto.Actor, note.AddInput{Subject: id.Any(order.ID), Text: strings.Repeat("é", 5000)})
		require.NoError(t, err)

		found, err := s.Find(ctx, id.Any(mill.ID), page.First(10))
		require.NoError(t, err)
		require.Len(t, found.Nodes, 1, "and not that about the order")
		require.Equal(t, olga.Account, found.Nodes[0].AuthorID)

		_, err = s.Edit(ctx, otto.Actor, note.EditInput{NoteID: ofSeller.ID, Version: 1, Text: "No."})
		require.ErrorIs(t, err, note.ErrOthers)
		_, err = s.Edit(ctx, olga.Actor, note.EditInput{NoteID: ofSeller.ID, Version: 2, Text: "No."})
		require.ErrorIs(t, err, note.ErrVersion)
		changed, err := s.Edit(ctx, olga.Actor, note.EditInput{NoteID: ofSeller.ID, Version: 1, Text: "Called back twice."})
		require.NoError(t, err)
		require.EqualValues(t, 2, changed.Version)
		require.NotNil(t, changed.EditedAt)

		require.ErrorIs(t, s.Delete(ctx, otto.Actor, note.DeleteInput{NoteID: ofSeller.ID}, false), note.ErrOthers)
		require.NoError(t, s.Delete(ctx, otto.Actor, note.DeleteInput{NoteID: ofSeller.ID}, true), "who may delete what others have written")
		require.ErrorIs(t, s.Delete(ctx, olga.Actor, note.DeleteInput{NoteID: ofSeller.ID}, false), note.ErrNotFound)
		_, err = s.Edit(ctx, olga.Actor, note.EditInput{NoteID: ofSeller.ID, Version: 2, Text: "No."})
		require.ErrorIs(t, err, note.ErrNotFound)
		w.Verified()
	})
}

func TestNotes_refuse_what_makes_no_sense(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Notes
		mill, olga := w.Seller("Mill"), w.OperatorWith(identity.OperatorSupport)
		for name, in := range map[string]note.AddInput{
			"no such seller":   {Subject: id.New[id.Any]("sel"), Text: "A note."},
			"no such order":    {Subject: id.New[id.Any]("ord"), Text: "A note."},
			"an account":       {Subject: id.Any(olga.Account), Text: "A note."},
			"nothing":          {Subject: "", Text: "A note."},
			"no text":          {Subject: id.Any(mill.ID), Text: " \n "},
			"too much":         {Subject: id.Any(mill.ID), Text: strings.Repeat("é", 5001)},
			"a NUL byte in it": {Subject: id.Any(mill.ID), Text: "A\x00note."},
		} {
			_, err := s.Add(ctx, olga.Actor, in)
			require.NotEmpty(t, fault.As(err), name)
		}
		found, err := s.Find(ctx, id.Any(mill.ID), page.First(10))
		require.NoError(t, err)
		require.Empty(t, found.Nodes)
	})
}

// Somebody who has two windows changes a note in both at once: one of them is told.
func TestEdit_overwrites_nothing_unseen(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Notes
		mill, olga := w.Seller("Mill"), w.OperatorWith(identity.OperatorSupport)
		n, err := s.Add(ctx, olga.Actor, note.AddInput{Subject: id.Any(mill.ID), Text: "First."})
		require.NoError(t, err)
		var errs [8]error
		var wg sync.WaitGroup
		for i := range errs {
			wg.Go(func() {
				_, errs[i] = s.Edit(ctx, olga.Actor, note.EditInput{NoteID: n.ID, Version: 1, Text: "Second."})
			})
		}
		wg.Wait()
		done := 0
		for _, err := range errs {
			if err == nil {
				done++
				continue
			}
			require.ErrorIs(t, err, note.ErrVersion)
		}
		require.Equal(t, 1, done)
	})
}

func TestFind_pages_from_the_newest(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Notes
		mill, olga := w.Seller("Mill"), w.OperatorWith(identity.OperatorSupport)
		for _, text := range []string{"one", "two", "three"} {
			_, err := s.Add(ctx, olga.Actor, note.AddInput{Subject: id.Any(mill.ID), Text: text})
			require.NoError(t, err)
		}
		texts := func(w page.Window) (all []string, end string) {
			found, err := s.Find(ctx, id.Any(mill.ID), w)
			require.NoError(t, err)
			for _, n := range found.Nodes {
				all = append(all, n.Text)
			}
			total, err := found.TotalCount(ctx)
			require.NoError(t, err)
			require.Equal(t, 3, *total)
			return all, *found.PageInfo.EndCursor
		}
		first, end := texts(page.First(2))
		require.Equal(t, []string{"three", "two"}, first)
		rest, _ := texts(page.First(2).After(end))
		require.Equal(t, []string{"one"}, rest)
		_, err := s.Find(ctx, id.Any(mill.ID), page.First(2).After("nonsense"))
		require.ErrorIs(t, err, page.ErrCursor)
	})
}

// A file of what is kept of somebody holds no note: neither that of the buyer of an order,
// nor that of the owner of a seller.
func TestExports_of_persons_hold_no_note(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		alice, olga := w.Buyer("Alice"), w.OperatorWith(identity.OperatorSupport)
		order := alice.Buys(mill.Product("Tea", "10.00", 5).Times(1))
		for _, subject := range []id.Any{id.Any(order.ID), id.Any(mill.ID)} {
			_, err := w.App.Notes.Add(t.Context(), olga.Actor, note.AddInput{Subject: subject, Text: "Secretnote."})
			require.NoError(t, err)
		}
		for _, p := range []*testkit.Person{alice, mill.Person} {
			e, err := w.App.Privacy.Export(t.Context(), p.Actor, privacy.ExportInput{})
			require.NoError(t, err)
			w.Settle()
			var out strings.Builder
			require.NoError(t, w.App.Exports.Fetch(t.Context(), p.Actor, e.ID, func(*export.Export) io.Writer { return &out }))
			require.Contains(t, out.String(), `"name": "notes"`)
			require.NotContains(t, out.String(), "Secretnote")
			require.NotContains(t, out.String(), string(olga.Account))
		}
	})
}

package notification_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
)

// applied registers the owner of a seller that waits for a decision, and returns
// them under the hat of the seller.
func (w *world) applied(t *testing.T, name string) (actor.Actor, seller.ID) {
	t.Helper()
	owner := w.register(t, name, name)
	made, err := w.sellers.Apply(t.Context(), owner, seller.ApplyInput{Name: name, Country: "DE"})
	require.NoError(t, err)
	owner.SellerID, owner.Role = string(made.ID), "seller:owner"
	return owner, made.ID
}

func (w *world) tell(t *testing.T, events ...event.Event) {
	t.Helper()
	require.NoError(t, w.db.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		for _, e := range events {
			if err := event.Emit(ctx, tx, e); err != nil {
				return err
			}
		}
		return nil
	}))
	w.drain(t)
}

func (w *world) told(t *testing.T, by actor.Actor, f notification.Filter) []*notification.Notification {
	t.Helper()
	found, err := w.box.Find(t.Context(), by, f, page.First(100))
	require.NoError(t, err)
	return found.Nodes
}

func TestBox_tells_once_under_the_hat_that_it_concerns(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		mia, mill := w.applied(t, "mia")
		noah, _ := w.applied(t, "noah")
		w.drain(t)
		w.mail.mu.Lock()
		w.mail.down = 2 // the mail is tried three times
		w.mail.mu.Unlock()
		w.tell(t, seller.Approved{SellerID: mill})
		redeliver(t, w)
		w.drain(t)

		list := w.told(t, mia, notification.Filter{})
		require.Len(t, list, 1, "however often the mail was tried and the event delivered")
		require.Equal(t, notification.KindSellerDecided, list[0].Kind)
		require.Equal(t, "mia may now sell", list[0].Title)
		require.Equal(t, string(mill), string(list[0].SubjectID))
		require.False(t, list[0].IsRead())

		asBuyer := mia
		asBuyer.SellerID, asBuyer.Role = "", actor.Buyer
		asOperator := asBuyer
		asOperator.Role = "operator:admin"
		for _, other := range []actor.Actor{asBuyer, asOperator, noah} {
			require.Empty(t, w.told(t, other, notification.Filter{}))
			_, err := w.box.Get(t.Context(), other, list[0].ID)
			require.ErrorIs(t, err, notification.ErrNotFound)
			require.ErrorIs(t, w.box.MarkRead(t.Context(), other, notification.ReadInput{IDs: []notification.ID{list[0].ID}}), notification.ErrNotFound)
			require.NoError(t, w.box.MarkAllRead(t.Context(), other))
		}
		n, err := w.box.Unread(t.Context(), mia)
		require.NoError(t, err)
		require.Equal(t, 1, n, "nobody else can have read it")
	})
}

func TestBox_MarkRead(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		mia, mill := w.applied(t, "mia")
		var events []event.Event
		for i := range 5 {
			events = append(events, productimport.Finished{ImportID: productimport.ID(fmt.Sprintf("imp_%d", i)), SellerID: mill, Status: productimport.StatusDone})
		}
		w.tell(t, events...)
		list := w.told(t, mia, notification.Filter{})
		require.Len(t, list, 5)
		unknown := notification.ReadInput{IDs: []notification.ID{list[0].ID, "ntf_nothing"}}
		require.ErrorIs(t, w.box.MarkRead(t.Context(), mia, unknown), notification.ErrNotFound)
		require.NoError(t, w.box.MarkRead(t.Context(), mia, notification.ReadInput{IDs: []notification.ID{}}), "none are none, and not all")
		no := false
		require.Len(t, w.told(t, mia, notification.Filter{IsRead: &no}), 5, "none was marked")

		two := notification.ReadInput{IDs: []notification.ID{list[0].ID, list[1].ID, list[0].ID}}
		var together sync.WaitGroup
		for range 8 { // from many windows at once
			together.Go(func() {
				if err := w.box.MarkRead(t.Context(), mia, two); err != nil {
					t.Error(err)
				}
			})
		}
		together.Wait()
		n, err := w.box.Unread(t.Context(), mia)
		require.NoError(t, err)
		require.Equal(t, 3, n)
		yes := true
		read := w.told(t, mia, notification.Filter{IsRead: &yes})
		require.Len(t, read, 2)
		at := *read[0].ReadAt
		require.NoError(t, w.box.MarkAllRead(t.Context(), mia))
		require.Empty(t, w.told(t, mia, notification.Filter{IsRead: &no}))
		again, err := w.box.Get(t.Context(), mia, read[0].ID)
		require.NoError(t, err)
		require.True(t, at.Equal(*again.ReadAt), "what was read already stays as it was")

		require.ErrorIs(t, w.box.MarkRead(t.Context(), mia, notification.ReadInput{IDs: make([]notification.ID, 101)}), notification.ErrTooMany)
		_, err = w.box.Find(t.Context(), actor.Actor{Role: actor.Anonymous}, notification.Filter{}, page.First(1))
		require.ErrorIs(t, err, notification.ErrNobody)
	})
}

func TestBox_pages(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		mia, mill := w.applied(t, "mia")
		for i := range 7 {
			w.tell(t, productimport.Finished{ImportID: productimport.ID(fmt.Sprintf("imp_%d", i)), SellerID: mill, Status: productimport.StatusFailed})
		}
		var seen []string
		after, three := "", 3
		for range 4 {
			args := page.Args{First: &three}
			if after != "" {
				args.After = &after
			}
			window, err := args.Window()
			require.NoError(t, err)
			found, err := w.box.Find(t.Context(), mia, notification.Filter{}, window)
			require.NoError(t, err)
			for _, n := range found.Nodes {
				seen = append(seen, string(n.SubjectID))
			}
			if !found.PageInfo.HasNextPage {
				break
			}
			after = *found.PageInfo.EndCursor
		}
		require.Equal(t, []string{"imp_6", "imp_5", "imp_4", "imp_3", "imp_2", "imp_1", "imp_0"}, seen, "newest first")
	})
}

func TestBox_preferences(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		mia, mill := w.applied(t, "mia")
		w.drain(t)
		finished := productimport.Finished{ImportID: "imp_a", SellerID: mill, Status: productimport.StatusDone}
		before := len(w.mail.taken)
		w.tell(t, finished)
		require.Len(t, w.mail.taken, before, "imports are not mailed unless somebody wants it")

		yes, no := true, false
		set := func(k notification.Kind, inApp, byMail *bool) error {
			_, err := w.box.SetPreference(t.Context(), mia, notification.PreferenceInput{Kind: k, InApp: inApp, ByMail: byMail})
			return err
		}
		require.NoError(t, set(notification.KindImportFinished, &no, &yes))
		w.tell(t, finished)
		require.Len(t, w.mail.taken, before+1)
		require.Len(t, w.told(t, mia, notification.Filter{}), 1, "the second time by mail only")
		require.NoError(t, set(notification.KindImportFinished, nil, &no))
		w.tell(t, finished)
		require.Len(t, w.mail.taken, before+1, "not at all")
		require.Len(t, w.told(t, mia, notification.Filter{}), 1)

		require.ErrorIs(t, set(notification.KindSellerDecided, nil, &no), notification.ErrMailNeeded)
		require.NoError(t, set(notification.KindSellerDecided, &no, nil))
		w.tell(t, seller.Suspended{SellerID: mill})
		require.Len(t, w.mail.taken, before+2, "decisions are mailed whatever is chosen")

		list, err := w.box.Preferences(t.Context(), mia)
		require.NoError(t, err)
		require.Len(t, list, len(notification.Kinds()))
		for _, p := range list {
			isChosen := p.Kind == notification.KindImportFinished || p.Kind == notification.KindSellerDecided
			require.Equal(t, !isChosen, p.InApp, p.Kind)
			require.Equal(t, p.Kind != notification.KindImportFinished, p.ByMail, p.Kind)
		}
		require.ErrorIs(t, func() error { _, err := w.box.Preferences(t.Context(), actor.Actor{}); return err }(), notification.ErrNobody)
	})
}

func TestBox_Prune(t *testing.T) {
	t.Parallel()
	d, at := dbtest.NewAt(t, time.Date(2030, 3, 4, 9, 0, 0, 0, time.UTC))
	w := newWorld(t, d)
	mia, mill := w.applied(t, "mia")
	w.tell(t, productimport.Finished{ImportID: "imp_old", SellerID: mill, Status: productimport.StatusDone})
	at.Advance(notification.Kept - time.Hour)
	w.tell(t, productimport.Finished{ImportID: "imp_new", SellerID: mill, Status: productimport.StatusDone})
	removed, err := w.box.Prune(t.Context())
	require.NoError(t, err)
	require.Zero(t, removed)
	at.Advance(2 * time.Hour)
	removed, err = w.box.Prune(t.Context())
	require.NoError(t, err)
	require.Equal(t, 1, removed)
	list := w.told(t, mia, notification.Filter{})
	require.Len(t, list, 1)
	require.Equal(t, "imp_new", string(list[0].SubjectID))
}

func TestKinds_are_those_of_mails(t *testing.T) {
	t.Parallel()
	seen := map[notification.Kind]bool{}
	for _, k := range notification.Kinds() {
		require.False(t, seen[k], "%s is listed twice", k)
		require.True(t, k.IsMailed() || !k.NeedsMail(), "%s must be mailed and is not", k)
		seen[k] = true
	}
}

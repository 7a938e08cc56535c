package preference_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/preference"
)

func register(t *testing.T, d *db.DB, mailbox string) actor.Actor {
	t.Helper()
	people := identity.New(d, identity.Options{HashMemoryKiB: 64})
	opened, err := people.Register(t.Context(), actor.Actor{}, identity.RegisterInput{
		Email: mailbox + "@example.org", Name: mailbox, Password: "a quiet harbour 47",
	})
	require.NoError(t, err)
	return actor.Actor{AccountID: string(opened.Account.ID), Role: actor.Buyer}
}

func as[T any](v T) *T { return &v }

func TestPreferences_hold_for_one_person_and_change_one_by_one(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := preference.New(d)
		mia, noah := register(t, d, "mia"), register(t, d, "noah")

		p, err := s.Get(t.Context(), mia)
		require.NoError(t, err)
		require.Nil(t, p.LanguageOrNil(), "nothing was chosen")
		require.True(t, p.HasShortcuts)

		for _, in := range []preference.Input{{Language: as("pt-br")}, {HasShortcuts: as(false)}} {
			_, err = s.Set(t.Context(), mia, in)
			require.NoError(t, err)
		}
		asOperator := mia
		asOperator.Role = "operator:admin"
		p, err = s.Get(t.Context(), asOperator)
		require.NoError(t, err)
		require.Equal(t, "pt-BR", p.Language, "as it is registered, under every hat")
		require.False(t, p.HasShortcuts)

		p, err = s.Set(t.Context(), mia, preference.Input{Language: as("")})
		require.NoError(t, err)
		require.Nil(t, p.LanguageOrNil(), "taken back")
		require.False(t, p.HasShortcuts, "what is absent stays")

		p, err = s.Get(t.Context(), noah)
		require.NoError(t, err)
		require.True(t, p.HasShortcuts, "nobody else's")

		for _, bad := range []string{"french please", "<script>", "und", "e", strings.Repeat("en-", 20) + "en"} {
			_, err = s.Set(t.Context(), mia, preference.Input{Language: as(bad)})
			require.ErrorIs(t, err, preference.ErrLanguage, bad)
		}
		_, err = s.Get(t.Context(), actor.Actor{})
		require.ErrorIs(t, err, preference.ErrNobody)
		_, err = s.Set(t.Context(), actor.Actor{}, preference.Input{})
		require.ErrorIs(t, err, preference.ErrNobody)
	})
}

func TestPreferences_time_zone_and_theme(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := preference.New(d)
		mia := register(t, d, "mia")
		p, err := s.Get(t.Context(), mia)
		require.NoError(t, err)
		require.Nil(t, p.TimeZoneOrNil(), "that of the browser")
		require.Nil(t, p.ThemeOrNil())

		for _, zone := range []string{"UTC", "Etc/GMT+3", "America/Port-au-Prince", "America/Argentina/Buenos_Aires", "Europe/Paris"} {
			p, err = s.Set(t.Context(), mia, preference.Input{TimeZone: as(zone)})
			require.NoError(t, err, zone)
			require.Equal(t, zone, *p.TimeZoneOrNil())
		}
		p, err = s.Set(t.Context(), mia, preference.Input{Theme: as(preference.ThemeDark)})
		require.NoError(t, err)
		require.Equal(t, preference.ThemeDark, *p.ThemeOrNil())
		require.Equal(t, "Europe/Paris", p.TimeZone, "what is absent stays")

		for _, bad := range []string{
			"Local", "Paris", "europe/paris", "posix/Europe/Paris", "localtime", "../etc/passwd", "/Europe/Paris", "Europe/Paris/", "Europe//Paris",
			"Europe/Atlantis", "+01:00", "Europe/Paris\x00", " ", strings.Repeat("A", 1000),
		} {
			_, err = s.Set(t.Context(), mia, preference.Input{TimeZone: as(bad), Theme: as(preference.ThemeLight)})
			require.ErrorIs(t, err, preference.ErrTimeZone, bad)
		}
		_, err = s.Set(t.Context(), mia, preference.Input{TimeZone: as("Nowhere"), Language: as("<script>")})
		require.ErrorIs(t, err, preference.ErrTimeZone, "all faults at once")
		require.ErrorIs(t, err, preference.ErrLanguage)
		p, err = s.Get(t.Context(), mia)
		require.NoError(t, err)
		require.Equal(t, "Europe/Paris", p.TimeZone, "a refusal changes nothing")
		require.Equal(t, preference.ThemeDark, p.Theme)

		p, err = s.Set(t.Context(), mia, preference.Input{TimeZone: as("")})
		require.NoError(t, err)
		require.Nil(t, p.TimeZoneOrNil(), "taken back")
	})
}

func TestPreferences_of_two_changes_at_once_both_hold(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := preference.New(d)
		mia := register(t, d, "mia")
		var both sync.WaitGroup
		errs := make([]error, 2)
		for i, in := range []preference.Input{{Language: as("ja")}, {HasShortcuts: as(false)}} {
			both.Go(func() { _, errs[i] = s.Set(t.Context(), mia, in) })
		}
		both.Wait()
		require.NoError(t, errs[0])
		require.NoError(t, errs[1])
		p, err := s.Get(t.Context(), mia)
		require.NoError(t, err)
		require.Equal(t, "ja", p.Language)
		require.False(t, p.HasShortcuts)
	})
}

func names(t *testing.T, s *preference.Service, by actor.Actor, page string) []string {
	t.Helper()
	views, err := s.Views(t.Context(), by, page)
	require.NoError(t, err)
	list := []string{}
	for _, v := range views {
		name := v.Name
		if v.IsDefault {
			name += "*"
		}
		list = append(list, name)
	}
	return list
}

func TestViews_belong_to_one_person_under_one_hat_on_one_page(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := preference.New(d)
		mia, noah := register(t, d, "mia"), register(t, d, "noah")
		atMill, atKiln, asOperator := mia, mia, mia
		atMill.SellerID, atMill.Role = "sel_mill", "seller:owner"
		atKiln.SellerID, atKiln.Role = "sel_kiln", "seller:owner"
		asOperator.Role = "operator:admin"

		late, err := s.Save(t.Context(), atMill, preference.SaveInput{Page: "orders", Name: " Late ", Search: "?status=READY_TO_SHIP", IsDefault: true})
		require.NoError(t, err)
		require.Equal(t, "status=READY_TO_SHIP", late.Search)
		_, err = s.Save(t.Context(), atMill, preference.SaveInput{Page: "orders", Name: "All", IsDefault: true})
		require.NoError(t, err)
		_, err = s.Save(t.Context(), atMill, preference.SaveInput{Page: "payouts", Name: "Late", IsDefault: true})
		require.NoError(t, err)

		require.Equal(t, []string{"Late", "All*"}, names(t, s, atMill, "orders"), "one default on a page")
		require.Equal(t, []string{"Late*"}, names(t, s, atMill, "payouts"), "another page keeps its own")
		for _, other := range []actor.Actor{atKiln, asOperator, mia, noah} {
			require.Empty(t, names(t, s, other, "orders"))
			_, err = s.Save(t.Context(), other, preference.SaveInput{ID: &late.ID, Page: "orders", Name: "Mine"})
			require.ErrorIs(t, err, preference.ErrViewNotFound)
			require.ErrorIs(t, s.Delete(t.Context(), other, preference.DeleteInput{ID: late.ID}), preference.ErrViewNotFound)
			_, err = s.Save(t.Context(), other, preference.SaveInput{Page: "orders", Name: "Late"})
			require.NoError(t, err, "names are taken by page, hat and person")
		}

		_, err = s.Save(t.Context(), atMill, preference.SaveInput{Page: "orders", Name: "LATE"})
		require.ErrorIs(t, err, preference.ErrViewTaken)
		_, err = s.Save(t.Context(), atMill, preference.SaveInput{ID: &late.ID, Page: "payouts", Name: "Moved"})
		require.ErrorIs(t, err, preference.ErrViewNotFound, "a view stays on its page")
		renamed, err := s.Save(t.Context(), atMill, preference.SaveInput{ID: &late.ID, Page: "orders", Name: "LATE", IsDefault: true})
		require.NoError(t, err, "its own name is no other's")
		require.Equal(t, late.CreatedAt.Unix(), renamed.CreatedAt.Unix())
		require.Equal(t, []string{"LATE*", "All"}, names(t, s, atMill, "orders"))

		require.NoError(t, s.Delete(t.Context(), atMill, preference.DeleteInput{ID: late.ID}))
		require.ErrorIs(t, s.Delete(t.Context(), atMill, preference.DeleteInput{ID: late.ID}), preference.ErrViewNotFound, "once")
		require.Equal(t, []string{"All"}, names(t, s, atMill, "orders"))
	})
}

func TestViews_refuse_what_is_no_view(t *testing.T) {
	t.Parallel()
	s := preference.New(dbtest.New(t))
	mia := actor.Actor{AccountID: "acc_1", Role: actor.Buyer}
	for want, in := range map[*fault.Fault]preference.SaveInput{
		preference.ErrPage:      {Page: "../orders", Name: "A"},
		fault.ErrTextRequired:   {Page: "orders", Name: "  "},
		fault.ErrTextTooLong:    {Page: "orders", Name: "A", Search: strings.Repeat("a", 2001)},
		fault.ErrTextEncoding:   {Page: "orders", Name: "A\x00"},
		preference.ErrViewTaken: {},
	} {
		_, err := s.Save(t.Context(), mia, in)
		if want == preference.ErrViewTaken {
			require.ErrorIs(t, err, preference.ErrPage, "all faults at once")
			require.ErrorIs(t, err, fault.ErrTextRequired)
			continue
		}
		require.ErrorIs(t, err, want)
	}
	_, err := s.Save(t.Context(), actor.Actor{}, preference.SaveInput{Page: "orders", Name: "A"})
	require.ErrorIs(t, err, preference.ErrNobody)
	_, err = s.Views(t.Context(), actor.Actor{}, "orders")
	require.ErrorIs(t, err, preference.ErrNobody)
	require.ErrorIs(t, s.Delete(t.Context(), actor.Actor{}, preference.DeleteInput{}), preference.ErrNobody)
}

func TestViews_are_fifty_of_a_page_also_for_whoever_saves_two_at_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := preference.New(d)
		mia := register(t, d, "mia")
		for n := range preference.ViewsMax - 1 {
			_, err := s.Save(t.Context(), mia, preference.SaveInput{Page: "orders", Name: fmt.Sprint("View ", n)})
			require.NoError(t, err)
		}
		var all sync.WaitGroup
		errs := make([]error, 4)
		for i := range errs {
			all.Go(func() {
				_, errs[i] = s.Save(t.Context(), mia, preference.SaveInput{Page: "orders", Name: fmt.Sprint("Last ", i), IsDefault: true})
			})
		}
		all.Wait()
		saved := 0
		for _, err := range errs {
			if err == nil {
				saved++
				continue
			}
			require.ErrorIs(t, err, preference.ErrViewCount)
		}
		require.Equal(t, 1, saved)
		require.Len(t, names(t, s, mia, "orders"), preference.ViewsMax)
		_, err := s.Save(t.Context(), mia, preference.SaveInput{Page: "payouts", Name: "Another page"})
		require.NoError(t, err)
	})
}

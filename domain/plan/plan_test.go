package plan

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
)

func at(text string) time.Time {
	t, err := time.Parse(time.DateTime, text)
	if err != nil {
		panic(err)
	}
	return t
}

func made(planID ID, versions ...*Version) *Plan {
	p := &Plan{ID: planID, Name: string(planID)}
	for i, v := range versions {
		v.ID, v.Number = VersionID(string(planID)+"-"+string(rune('1'+i))), int64(i)+1
		p.Versions = append([]*Version{v}, p.Versions...)
	}
	return p
}

func costs(minor int64, from string) *Version {
	return &Version{Fees: []*Fee{{Currency: "EUR", MonthlyMinor: minor}}, EffectiveFrom: at(from)}
}

func on(p *Plan, from string) *Assignment {
	a := &Assignment{SellerID: "sel_mill", EffectiveAt: at(from)}
	if p != nil {
		a.PlanID = &p.ID
	}
	return a
}

// Months by hand: what each day costs is what is in force at its beginning.
func TestMonth_by_days(t *testing.T) {
	t.Parallel()

	basic := made("basic", costs(3000, "2035-01-01 00:00:00"), costs(6000, "2035-04-16 00:00:00"))
	free := made("free", &Version{EffectiveFrom: at("2035-01-01 00:00:00")})
	trial := made("trial", costs(3100, "2035-01-01 00:00:00"))
	trial.Versions[0].TrialDays = 10
	plans := map[ID]*Plan{"basic": basic, "free": free, "trial": trial}
	type want struct{ days, minor int64 }
	for name, c := range map[string]struct {
		assignments []*Assignment
		month       string
		want        []want
	}{
		"a whole month":            {[]*Assignment{on(basic, "2035-02-01 00:00:00")}, "2035-03-01 00:00:00", []want{{31, 3000}}},
		"from its first instant":   {[]*Assignment{on(basic, "2035-03-01 00:00:00")}, "2035-03-01 00:00:00", []want{{31, 3000}}},
		"a moment later":           {[]*Assignment{on(basic, "2035-03-01 00:00:01")}, "2035-03-01 00:00:00", []want{{30, 2903}}},
		"before there was any":     {[]*Assignment{on(basic, "2035-03-05 12:00:00")}, "2035-02-01 00:00:00", nil},
		"a version in the middle":  {[]*Assignment{on(basic, "2035-03-05 12:00:00")}, "2035-04-01 00:00:00", []want{{15, 1500}, {15, 3000}}},
		"left in the middle":       {[]*Assignment{on(basic, "2035-02-01 00:00:00"), on(nil, "2035-03-11 09:00:00")}, "2035-03-01 00:00:00", []want{{11, 1065}}},
		"to a plan without a fee":  {[]*Assignment{on(basic, "2035-02-01 00:00:00"), on(free, "2035-03-02 00:00:00")}, "2035-03-01 00:00:00", []want{{1, 97}}},
		"a trial":                  {[]*Assignment{on(trial, "2035-03-05 00:00:00")}, "2035-03-01 00:00:00", []want{{17, 1700}}},
		"the trial is given once":  {[]*Assignment{on(trial, "2035-01-01 00:00:00"), on(nil, "2035-02-01 00:00:00"), on(trial, "2035-03-01 00:00:00")}, "2035-03-01 00:00:00", []want{{31, 3100}}},
		"to and fro in one day":    {[]*Assignment{on(basic, "2035-03-01 00:00:00"), on(free, "2035-03-02 01:00:00"), on(basic, "2035-03-02 02:00:00")}, "2035-03-01 00:00:00", []want{{31, 3000}}},
		"another currency is free": {[]*Assignment{on(basic, "2035-02-01 00:00:00")}, "2035-03-01 00:00:00", []want{{31, 3000}}},
	} {
		h := &history{assignments: c.assignments, plans: plans, currency: "EUR"}
		owed := h.month(at(c.month))
		require.Len(t, owed, len(c.want), name)
		for i, w := range c.want {
			require.Equal(t, w.days, owed[i].Days, name)
			require.Equal(t, w.minor, owed[i].Amount.Minor, name)
		}
	}
	require.Empty(t, (&history{assignments: []*Assignment{on(basic, "2035-02-01 00:00:00")}, plans: plans, currency: "USD"}).month(at("2035-03-01 00:00:00")))
}

// However a seller goes to and fro between plans of one price, what the days cost
// sums to the month, to half a step for each version; no day is charged twice.
func TestMonth_sums_to_the_month(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom([]money.Currency{"EUR", "JPY", "KWD"}).Draw(t, "currency")
		fee := rapid.Int64Range(0, 100_000).Draw(t, "fee") * c.Step()
		version := func() *Version {
			return &Version{Fees: []*Fee{{Currency: c, MonthlyMinor: fee}}, EffectiveFrom: at("2035-01-01 00:00:00")}
		}
		plans := map[ID]*Plan{"a": made("a", version()), "b": made("b", version()), "c": made("c", version())}
		h := &history{plans: plans, currency: c}
		begin := at("2035-03-01 00:00:00")
		h.assignments = append(h.assignments, &Assignment{SellerID: id.Any("sel_x"), PlanID: &plans["a"].ID, EffectiveAt: begin})
		for _, hour := range rapid.SliceOfN(rapid.IntRange(1, 30*24), 0, 20).Draw(t, "hours") {
			planID := ID(rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "plan"))
			h.assignments = append(h.assignments, &Assignment{PlanID: &planID, EffectiveAt: h.assignments[len(h.assignments)-1].EffectiveAt.Add(time.Duration(hour) * time.Hour / 20)})
		}
		var days, sum int64
		owed := h.month(begin)
		for _, o := range owed {
			require.Zero(t, o.Amount.Minor%c.Step(), "it can be charged")
			days += o.Days
			sum += o.Amount.Minor
		}
		if fee == 0 {
			require.Empty(t, owed)
			return
		}
		require.LessOrEqual(t, days, int64(31))
		if len(owed) == 1 && days == 31 {
			require.Equal(t, fee, sum, "on one plan it is the price, exactly")
		}
		off := sum - fee*days/31
		bound := int64(len(owed)+1) * c.Step()
		require.True(t, -bound <= off && off <= bound, "%d of %d are off by %d", days, fee, off)
	})
}

package e2e_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/seller"
)

// advance DURATION: moves the clocks of the marketplace and of Stripe. Nothing
// happens in the marketplace before settle.
func (s *story) advance(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 1, 1, "advance DURATION")
	d, err := time.ParseDuration(args[0])
	ts.Check(err)
	s.w.Advance(d)
}

// settle: jobs, sweeps and webhooks, until nothing is left to do.
func (s *story) settle(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 0, 0, "settle")
	s.w.Settle()
}

// jobs: what waits in the queue, without the sweeps that come back by
// themselves.
func (s *story) jobs(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 0, 0, "jobs")
	_, err := s.w.DB.Drain(s.t.Context(), s.w.App.Jobs(), s.w.Clock.Now())
	ts.Check(err)
}

// parked N: so many jobs have failed for good. A story without it allows none.
func (s *story) parkedWord(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 1, 1, "parked N")
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	parked, err := s.w.DB.ParkedJobs(s.t.Context(), 100)
	ts.Check(err)
	for _, job := range parked {
		fmt.Fprintln(ts.Stdout(), s.scrub(job.Kind+" "+job.Content))
	}
	if s.parked = n; len(parked) != n {
		ts.Fatalf("%d jobs are parked", len(parked))
	}
}

// balances SELLER: what the ledger says of a seller's money.
func (s *story) balances(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 1, 1, "balances SELLER")
	of, ok := s.accounts[args[0]]
	if !ok {
		ts.Fatalf("no seller is called %s", args[0])
	}
	all, err := ledger.SellerBalances(s.t.Context(), s.w.DB.Read(s.t.Context()), seller.ID(of))
	ts.Check(err)
	out := ts.Stdout()
	for _, b := range all {
		for _, line := range []struct {
			name   string
			amount money.Amount
		}{
			{"held", b.Held()},
			{"releasable", b.Releasable()},
			{"disputed", b.Disputed()},
			{"owed", b.Debt()},
			{"pending", b.Pending()},
			{"available", b.Available()},
			{"in transit", b.InTransit()},
			{"paid out", b.PaidOut()},
		} {
			if line.amount.Minor != 0 {
				fmt.Fprintln(out, line.name, line.amount)
			}
		}
	}
}

// trial: the balance of each account of the platform's book that is not zero.
func (s *story) trial(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 0, 0, "trial")
	lines, err := s.w.App.Ledger.TrialBalance(s.t.Context())
	ts.Check(err)
	out := ts.Stdout()
	for _, l := range lines {
		if l.AmountMinor != 0 {
			fmt.Fprintln(out, l.Account, money.New(l.AmountMinor, l.Currency))
		}
	}
}

// journals: how many facts of each kind the ledger holds.
func (s *story) journals(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 0, 0, "journals")
	var rows []struct {
		Kind string
		N    int
	}
	err := s.w.DB.Read(s.t.Context()).
		NewRaw("SELECT kind, COUNT(*) AS n FROM ledger_journals GROUP BY kind ORDER BY kind").Scan(s.t.Context(), &rows)
	ts.Check(err)
	for _, r := range rows {
		fmt.Fprintln(ts.Stdout(), r.N, r.Kind)
	}
}

// verify: every invariant holds. Every story ends with it anyway.
func (s *story) verify(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 0, 0, "verify")
	findings, err := s.w.App.Verify(s.t.Context(), nil)
	ts.Check(err)
	for _, f := range findings {
		ts.Logf("%s %s %s", f.Invariant, f.Subject, f.Detail)
	}
	if len(findings) > 0 {
		ts.Fatalf("invariants are broken")
	}
}

// reconcile: the ledger agrees with Stripe. Every story ends with it anyway.
func (s *story) reconcile(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 0, 0, "reconcile")
	report, err := s.w.App.Reconciliation.Run(s.t.Context(), reconciliation.Manner{})
	ts.Check(err)
	for _, d := range report.Differences {
		ts.Logf("%+v", d)
	}
	if len(report.Differences) > 0 {
		ts.Fatalf("the ledger and Stripe differ")
	}
}

// rows [same]: lets everything come to rest and counts the rows of every table,
// or tells whether they are as many as when the story last looked.
func (s *story) rowsWord(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 0, 1, "rows [same]")
	if len(args) == 0 {
		s.w.Settle()
		s.rows = s.countRows(ts)
		return
	}
	now := s.countRows(ts)
	for _, table := range slices.Sorted(maps.Keys(now)) {
		if now[table] != s.rows[table] {
			ts.Fatalf("%s had %d rows and has %d", table, s.rows[table], now[table])
		}
	}
}

func (s *story) countRows(ts *testscript.TestScript) map[string]int {
	ctx, q := s.t.Context(), s.w.DB.Read(s.t.Context())
	names := "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
	if s.w.DB.Dialect() == db.Postgres {
		names = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
	}
	var tables []string
	ts.Check(q.NewRaw(names).Scan(ctx, &tables))
	if len(tables) < 20 {
		ts.Fatalf("only %d tables", len(tables))
	}
	rows := map[string]int{}
	for _, table := range tables {
		var n int
		ts.Check(q.NewRaw(`SELECT COUNT(*) FROM "`+table+`"`).Scan(ctx, &n))
		rows[table] = n
	}
	return rows
}

// readyz: what a load balancer is told.
func (s *story) readyz(ts *testscript.TestScript, neg bool, _ []string) {
	s.http(ts, neg, []string{"GET", "/readyz"})
}

// doctor: what `etal doctor` finds.
func (s *story) doctor(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 0, 0, "doctor")
	for _, check := range s.w.App.Examine(s.t.Context()) {
		fmt.Fprintln(ts.Stdout(), string(check.Result), check.Name, s.scrub(strings.TrimSpace(check.Detail)))
	}
}

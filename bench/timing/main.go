// Command timing measures whether signing in, registering, asking for a new
// password and for another address take as long for an address that has an account as for one that has
// none. It runs both kinds alternately against the use cases, with the hash of
// production, and compares them by their medians and by the Mann–Whitney test.
//
//	go run ./bench/timing                        # SQLite in a temporary directory
//	go run ./bench/timing -database postgres://… # an empty database
//
// It ends with 1 when a pair of medians differs by 5 ms or 10 %, or when
// chance explains the difference with a probability of 1 % or less. Run it on a
// machine that does nothing else.
package main

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/identity"
)

const password = "a quiet harbour 47"

func main() {
	database := flag.String("database", "", "where to measure; a temporary SQLite file when empty")
	calls := flag.Int("calls", 200, "calls of each kind")
	flag.Parse()
	same, err := measure(context.Background(), *database, *calls)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !same {
		os.Exit(1)
	}
}

// measure prints a line for each use case and reports whether all are alike.
func measure(ctx context.Context, database string, calls int) (bool, error) {
	if database == "" {
		dir, err := os.MkdirTemp("", "etal-timing")
		if err != nil {
			return false, err
		}
		defer func() { _ = os.RemoveAll(dir) }()
		database = "sqlite:" + filepath.Join(dir, "timing.db")
	}
	d, err := db.Open(ctx, database, db.Options{Clock: clock.Wall{}})
	if err != nil {
		return false, err
	}
	defer func() { _ = d.Close() }()
	if err := d.Migrate(ctx); err != nil {
		return false, err
	}
	people := identity.New(d, identity.Options{})
	for i := range calls + 1 { // one for each call: failures are counted by the account
		in := identity.RegisterInput{Email: fmt.Sprintf("known%d@example.org", i), Password: password}
		if _, err := people.Register(ctx, actor.Actor{}, in); err != nil {
			return false, err
		}
	}
	opened, err := people.Register(ctx, actor.Actor{}, identity.RegisterInput{Email: "asker@example.org", Password: password})
	if err != nil {
		return false, err
	}
	asker := actor.Actor{AccountID: string(opened.Account.ID), SessionID: string(opened.Session.ID), Role: actor.Buyer}
	same := true
	for _, c := range useCases(people, asker) {
		known, unknown := sample(ctx, c, calls)
		same = report(c.name, known, unknown) && same
	}
	return same, nil
}

// useCase is something that a stranger asks about an address.
type useCase struct {
	name string
	ask  func(ctx context.Context, email string) error
}

// useCases lists what is measured. Whoever asks for another address is signed in;
// what a stranger could learn is whether that address has an account.
func useCases(people *identity.Service, asker actor.Actor) []useCase {
	return []useCase{
		{"sign in", func(ctx context.Context, email string) error {
			_, err := people.SignIn(ctx, actor.Actor{}, identity.SignInInput{Email: email, Password: "a quiet harbour 48"})
			return err
		}},
		{"register", func(ctx context.Context, email string) error {
			return people.SignUp(ctx, actor.Actor{}, identity.RegisterInput{Email: email, Password: password})
		}},
		{"ask for a new password", people.AskReset},
		{"ask for another address", func(ctx context.Context, email string) error {
			return people.ChangeEmail(ctx, asker, identity.ChangeEmailInput{Email: email, Password: password})
		}},
	}
}

// sample measures both kinds alternately, which of them first changing too.
// Each call comes from somewhere else and is about somebody else, so that none
// is throttled.
func sample(ctx context.Context, c useCase, calls int) (known, unknown []float64) {
	for i := range calls + 1 {
		from := identity.WithClient(ctx, identity.Client{Address: fmt.Sprintf("10.%d.%d.%d", len(c.name), i/250, i%250)})
		one, other := fmt.Sprintf("known%d@example.org", i), fmt.Sprintf("other%d@example.org", i)
		var k, u float64
		if i%2 == 0 {
			k = timed(from, c, one)
			u = timed(from, c, other)
		} else {
			u = timed(from, c, other)
			k = timed(from, c, one)
		}
		if i > 0 { // the first pays for what is made once
			known, unknown = append(known, k), append(unknown, u)
		}
	}
	return known, unknown
}

// timed returns the milliseconds of one call. That it is refused is as it
// should be: a wrong password is.
func timed(ctx context.Context, c useCase, email string) float64 {
	start := time.Now()
	_ = c.ask(ctx, email)
	return float64(time.Since(start).Microseconds()) / 1000
}

func report(name string, known, unknown []float64) bool {
	a, b, p := median(known), median(unknown), mannWhitney(known, unknown)
	difference := math.Abs(a - b)
	same := difference < 5 && difference < 0.1*max(a, b) && p > 0.01
	verdict := "alike"
	if !same {
		verdict = "DIFFERENT"
	}
	fmt.Printf("%-24s known %8.3f ms  unknown %8.3f ms  difference %6.3f ms  p %.3f  %s\n", name, a, b, difference, p, verdict)
	return same
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return (sorted[n/2-1] + sorted[n/2]) / 2
}

// mannWhitney returns the two-sided probability that chance alone parts two
// samples as much, by the normal approximation with mean ranks for ties.
func mannWhitney(a, b []float64) float64 {
	type value struct {
		of float64
		a  bool
	}
	all := make([]value, 0, len(a)+len(b))
	for _, v := range a {
		all = append(all, value{v, true})
	}
	for _, v := range b {
		all = append(all, value{v, false})
	}
	slices.SortFunc(all, func(x, y value) int {
		switch {
		case x.of < y.of:
			return -1
		case x.of > y.of:
			return 1
		}
		return 0
	})
	n1, n2 := float64(len(a)), float64(len(b))
	n := n1 + n2
	var ranks, ties float64
	for from := 0; from < len(all); {
		to := from
		for to < len(all) && all[to].of == all[from].of {
			to++
		}
		size := float64(to - from)
		ties += size*size*size - size
		for _, v := range all[from:to] {
			if v.a {
				ranks += float64(from) + (size+1)/2
			}
		}
		from = to
	}
	u := ranks - n1*(n1+1)/2
	deviation := math.Sqrt(n1 * n2 / 12 * (n + 1 - ties/(n*(n-1))))
	if deviation == 0 {
		return 1
	}
	z := max(math.Abs(u-n1*n2/2)-0.5, 0) / deviation
	return math.Erfc(z / math.Sqrt2)
}

package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// balance is what an account holds, read as it is meant to be read.
func balance(t testing.TB, q db.Querier, a ledger.Account, at *time.Time) int64 {
	t.Helper()
	rows, err := ledger.AccountBalances(t.Context(), q, a, at)
	require.NoError(t, err)
	if len(rows) == 0 {
		return 0
	}
	require.Len(t, rows, 1)
	return rows[0].AmountMinor
}

func count(t *testing.T, d *db.DB, table string) (n int) {
	t.Helper()
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT COUNT(*) FROM "+table).Scan(t.Context(), &n))
	return n
}

func verify(t *testing.T, d *db.DB) []check.Finding {
	t.Helper()
	var findings []check.Finding
	require.NoError(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) (err error) {
		findings, err = ledger.Verify(ctx, q)
		return err
	}))
	return findings
}

func exec(t *testing.T, d *db.DB, statement string) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw(statement).Exec(ctx)
		return err
	}), statement)
}

// A journal whose unit commits after others that began later were chained: on
// PostgreSQL units overlap, on SQLite the one that waits simply comes later.
func TestChain_never_misses_a_journal_that_commits_late(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := ledger.New(d)
		posted, commit := make(chan struct{}), make(chan struct{})
		overlap := d.ServesMany()
		var late errgroup.Group
		late.Go(func() error {
			return d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := ledger.PostTx(ctx, tx, sale("late", 1000))
				if overlap {
					close(posted)
					<-commit
				}
				return err
			})
		})
		if overlap {
			<-posted
		}
		for i := range 3 { // these have larger ids, and are chained first
			_, err := post(t.Context(), d, sale(fmt.Sprint("early:", i), 100))
			require.NoError(t, err)
			require.NoError(t, s.Chain(t.Context()))
		}
		if overlap {
			require.EqualValues(t, 300, balance(t, d.Read(t.Context()), ledger.StripePending, nil))
			require.Equal(t, 3, count(t, d, "ledger_links"))
			close(commit)
		}
		require.NoError(t, late.Wait())
		require.EqualValues(t, 1300, balance(t, d.Read(t.Context()), ledger.StripePending, nil), "on the tail")
		require.NoError(t, s.Chain(t.Context()))
		require.EqualValues(t, 1300, balance(t, d.Read(t.Context()), ledger.StripePending, nil), "in the checkpoint")
		require.Equal(t, 4, count(t, d, "ledger_links"))
		require.Zero(t, count(t, d, "ledger_tail"))
		require.Empty(t, verify(t, d))
	})
}

func TestOldestUnchained_is_what_waits_for_longest(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC), func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := ledger.New(d)
		oldest := func() *time.Time {
			at, err := s.OldestUnchained(t.Context())
			require.NoError(t, err)
			return at
		}
		require.Nil(t, oldest())
		first := c.Now()
		for i := range 2 {
			_, err := post(t.Context(), d, sale(fmt.Sprint("waits:", i), 100))
			require.NoError(t, err)
			require.Equal(t, first, *oldest())
			c.Advance(time.Minute)
		}
		require.NoError(t, s.Chain(t.Context()))
		require.Nil(t, oldest())
	})
}

// Writers commit and give up in any order while several workers chain. Whoever
// reads sees what has been committed before, and never half of anything.
func TestChain_beside_writers_and_readers(t *testing.T) {
	t.Parallel()
	const writers, each = 6, 40
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := ledger.New(d)
		undo := errors.New("undo")
		var committed atomic.Int64
		var writing, others errgroup.Group
		done := make(chan struct{})
		for w := range writers {
			writing.Go(func() error {
				r := rand.New(rand.NewPCG(11, uint64(w)))
				for i := range each {
					giveUp := r.IntN(5) == 0
					err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
						for part := range 1 + r.IntN(3) {
							if _, err := ledger.PostTx(ctx, tx, sale(fmt.Sprint(w, ":", i, ":", part), 100)); err != nil {
								return err
							}
							if part == 0 && giveUp {
								return undo
							}
						}
						return nil
					})
					switch {
					case errors.Is(err, undo):
					case err != nil:
						return err
					default:
						committed.Add(100)
					}
				}
				return nil
			})
		}
		until := func(fn func() error) func() error {
			return func() error {
				for {
					select {
					case <-done:
						return nil
					default:
						if err := fn(); err != nil {
							return err
						}
					}
				}
			}
		}
		for range 2 {
			others.Go(until(func() error { return s.Chain(t.Context()) }))
		}
		others.Go(until(func() error {
			atLeast := committed.Load()
			lines, err := s.TrialBalance(t.Context())
			if err != nil {
				return err
			}
			var sum, pending int64
			for _, l := range lines {
				sum += l.AmountMinor
				if l.Account == ledger.StripePending.Name {
					pending = l.AmountMinor
				}
			}
			if sum != 0 || pending < atLeast {
				return fmt.Errorf("the trial balance is %d; pending is %d, and was at least %d", sum, pending, atLeast)
			}
			return nil
		}))
		require.NoError(t, writing.Wait())
		close(done)
		require.NoError(t, others.Wait())
		require.Empty(t, verify(t, d))
		require.NoError(t, s.Chain(t.Context()))
		require.Zero(t, count(t, d, "ledger_tail"))
		require.Equal(t, count(t, d, "ledger_journals"), count(t, d, "ledger_links"))
		require.Empty(t, verify(t, d))
	})
}

// A worker that dies in the middle of a batch has done nothing.
func TestChain_goes_on_where_it_broke_off(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := ledger.New(d)
		require.NoError(t, s.Chain(t.Context()), "nothing to do")
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			for i := range 1203 {
				if _, err := ledger.PostTx(ctx, tx, sale(fmt.Sprint("capture:", i), 100)); err != nil {
					return err
				}
			}
			return nil
		}))
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		require.Error(t, s.Chain(ctx))
		require.Equal(t, 3*1203, count(t, d, "ledger_tail"))
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				if err := s.Chain(t.Context()); err != nil {
					t.Errorf("chain: %v", err)
				}
			})
		}
		wg.Wait()
		require.Equal(t, 1203, count(t, d, "ledger_links"))
		require.Zero(t, count(t, d, "ledger_tail"))
		require.EqualValues(t, 120300, balance(t, d.Read(t.Context()), ledger.StripePending, nil))
		require.EqualValues(t, -1203*90, balance(t, d.Read(t.Context()), ledger.Held("sel_a"), nil))
		require.Empty(t, verify(t, d))
	})
}

// Balances as of any instant are the sums of the entries up to it, whatever of
// them is chained.
func TestBalances_as_of_an_instant(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 1, 22, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := ledger.New(d)
		r := rand.New(rand.NewPCG(3, 5))
		type state struct {
			at      time.Time
			pending int64
			held    int64
			kiln    int64
		}
		var states []state
		now := state{}
		for i := range 60 {
			minor := 20 + r.Int64N(500)
			draft, of := sale(fmt.Sprint("capture:", i), minor), &now.held
			if i%3 == 0 {
				of = &now.kiln
				draft = ledger.NewDraft(ledger.KindSaleCaptured, fmt.Sprint("kiln:", i), "EUR").
					Debit(ledger.StripePending, minor).Credit(ledger.Held("sel_b"), minor-10).Credit(ledger.Commission, 10)
			}
			_, err := post(t.Context(), d, draft)
			require.NoError(t, err)
			now.pending, now.at = now.pending+minor, d.Clock().Now()
			*of += minor - 10
			states = append(states, now)
			if r.IntN(4) == 0 {
				require.NoError(t, s.Chain(t.Context()))
			}
			if r.IntN(3) > 0 {
				c.Advance(time.Duration(1+r.IntN(7)) * time.Hour)
			} else {
				c.Advance(time.Microsecond)
			}
		}
		look := func(at time.Time, want state) {
			require.Equal(t, want.pending, balance(t, d.Read(t.Context()), ledger.StripePending, &at), at)
			require.Equal(t, -want.held, balance(t, d.Read(t.Context()), ledger.Held("sel_a"), &at), at)
			require.Equal(t, -want.kiln, balance(t, d.Read(t.Context()), ledger.Held("sel_b"), &at), at)
			lines, err := s.TrialBalanceAt(t.Context(), &at)
			require.NoError(t, err)
			var sum int64
			for _, l := range lines {
				sum += l.AmountMinor
				if l.Account == ledger.StripePending.Name {
					require.Equal(t, want.pending, l.AmountMinor)
				}
			}
			require.Zero(t, sum)
		}
		for range 2 {
			look(start.Add(-time.Microsecond), state{})
			for i, was := range states {
				look(was.at, was)
				if i > 0 {
					look(was.at.Add(-time.Microsecond), states[i-1])
				}
			}
			look(c.Now().AddDate(1, 0, 0), now)
			require.NoError(t, s.Chain(t.Context()))
		}
		elsewhere := states[30].at.In(time.FixedZone("far", 14*3600))
		look(elsewhere, states[30])
	})
}

// Whatever somebody does to the tables who has got round the guards is found.
// Each is done in a unit that is given up, so all begin with the same ledger.
func TestVerify_finds_a_hundred_random_tamperings_of_each_kind(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := ledger.New(d)
		for i := range 40 {
			_, err := post(t.Context(), d, sale(fmt.Sprint("capture:", i), 1000+int64(i)).Answering("platform", fmt.Sprint("txn_", i)))
			require.NoError(t, err)
		}
		require.NoError(t, s.Chain(t.Context()))
		for i := range 5 {
			_, err := post(t.Context(), d, sale(fmt.Sprint("tail:", i), 1000))
			require.NoError(t, err)
		}
		require.Empty(t, verify(t, d))
		dropGuards(t, d)
		r := rand.New(rand.NewPCG(47, 11))
		for name, tamper := range tamperings(r) {
			for range 100 {
				statements := tamper()
				require.NotEmpty(t, tampered(t, d, statements), "%s: %v", name, statements)
			}
		}
		require.Empty(t, tampered(t, d, nil))
	})
}

func tamperings(r *rand.Rand) map[string]func() []string {
	const links = 40
	journal := func(at int) string { return fmt.Sprintf("(SELECT journal_id FROM ledger_links WHERE seq = %d)", at) }
	anyLink := func() int { return 1 + r.IntN(links) }
	one := func(text string, args ...any) []string { return []string{fmt.Sprintf(text, args...)} }
	return map[string]func() []string{
		"a journal's words": func() []string {
			columns := []string{"kind", "source", "order_id", "provider_account", "provider_transaction"}
			return one("UPDATE ledger_journals SET %[1]s = %[1]s || 'x' WHERE id = %[2]s", columns[r.IntN(len(columns))], journal(anyLink()))
		},
		"a journal's instant": func() []string {
			return one("UPDATE ledger_journals SET posted_at = '2020-01-01 00:00:00+00:00' WHERE id = %s", journal(anyLink()))
		},
		"an amount moved between two journals": func() []string {
			n, at := 1+r.IntN(50), anyLink()
			return []string{
				fmt.Sprintf("UPDATE ledger_entries SET amount_minor = amount_minor + %d WHERE account = 'stripe:pending' AND journal_id = %s", n, journal(at)),
				fmt.Sprintf("UPDATE ledger_entries SET amount_minor = amount_minor - %d WHERE account = 'pay:seller:held' AND journal_id = %s", n, journal(at)),
			}
		},
		"an entry moved to another seller": func() []string {
			return one("UPDATE ledger_entries SET seller_id = '%s' WHERE account = 'pay:seller:held' AND journal_id = %s", seller.NewID(), journal(anyLink()))
		},
		"an entry moved to another account": func() []string {
			return one("UPDATE ledger_entries SET account = 'rev:commission' WHERE account = 'def:commission' AND journal_id = %s", journal(anyLink()))
		},
		"an entry's instant": func() []string {
			return one("UPDATE ledger_entries SET posted_at = '2020-01-01 00:00:00+00:00' WHERE account = 'def:commission' AND journal_id = %s", journal(anyLink()))
		},
		"a hash": func() []string { return one("UPDATE ledger_links SET hash = hash || 'x' WHERE seq = %d", anyLink()) },
		"two swapped": func() []string {
			a := anyLink()
			b := 1 + (a+r.IntN(links-1))%links
			return []string{
				fmt.Sprintf("UPDATE ledger_links SET seq = 1000 WHERE seq = %d", a),
				fmt.Sprintf("UPDATE ledger_links SET seq = %d WHERE seq = %d", a, b),
				fmt.Sprintf("UPDATE ledger_links SET seq = %d WHERE seq = 1000", b),
			}
		},
		"a journal removed, and all that is kept beside it corrected": func() []string {
			at := anyLink()
			statements := []string{
				fmt.Sprintf(`UPDATE ledger_checkpoints SET amount_minor = amount_minor - (SELECT SUM(e.amount_minor) FROM ledger_entries e
					WHERE e.journal_id = %s AND e.account = ledger_checkpoints.account)`, journal(at)),
				fmt.Sprintf(`UPDATE ledger_days SET amount_minor = amount_minor - (SELECT SUM(e.amount_minor) FROM ledger_entries e
					WHERE e.journal_id = %s AND e.account = ledger_days.account)`, journal(at)),
				fmt.Sprintf("DELETE FROM ledger_entries WHERE journal_id = %s", journal(at)),
			}
			return append(statements, fmt.Sprintf("DELETE FROM ledger_links WHERE seq = %d", at))
		},
		"the end cut off": func() []string { return one("DELETE FROM ledger_links WHERE seq > %d", anyLink()-1) },
		"the end cut off, and the head with it": func() []string {
			at := anyLink() - 1
			return []string{
				fmt.Sprintf("DELETE FROM ledger_links WHERE seq > %d", at),
				fmt.Sprintf("UPDATE ledger_heads SET seq = %[1]d, hash = COALESCE((SELECT hash FROM ledger_links WHERE seq = %[1]d), '')", at),
			}
		},
		"a checkpoint": func() []string {
			accounts := []string{"stripe:pending", "pay:seller:held", "def:commission"}
			return one("UPDATE ledger_checkpoints SET amount_minor = amount_minor + %d WHERE account = '%s'", 1+r.IntN(99), accounts[r.IntN(3)])
		},
		"a checkpoint out of nothing": func() []string {
			return one("INSERT INTO ledger_checkpoints (seller_id, account, currency, seq, amount_minor) VALUES ('%s', 'pay:seller:held', 'EUR', 1, -%d)", seller.NewID(), 1+r.IntN(99))
		},
		"a checkpoint removed": func() []string {
			accounts := []string{"stripe:pending", "pay:seller:held", "def:commission"}
			return one("DELETE FROM ledger_checkpoints WHERE account = '%s'", accounts[r.IntN(3)])
		},
		"a checkpoint with its day": func() []string {
			n := 1 + r.IntN(99)
			return []string{
				fmt.Sprintf("UPDATE ledger_checkpoints SET amount_minor = amount_minor + %d WHERE account = 'pay:seller:held'", n),
				fmt.Sprintf("UPDATE ledger_days SET amount_minor = amount_minor + %d WHERE account = 'pay:seller:held'", n),
			}
		},
		"a day moved": func() []string {
			return one("UPDATE ledger_days SET day = '20%02d-01-01' WHERE account = 'pay:seller:held'", 27+r.IntN(70))
		},
		"an amount on the tail": func() []string {
			return one("UPDATE ledger_tail SET amount_minor = amount_minor + %d", 1+r.IntN(99))
		},
		"the tail cut off": func() []string {
			return one("DELETE FROM ledger_tail WHERE entry_id IN (SELECT entry_id FROM ledger_tail ORDER BY entry_id LIMIT %d)", 1+r.IntN(15))
		},
		"something added to the tail": func() []string {
			return one(`INSERT INTO ledger_tail (entry_id, journal_id, seller_id, account, currency, amount_minor, posted_at)
				SELECT 'len_x', journal_id, '', 'stripe:pending', 'EUR', %d, posted_at FROM ledger_tail LIMIT 1`, 1+r.IntN(99))
		},
		"something chained put on the tail again": func() []string {
			return one(`INSERT INTO ledger_tail (entry_id, journal_id, seller_id, account, currency, amount_minor, posted_at)
				SELECT id, journal_id, seller_id, account, currency, amount_minor, posted_at FROM ledger_entries WHERE journal_id = %s`, journal(anyLink()))
		},
	}
}

// tampered returns what is found after the statements, and takes them back.
func tampered(t *testing.T, d *db.DB, statements []string) (found []check.Finding) {
	t.Helper()
	undo := errors.New("undo")
	require.ErrorIs(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) (err error) {
		for _, s := range statements {
			if _, err := tx.NewRaw(s).Exec(ctx); err != nil {
				return fmt.Errorf("%s: %w", s, err)
			}
		}
		if found, err = ledger.Verify(ctx, tx); err != nil {
			return err
		}
		return undo
	}), undo)
	return found
}

// dropGuards does what whoever owns the database can do.
func dropGuards(t *testing.T, d *db.DB) {
	t.Helper()
	place := ""
	for name, table := range map[string]string{
		"ledger_journals_keep": "ledger_journals", "ledger_journals_stay": "ledger_journals",
		"ledger_entries_keep": "ledger_entries", "ledger_entries_stay": "ledger_entries",
		"ledger_links_keep": "ledger_links", "ledger_links_stay": "ledger_links",
		"ledger_heads_stay": "ledger_heads", "ledger_heads_forward": "ledger_heads",
	} {
		if d.ServesMany() {
			place = " ON " + table
		}
		exec(t, d, "DROP TRIGGER IF EXISTS "+name+place)
	}
}

// Whoever reads on from a mark hashes only what came after it: what is changed there
// is found, and what is changed before it by whoever reads all.
func TestVerifySince_reads_on(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mark := ledger.New(d), ledger.Mark{}
		since := func() []check.Finding {
			found, err := ledger.VerifySince(t.Context(), d.Read(t.Context()), &mark)
			require.NoError(t, err)
			return found
		}
		grow := func(source string) {
			_, err := post(t.Context(), d, sale(source, 100))
			require.NoError(t, err)
			require.NoError(t, s.Chain(t.Context()))
		}
		grow("first")
		require.Empty(t, since())
		grow("second")
		dropGuards(t, d)
		exec(t, d, "UPDATE ledger_journals SET order_id = 'another' WHERE source = 'second'")
		require.NotEmpty(t, since())
		require.NotEmpty(t, since(), "the mark has not moved")
		exec(t, d, "UPDATE ledger_journals SET order_id = '' WHERE source = 'second'")
		require.Empty(t, verify(t, d))
		require.Empty(t, since())

		exec(t, d, "UPDATE ledger_journals SET order_id = 'another' WHERE source = 'first'")
		require.Empty(t, since())
		require.NotEmpty(t, verify(t, d))
	})
}

func TestChain_is_guarded_by_the_database(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		_, err := post(t.Context(), d, sale("capture:1", 1000))
		require.NoError(t, err)
		require.NoError(t, ledger.New(d).Chain(t.Context()))
		for _, statement := range []string{
			"UPDATE ledger_links SET hash = 'x'", "DELETE FROM ledger_links", "DELETE FROM ledger_heads",
			"UPDATE ledger_heads SET hash = 'x'", "UPDATE ledger_heads SET seq = 0",
		} {
			err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw(statement).Exec(ctx)
				return err
			})
			require.ErrorContains(t, err, "ledger: ", statement)
		}
		require.Empty(t, verify(t, d))
	})
}

// A tail with what does not exist stops nothing.
func TestChain_goes_past_a_tail_that_lies(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := ledger.New(d)
		_, err := post(t.Context(), d, sale("capture:1", 1000))
		require.NoError(t, err)
		require.NoError(t, s.Chain(t.Context()))
		exec(t, d, `INSERT INTO ledger_tail (entry_id, journal_id, seller_id, account, currency, amount_minor, posted_at)
			SELECT id, journal_id, seller_id, account, currency, amount_minor, posted_at FROM ledger_entries
			UNION ALL SELECT 'len_x', 'jnl_x', '', 'stripe:pending', 'EUR', 5, posted_at FROM ledger_journals`)
		_, err = post(t.Context(), d, sale("capture:2", 1000))
		require.NoError(t, err)
		require.NoError(t, s.Chain(t.Context()))
		require.Equal(t, 2, count(t, d, "ledger_links"))
		found := verify(t, d)
		require.NotEmpty(t, found)
		for _, f := range found {
			require.True(t, strings.HasPrefix(f.Subject, "len_"), "only the tail is wrong: %v", f)
		}
		require.Equal(t, money.New(1980, "EUR").Minor, -checkpointOf(t, d))
	})
}

// checkpointOf is the checkpoint of what is held for sel_a.
func checkpointOf(t *testing.T, d *db.DB) (minor int64) {
	t.Helper()
	require.NoError(t, d.Read(t.Context()).NewRaw(
		"SELECT amount_minor FROM ledger_checkpoints WHERE seller_id = 'sel_a' AND account = 'pay:seller:held'").Scan(t.Context(), &minor))
	return minor
}

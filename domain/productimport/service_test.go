package productimport_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
)

func upload(t testing.TB, s *productimport.Service, owner seller.ID, file string) *productimport.Upload {
	t.Helper()
	u, err := s.CreateUpload(t.Context(), owner, productimport.UploadInput{
		Filename: "products.csv", ContentType: "text/csv; charset=utf-8", ByteSize: len(file),
	})
	require.NoError(t, err)
	require.NoError(t, s.Receive(t.Context(), owner, u.ID, strings.NewReader(file)))
	return u
}

func problemsOf(t testing.TB, s *productimport.Service, owner seller.ID, of productimport.ID, w page.Window) *page.Connection[productimport.Problem] {
	t.Helper()
	ask, err := productimport.AskProblems(owner, of, w)
	require.NoError(t, err)
	found, err := s.FindProblems(t.Context(), []productimport.ProblemsAsk{ask})
	require.NoError(t, err)
	return found[ask]
}

func start(t testing.TB, s *productimport.Service, owner seller.ID, file string) *productimport.Import {
	t.Helper()
	i, err := s.Start(t.Context(), owner, productimport.StartInput{UploadID: upload(t, s, owner, file).ID, Currency: "EUR"})
	require.NoError(t, err)
	require.Equal(t, productimport.StatusPending, i.Status)
	return i
}

// many is a file of n products, each third of which has a problem.
func many(n int) string {
	var b strings.Builder
	b.WriteString("Handle,Title,Variant SKU,Variant Inventory Qty,Variant Price\n")
	for i := range n {
		price := "5.00"
		if i%3 == 2 {
			price = "?"
		}
		fmt.Fprintf(&b, "bowl-%d,Bowl %d,SKU-%d,4,%s\n", i, i, i, price)
	}
	return b.String()
}

func TestService_Work_imports_an_upload(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := productimport.New(d), newSeller(t, d, "Mill")
		i := start(t, s, mill, many(30))
		require.NoError(t, s.Work(t.Context(), productimport.Job{ImportID: i.ID}))
		done, err := s.Get(t.Context(), mill, i.ID)
		require.NoError(t, err)
		require.Equal(t, productimport.StatusDone, done.Status)
		require.Equal(t, 20, done.ProductsCreated)
		require.Equal(t, 10, done.RowsFailed)
		require.NotNil(t, done.FinishedAt)
		requireSound(t, d, done.Counts)
		require.Len(t, products(t, d, mill), 20)

		var lines []int
		args := page.Args{First: ptr(4)}
		for {
			w, err := args.Window()
			require.NoError(t, err)
			c := problemsOf(t, s, mill, i.ID, w)
			for _, p := range c.Nodes {
				require.Equal(t, "Variant Price", p.Column)
				lines = append(lines, p.Line)
			}
			if !c.PageInfo.HasNextPage {
				break
			}
			args.After = c.PageInfo.EndCursor
		}
		require.Equal(t, []int{4, 7, 10, 13, 16, 19, 22, 25, 28, 31}, lines)

		require.NoError(t, s.Work(t.Context(), productimport.Job{ImportID: i.ID}), "once it is over, doing it again does nothing")
		again, err := s.Get(t.Context(), mill, i.ID)
		require.NoError(t, err)
		require.Equal(t, done.Counts, again.Counts)
	})
}

// A worker dies at one statement or another; the next one goes on where it
// stopped.
func TestService_Work_goes_on_after_a_crash_without_duplicates(t *testing.T) {
	t.Parallel()
	dbtest.EachWith(t, db.Options{Hooks: []bun.QueryHook{mortality{}}}, func(t *testing.T, d *db.DB) {
		s, mill := productimport.New(d), newSeller(t, d, "Mill")
		i := start(t, s, mill, many(60))
		for attempt := 1; ; attempt++ {
			require.Less(t, attempt, 80)
			err := s.Work(dieAfter(t, 50+attempt), productimport.Job{ImportID: i.ID})
			requireConsistent(t, d, s, mill, i.ID)
			if err == nil {
				t.Log("deaths:", attempt-1)
				require.Greater(t, attempt, 3, "the worker was meant to die")
				break
			}
			require.ErrorIs(t, err, context.Canceled)
		}
		done, err := s.Get(t.Context(), mill, i.ID)
		require.NoError(t, err)
		require.Equal(t, productimport.Counts{
			Rows: 60, RowsImported: 40, RowsFailed: 20, ProductsCreated: 40, ProductsFailed: 20, VariantsCreated: 40, OffersCreated: 40, ProblemCount: 20,
		}, done.Counts)
	})
}

// mortality is a query hook that ends the context of dieAfter.
type mortality struct{}

type life struct {
	statements atomic.Int64
	end        context.CancelFunc
}

// BeforeQuery implements bun.QueryHook.
func (mortality) BeforeQuery(ctx context.Context, _ *bun.QueryEvent) context.Context {
	if l, mortal := ctx.Value(mortality{}).(*life); mortal && l.statements.Add(-1) < 0 {
		l.end()
	}
	return ctx
}

// AfterQuery implements bun.QueryHook.
func (mortality) AfterQuery(context.Context, *bun.QueryEvent) {}

// dieAfter returns a context that ends when so many statements have been run.
func dieAfter(t *testing.T, statements int) context.Context {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	l := &life{end: cancel}
	l.statements.Store(int64(statements))
	return context.WithValue(ctx, mortality{}, l)
}

// requireConsistent: what the import says it did is what there is.
func requireConsistent(t *testing.T, d *db.DB, s *productimport.Service, owner seller.ID, id productimport.ID) {
	t.Helper()
	i, err := s.Get(t.Context(), owner, id)
	require.NoError(t, err)
	require.Len(t, products(t, d, owner), i.ProductsCreated)
	require.Equal(t, i.GroupsDone, i.Products())
	requireSound(t, d, i.Counts)
}

func TestService_Work_by_two_workers_at_once_counts_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := productimport.New(d), newSeller(t, d, "Mill")
		i := start(t, s, mill, many(30))
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() { _ = s.Work(t.Context(), productimport.Job{ImportID: i.ID}) }) // the one that is overtaken fails
		}
		wg.Wait()
		require.NoError(t, s.Work(t.Context(), productimport.Job{ImportID: i.ID}))
		done, err := s.Get(t.Context(), mill, i.ID)
		require.NoError(t, err)
		require.Equal(t, 20, done.ProductsCreated)
		require.Equal(t, 30, done.Rows)
		requireConsistent(t, d, s, mill, i.ID)
	})
}

func TestService_Work_fails_for_good_when_the_file_is_no_table(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := productimport.New(d), newSeller(t, d, "Mill")
		i := start(t, s, mill, "Handle,Price\n")
		require.NoError(t, s.Work(t.Context(), productimport.Job{ImportID: i.ID}))
		done, err := s.Get(t.Context(), mill, i.ID)
		require.NoError(t, err)
		require.Equal(t, productimport.StatusFailed, done.Status)
		c := problemsOf(t, s, mill, i.ID, page.First(10))
		require.Equal(t, productimport.Problem{Line: 1, Column: "Title", Code: "COLUMN_MISSING", Message: "The file lacks this column."}, *c.Nodes[0])
	})
}

func TestService_uploads_and_imports_are_the_sellers_own(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, at, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s, mill, kiln := productimport.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		ctx := t.Context()
		u := upload(t, s, mill, bracelet)
		i := start(t, s, mill, bracelet)
		for _, thief := range []seller.ID{kiln, "", "sel_none"} {
			require.ErrorIs(t, s.Receive(ctx, thief, u.ID, strings.NewReader(bracelet)), productimport.ErrUploadNotFound)
			_, err := s.Start(ctx, thief, productimport.StartInput{UploadID: u.ID, Currency: "EUR"})
			require.ErrorIs(t, err, productimport.ErrUploadNotFound)
			_, err = s.Get(ctx, thief, i.ID)
			require.ErrorIs(t, err, productimport.ErrNotFound)
			as := actor.Actor{Role: "seller:owner", SellerID: string(thief)}
			_, err = s.GetFor(ctx, as, i.ID)
			require.ErrorIs(t, err, productimport.ErrNotFound)
			list, err := s.FindFor(ctx, as, page.First(10))
			if thief == "" {
				require.ErrorIs(t, err, seller.ErrNotFound)
			} else {
				require.NoError(t, err)
				require.Empty(t, list.Nodes)
			}
			require.Empty(t, problemsOf(t, s, thief, i.ID, page.First(10)).Nodes)
		}
		for _, by := range []actor.Actor{{Role: "seller:owner", SellerID: string(mill)}, {Role: "operator:auditor"}} {
			list, err := s.FindFor(ctx, by, page.First(10))
			require.NoError(t, err)
			require.Len(t, list.Nodes, 1)
		}

		for name, in := range map[string]productimport.UploadInput{
			"no name":  {ContentType: "text/csv", ByteSize: 1},
			"empty":    {Filename: "a.csv", ContentType: "text/csv"},
			"large":    {Filename: "a.csv", ContentType: "text/csv", ByteSize: productimport.SizeMax + 1},
			"program":  {Filename: "a.exe", ContentType: "application/octet-stream", ByteSize: 1},
			"NUL":      {Filename: "a\x00.csv", ContentType: "text/csv", ByteSize: 1},
			"no type":  {Filename: "a.csv", ByteSize: 1},
			"negative": {Filename: "a.csv", ContentType: "text/csv", ByteSize: -1},
		} {
			_, err := s.CreateUpload(ctx, mill, in)
			require.Error(t, err, name)
		}
		announced, err := s.CreateUpload(ctx, mill, productimport.UploadInput{Filename: "a.csv", ContentType: "text/csv", ByteSize: 5})
		require.NoError(t, err)
		_, err = s.Start(ctx, mill, productimport.StartInput{UploadID: announced.ID, Currency: "EUR"})
		require.ErrorIs(t, err, productimport.ErrUploadEmpty)
		for _, body := range []string{"", "1234", "123456"} {
			require.ErrorIs(t, s.Receive(ctx, mill, announced.ID, strings.NewReader(body)), productimport.ErrUploadSize)
		}
		_, err = s.Start(ctx, mill, productimport.StartInput{UploadID: u.ID, Currency: "EURO"})
		require.Error(t, err)
		require.ErrorIs(t, s.Receive(ctx, mill, i.UploadID, strings.NewReader(bracelet)), productimport.ErrUploadNotFound, "an import uses it")

		c.Advance(productimport.UploadTime)
		_, err = s.Start(ctx, mill, productimport.StartInput{UploadID: u.ID, Currency: "EUR"})
		require.ErrorIs(t, err, productimport.ErrUploadNotFound)
		n, err := s.Sweep(ctx)
		require.NoError(t, err)
		require.Equal(t, int64(1), n, "what an import still needs is kept")
		require.NoError(t, s.Work(ctx, productimport.Job{ImportID: i.ID}))
		n, err = s.Sweep(ctx)
		require.NoError(t, err)
		require.Equal(t, int64(1), n)
	})
}

func TestService_Start_is_carried_out_by_workers(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := productimport.New(d), newSeller(t, d, "Mill")
		handlers := &db.Handlers{}
		db.HandleWithin(handlers, productimport.JobTimeout, s.Work)
		workers, err := db.NewWorkers(d, handlers, db.WorkerOptions{})
		require.NoError(t, err)
		require.NoError(t, workers.Start(t.Context()))
		t.Cleanup(func() { _ = workers.Stop(context.Background()) })
		i := start(t, s, mill, bracelet)
		require.Eventually(t, func() bool {
			now, err := s.Get(t.Context(), mill, i.ID)
			return err == nil && now.Status == productimport.StatusDone
		}, 30*time.Second, 10*time.Millisecond)
	})
}

func ptr[T any](v T) *T { return &v }

// Many imports are asked for the pages of their problems at once: each with its own
// window, and of another's there are none.
func TestService_FindProblems_asks_once_for_many_imports(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill, kiln := productimport.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		var asks []productimport.ProblemsAsk
		add := func(owner seller.ID, of productimport.ID, args page.Args) {
			w, err := args.Window()
			require.NoError(t, err)
			ask, err := productimport.AskProblems(owner, of, w)
			require.NoError(t, err)
			asks = append(asks, ask)
		}
		for range 4 {
			i := start(t, s, mill, many(30))
			require.NoError(t, s.Work(t.Context(), productimport.Job{ImportID: i.ID}))
			third := problemsOf(t, s, mill, i.ID, page.First(3)).PageInfo.EndCursor
			add(mill, i.ID, page.Args{First: ptr(3)})
			add(mill, i.ID, page.Args{First: ptr(2), After: third})
			add(mill, i.ID, page.Args{Last: ptr(4)})
			add(mill, i.ID, page.Args{Last: ptr(1), Before: third})
			add(kiln, i.ID, page.Args{})
		}
		var found map[productimport.ProblemsAsk]*page.Connection[productimport.Problem]
		require.Equal(t, 1, dbtest.CountQueries(d, func() {
			var err error
			found, err = s.FindProblems(t.Context(), asks)
			require.NoError(t, err)
		}))
		require.Len(t, found, len(asks))
		for i, want := range [][]int{{4, 7, 10}, {13, 16}, {22, 25, 28, 31}, {7}, nil} {
			for k := i; k < len(asks); k += 5 {
				var lines []int
				for _, p := range found[asks[k]].Nodes {
					lines = append(lines, p.Line)
				}
				require.Equal(t, want, lines)
				require.Equal(t, i == 0 || i == 1 || i == 3, found[asks[k]].PageInfo.HasNextPage)
			}
		}
		forged, err := page.Args{After: ptr("bm90aGluZw")}.Window()
		require.NoError(t, err)
		_, err = productimport.AskProblems(mill, "imp_none", forged)
		require.ErrorIs(t, err, page.ErrCursor)
	})
}

// Several imports are read with one query, and each only by whose it is.
func TestService_SeenByIDs_reads_many_at_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill, kiln := productimport.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		own, other := start(t, s, mill, bracelet), start(t, s, kiln, bracelet)
		ids := []productimport.ID{own.ID, other.ID, "imp_none"}
		for want, by := range []actor.Actor{
			{Role: "buyer", AccountID: "acc_none"}, {Role: "seller:owner", SellerID: string(mill)}, {Role: "operator:auditor"},
		} {
			var found map[productimport.ID]*productimport.Import
			require.LessOrEqual(t, dbtest.CountQueries(d, func() {
				var err error
				found, err = s.SeenByIDs(t.Context(), by, ids)
				require.NoError(t, err)
			}), 1)
			require.Len(t, found, want)
			for _, id := range ids {
				alone, err := s.GetFor(t.Context(), by, id)
				require.Equal(t, err == nil, found[id] != nil, "what is read together is what is read alone")
				require.Equal(t, alone, found[id])
			}
		}
	})
}

// A seller cannot fill the disk: files that nothing imports are counted, and the
// bytes of all of them for a day.
func TestService_uploads_are_bounded(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, at, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s, mill, kiln := productimport.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		announce := func(owner seller.ID, bytes int) (*productimport.Upload, error) {
			return s.CreateUpload(t.Context(), owner, productimport.UploadInput{Filename: "a.csv", ContentType: "text/csv", ByteSize: bytes})
		}
		start(t, s, mill, bracelet)
		for range 200 {
			_, err := announce(mill, 1000)
			require.NoError(t, err, "what is imported does not count")
		}
		_, err := announce(mill, 1)
		require.ErrorIs(t, err, file.ErrUploadsMany)
		for range 51 { // 20 MiB each
			_, err := announce(kiln, productimport.SizeMax)
			require.NoError(t, err)
		}
		_, err = announce(kiln, productimport.SizeMax)
		require.ErrorIs(t, err, file.ErrUploadsMany, "a gibibyte")
		_, err = announce(kiln, 1)
		require.NoError(t, err, "what fits")
		c.Advance(productimport.UploadTime)
		for _, owner := range []seller.ID{mill, kiln} {
			_, err = announce(owner, productimport.SizeMax)
			require.NoError(t, err, "those of yesterday are forgotten")
		}
	})
}

// Whoever has a file imported again and again keeps workers from others: a seller has
// three imports at a time, and one of each file.
func TestService_Start_is_bounded(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, at, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s, mill, kiln := productimport.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		begin := func(u *productimport.Upload) error {
			_, err := s.Start(t.Context(), mill, productimport.StartInput{UploadID: u.ID, Currency: "EUR"})
			return err
		}
		first := upload(t, s, mill, bracelet)
		started := atOnce(8, func(int) error { return begin(first) })
		require.Equal(t, map[string]int{"": 1, "IMPORT_RUNNING": 7}, started, "one import of one upload")

		files := make([]*productimport.Upload, 8)
		for i := range files {
			files[i] = upload(t, s, mill, bracelet)
		}
		started = atOnce(8, func(i int) error { return begin(files[i]) })
		require.Equal(t, map[string]int{"": 2, "IMPORT_TOO_MANY": 6}, started, "three in all")
		start(t, s, kiln, bracelet) // another seller is not concerned

		h := &db.Handlers{}
		db.Handle(h, s.Work)
		_, err := d.Drain(t.Context(), h, c.Now())
		require.NoError(t, err)
		require.NoError(t, begin(first), "the same file again, once it is over")

		c.Advance(productimport.UploadTime - time.Hour)
		for range 2 {
			start(t, s, mill, bracelet)
		}
		require.ErrorIs(t, begin(upload(t, s, mill, bracelet)), productimport.ErrTooMany)
		c.Advance(time.Hour)
		require.NoError(t, begin(upload(t, s, mill, bracelet)), "what has not moved for a day bars nobody")
	})
}

// atOnce runs something n times at once, and counts the codes of the faults that come back.
func atOnce(n int, run func(i int) error) map[string]int {
	var wg sync.WaitGroup
	errs := make([]error, n)
	for i := range n {
		wg.Go(func() { errs[i] = run(i) })
	}
	wg.Wait()
	codes := map[string]int{}
	for _, err := range errs {
		switch all := fault.As(err); {
		case err == nil:
			codes[""]++
		case len(all) == 1:
			codes[string(all[0].Code)]++
		default:
			codes[err.Error()]++
		}
	}
	return codes
}

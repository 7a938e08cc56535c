package audit_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

func TestFind_looks_for_text(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		for _, reason := range []string{"Sells GEESE.", "100% late", "100 late", "under_score", "underXscore", `back\slash`, "Äpfel <& Öl>", `said "no"`} {
			require.NoError(t, record(t, w.DB, t.Context(), seller.Suspended{SellerID: seller.NewID(), Reason: reason}))
		}
		find := func(text string) int {
			found, err := w.App.Audit.Find(t.Context(), actor.Actor{AccountID: "acc_x", Role: "operator:admin"}, audit.Filter{Text: &text}, page.First(100))
			require.NoError(t, err, text)
			return len(found.Nodes)
		}
		for text, want := range map[string]int{
			"geese": 1, "GEESE": 1, "100%": 1, "100": 2, "under_": 1, "SUSPENDED": 8, "nothing like it": 0, "": 8, "  ": 8, "' OR 1=1 --": 0,
			`k\sl`: 1, `\`: 1, "ÄPFEL <&": 1, "Öl>": 1, `"NO"`: 1, "%": 1, "_": 8, "sel_": 8, "r_s": 1,
		} {
			require.Equal(t, want, find(text), text)
		}
		for _, bad := range []string{strings.Repeat("x", 101), "a\x00b", "\xff"} {
			_, err := w.App.Audit.Find(t.Context(), actor.Actor{AccountID: "acc_x", Role: "operator:admin"}, audit.Filter{Text: &bad}, page.First(100))
			require.NotEmpty(t, fault.As(err), "%q", bad)
		}
	})
}

func TestFind_narrows_by_everything_that_an_entry_says(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		start := w.DB.Clock().Now()
		ann, bob := actor.Actor{AccountID: "acc_ann", Role: "operator:admin"}, actor.Actor{AccountID: "acc_bob", Role: "operator:moderator"}
		mill, kiln := seller.NewID(), seller.NewID()
		for _, of := range []struct {
			by actor.Actor
			is event.Event
		}{
			{ann, seller.Approved{SellerID: mill, By: "acc_ann"}},
			{bob, seller.Suspended{SellerID: mill, By: "acc_bob", Reason: "Late."}},
			{ann, seller.Approved{SellerID: kiln, By: "acc_ann"}},
			{bob, seller.Suspended{SellerID: kiln, By: "acc_bob", Reason: "Rude."}},
		} {
			require.NoError(t, record(t, w.DB, actor.With(t.Context(), of.by), of.is))
			w.Advance(time.Hour)
		}
		find := func(by actor.Actor, f audit.Filter) (found []string) {
			rows, err := w.App.Audit.Find(t.Context(), by, f, page.First(100))
			require.NoError(t, err)
			for _, e := range rows.Nodes {
				name := map[seller.ID]string{mill: "mill", kiln: "kiln"}[e.SellerID]
				found = append(found, name+" "+strings.TrimPrefix(e.Kind, "seller."))
			}
			return found
		}
		who, kind, text, subject := identity.AccountID("acc_bob"), "seller.approved", "rude", id.Any(mill)
		from, to := start.Add(time.Hour), start.Add(3*time.Hour)
		for name, of := range map[string]struct {
			f    audit.Filter
			want []string
		}{
			"nothing":  {audit.Filter{}, []string{"kiln suspended", "kiln approved", "mill suspended", "mill approved"}},
			"actor":    {audit.Filter{ActorID: &who}, []string{"kiln suspended", "mill suspended"}},
			"subject":  {audit.Filter{Subject: &subject}, []string{"mill suspended", "mill approved"}},
			"seller":   {audit.Filter{SellerID: &kiln}, []string{"kiln suspended", "kiln approved"}},
			"kind":     {audit.Filter{Kind: &kind}, []string{"kiln approved", "mill approved"}},
			"text":     {audit.Filter{Text: &text}, []string{"kiln suspended"}},
			"time":     {audit.Filter{Since: &from, Until: &to}, []string{"kiln approved", "mill suspended"}},
			"all":      {audit.Filter{ActorID: &who, SellerID: &kiln, Text: &text, Since: &from}, []string{"kiln suspended"}},
			"and none": {audit.Filter{ActorID: &who, Kind: &kind}, nil},
		} {
			require.Equal(t, of.want, find(ann, of.f), name)
		}
		of := actor.Actor{AccountID: "acc_mo", Role: "seller:owner", SellerID: string(mill)}
		require.Equal(t, []string{"mill suspended", "mill approved"}, find(of, audit.Filter{}))
		require.Empty(t, find(of, audit.Filter{Text: &text}), "of another seller")
		require.Empty(t, find(of, audit.Filter{ActorID: &who}), "who of the platform acted")
	})
}

// A file is asked for under the hat that may, and fetched over HTTP by whoever
// asked, once and within seven days.
func TestAskFile_over_the_API(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		mill.Product("Tea", "12.49", 10)
		ann, bob, sam := w.OperatorWith(identity.OperatorAuditor), w.OperatorWith(identity.OperatorAuditor), w.OperatorWith(identity.OperatorSupport)
		const ask = `mutation { auditExportCreate(input: {format: CSV, reason: "Yearly check.", filter: {text: "status"}}) {
			export { id kind status path done total } userErrors { code field } } }`
		require.Contains(t, fmt.Sprint(w.Asks(sam, ask, nil)), "FORBIDDEN")
		require.Contains(t, fmt.Sprint(w.Asks(mill.Person, ask, nil)), "FORBIDDEN")
		files := func() (path string) {
			require.Empty(t, w.Asks(ann, ask, nil).Errors)
			w.Settle()
			answer := w.Asks(ann, `{ exports(first: 1) { nodes { kind status path done total } } }`, nil)
			require.Empty(t, answer.Errors)
			node := answer.Data["exports"].(map[string]any)["nodes"].([]any)[0].(map[string]any)
			require.Equal(t, "AUDIT", node["kind"])
			require.Equal(t, "READY", node["status"])
			require.NotZero(t, node["total"])
			require.Equal(t, node["total"], node["done"])
			return node["path"].(string)
		}
		path := files()
		for _, other := range []*testkit.Person{bob, sam, mill.Person} {
			status, _ := fetch(t, w, other, path)
			require.Equal(t, http.StatusNotFound, status)
		}
		status, text := fetch(t, w, ann, path)
		require.Equal(t, http.StatusOK, status)
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		require.NoError(t, err)
		require.Greater(t, len(rows), 3)
		status, _ = fetch(t, w, ann, path)
		require.Equal(t, http.StatusNotFound, status, "once")

		path = files()
		w.Advance(8 * 24 * time.Hour)
		status, _ = fetch(t, w, ann.SignsInAgain(), path)
		require.Equal(t, http.StatusNotFound, status, "seven days are over")
	})
}

func TestAskFile_makes_a_file_of_the_log_that_is_itself_on_record(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga := w.OperatorWith(identity.OperatorAuditor)
		w.Settle()
		const extra = 1100
		before := len(entries(t, w))
		bulk(t, w, extra)
		make := func(in audit.ExportInput) (*export.Export, []byte) {
			asked, err := w.App.Audit.AskFile(t.Context(), olga.Actor, in)
			require.NoError(t, err)
			w.Settle()
			made, err := w.App.Exports.Get(t.Context(), olga.Actor, asked.ID)
			require.NoError(t, err)
			require.Equal(t, export.Ready, made.Status)
			var out bytes.Buffer
			require.NoError(t, w.App.Exports.Fetch(t.Context(), olga.Actor, asked.ID, func(*export.Export) io.Writer { return &out }))
			w.Settle()
			return made, out.Bytes()
		}
		_, err := w.App.Audit.AskFile(t.Context(), olga.Actor, audit.ExportInput{Format: audit.JSONL, Reason: " "})
		require.ErrorIs(t, err, fault.ErrTextRequired)

		made, text := make(audit.ExportInput{Format: audit.JSONL, Reason: "Yearly check."})
		require.GreaterOrEqual(t, made.Total, int64(before+extra))
		require.Equal(t, made.Total, made.Done)
		require.EqualValues(t, 2, made.Chunks)
		for i, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
			var e audit.Entry
			require.NoError(t, json.Unmarshal(line, &e))
			require.EqualValues(t, i+1, e.Seq, "oldest first, without gaps")
		}
		kind := "seller.suspended"
		_, text = make(audit.ExportInput{Format: audit.CSV, Reason: "Yearly check.", Filter: &audit.Filter{Kind: &kind}})
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 1+extra)
		require.Equal(t, "number", rows[0][0])
		require.Equal(t, kind, rows[1][3])
		said := map[string]bool{}
		for _, row := range rows[1:] {
			said[row[14]] = true
		}
		require.Len(t, said, extra)
		require.True(t, said[`{"reason":"Line one,\nquote \" 7","status":"SUSPENDED"}`])

		kinds := map[string]int{}
		for _, e := range entries(t, w) {
			kinds[e.Kind]++
		}
		require.Equal(t, 2, kinds["export.requested"])
		require.Equal(t, 2, kinds["export.fetched"])
		require.Empty(t, verify(t, w.DB))
	})
}

// bulk appends many entries.
func bulk(t *testing.T, w *testkit.World, n int) {
	t.Helper()
	var all []event.Event
	for i := range n {
		all = append(all, seller.Suspended{SellerID: seller.NewID(), Reason: fmt.Sprintf("Line one,\nquote \" %d", i)})
	}
	require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return event.EmitAll(ctx, tx, all...) }))
	w.Settle()
}

func fetch(t *testing.T, w *testkit.World, p *testkit.Person, path string) (status int, body string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.URL+path, nil)
	require.NoError(t, err)
	r.Header.Set("Authorization", "Bearer "+string(p.Token))
	r.Header.Set("Etal-Act-As", p.ActAs)
	resp, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp.StatusCode, string(text)
}

package search_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/search"
)

func put(t *testing.T, d *db.DB, entries ...*search.Entry) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		return search.PutTx(ctx, tx, entries...)
	}))
}

func find(t *testing.T, d *db.DB, want search.Query, text string) []search.Hit {
	t.Helper()
	var err error
	want.Text, err = search.Parse(text)
	require.NoError(t, err)
	if want.Limit == 0 {
		want.Limit = 5
	}
	hits, err := search.Find(t.Context(), d.Read(t.Context()), want)
	require.NoError(t, err)
	return hits
}

// product makes the entry of a product whose id ends in a number.
func product(n int, owner, title string) *search.Entry {
	return search.NewEntry(search.KindProduct, id.Any(fmt.Sprintf("prd_%05d", n)), owner, title)
}

func TestFind_ranks_what_is_the_text_before_what_begins_with_it_before_words(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		put(t, d, product(1, "sel_a", "Green tea"), product(2, "sel_a", "Teapot"), product(3, "sel_a", "Tea"), product(4, "sel_b", "Tea"),
			product(5, "sel_a", "Coffee"), search.NewEntry(search.KindSeller, "sel_a", "", "Tea house"), product(6, "sel_a", "!!"))
		require.Equal(t, []search.Hit{
			{Subject: "prd_00003", Match: search.MatchExact}, {Subject: "prd_00002", Match: search.MatchPrefix}, {Subject: "prd_00001", Match: search.MatchWords},
		}, find(t, d, search.Query{Kind: search.KindProduct, Owner: "sel_a"}, "tea"))
		require.Len(t, find(t, d, search.Query{Kind: search.KindProduct}, "tea"), 4)
		require.Len(t, find(t, d, search.Query{Kind: search.KindProduct, Limit: 2}, "tea"), 2)
		require.Equal(t, []search.Hit{{Subject: "sel_a", Match: search.MatchPrefix}}, find(t, d, search.Query{Kind: search.KindSeller}, "TEA h"))
		require.Equal(t, []search.Hit{{Subject: "prd_00001", Match: search.MatchWords}}, find(t, d, search.Query{Kind: search.KindProduct}, "te gr"))
		for _, nothing := range []string{"!!", "kindproduct", "sela", "tea zz", "oduct", "%%", "t_a"} {
			require.Empty(t, find(t, d, search.Query{Kind: search.KindSeller, Owner: "sel_x"}, nothing), nothing)
			require.Empty(t, find(t, d, search.Query{Kind: search.KindPerson}, nothing), nothing)
		}
		put(t, d, product(3, "sel_a", "Coffee, ground"))
		require.Len(t, find(t, d, search.Query{Kind: search.KindProduct, Owner: "sel_a"}, "tea"), 2)
		require.Len(t, find(t, d, search.Query{Kind: search.KindProduct, Owner: "sel_a"}, "ground"), 1)
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return search.RemoveTx(ctx, tx, "prd_00003") }))
		require.Empty(t, find(t, d, search.Query{Kind: search.KindProduct, Owner: "sel_a"}, "ground"))
	})
}

// However many names there are, a search reads those that it answers: it asks twice,
// and both times an index.
func TestFind_walks_indexes(t *testing.T) {
	t.Parallel()

	dbtest.EachWith(t, db.Options{}, func(t *testing.T, d *db.DB) {
		for begin := 0; begin < 10_000; begin += 1000 {
			var batch []*search.Entry
			for n := begin; n < begin+1000; n++ {
				batch = append(batch, product(n, fmt.Sprintf("sel_%d", n%7), fmt.Sprintf("Red lamp %d of glass", n)))
			}
			put(t, d, batch...)
		}
		require.Equal(t, 2, dbtest.CountQueries(d, func() {
			require.Len(t, find(t, d, search.Query{Kind: search.KindProduct, Owner: "sel_3"}, "lamp glass"), 5)
		}))
		require.Equal(t, 1, dbtest.CountQueries(d, func() { require.Len(t, find(t, d, search.Query{Kind: search.KindProduct}, "red lamp 1"), 5) }))
	})
}

func TestParse(t *testing.T) {
	t.Parallel()

	for typed, number := range map[string]string{
		"abcd": "ABCD", "#ABCDE-FG": "ABCDE-FG", "abcdefg": "ABCDE-FG", "abcdefghjk": "ABCDE-FGHJK", "abcde-fghjk-2": "ABCDE-FGHJK-2",
		"abc": "", "ab cd": "", "ab%cd": "", "a-b-c": "", "straße": "", "ABCD_E": "",
	} {
		text, err := search.Parse(typed)
		require.NoError(t, err, typed)
		require.Equal(t, number, text.Number(), typed)
	}
	for typed, named := range map[string]string{
		"po_1a": "po_1a", " acct_1Q ": "acct_1Q", "ord_01": "ord_01", "po_": "", "_x1": "", "tea_green": "tea_green", "lamp_": "", "products_1": "",
		"po_1'": "", "po_1 2": "",
	} {
		text, err := search.Parse(typed)
		require.NoError(t, err, typed)
		require.Equal(t, named, text.Named(), typed)
	}
	for typed, email := range map[string]string{"a@b.example": "a@b.example", "@b": "", "a@": "", "a b@c": "", "ab": ""} {
		text, err := search.Parse(typed)
		require.NoError(t, err, typed)
		require.Equal(t, email, text.Email(), typed)
	}
	require.Equal(t, []string{"ete", "a", "lodz"}, search.Words("Été à Łódź"))
	require.Equal(t, "tea-ÄÖ", strings.ReplaceAll(search.Code("TEA-ÄÖ"), "x", ""))
}

package graph

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"

	"github.com/etal-market/etal/domain/clock"
)

// hits is how many of a hundred questions were answered by what was kept.
type hits struct{ lists, details int }

// What strangers ask of a small marketplace in one second: pages of lists, and
// details of products of which few are asked for often (Zipf).
const (
	asksPerSecond    = 300
	listsKnown       = 50
	productsKnown    = 1000
	secondsSimulated = 120
)

// shopping asks and writes on simulated time, and tells which questions were
// answered by what was kept. A write is of one offer of one product, and says so or
// does not.
func shopping(writesPerSecond int, saysWhich bool) hits {
	at := clock.NewManual(time.Date(2035, 3, 5, 12, 0, 0, 0, time.UTC))
	c := newCache(func(bool) {}, cachedFor)
	c.clock = at
	r := rand.New(rand.NewPCG(1, uint64(writesPerSecond))) // the same questions each time
	list, detail := rand.NewZipf(r, 1.1, 1, listsKnown-1), rand.NewZipf(r, 1.1, 1, productsKnown-1)
	ask := func(name, product string) int {
		key := cacheKey([]byte(fmt.Sprintf("%-32s", name)))
		if _, ok := c.get(key); ok {
			return 1
		}
		c.put(key, &kept{product: product, generation: c.generation.Load(), until: at.Now().Add(c.keepFor)})
		return 0
	}
	var hit, asked hits
	for i := range secondsSimulated * asksPerSecond {
		if r.IntN(asksPerSecond) < writesPerSecond {
			product := []string{"p" + strconv.Itoa(r.IntN(productsKnown))}
			if !saysWhich {
				product = nil
			}
			c.changed(map[string][]string{"offers": product, "listings": product})
		}
		if i%2 == 0 {
			asked.lists++
			hit.lists += ask("l"+strconv.FormatUint(list.Uint64(), 10), "")
		} else {
			product := "p" + strconv.FormatUint(detail.Uint64(), 10)
			asked.details++
			hit.details += ask(product, product)
		}
		at.Advance(time.Second / asksPerSecond)
	}
	return hits{hit.lists * 100 / asked.lists, hit.details * 100 / asked.details}
}

// The figures of ADR 95: what it brings that writes say which product they change.
// Lists show prices and stand in the order of them, so every write ends them all.
func TestCache_keeps_what_shows_another_product(t *testing.T) {
	t.Parallel()
	for _, writes := range []int{0, 1, 10, 100} {
		silent, said := shopping(writes, false), shopping(writes, true)
		t.Logf("%3d writes a second: unsaid %+v, said %+v", writes, silent, said)
		require.Equal(t, silent.lists, said.lists, "lists gain nothing")
		require.GreaterOrEqual(t, said.details, 50)
		if writes == 100 {
			require.Less(t, silent.details, 10)
		}
	}
}

func TestCache_remembers_few_changes(t *testing.T) {
	t.Parallel()
	c := newCache(func(bool) {}, time.Hour)
	keep := func(product string) cacheKey {
		key := cacheKey([]byte(fmt.Sprintf("%-32s", product)))
		c.put(key, &kept{product: product, generation: c.generation.Load(), until: c.clock.Now().Add(time.Hour)})
		return key
	}
	mine, other := keep("mine"), keep("other")
	c.changed(map[string][]string{"offers": {"other"}, "listings": {"other"}})
	_, ok := c.get(mine)
	require.True(t, ok)
	_, ok = c.get(other)
	require.False(t, ok)
	c.changed(map[string][]string{"offers": {"other"}, "sellers": nil})
	_, ok = c.get(mine)
	require.False(t, ok, "a seller may have changed, whom it shows")

	mine = keep("mine")
	for n := range 2 * changedMax {
		c.changed(map[string][]string{"offers": {strconv.Itoa(n)}})
		require.LessOrEqual(t, len(c.changes), changedMax)
	}
	_, ok = c.get(mine)
	require.False(t, ok, "what was forgotten has ended everything")
}

// An answer outlives changes of other products when nothing but one product can be
// selected in it.
func TestCache_knows_what_shows_one_product(t *testing.T) {
	t.Parallel()
	s := schema()
	for name := range detailTypes {
		require.NotNil(t, s.Types[name], name)
	}
	for query, want := range map[string]bool{
		`{ product(id: "P") { title variants { offers { price { amount } seller { name } } } listing { priceMin { amount } } } }`: true,
		`{ ...f } fragment f on Query { productBySlug(slug: "a") { ... on Product { variants { title } } } }`:                     true,
		`{ product(id: "P") { variants { product { title } } } }`:                                                                 false,
		`{ product(id: "P") { title } other: product(id: "Q") { title } }`:                                                        false,
		`{ products(first: 1) { nodes { title } } }`:                                                                              false,
		`{ seller(id: "S") { name } }`:                                                                                            false,
	} {
		doc, errs := gqlparser.LoadQueryWithRules(s, query, nil)
		require.Empty(t, errs, query)
		require.Equal(t, want, isOfOneProduct(&graphql.OperationContext{Operation: doc.Operations[0]}), query)
	}
}

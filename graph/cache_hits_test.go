package graph

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

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
// answered by what was kept. One write in a second is of one offer of one product.
func shopping(writesPerSecond int, byProduct bool) hits {
	at := clock.NewManual(time.Date(2035, 3, 5, 12, 0, 0, 0, time.UTC))
	c := newCache(func(bool) {}, cachedFor)
	c.clock = at
	r := rand.New(rand.NewPCG(1, uint64(writesPerSecond))) //nolint:gosec // the same questions each time
	list, detail := rand.NewZipf(r, 1.1, 1, listsKnown-1), rand.NewZipf(r, 1.1, 1, productsKnown-1)
	written := map[string]int64{} // generations by what an answer shows
	ask := func(name, tag string) bool {
		generation := c.generation.Load()
		if byProduct {
			generation = written[tag]
		}
		key := cacheKey([]byte(fmt.Sprintf("%-32s", name)))
		if e, ok := c.entries.Get(key); ok && e.generation == generation && at.Now().Before(e.until) {
			return true
		}
		c.put(key, &kept{generation: generation, until: at.Now().Add(c.keepFor)})
		return false
	}
	var hit, asked hits
	steps := asksPerSecond
	for i := range secondsSimulated * steps {
		if writesPerSecond > 0 && r.IntN(steps) < writesPerSecond {
			c.changed(map[string]struct{}{"offers": {}, "listings": {}})
			written["p"+strconv.Itoa(r.IntN(productsKnown))]++
			written["lists"]++ // a price in a list has changed, and may have changed its place
		}
		if i%2 == 0 {
			asked.lists++
			hit.lists += toInt(ask("l"+strconv.FormatUint(list.Uint64(), 10), "lists"))
		} else {
			product := "p" + strconv.FormatUint(detail.Uint64(), 10)
			asked.details++
			hit.details += toInt(ask(product, product))
		}
		at.Advance(time.Second / time.Duration(steps))
	}
	return hits{hit.lists * 100 / asked.lists, hit.details * 100 / asked.details}
}

func toInt(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// The figures of ADR 95: what generations by product would bring. Lists show prices
// and stand in the order of them, so whatever changes a product ends them all.
func TestCache_generations_by_product_would_bring_this(t *testing.T) {
	t.Parallel()
	for _, writes := range []int{0, 1, 10, 100} {
		one, each := shopping(writes, false), shopping(writes, true)
		t.Logf("%3d writes a second: one generation %+v, by product %+v", writes, one, each)
		require.Equal(t, one.lists, each.lists, "lists gain nothing")
		require.GreaterOrEqual(t, each.details, one.details)
	}
}

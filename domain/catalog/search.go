package catalog

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Search is a list whose pages and counts are asked for one by one. All of them see
// the same matches, which are read once.
type Search struct {
	service  *Service
	filter   Filter
	criteria criteria
	err      error // of the arguments
	matches  func() ([]candidate, error)
}

// Search begins a search, or a list when the filter has no words. Nothing is read
// before something is asked for.
func (s *Service) Search(ctx context.Context, f Filter, sort *Sort) *Search {
	c, err := f.criteria(sort)
	return &Search{service: s, filter: f, criteria: c, err: err, matches: sync.OnceValues(func() ([]candidate, error) {
		if c.searches && len(c.words) == 0 {
			return nil, nil
		}
		found, err := selectCandidates(ctx, s.db.Read(ctx), c)
		return found, wrap("read matches", err)
	})}
}

// candidate is a match of a search: what it is sorted and counted by.
type candidate struct {
	id          ProductID
	key         int64 // by which it is sorted, before the id: a price, an instant in microseconds or a score
	price       int64
	productType string
	sellerID    seller.ID // of the best offer
	sellerCount int
}

// Page is Service.Find for a search that was begun.
func (x *Search) Page(ctx context.Context, args page.Args) (*page.Connection[Listing], error) {
	if x.err != nil {
		return nil, x.err
	}
	w, err := args.Window()
	if err != nil {
		return nil, err
	}
	if !x.criteria.searches {
		rows, err := selectListings(ctx, x.service.db.Read(ctx), x.criteria, w)
		if err != nil {
			return nil, wrap("read listings", err)
		}
		return page.Connect(w, rows, func(l *Listing) any { return x.criteria.cursor(x.criteria.key(l), l.ProductID) }), nil
	}
	matches, err := x.matches()
	if err != nil {
		return nil, err
	}
	if matches, err = x.criteria.cut(matches, w); err != nil {
		return nil, err
	}
	rows, err := selectMatched(ctx, x.service.db.Read(ctx), x.criteria, matches)
	if err != nil {
		return nil, wrap("read listings", err)
	}
	keys := make(map[ProductID]int64, len(matches))
	for _, m := range matches {
		keys[m.id] = m.key
	}
	return page.Connect(w, rows, func(l *Listing) any { return x.criteria.cursor(keys[l.ProductID], l.ProductID) }), nil
}

// cut sorts matches and returns those of a window, and one more when others follow.
func (c criteria) cut(matches []candidate, w page.Window) ([]candidate, error) {
	order := func(a, b candidate) int { return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(b.id, a.id)) }
	if c.isAscending(w) {
		order = func(a, b candidate) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.id, b.id)) }
	}
	if w.HasCursor() {
		key, value, err := c.after(w)
		if err != nil {
			return nil, err
		}
		last, all := candidate{id: key.ID, key: value}, matches
		matches = make([]candidate, 0, len(all))
		for _, m := range all {
			if order(m, last) > 0 {
				matches = append(matches, m)
			}
		}
	} else {
		matches = slices.Clone(matches) // counting goes through them at the same time
	}
	slices.SortFunc(matches, order)
	return matches[:min(len(matches), int(w.Limit()))], nil
}

const (
	wholeWord  = 2 // points of a word that stands in the title
	beginning  = 1 // points of one with which a word of the title begins
	pointScore = 1000
)

// score says how well a title, as it is indexed, fits the words: by how many of
// them are in it, whole ones before beginnings, and then by how few others are. A
// word that the title lacks stands in another text.
func (c criteria) score(title string) int64 {
	var points, length int64
	for range strings.FieldsSeq(title) {
		length++
	}
	for _, asked := range c.words {
		best := int64(0)
		for has := range strings.FieldsSeq(title) {
			if has == asked {
				best = wholeWord
				break
			}
			if strings.HasPrefix(has, asked) {
				best = beginning
			}
		}
		points += best
	}
	return points*pointScore - min(length, pointScore-1)
}

// CountFacets counts the matches of a filter by seller, type and price.
func (s *Service) CountFacets(ctx context.Context, f Filter) (*Facets, error) {
	return s.Search(ctx, f, nil).Facets(ctx)
}

// Facets is Service.CountFacets for a search that was begun. The order does not
// matter to it, not even one that cannot be.
func (x *Search) Facets(ctx context.Context) (*Facets, error) {
	if x.err != nil {
		if _, err := x.filter.criteria(nil); err != nil {
			return nil, err
		}
		return x.service.CountFacets(ctx, x.filter)
	}
	matches, err := x.matches()
	if err != nil {
		return nil, err
	}
	facets := &Facets{Count: len(matches), IsExact: int64(len(matches)) < Candidates}
	types, sellers := map[string]int{}, map[seller.ID]int{}
	var shared []ProductID
	for _, m := range matches {
		types[m.productType]++
		if m.sellerCount == 1 {
			sellers[m.sellerID]++
		} else {
			shared = append(shared, m.id)
		}
	}
	facets.ProductTypes = largest(types)
	facets.PriceBands = x.criteria.countBands(matches)
	if err := countShared(ctx, x.service.db.Read(ctx), shared, sellers); err != nil {
		return nil, wrap("count sellers", err)
	}
	facets.Sellers = largest(sellers)
	return facets, wrap("read names of sellers", nameSellers(ctx, x.service.db.Read(ctx), facets.Sellers))
}

// countBands counts by price, for a search that names a currency.
func (c criteria) countBands(matches []candidate) []*PriceBand {
	bounds := bandsOf(c.currency)
	counts := make([]int, len(bounds))
	for _, m := range matches {
		for i := len(bounds) - 1; i >= 0; i-- {
			if m.price >= bounds[i] {
				counts[i]++
				break
			}
		}
	}
	var bands []*PriceBand
	for i, least := range bounds {
		if counts[i] == 0 {
			continue
		}
		band := &PriceBand{Min: money.New(least, c.currency), Count: counts[i]}
		if i+1 < len(bounds) {
			band.Max = ptr(money.New(bounds[i+1], c.currency))
		}
		bands = append(bands, band)
	}
	return bands
}

// largest are the most frequent values, which are labelled by themselves.
func largest[V ~string](counts map[V]int) []*FacetValue {
	values := make([]*FacetValue, 0, len(counts))
	for value, n := range counts {
		if value != "" {
			values = append(values, &FacetValue{Value: string(value), Label: string(value), Count: n})
		}
	}
	slices.SortFunc(values, func(a, b *FacetValue) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return values[:min(len(values), facetValuesMax)]
}

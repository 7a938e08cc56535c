package catalog

import (
	"context"
	"time"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Faults of lists and searches.
var (
	// ErrCurrencyRequired is returned when prices are to be compared and no currency says which.
	ErrCurrencyRequired = fault.New(fault.Invalid, "CURRENCY_REQUIRED", "Prices can be compared in one currency only: give filter.currencyCode.")
	// ErrQueryRequired is returned for an order by relevance without words to search.
	ErrQueryRequired = fault.New(fault.Invalid, "QUERY_REQUIRED", "Relevance needs words to search: give filter.query.")
	// ErrPriceRange is returned for a price range in two currencies or one that ends before it begins.
	ErrPriceRange = fault.New(fault.Invalid, "PRICE_RANGE_INVALID", "The price range ends before it begins or is in another currency.")
)

// Sort is the order of a list of listings.
type Sort string

// The orders.
const (
	// SortNewest puts what was published last first.
	SortNewest Sort = "NEWEST"
	// SortPriceAsc puts the lowest price first.
	SortPriceAsc Sort = "PRICE_ASC"
	// SortPriceDesc puts the highest lowest-price first.
	SortPriceDesc Sort = "PRICE_DESC"
	// SortRelevance puts what matches the words best first.
	SortRelevance Sort = "RELEVANCE"
)

// Candidates is how many matches of a search are ranked, sorted and counted.
// It bounds the work of the broadest search.
const Candidates int64 = 1000

const queryMax = 200

// Filter narrows a list of listings; what is nil does not.
type Filter struct {
	Query       *string // words; a product matches with a word that begins with each of them
	SellerID    *seller.ID
	ProductType *string
	Tag         *string
	Currency    *money.Currency
	PriceMin    *money.Input
	PriceMax    *money.Input
	InStock     *bool
}

// criteria is a checked filter with its order.
type criteria struct {
	words       []string
	searches    bool // words were asked for, even if none is left after folding
	sellerID    seller.ID
	productType *string
	tag         string
	currency    money.Currency // empty: the main listing of each product
	priceMin    *int64
	priceMax    *int64
	inStock     *bool
	sort        Sort
}

func (f Filter) criteria(sort *Sort) (criteria, error) {
	var l fault.List
	c := criteria{productType: f.ProductType, inStock: f.InStock, sort: SortNewest}
	if query := text(&l, f.Query, queryMax, "filter", "query"); query != "" {
		c.searches, c.words, c.sort = true, queryWords(query), SortRelevance
	}
	if sort != nil {
		c.sort = *sort
	}
	if f.SellerID != nil {
		c.sellerID = *f.SellerID
	}
	if f.ProductType != nil {
		c.productType = ptr(l.Text(*f.ProductType, nameMax, "filter", "productType"))
	}
	c.tag = foldKey(text(&l, f.Tag, tagMax, "filter", "tag"))
	f.readPrices(&l, &c)
	switch c.sort {
	case SortNewest:
	case SortRelevance:
		l.Check(c.searches, ErrQueryRequired.At("sort"))
	case SortPriceAsc, SortPriceDesc:
		l.Check(c.currency != "", ErrCurrencyRequired.At("sort"))
	default:
		l.Add(ErrValue.At("sort"))
	}
	return c, l.Err()
}

func (f Filter) readPrices(l *fault.List, c *criteria) {
	if f.Currency != nil {
		currency, err := money.ParseCurrency(string(*f.Currency))
		l.Check(err == nil, money.ErrCurrency.At("filter", "currencyCode"))
		c.currency = currency
	}
	read := func(in *money.Input, name string) *int64 {
		if in == nil {
			return nil
		}
		amount, err := in.Parse()
		for _, bad := range fault.As(err) {
			l.Add(bad.Under("filter", name))
		}
		l.Check(err != nil || c.currency == "" || c.currency == amount.Currency, ErrPriceRange.At("filter", name))
		c.currency = amount.Currency
		return &amount.Minor
	}
	c.priceMin, c.priceMax = read(f.PriceMin, "priceMin"), read(f.PriceMax, "priceMax")
	l.Check(c.priceMin == nil || c.priceMax == nil || *c.priceMin <= *c.priceMax, ErrPriceRange.At("filter", "priceMax"))
}

// Find pages through what buyers see: all of it by the order asked for, or,
// with words to search, the best of the first thousand that match. Faults come
// back for arguments that contradict each other.
func (s *Service) Find(ctx context.Context, f Filter, sort *Sort, args page.Args) (*page.Connection[Listing], error) {
	return s.Search(ctx, f, sort).Page(ctx, args)
}

// listKey is the cursor of every order: the key of the order and the id.
type listKey struct {
	Sort  Sort      `json:"s"`
	At    string    `json:"t,omitempty"` // published at, RFC 3339
	Value int64     `json:"v,omitempty"` // price or score
	ID    ProductID `json:"i"`
}

// cursor is the place in the order of a row with such a key.
func (c criteria) cursor(key int64, id ProductID) listKey {
	if c.sort == SortNewest {
		return listKey{Sort: c.sort, ID: id, At: time.UnixMicro(key).UTC().Format(time.RFC3339Nano)}
	}
	return listKey{Sort: c.sort, ID: id, Value: key}
}

// key is what a list without words is sorted by, before the id.
func (c criteria) key(l *Listing) int64 {
	if c.sort == SortNewest {
		return l.PublishedAt.UnixMicro()
	}
	return l.PriceMinorMin
}

// isAscending reports whether a window is read from the least key up.
func (c criteria) isAscending(w page.Window) bool { return (c.sort == SortPriceAsc) != w.Backward }

// after decodes the cursor of a window.
func (c criteria) after(w page.Window) (key listKey, value int64, err error) {
	if err := w.Decode(&key); err != nil {
		return key, 0, err
	}
	if key.Sort != c.sort {
		return key, 0, page.ErrCursor
	}
	if c.sort != SortNewest {
		return key, key.Value, nil
	}
	at, err := time.Parse(time.RFC3339Nano, key.At)
	if err != nil {
		return key, 0, page.ErrCursor
	}
	return key, at.UnixMicro(), nil
}

// FacetValue is a value of a facet with the number of matches that have it.
type FacetValue struct {
	Value string
	Label string
	Count int
}

// PriceBand is a range of lowest prices with the number of matches in it.
type PriceBand struct {
	Min   money.Amount
	Max   *money.Amount // not included; nil for the last band
	Count int
}

// Facets count what a list holds, over at most the first thousand matches.
type Facets struct {
	Count        int
	IsExact      bool          // false: there are more matches than were counted
	Sellers      []*FacetValue // by id; a product counts for each seller that offers it
	ProductTypes []*FacetValue
	PriceBands   []*PriceBand // empty when the list names no currency
}

const facetValuesMax = 50

// bandsOf are the lower bounds of the price bands of a currency in minor
// units: 0, 10, 25, 50, 100, 250, 500 and 1,000 units of a currency with
// decimals, and a hundred times that of one without.
func bandsOf(c money.Currency) []int64 {
	if c == "" {
		return nil
	}
	scale := int64(100)
	if c.Decimals() == 3 {
		scale = 1000
	}
	bands := []int64{0, 10, 25, 50, 100, 250, 500, 1000}
	for i := range bands {
		bands[i] *= scale
	}
	return bands
}

package catalog

import (
	"cmp"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Listing is a product as lists and searches show it: one row per product and
// currency, made ready in the unit that changes what it says. A product that
// buyers may not see has none.
type Listing struct {
	bun.BaseModel `bun:"table:listings,alias:l"`

	ProductID     ProductID      `bun:",pk"`
	Currency      money.Currency `bun:",pk"`
	IsMain        bool           // the row of lists that name no currency
	Title         string
	Slug          string
	Brand         string
	ProductType   string
	ThumbnailURL  string `bun:"thumbnail_url"` // may be empty
	ThumbnailAlt  string
	BestOfferID   OfferID   // in stock first, then cheapest, then best condition, then oldest
	SellerID      seller.ID // of the best offer
	SellerName    string
	SellerCount   int
	PriceMinorMin int64 // of all offers in this currency
	PriceMinorMax int64
	OfferCount    int
	InStock       bool   // any of them
	TagsKey       string // folded tags, glued
	SearchTitle   string // words of the title
	SearchText    string // all other words
	PublishedAt   time.Time
}

// IsInStock reports whether any of the offers has a unit available.
func (l *Listing) IsInStock() bool { return l.InStock }

// PriceMin is the lowest price of the offers.
func (l *Listing) PriceMin() money.Amount { return money.New(l.PriceMinorMin, l.Currency) }

// PriceMax is the highest price of the offers.
func (l *Listing) PriceMax() money.Amount { return money.New(l.PriceMinorMax, l.Currency) }

// Thumbnail is the first image of the product, or nil.
func (l *Listing) Thumbnail() *Image {
	if l.ThumbnailURL == "" {
		return nil
	}
	return &Image{URL: l.ThumbnailURL, Alt: l.ThumbnailAlt, Position: 1}
}

// offered is one offer of a visible product in one currency, as the choice of
// the best one sees it.
type offered struct {
	ProductID  ProductID
	OfferID    OfferID
	SellerID   seller.ID
	SellerName string
	Condition  Condition
	InStock    bool
	Currency   money.Currency
	PriceMinor int64
}

// listingsOf computes the rows of one product from its offers that buyers may
// see; none when there are no offers or the product is not ACTIVE.
func listingsOf(p *Product, offers []*offered) []*Listing {
	if p.Status != ProductActive || p.PublishedAt == nil || len(offers) == 0 {
		return nil
	}
	byCurrency := map[money.Currency][]*offered{}
	for _, o := range offers {
		byCurrency[o.Currency] = append(byCurrency[o.Currency], o)
	}
	rows := make([]*Listing, 0, len(byCurrency))
	for currency, list := range byCurrency {
		rows = append(rows, listingIn(p, currency, list))
	}
	slices.SortFunc(rows, func(a, b *Listing) int {
		return cmp.Or(cmp.Compare(b.OfferCount, a.OfferCount), cmp.Compare(a.Currency, b.Currency))
	})
	rows[0].IsMain = true
	return rows
}

func listingIn(p *Product, currency money.Currency, offers []*offered) *Listing {
	best := slices.MinFunc(offers, compareOffered)
	l := &Listing{
		ProductID: p.ID, Currency: currency, Title: p.Title, Slug: p.Slug, Brand: p.Brand, ProductType: p.ProductType,
		BestOfferID: best.OfferID, SellerID: best.SellerID, SellerName: best.SellerName,
		PriceMinorMin: best.PriceMinor, PriceMinorMax: best.PriceMinor, OfferCount: len(offers),
		InStock: best.InStock, PublishedAt: *p.PublishedAt,
	}
	l.SearchTitle, l.SearchText = searchText(p)
	l.TagsKey = tagsKey(p.Tags)
	if t := p.Thumbnail(); t != nil {
		l.ThumbnailURL, l.ThumbnailAlt = t.URL, t.Alt
	}
	sellers := map[seller.ID]bool{}
	for _, o := range offers {
		sellers[o.SellerID] = true
		l.PriceMinorMin = min(l.PriceMinorMin, o.PriceMinor)
		l.PriceMinorMax = max(l.PriceMinorMax, o.PriceMinor)
	}
	l.SellerCount = len(sellers)
	return l
}

// compareOffered puts the best offer first.
func compareOffered(a, b *offered) int {
	return cmp.Or(
		cmp.Compare(boolRank(a.InStock), boolRank(b.InStock)),
		cmp.Compare(a.PriceMinor, b.PriceMinor),
		cmp.Compare(a.Condition.rank(), b.Condition.rank()),
		cmp.Compare(a.OfferID, b.OfferID),
	)
}

func boolRank(b bool) int {
	if b {
		return 0
	}
	return 1
}

// rank is the place of a condition, best first.
func (c Condition) rank() int {
	switch c {
	case ConditionNew:
		return 0
	case ConditionRefurbished:
		return 1
	case ConditionUsedLikeNew:
		return 2
	case ConditionUsedGood:
		return 3
	case ConditionUsedAcceptable:
		return 4
	}
	return 5
}

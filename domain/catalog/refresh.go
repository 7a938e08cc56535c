package catalog

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

// RefreshListingsTx makes the listings of products say what products, offers,
// stock and sellers now say. Whoever changes one of these calls it in the same
// unit. It locks the products, so that of two units that change two offers of
// one product the later one sees what the earlier one wrote.
func RefreshListingsTx(ctx context.Context, tx db.Tx, ids ...ProductID) error {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	if len(ids) == 0 {
		return nil
	}
	products, err := lockProducts(ctx, tx, ids)
	if err != nil {
		return fmt.Errorf("lock products: %w", err)
	}
	products = slices.DeleteFunc(products, func(p *Product) bool { return p.PublishedAt == nil })
	if len(products) == 0 {
		return nil // a product that was never published has no listing
	}
	offers, err := selectOffered(ctx, tx, ids)
	if err != nil {
		return fmt.Errorf("read offers: %w", err)
	}
	present, err := selectListingsOf(ctx, tx, ids)
	if err != nil {
		return fmt.Errorf("read listings: %w", err)
	}
	for _, p := range products {
		want := listingsOf(p, slices.DeleteFunc(slices.Clone(offers), func(o *offered) bool { return o.ProductID != p.ID }))
		have := slices.DeleteFunc(slices.Clone(present), func(l *Listing) bool { return l.ProductID != p.ID })
		if err := replaceListings(ctx, tx, p.ID, have, want); err != nil {
			return fmt.Errorf("write listings of %s: %w", p.ID, err)
		}
	}
	return nil
}

// replaceListings writes the difference between two states of the listings of
// a product. Most changes of stock change nothing here.
func replaceListings(ctx context.Context, tx db.Tx, id ProductID, have, want []*Listing) error {
	tagsBefore, tagsAfter := tagsKeyOf(have), tagsKeyOf(want)
	var fresh []*Listing
	for _, w := range want {
		i := slices.IndexFunc(have, func(h *Listing) bool { return h.Currency == w.Currency })
		if i < 0 {
			fresh = append(fresh, w)
			continue
		}
		if !have[i].same(w) {
			if err := updateListing(ctx, tx, w); err != nil {
				return err
			}
		}
		have = slices.Delete(have, i, i+1)
	}
	for _, gone := range have {
		if err := deleteListing(ctx, tx, gone); err != nil {
			return err
		}
	}
	if err := insertListings(ctx, tx, fresh); err != nil {
		return err
	}
	if tagsBefore == tagsAfter {
		return nil
	}
	return replaceTags(ctx, tx, id, splitTags(tagsAfter))
}

// same reports whether two listings say the same.
func (l *Listing) same(other *Listing) bool {
	a := *l
	if a.PublishedAt.Equal(other.PublishedAt) {
		a.PublishedAt = other.PublishedAt
	}
	return a == *other
}

const tagsGlue = "\x1f"

func tagsKeyOf(rows []*Listing) string {
	if len(rows) == 0 {
		return ""
	}
	return rows[0].TagsKey
}

func splitTags(key string) []string {
	if key == "" {
		return nil
	}
	return strings.Split(key, tagsGlue)
}

// sellerPage is a page of the products of a seller.
type sellerPage struct {
	Seller seller.ID
	After  ProductID
	Limit  int64
}

// RefreshSellerTx refreshes the listings of up to limit products that a seller
// offers, those after the given one in the order of ids. It returns the last
// one it did, or "" when no more are left: a seller who is approved, suspended
// or renamed may offer more than one unit should hold.
func RefreshSellerTx(ctx context.Context, tx db.Tx, s seller.ID, after ProductID, limit int64) (ProductID, error) {
	ids, err := selectProductIDsOfSeller(ctx, tx, sellerPage{Seller: s, After: after, Limit: limit})
	if err != nil {
		return "", fmt.Errorf("read products of seller: %w", err)
	}
	if err := RefreshListingsTx(ctx, tx, ids...); err != nil {
		return "", err
	}
	if int64(len(ids)) < limit {
		return "", nil
	}
	return ids[len(ids)-1], nil
}

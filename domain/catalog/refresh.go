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
	var change listingChange
	offersOf, presentOf := map[ProductID][]*offered{}, map[ProductID][]*Listing{}
	for _, o := range offers {
		offersOf[o.ProductID] = append(offersOf[o.ProductID], o)
	}
	for _, l := range present {
		presentOf[l.ProductID] = append(presentOf[l.ProductID], l)
	}
	for _, p := range products {
		change.replace(p.ID, presentOf[p.ID], listingsOf(p, offersOf[p.ID]))
	}
	if err := change.write(ctx, tx); err != nil {
		return fmt.Errorf("write listings: %w", err)
	}
	return nil
}

// listingChange is the difference between two states of the listings of products.
// Most changes of stock change nothing here.
type listingChange struct {
	fresh, changed, gone []*Listing
	retagged             []ProductID // whose tags are written anew; those of new listings have none before
	tags                 []*listingTag
}

// replace adds what leads from one state of the listings of a product to another.
func (c *listingChange) replace(id ProductID, have, want []*Listing) {
	tagsBefore, tagsAfter := tagsKeyOf(have), tagsKeyOf(want)
	for _, w := range want {
		i := slices.IndexFunc(have, func(h *Listing) bool { return h.Currency == w.Currency })
		if i < 0 {
			c.fresh = append(c.fresh, w)
			continue
		}
		if !have[i].same(w) {
			c.changed = append(c.changed, w)
		}
		have = slices.Delete(have, i, i+1)
	}
	c.gone = append(c.gone, have...)
	if tagsBefore == tagsAfter {
		return
	}
	if tagsBefore != "" {
		c.retagged = append(c.retagged, id)
	}
	for _, tag := range splitTags(tagsAfter) {
		c.tags = append(c.tags, &listingTag{Tag: tag, ProductID: id})
	}
}

func (c *listingChange) write(ctx context.Context, tx db.Tx) error {
	if err := updateListings(ctx, tx, c.changed); err != nil {
		return err
	}
	if err := deleteListings(ctx, tx, c.gone); err != nil {
		return err
	}
	if err := insertListings(ctx, tx, c.fresh); err != nil {
		return err
	}
	return replaceTags(ctx, tx, c.retagged, c.tags)
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

package charge_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/internal/testkit"
)

// cup is a product of Kiln that Mill offers, too; its offer is PAUSED.
type cup struct {
	*market

	kiln  *testkit.Seller
	made  *testkit.Product
	offer catalog.OfferID
}

func (m *market) offersCup() *cup {
	m.t.Helper()
	c := &cup{market: m, kiln: m.Seller("Kiln", testkit.Onboarded)}
	c.made = c.kiln.Product("Cup", "3.00", 5)
	paused, stock := catalog.OfferPaused, 5
	o, err := m.App.Inventory.CreateOffer(m.t.Context(), m.mill.ID, catalog.OfferCreateInput{
		VariantID: c.made.Variant, Offer: &catalog.OfferInput{Price: eur("2.50"), Quantity: &stock, Status: &paused},
	})
	require.NoError(m.t, err)
	c.offer = o.ID
	return c
}

// sets changes the status of Mill's offer.
func (c *cup) sets(status catalog.OfferStatus) error {
	_, err := c.App.Catalog.UpdateOffer(c.t.Context(), c.mill.ID, catalog.OfferUpdateInput{ID: c.offer, Status: &status})
	return err
}

func (c *cup) archived() {
	c.t.Helper()
	_, err := c.App.Catalog.Archive(c.t.Context(), c.kiln.ID, c.made.ID)
	require.NoError(c.t, err)
}

func (c *cup) published() {
	c.t.Helper()
	_, err := c.App.Catalog.Publish(c.t.Context(), c.kiln.ID, c.made.ID)
	require.NoError(c.t, err)
	c.Settle()
}

// onSale tells how many offers Mill has published, and whether that of the cup is ACTIVE.
func (c *cup) onSale() (n int, isCup bool) {
	c.t.Helper()
	active := catalog.OfferActive
	found, err := c.App.Catalog.FindOwnOffers(c.t.Context(), c.mill.Actor, catalog.OwnOfferFilter{Status: &active}, page.First(100))
	require.NoError(c.t, err)
	for _, o := range found.Nodes {
		n++
		isCup = isCup || o.ID == c.offer
	}
	return n, isCup
}

// An offer that became ACTIVE while the product of somebody else was archived is listed, and
// charged once, when that one is published again.
func TestList_an_offer_of_a_product_that_another_seller_publishes(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		c := m.offersCup()
		fees := []*plan.FeeInput{{Monthly: eur("0.00"), Listing: ptr(eur("0.50"))}}
		m.assigns(m.plan("Listings", plan.PublishInput{Fees: fees, FreeListings: ptr[int64](1)})) // the tea
		c.archived()
		require.NoError(t, c.sets(catalog.OfferActive))
		m.Settle()
		require.Empty(t, m.all(), "it is not on sale")
		for range 2 {
			c.published()
			list := m.all()
			require.Len(t, list, 1)
			require.Equal(t, charge.Listing, list[0].Purpose)
			require.Equal(t, string(c.offer), list[0].Reference)
			_, isOn := c.onSale()
			require.True(t, isOn)
			c.archived()
		}
	})
}

// Whose place is taken when somebody else publishes a product is not on sale above their
// limit: the offer is paused, and they are told. What becomes ACTIVE in the same moment is
// no way around it.
func TestList_the_limit_when_another_seller_publishes(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		c := m.offersCup()
		require.NoError(t, c.sets(catalog.OfferActive))
		m.assigns(m.plan("Small", plan.PublishInput{OffersMax: ptr[int64](2)})) // the tea and the cup
		c.archived()
		m.mill.Product("Mug", "3.00", 5)
		c.published()
		n, isOn := c.onSale()
		require.Equal(t, 2, n)
		require.False(t, isOn, "the tea and the mug have the two places")
		told := 0
		for _, mail := range m.App.CaughtMail() {
			if mail.To == m.mill.Email && strings.Contains(mail.Subject, "Cup") {
				told++
			}
		}
		require.Equal(t, 1, told)
		require.ErrorIs(t, c.sets(catalog.OfferActive), plan.ErrOffers)

		for range 4 {
			c.archived()
			var wg sync.WaitGroup
			wg.Go(func() {
				if err := c.sets(catalog.OfferActive); err != nil && !errors.Is(err, plan.ErrOffers) {
					t.Errorf("set it active: %v", err)
				}
			})
			wg.Go(func() {
				if _, err := m.App.Catalog.Publish(t.Context(), c.kiln.ID, c.made.ID); err != nil {
					t.Errorf("publish: %v", err)
				}
			})
			wg.Wait()
			n, isOn = c.onSale()
			require.Equal(t, 2, n)
			require.False(t, isOn)
		}
	})
}

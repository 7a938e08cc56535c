package cart

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
)

// Service keeps carts.
type Service struct {
	db         *db.DB
	currencies []money.Currency
}

// New returns the carts. They are in one of the given currencies, the first of
// them unless its buyer says otherwise.
func New(d *db.DB, currencies ...money.Currency) *Service {
	return &Service{db: d, currencies: currencies}
}

// CreateInput begins a cart. Currency is an ISO 4217 code; nil means the
// platform's.
type CreateInput struct {
	Currency *money.Currency
}

// Create begins an empty cart of the buyer. It returns money.ErrCurrency for
// what is no currency, and ErrCurrencyNotSold for one that is not sold in.
func (s *Service) Create(ctx context.Context, buyer identity.AccountID, in CreateInput) (*Cart, error) {
	currency := s.currencies[0]
	if in.Currency != nil {
		parsed, err := money.ParseCurrency(string(*in.Currency))
		if err != nil {
			return nil, money.ErrCurrency.At("currencyCode")
		}
		if !slices.Contains(s.currencies, parsed) {
			return nil, ErrCurrencyNotSold.At("currencyCode")
		}
		currency = parsed
	}
	var c *Cart
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		c = &Cart{
			ID: id.New[ID]("crt"), BuyerID: buyer, Currency: currency, Status: StatusOpen,
			CreatedAt: tx.Now(), UpdatedAt: tx.Now(),
		}
		return insertCart(ctx, tx, c)
	})
	return c, err
}

// Get returns a cart of the buyer, or ErrNotFound.
func (s *Service) Get(ctx context.Context, buyer identity.AccountID, cartID ID) (*Cart, error) {
	found, err := s.ByIDs(ctx, buyer, []ID{cartID})
	if err == nil && found[cartID] == nil {
		err = ErrNotFound
	}
	return found[cartID], err
}

// ByIDs returns those of the carts that are the buyer's, by their ids.
func (s *Service) ByIDs(ctx context.Context, buyer identity.AccountID, ids []ID) (map[ID]*Cart, error) {
	found := make(map[ID]*Cart, len(ids))
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		carts, err := selectCarts(ctx, q, buyer, ids)
		for _, c := range carts {
			found[c.ID] = c
		}
		return err
	})
	return found, err
}

// LineAddInput puts an offer into a cart.
type LineAddInput struct {
	CartID   ID
	OfferID  catalog.OfferID
	Quantity int64
}

// AddLine puts an offer into the cart, on top of what is there of it. It
// returns ErrNotFound, ErrCompleted, ErrQuantity, ErrFull and
// ErrOfferUnavailable. Stock is not taken until checkout.
func (s *Service) AddLine(ctx context.Context, buyer identity.AccountID, in LineAddInput) (*Cart, error) {
	return s.change(ctx, buyer, in.CartID, func(ctx context.Context, tx db.Tx, c *Cart) error {
		line := c.lineOf(in.OfferID)
		quantity := in.Quantity
		if line != nil && in.Quantity > 0 {
			quantity += line.Quantity
		}
		if err := checkOffer(ctx, tx, c, in.OfferID, quantity); err != nil {
			return err
		}
		if line != nil {
			line.Quantity = quantity
			return updateLine(ctx, tx, line)
		}
		if len(c.Lines) >= MaxLines {
			return ErrFull
		}
		line = &Line{
			ID: id.New[LineID]("cli"), CartID: c.ID, OfferID: in.OfferID,
			Quantity: quantity, CreatedAt: tx.Now(),
		}
		c.Lines = append(c.Lines, line)
		return insertLine(ctx, tx, line)
	})
}

// LineUpdateInput changes the quantity of a line.
type LineUpdateInput struct {
	CartID   ID
	LineID   LineID
	Quantity int64
}

// UpdateLine sets the quantity of a line. It returns ErrNotFound,
// ErrCompleted, ErrLineNotFound, ErrQuantity and ErrOfferUnavailable.
func (s *Service) UpdateLine(ctx context.Context, buyer identity.AccountID, in LineUpdateInput) (*Cart, error) {
	return s.change(ctx, buyer, in.CartID, func(ctx context.Context, tx db.Tx, c *Cart) error {
		line := c.line(in.LineID)
		if line == nil {
			return ErrLineNotFound.At("lineId")
		}
		if err := checkOffer(ctx, tx, c, line.OfferID, in.Quantity); err != nil {
			return err
		}
		line.Quantity = in.Quantity
		return updateLine(ctx, tx, line)
	})
}

// LineRemoveInput takes a line out of a cart.
type LineRemoveInput struct {
	CartID ID
	LineID LineID
}

// RemoveLine takes a line out of the cart. It returns ErrNotFound,
// ErrCompleted and ErrLineNotFound.
func (s *Service) RemoveLine(ctx context.Context, buyer identity.AccountID, in LineRemoveInput) (*Cart, error) {
	return s.change(ctx, buyer, in.CartID, func(ctx context.Context, tx db.Tx, c *Cart) error {
		line := c.line(in.LineID)
		if line == nil {
			return ErrLineNotFound.At("lineId")
		}
		kept := c.Lines[:0]
		for _, l := range c.Lines {
			if l != line {
				kept = append(kept, l)
			}
		}
		c.Lines = kept
		return deleteLine(ctx, tx, line)
	})
}

// AdoptTx hands the carts of a guest to the account they have signed in to. Whoever
// orders one of them at this moment is waited for, so that what is adopted after it
// knows of the order.
func (s *Service) AdoptTx(ctx context.Context, tx db.Tx, e identity.GuestSignedIn) error {
	return updateBuyer(ctx, tx, e.GuestID, e.AccountID)
}

// change runs fn on the locked, open cart of the buyer.
func (s *Service) change(
	ctx context.Context, buyer identity.AccountID, cartID ID,
	fn func(ctx context.Context, tx db.Tx, c *Cart) error,
) (*Cart, error) {
	var c *Cart
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if c, err = LockTx(ctx, tx, buyer, cartID); err != nil {
			return err
		}
		if c.Status != StatusOpen {
			return ErrCompleted
		}
		if err := fn(ctx, tx, c); err != nil {
			return err
		}
		c.UpdatedAt = tx.Now()
		return updateCart(ctx, tx, c)
	})
	if err != nil {
		return nil, err
	}
	return c, nil
}

// checkOffer refuses a quantity, or an offer that cannot be bought in the
// currency of the cart.
func checkOffer(ctx context.Context, tx db.Tx, c *Cart, offer catalog.OfferID, quantity int64) error {
	if quantity < 1 || quantity > MaxQuantity {
		return ErrQuantity.At("quantity")
	}
	offers, err := catalog.OffersForSale(ctx, tx, c.Currency, []catalog.OfferID{offer})
	if err != nil {
		return fmt.Errorf("load offer %s: %w", offer, err)
	}
	found, ok := offers[offer]
	if !ok || !found.IsForSale {
		return ErrOfferUnavailable.At("offerId")
	}
	if quantity > found.QuantityMax {
		return ErrQuantity.At("quantity")
	}
	return nil
}

// LockTx returns a cart of the buyer and locks it until the unit ends. It
// returns ErrNotFound.
func LockTx(ctx context.Context, tx db.Tx, buyer identity.AccountID, cartID ID) (*Cart, error) {
	c, err := lockCart(ctx, tx, buyer, cartID)
	return c, notFound(err)
}

// CompleteTx marks a locked cart as ordered.
func CompleteTx(ctx context.Context, tx db.Tx, c *Cart) error {
	c.Status, c.UpdatedAt = StatusCompleted, tx.Now()
	return updateCart(ctx, tx, c)
}

func notFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrNotFound
	}
	return err
}

package inventory

import (
	"context"
	"fmt"
	"strconv"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

const noteMax = 500

// Service is the use cases of the stock, and those of the catalogue that bring
// stock with them.
type Service struct {
	db *db.DB
}

// New returns the service.
func New(d *db.DB) *Service { return &Service{db: d} }

// SetInput is a stock taking by the seller.
type SetInput struct {
	OfferID  catalog.OfferID
	Quantity int // units on hand
	Note     *string
}

// AdjustInput is a correction by the seller.
type AdjustInput struct {
	OfferID catalog.OfferID
	Delta   int // units more, or less when negative; not zero
	Note    *string
	// IdempotencyKey is as in AdjustAllInput, and for a correction that is alone. Left out
	// of the JSON form when there is none, so that a command from before has the hash that
	// it had.
	IdempotencyKey *string `json:",omitempty"`
}

// AdjustAllInput are corrections by the seller.
type AdjustAllInput struct {
	Corrections    []*AdjustInput // 1 to catalog.RowsMax
	IdempotencyKey *string        // the same key and input correct once; without one, each time
}

func checkNote(note *string) (string, error) {
	var l fault.List
	if note == nil {
		return "", nil
	}
	return l.Lines(*note, noteMax, "note"), l.Err()
}

// Set writes what a stock taking of the owner found. The stock never falls
// below what is reserved: ErrReserved.
func (s *Service) Set(ctx context.Context, owner seller.ID, in SetInput) (*Level, error) {
	note, err := checkNote(in.Note)
	if err != nil {
		return nil, err
	}
	return s.change(ctx, func(ctx context.Context, tx db.Tx) (*Level, error) {
		return SetTx(ctx, tx, owner, Count{OfferID: in.OfferID, OnHand: int64(in.Quantity), Reason: ReasonSet, Note: note})
	})
}

// Adjust adds units to the stock of an offer of the actor's seller, or takes some away.
// What was sent before with the same key is answered with the stock as it is now.
func (s *Service) Adjust(ctx context.Context, by actor.Actor, in AdjustInput) (*Level, error) {
	if err := checkKey(in.IdempotencyKey); err != nil {
		return nil, err
	}
	m, err := in.correction()
	if err != nil {
		return nil, err
	}
	return s.change(ctx, func(ctx context.Context, tx db.Tx) (*Level, error) {
		cmd := once{"stockAdjust", in.IdempotencyKey, in}
		levels, refused, err := cmd.correctTx(ctx, tx, by, []correction{m})
		if err != nil {
			return nil, err
		}
		if len(refused) > 0 {
			return nil, named(refused[0].why, "delta")
		}
		return levels[0], nil
	})
}

func checkKey(key *string) error {
	if key == nil {
		return nil
	}
	return idempotency.Check(*key)
}

// AdjustAll corrects the stock of up to catalog.RowsMax offers of the actor's seller,
// all or none. A fault says at "corrections" and a number which of them it is about, and
// all that cannot be made are told at once. What was sent before with the same key is
// answered with the stock as it is now.
func (s *Service) AdjustAll(ctx context.Context, by actor.Actor, in AdjustAllInput) ([]*Level, error) {
	if err := catalog.CheckRows(len(in.Corrections), "corrections"); err != nil {
		return nil, err
	}
	if err := checkKey(in.IdempotencyKey); err != nil {
		return nil, err
	}
	list, err := in.corrections()
	if err != nil {
		return nil, err
	}
	var levels []*Level
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		var refused []refusal
		cmd := once{"stocksAdjust", in.IdempotencyKey, in.Corrections}
		if levels, refused, err = cmd.correctTx(ctx, tx, by, list); err != nil {
			return err
		}
		var l fault.List
		for _, r := range refused {
			for _, f := range fault.As(named(r.why, "corrections", strconv.Itoa(r.at), "delta")) {
				l.Add(f)
			}
		}
		return l.Err()
	})
	if err != nil {
		return nil, err
	}
	return levels, nil
}

// once is a command that corrects, with the key that may name it.
type once struct {
	operation string
	key       *string
	input     any
}

// correctTx makes corrections, unless the key has named them before.
func (o once) correctTx(ctx context.Context, tx db.Tx, by actor.Actor, list []correction) ([]*Level, []refusal, error) {
	owner := seller.ID(by.SellerID)
	if o.key != nil {
		// Whoever works for two sellers has one account: the key is good for one of them.
		cmd := idempotency.Command{
			AccountID: by.AccountID, Operation: o.operation, Key: *o.key, Input: []any{owner, o.input}, Outcome: "adjusted",
		}
		first, err := idempotency.ClaimTx(ctx, tx, cmd)
		if err != nil {
			return nil, nil, err
		}
		if first != "" {
			levels, err := levelsNow(ctx, tx, list)
			return levels, nil, err
		}
	}
	return correctTx(ctx, tx, owner, list)
}

// levelsNow is the stock of offers that were corrected before, in the order of the corrections.
func levelsNow(ctx context.Context, q db.Querier, list []correction) ([]*Level, error) {
	ids := make([]catalog.OfferID, len(list))
	for i, c := range list {
		ids[i] = c.OfferID
	}
	now, err := LevelsOf(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	levels := make([]*Level, len(ids))
	for i, id := range ids {
		levels[i] = now[id]
	}
	return levels, nil
}

func (s *Service) change(ctx context.Context, fn func(ctx context.Context, tx db.Tx) (*Level, error)) (*Level, error) {
	var level *Level
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		level, err = fn(ctx, tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return level, nil
}

// CreateProduct lists a product with its variants, the owner's offers of them
// and their stock, in one unit.
//
// It takes up to catalog.VariantsShown variants; others are added afterwards, or come
// with an import.
func (s *Service) CreateProduct(ctx context.Context, owner seller.ID, in catalog.CreateInput) (*catalog.Product, error) {
	if len(in.Variants) > catalog.VariantsShown {
		return nil, catalog.ErrTooMany.At("variants")
	}
	var p *catalog.Product
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		p, err = CreateProductTx(ctx, tx, owner, in)
		return err
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// CreateProductTx is CreateProduct within a unit.
func CreateProductTx(ctx context.Context, tx db.Tx, owner seller.ID, in catalog.CreateInput) (*catalog.Product, error) {
	p, offers, err := catalog.CreateTx(ctx, tx, owner, in)
	if err != nil {
		return nil, err
	}
	return p, firstStockTx(ctx, tx, offers, func(i int) *int { return in.Variants[i].Offer.Quantity })
}

// CreateProductsTx is CreateProduct for many products of any sellers, a few
// hundred at a time, within a unit.
func CreateProductsTx(ctx context.Context, tx db.Tx, drafts []catalog.Draft) error {
	created, err := catalog.CreateAllTx(ctx, tx, drafts)
	if err != nil {
		return err
	}
	var offers []*catalog.Offer
	var quantities []*int
	for i, c := range created {
		for k, o := range c.Offers {
			if o != nil {
				offers, quantities = append(offers, o), append(quantities, drafts[i].Input.Variants[k].Offer.Quantity)
			}
		}
	}
	return firstStockTx(ctx, tx, offers, func(i int) *int { return quantities[i] })
}

// AddVariant adds a variant to a product of the owner, with their offer of it
// and its stock, in one unit.
func (s *Service) AddVariant(ctx context.Context, owner seller.ID, in catalog.VariantCreateInput) (*catalog.Variant, error) {
	var v *catalog.Variant
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		v, _, err = AddVariantTx(ctx, tx, owner, in)
		return err
	})
	if err != nil {
		return nil, err
	}
	return v, nil
}

// AddVariantTx is AddVariant within a unit.
func AddVariantTx(ctx context.Context, tx db.Tx, owner seller.ID, in catalog.VariantCreateInput) (*catalog.Variant, *catalog.Offer, error) {
	v, offer, err := catalog.AddVariantTx(ctx, tx, owner, in)
	if err != nil || offer == nil {
		return v, nil, err
	}
	return v, offer, firstStockTx(ctx, tx, []*catalog.Offer{offer}, func(int) *int { return in.Variant.Offer.Quantity })
}

// AddVariants adds up to catalog.RowsMax variants to a product of the owner, with
// their offers and their stock, all or none, in one unit. A fault says at "variants"
// and a number which of them it is about.
func (s *Service) AddVariants(ctx context.Context, owner seller.ID, in catalog.VariantsCreateInput) ([]*catalog.Variant, error) {
	if err := catalog.CheckRows(len(in.Variants), "variants"); err != nil {
		return nil, err
	}
	var variants []*catalog.Variant
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		variants, err = AddVariantsTx(ctx, tx, owner, in)
		return err
	})
	if err != nil {
		return nil, err
	}
	return variants, nil
}

// AddVariantsTx is AddVariants within a unit, for as many as there is room for.
func AddVariantsTx(ctx context.Context, tx db.Tx, owner seller.ID, in catalog.VariantsCreateInput) ([]*catalog.Variant, error) {
	variants, offers, err := catalog.AddVariantsTx(ctx, tx, owner, in)
	if err != nil {
		return nil, err
	}
	return variants, firstStockTx(ctx, tx, offers, func(i int) *int { return in.Variants[i].Offer.Quantity })
}

// CreateOffer offers an existing variant, with its stock, in one unit.
func (s *Service) CreateOffer(ctx context.Context, owner seller.ID, in catalog.OfferCreateInput) (*catalog.Offer, error) {
	var o *catalog.Offer
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		o, err = CreateOfferTx(ctx, tx, owner, in)
		return err
	})
	if err != nil {
		return nil, err
	}
	return o, nil
}

// CreateOfferTx is CreateOffer within a unit.
func CreateOfferTx(ctx context.Context, tx db.Tx, owner seller.ID, in catalog.OfferCreateInput) (*catalog.Offer, error) {
	o, err := catalog.CreateOfferTx(ctx, tx, owner, in)
	if err != nil {
		return nil, err
	}
	return o, firstStockTx(ctx, tx, []*catalog.Offer{o}, func(int) *int { return in.Offer.Quantity })
}

// firstStockTx writes the stock of new offers, which nobody else knows yet, and of
// which the catalogue says already whether they are in stock. Offers that are nil are
// passed over.
func firstStockTx(ctx context.Context, tx db.Tx, offers []*catalog.Offer, quantity func(i int) *int) error {
	var levels []*Level
	var movements []*Movement
	for i, o := range offers {
		if o == nil {
			continue
		}
		level := &Level{OfferID: o.ID, SellerID: o.SellerID, UpdatedAt: tx.Now()}
		levels = append(levels, level)
		n := quantity(i)
		if n == nil || *n == 0 {
			continue
		}
		level.OnHand = int64(*n)
		movements = append(movements, &Movement{
			ID: newMovementID(), OfferID: o.ID, SellerID: o.SellerID, Delta: level.OnHand, OnHandAfter: level.OnHand,
			Reason: ReasonSet, CreatedAt: tx.Now(),
		})
	}
	if err := insertFirstStock(ctx, tx, levels, movements); err != nil {
		return fmt.Errorf("insert stock: %w", err)
	}
	return nil
}

// ByOffers returns the stock of offers, for loaders. An offer that never had
// any is left out. The caller has seen to it that the viewer sees the offers.
func (s *Service) ByOffers(ctx context.Context, ids []catalog.OfferID) (map[catalog.OfferID]*Level, error) {
	return LevelsOf(ctx, s.db.Read(ctx), ids)
}

// LevelsOf is ByOffers on any Querier.
func LevelsOf(ctx context.Context, q db.Querier, ids []catalog.OfferID) (map[catalog.OfferID]*Level, error) {
	if len(ids) == 0 {
		return map[catalog.OfferID]*Level{}, nil
	}
	list, err := selectLevels(ctx, q, ids)
	if err != nil {
		return nil, fmt.Errorf("read stock levels: %w", err)
	}
	levels := make(map[catalog.OfferID]*Level, len(list))
	for _, l := range list {
		levels[l.OfferID] = l
	}
	return levels, nil
}

// idKey is the cursor of lists by id.
type idKey struct {
	ID MovementID `json:"id"`
}

// FindMovements pages through the movements of an offer of the owner, newest
// first; none for another seller's.
func (s *Service) FindMovements(ctx context.Context, owner seller.ID, id catalog.OfferID, w page.Window) (*page.Connection[Movement], error) {
	return s.findMovements(ctx, &owner, id, w)
}

// FindMovementsFor is FindMovements for the actor's seller, and of any offer for
// an operator. It returns seller.ErrNotFound to others.
func (s *Service) FindMovementsFor(ctx context.Context, by actor.Actor, id catalog.OfferID, w page.Window) (*page.Connection[Movement], error) {
	owner, err := seller.Scope(by, nil)
	if err != nil {
		return nil, err
	}
	if owner == "" {
		return s.findMovements(ctx, nil, id, w)
	}
	return s.findMovements(ctx, &owner, id, w)
}

func (s *Service) findMovements(ctx context.Context, owner *seller.ID, id catalog.OfferID, w page.Window) (*page.Connection[Movement], error) {
	rows, err := selectMovementsOf(ctx, s.db.Read(ctx), owner, id, w)
	if err != nil {
		return nil, fmt.Errorf("read stock movements: %w", err)
	}
	return page.Connect(w, rows, func(m *Movement) any { return idKey{m.ID} }), nil
}

// Verify reads the whole stock and tells where it breaks I1.
func Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	rows, err := selectUnsound(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify stock: %w", err)
	}
	findings := make([]check.Finding, len(rows))
	for i, r := range rows {
		findings[i] = check.Finding{Invariant: "I1", Subject: string(r.OfferID), Detail: fmt.Sprintf(
			"on hand %d, reserved %d; held by reservations %d, sum of movements %d", r.OnHand, r.Reserved, r.Held, r.Moved)}
	}
	return findings, nil
}

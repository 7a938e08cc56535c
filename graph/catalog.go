package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

// sellerOf is the seller that the actor acts for; empty for everybody else,
// whom every use case of a seller refuses.
func sellerOf(ctx context.Context) seller.ID { return seller.ID(actor.From(ctx).SellerID) }

// stockOf shows the stock of an offer to those whose it is and whose role may
// read it; nil to everybody else and for an offer that never had any.
func stockOf(ctx context.Context, o *catalog.Offer) (*inventory.Level, error) {
	by := actor.From(ctx)
	if !authz.Can(by, authz.StockRead) || by.SellerID != string(o.SellerID) && !by.IsOperator() {
		return nil, nil
	}
	return missing(loader.From(ctx).Stock.Load(ctx, o.ID))
}

func productNode(ctx context.Context, _ actor.Actor, nodeID id.Any) (model.Node, error) {
	return loader.From(ctx).Products.Load(ctx, catalog.ProductID(nodeID))
}

func variantNode(ctx context.Context, _ actor.Actor, nodeID id.Any) (model.Node, error) {
	return loader.From(ctx).Variants.Load(ctx, catalog.VariantID(nodeID))
}

func offerNode(ctx context.Context, _ actor.Actor, nodeID id.Any) (model.Node, error) {
	return loader.From(ctx).Offers.Load(ctx, catalog.OfferID(nodeID))
}

func importNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.ImportRead) {
		return nil, productimport.ErrNotFound
	}
	return loader.From(ctx).Imports.Load(ctx, productimport.ID(nodeID))
}

// shown is missing for the one product that an operation asks for, whose answer then
// outlives changes of others.
func shown(ctx context.Context) func(*catalog.Product, error) (*catalog.Product, error) {
	return func(p *catalog.Product, err error) (*catalog.Product, error) {
		if err == nil && p != nil {
			noteShown(ctx, string(p.ID))
		}
		return missing(p, err)
	}
}

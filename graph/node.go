package graph

import (
	"context"
	"errors"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/graph/model"
)

const nodesMax = 100

// ErrTooManyIDs is returned for more ids than `nodes` takes.
var ErrTooManyIDs = fault.New(fault.Invalid, "TOO_MANY_IDS", "Ask for at most 100 ids at once.")

// fetcher loads one node as the actor may see it. A node that does not exist
// or is not the actor's to see is a NOT_FOUND fault.
type fetcher func(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error)

// fetchers says, by the prefix of an id, who loads it. A type that implements
// Node has its line here; node_test.go compares.
func fetchers() map[string]fetcher {
	return map[string]fetcher{
		"acc": accountNode,
		"apv": proposalNode,
		"crt": cartNode,
		"dsp": disputeNode,
		"frw": warningNode,
		"imp": importNode,
		"key": apiKeyNode,
		"msg": webhookDeliveryNode,
		"off": offerNode,
		"ord": orderNode,
		"prd": productNode,
		"rfd": refundNode,
		"sel": sellerNode,
		"sor": sellerOrderNode,
		"var": variantNode,
		"whk": webhookEndpointNode,
	}
}

// node loads anything by its id; nil for what is missing or not the actor's.
func node(ctx context.Context, nodeID id.Any) (model.Node, error) {
	fetch, ok := fetchers()[id.Prefix(nodeID)]
	if !ok {
		return nil, nil
	}
	n, err := fetch(ctx, actor.From(ctx), nodeID)
	if isNotFound(err) {
		return nil, nil
	}
	return n, err
}

// missing turns a NOT_FOUND fault into null: a root field that names one thing
// answers null for what does not exist or is not the actor's to see.
func missing[T any](v *T, err error) (*T, error) {
	if isNotFound(err) {
		return nil, nil
	}
	return v, err
}

func isNotFound(err error) bool {
	var f *fault.Fault
	return errors.As(err, &f) && f.Kind == fault.NotFound
}

// nodes loads many at once, in the order of their ids. They are asked for
// concurrently so that the loaders can batch them.
func nodes(ctx context.Context, ids []id.Any) ([]model.Node, error) {
	if len(ids) > nodesMax {
		return nil, ErrTooManyIDs.At("ids")
	}
	nodes := make([]model.Node, len(ids))
	err := together(len(ids), func(i int) (err error) {
		nodes[i], err = node(ctx, ids[i])
		return err
	})
	return nodes, err
}

package graph

import (
	"context"
	"errors"
	"maps"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/preference"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/graph/loader"
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
	all := map[string]fetcher{
		"acc": accountNode,
		"apv": proposalNode,
		"crt": cartNode,
		"dsp": disputeNode,
		"frw": warningNode,
		"imp": importNode,
		"key": apiKeyNode,
		"lin": orderLineNode,
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
	maps.Copy(all, fetchersOfOwn())
	maps.Copy(all, fetchersOfMoney())
	return all
}

// fetchersOfOwn are those of what people and sellers keep for themselves.
func fetchersOfOwn() map[string]fetcher {
	return map[string]fetcher{
		"aud": locked(authz.AuditRead, func(l *loader.Loaders) *loader.Loader[audit.ID, *audit.Entry] { return l.Entries }),
		"exp": locked(authz.ExportRead, func(l *loader.Loaders) *loader.Loader[export.ID, *export.Export] { return l.Exports }),
		"inv": locked(authz.SellerMemberRead, func(l *loader.Loaders) *loader.Loader[seller.InvitationID, *seller.Invitation] { return l.Invitations }),
		"mem": locked(authz.SellerRead, func(l *loader.Loaders) *loader.Loader[seller.MemberID, *seller.Member] { return l.SeenMembers }),
		"ntf": personal(func(l *loader.Loaders) *loader.Loader[notification.ID, *notification.Notification] {
			return l.Notifications
		}),
		"rol": locked(authz.SellerRead, func(l *loader.Loaders) *loader.Loader[seller.RoleID, *seller.CustomRole] { return l.SeenRoles }),
		"svw": personal(func(l *loader.Loaders) *loader.Loader[preference.ViewID, *preference.View] { return l.Views }),
		"tmv": locked("", func(l *loader.Loaders) *loader.Loader[terms.VersionID, *terms.Version] { return l.Versions }),
	}
}

// fetchersOfMoney are those of what sellers are paid, owe and agree on.
func fetchersOfMoney() map[string]fetcher {
	return map[string]fetcher{
		"cdo": locked(authz.SellerLedgerRead, func(l *loader.Loaders) *loader.Loader[statement.DocumentID, *statement.Document] { return l.Invoices }),
		"chg": locked(authz.SellerBalanceRead, func(l *loader.Loaders) *loader.Loader[charge.ID, *charge.Charge] { return l.Charges }),
		"crs": locked(authz.CommissionRead, func(l *loader.Loaders) *loader.Loader[commission.ID, *commission.Ruleset] { return l.Rulesets }),
		"dif": locked(authz.LedgerRead, func(l *loader.Loaders) *loader.Loader[reconciliation.ID, *reconciliation.Difference] {
			return l.Differences
		}),
		"pln": locked(authz.CommissionRead, func(l *loader.Loaders) *loader.Loader[plan.ID, *plan.Plan] { return l.Plans }),
		"pot": locked(authz.SellerPayoutRead, func(l *loader.Loaders) *loader.Loader[payout.ID, *payout.Payout] { return l.Payouts }),
		"rcv": locked(authz.SellerBalanceRead, func(l *loader.Loaders) *loader.Loader[payout.RecoveryID, *payout.Recovery] { return l.Debts }),
		"rel": locked(authz.SellerTransferRead, func(l *loader.Loaders) *loader.Loader[payout.ReleaseID, *payout.Release] { return l.Releases }),
		"trf": locked(authz.SellerTransferRead, func(l *loader.Loaders) *loader.Loader[payout.TransferID, *payout.Transfer] { return l.SeenTransfers }),
	}
}

// personal fetches what is a person's own, which programs that act for them do not see:
// the root fields that show the same are marked @person.
func personal[K ~string, V any](of func(*loader.Loaders) *loader.Loader[K, *V]) fetcher {
	fetch := locked("", of)
	return func(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
		if by.KeyID != "" {
			return nil, nil
		}
		return fetch(ctx, by, nodeID)
	}
}

// locked fetches for those who have a permission, which is the lock of the root fields
// that show the same; for everybody when it is empty. The loader leaves out what the
// actor does not see.
func locked[K ~string, V any](lock authz.Permission, of func(*loader.Loaders) *loader.Loader[K, *V]) fetcher {
	return func(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
		if lock != "" && !authz.Can(by, lock) {
			return nil, nil
		}
		return of(loader.From(ctx)).Load(ctx, K(nodeID))
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

// Package loader batches the loading of aggregates for edges.
//
// One set of loaders lives as long as one request: New makes it, With puts it
// into the context, From finds it in a resolver. A loader gathers the ids that
// resolvers ask for, until nothing else runs that could ask for more or half a
// millisecond has passed, loads them with one query, and remembers what it
// loaded until the request ends.
//
// To add one: a field on Loaders keyed by the typed id, a line in New that
// names the ByIDs of the service, and the fault for an id that is missing.
package loader

import (
	"context"
	"reflect"
	"strings"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/extract"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/live"
	"github.com/etal-market/etal/domain/note"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/preference"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/domain/reveal"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/domain/system"
	"github.com/etal-market/etal/domain/tax"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/domain/webhook"
)

// Services are the services of the domain that resolvers and loaders call.
type Services struct {
	APIKey         *apikey.Service
	Webhook        *webhook.Service
	Approval       *approval.Service
	Audit          *audit.Service
	Cart           *cart.Service
	Catalog        *catalog.Service
	Charge         *charge.Service
	Checkout       *checkout.Service
	Dispute        *dispute.Service
	Export         *export.Service
	Extract        *extract.Service
	Factor         *factor.Service
	Identity       *identity.Service
	File           *file.Service
	Import         *productimport.Service
	Inventory      *inventory.Service
	Ledger         *ledger.Service
	Live           *live.Hub // whom streams hear from; nil: there are none
	Operator       *operator.Service
	Note           *note.Service
	Notification   *notification.Box
	Order          *order.Service
	Payment        *payment.Service
	Payout         *payout.Service
	Risk           *risk.Service
	Plan           *plan.Service
	Preference     *preference.Service
	Privacy        *privacy.Service
	Refund         *refund.Service
	Statement      *statement.Service
	System         *system.Service
	Reconciliation *reconciliation.Service
	Report         *report.Service
	Reveal         *reveal.Service
	Seller         *seller.Service
	Tax            *tax.Service
	Terms          *terms.Service
	Commission     *commission.Service

	// Batch is told of each batch that loaders load: what they look for, by which
	// kind of id, and how many; nil: nobody is told.
	Batch func(loads, by string, n int)
}

// Loaders is the set of one request. Load of a missing id returns the
// NOT_FOUND fault of its context.
type Loaders struct {
	Accounts     *Loader[identity.AccountID, *identity.Account]
	Sellers      *Loader[seller.ID, *seller.Seller] // whatever their status
	Members      *Loader[seller.ID, []*seller.Member]
	Keys         *Loader[apikey.ID, *apikey.Key] // whoever's they are
	KeySecrets   *Loader[apikey.ID, []*apikey.Secret]
	Webhooks     *Loader[webhook.ID, *webhook.Endpoint]         // whoever's they are
	Messages     *Loader[webhook.DeliveryID, *webhook.Delivery] // whoever's they are
	HookSecrets  *Loader[webhook.ID, []*webhook.Secret]
	HookAttempts *Loader[webhook.DeliveryID, []*webhook.Attempt]
	Journals     *Loader[ledger.JournalID, *ledger.Journal]
	Documents    *Loader[statement.ID, []*statement.Document] // whoever's they are
	Payments     *Loader[order.ID, *payment.Payment]
	Disputes     *Loader[order.ID, []*dispute.Dispute] // whoever sees them
	DisputeFiles *Loader[dispute.ID, []*dispute.File]  // whoever sees them
	Warnings     *Loader[order.ID, []*dispute.Warning] // whoever sees them
	Rates        *Loader[seller.ID, *dispute.Rate]     // whoever sees them
	PlansOn      *Loader[id.Any, []*plan.Plan]         // by seller, one at most; whoever sees it
	PayoutStates *Loader[seller.ID, *payout.State]     // whoever sees them
	Balances     *Loader[seller.ID, []*ledger.Balance] // whoever sees them
	Legals       *Loader[seller.ID, []*seller.Legal]   // one at most
	Transfers    *Loader[seller.ID, []*seller.Offer]   // one at most
	Roles        *Loader[seller.RoleID, *seller.CustomRole]
	Holders      *Loader[seller.RoleID, *int64]

	Products      *Loader[catalog.ProductID, *catalog.Product] // that the actor sees
	Listings      *Loader[catalog.ProductID, *catalog.Listing]
	Variants      *Loader[catalog.VariantID, *catalog.Variant]
	VariantsOf    *Loader[catalog.ProductID, []*catalog.Variant]
	VariantPages  *Loader[catalog.VariantsAsk, *page.Connection[catalog.Variant]]
	VariantCounts *Loader[catalog.ProductID, *int]
	OptionsOf     *Loader[catalog.ProductID, []*catalog.Option]
	Offers        *Loader[catalog.OfferID, *catalog.Offer]
	OffersOf      *Loader[catalog.VariantID, []*catalog.Offer]
	Stock         *Loader[catalog.OfferID, *inventory.Level] // whoever's it is

	SellerOrders *Loader[order.SellerOrderID, *order.SellerOrder] // whoever's they are
	PartsOf      *Loader[order.ID, []*order.SellerOrder]          // of orders; whoever's they are

	// What the actor sees.
	Carts        *Loader[cart.ID, *cart.Cart]
	Orders       *Loader[order.ID, *order.Order]
	SeenParts    *Loader[order.SellerOrderID, *order.SellerOrder]
	SeenDisputes *Loader[dispute.ID, *dispute.Dispute]
	SeenWarnings *Loader[dispute.WarningID, *dispute.Warning]
	Imports      *Loader[productimport.ID, *productimport.Import]
	Proposals    *Loader[approval.ID, *approval.Proposal]
	Refunds      *Loader[refund.ID, *refund.Refund]

	Exports       *Loader[export.ID, *export.Export]
	Notifications *Loader[notification.ID, *notification.Notification]
	Views         *Loader[preference.ViewID, *preference.View]
	Versions      *Loader[terms.VersionID, *terms.Version]
	SeenMembers   *Loader[seller.MemberID, *seller.Member]
	SeenRoles     *Loader[seller.RoleID, *seller.CustomRole]
	Invitations   *Loader[seller.InvitationID, *seller.Invitation]
	Charges       *Loader[charge.ID, *charge.Charge]
	Debts         *Loader[payout.RecoveryID, *payout.Recovery]
	Payouts       *Loader[payout.ID, *payout.Payout]
	Releases      *Loader[payout.ReleaseID, *payout.Release]
	SeenTransfers *Loader[payout.TransferID, *payout.Transfer]
	Invoices      *Loader[statement.DocumentID, *statement.Document]
	Entries       *Loader[audit.ID, *audit.Entry]

	// For whoever may read all of them.
	Rulesets    *Loader[commission.ID, *commission.Ruleset]
	Plans       *Loader[plan.ID, *plan.Plan]
	Differences *Loader[reconciliation.ID, *reconciliation.Difference]

	OrderLines *Loader[order.LineID, *order.Line] // whoever's they are
	Statements *Loader[statement.ID, *statement.Statement]

	Problems *Loader[productimport.ProblemsAsk, *page.Connection[productimport.Problem]]
	Lines    *Loader[statement.LinesAsk, *page.Connection[statement.Line]]

	Memberships *Loader[identity.AccountID, []*seller.Member] // of accounts, for whichever sellers
	Reveals     *Loader[id.Any, []*reveal.Reveal]             // to the actor, now; by order or account

	batch func(loads, by string, n int)
}

// New returns fresh loaders. They must not outlive a request: what they
// remember was true, and allowed, for that request only.
func New(s Services) *Loaders {
	l := &Loaders{
		batch: s.Batch,

		Accounts:     batched(s.Identity.AccountsByIDs, identity.ErrAccountNotFound),
		Sellers:      batched(s.Seller.ByIDs, seller.ErrNotFound),
		Members:      gathered(s.Seller.MembersByIDs),
		Keys:         batched(s.APIKey.ByIDs, apikey.ErrNotFound),
		KeySecrets:   gathered(s.APIKey.SecretsOf),
		Webhooks:     batched(s.Webhook.ByIDs, webhook.ErrNotFound),
		Messages:     batched(s.Webhook.DeliveriesByIDs, webhook.ErrDeliveryNotFound),
		HookSecrets:  gathered(s.Webhook.SecretsOf),
		HookAttempts: gathered(s.Webhook.AttemptsOf),
		Journals:     batched(s.Ledger.JournalsByIDs, ledger.ErrJournalNotFound),
		Documents:    gathered(s.Statement.DocumentsByStatement),
		Payments:     batched(s.Payment.ByOrders, payment.ErrNotFound),
		Disputes:     gathered(s.Dispute.OfOrders),
		DisputeFiles: gathered(s.Dispute.FilesOf),
		Warnings:     gathered(s.Dispute.WarningsOf),
		Rates:        batched(s.Dispute.RatesOf, seller.ErrNotFound),
		PlansOn:      gathered(s.Plan.OnByIDs),
		PayoutStates: batched(s.Payout.StatesByIDs, seller.ErrNotFound),
		Balances:     gathered(s.Ledger.BalancesByIDs),
		Legals:       gathered(s.Seller.LegalByIDs),
		Transfers:    gathered(s.Seller.OffersByIDs),
		Roles:        batched(s.Seller.RolesByIDs, seller.ErrRoleNotFound),
		Holders:      batched(s.Seller.HoldersByIDs, seller.ErrRoleNotFound),

		Products:      batched(seen(s.Catalog.ByIDs), catalog.ErrProductNotFound),
		Listings:      batched(s.Catalog.ListingsByIDs, catalog.ErrProductNotFound),
		Variants:      batched(seen(s.Catalog.VariantsByIDs), catalog.ErrVariantNotFound),
		VariantsOf:    gathered(s.Catalog.VariantsOf),
		VariantPages:  asked(seen(s.Catalog.FindVariants)),
		VariantCounts: batched(s.Catalog.CountVariants, catalog.ErrProductNotFound),
		OptionsOf:     gathered(s.Catalog.OptionsOf),
		Offers:        batched(seen(s.Catalog.OffersByIDs), catalog.ErrOfferNotFound),
		OffersOf:      gathered(seen(s.Catalog.OffersOf)),
		Stock:         batched(s.Inventory.ByOffers, catalog.ErrOfferNotFound),

		SellerOrders: batched(s.Order.SellerOrdersByIDs, order.ErrNotFound),
		PartsOf:      gathered(s.Order.PartsByOrders),

		Problems: asked(s.Import.FindProblems),
		Lines:    asked(s.Statement.Lines),

		Memberships: gathered(s.Seller.MembershipsByAccounts),
		Reveals:     gathered(s.Reveal.Standing),
	}
	l.ofThings(s)
	return l
}

// ofThings are those that find things by their ids for whoever may see them.
func (l *Loaders) ofThings(s Services) {
	l.Carts = batched(bought(s.Cart.ByIDs), cart.ErrNotFound)
	l.Orders = batched(shown(s.Order.SeenByIDs), order.ErrNotFound)
	l.SeenParts = batched(shown(s.Order.SeenSellerOrdersByIDs), order.ErrNotFound)
	l.SeenDisputes = batched(shown(s.Dispute.SeenByIDs), dispute.ErrNotFound)
	l.SeenWarnings = batched(shown(s.Dispute.SeenWarningsByIDs), dispute.ErrWarningNotFound)
	l.Imports = batched(shown(s.Import.SeenByIDs), productimport.ErrNotFound)
	l.Proposals = batched(shown(s.Approval.SeenByIDs), approval.ErrNotFound)
	l.Refunds = batched(shown(s.Refund.SeenByIDs), refund.ErrNotFound)
	l.Exports = batched(shown(s.Export.SeenByIDs), export.ErrNotFound)
	l.Notifications = batched(shown(s.Notification.SeenByIDs), notification.ErrNotFound)
	l.Views = batched(shown(s.Preference.SeenByIDs), preference.ErrViewNotFound)
	l.Versions = batched(readable(s.Terms), terms.ErrVersionNotFound)
	l.SeenMembers = batched(shown(s.Seller.SeenMembersByIDs), seller.ErrMemberNotFound)
	l.SeenRoles = batched(shown(s.Seller.SeenRolesByIDs), seller.ErrRoleNotFound)
	l.Invitations = batched(shown(s.Seller.SeenInvitationsByIDs), seller.ErrInvitationNotFound)
	l.Charges = batched(shown(s.Charge.SeenByIDs), charge.ErrNotFound)
	l.Debts = batched(shown(s.Payout.SeenDebtsByIDs), payout.ErrDebtNotFound)
	l.Payouts = batched(shown(s.Payout.SeenByIDs), seller.ErrNotFound)
	l.Releases = batched(shown(s.Payout.SeenReleasesByIDs), seller.ErrNotFound)
	l.SeenTransfers = batched(shown(s.Payout.SeenTransfersByIDs), seller.ErrNotFound)
	l.Invoices = batched(shown(s.Statement.SeenDocumentsByIDs), statement.ErrDocumentNotFound)
	l.Entries = batched(shown(s.Audit.SeenByIDs), seller.ErrNotFound)
	l.Rulesets = batched(s.Commission.ByIDs, commission.ErrNotFound)
	l.Plans = batched(s.Plan.ByIDs, plan.ErrNotFound)
	l.Differences = batched(s.Reconciliation.ByIDs, reconciliation.ErrNotFound)
	l.OrderLines = batched(s.Order.LinesByIDs, order.ErrNotFound)
	l.Statements = batched(shown(s.Statement.SeenByIDs), statement.ErrNotFound)
}

// CatalogViewer is what the actor sees of the catalogue: without a role that
// may read what is not published, what everybody sees.
func CatalogViewer(ctx context.Context) catalog.Viewer {
	by := actor.From(ctx)
	if !authz.Can(by, authz.ProductRead) {
		return catalog.Viewer{}
	}
	return catalog.ViewerOf(by)
}

// seen narrows what a function loads to what the actor sees.
func seen[K, V any](byIDs func(context.Context, catalog.Viewer, []K) (V, error)) func(context.Context, []K) (V, error) {
	return func(ctx context.Context, ids []K) (V, error) { return byIDs(ctx, CatalogViewer(ctx), ids) }
}

// shown narrows what a function loads to what the actor sees of it.
func shown[K, V any](byIDs func(context.Context, actor.Actor, []K) (V, error)) func(context.Context, []K) (V, error) {
	return func(ctx context.Context, ids []K) (V, error) { return byIDs(ctx, actor.From(ctx), ids) }
}

// readable loads the versions of terms that the actor may read.
func readable(s *terms.Service) func(context.Context, []terms.VersionID) (map[terms.VersionID]*terms.Version, error) {
	return func(ctx context.Context, ids []terms.VersionID) (map[terms.VersionID]*terms.Version, error) {
		if authz.Can(actor.From(ctx), authz.TermsRead) {
			return s.ByIDs(ctx, ids)
		}
		return s.PublicByIDs(ctx, ids)
	}
}

// bought narrows what a function loads to what is the actor's own.
func bought[K, V any](byIDs func(context.Context, identity.AccountID, []K) (V, error)) func(context.Context, []K) (V, error) {
	return func(ctx context.Context, ids []K) (V, error) {
		return byIDs(ctx, identity.AccountID(actor.From(ctx).AccountID), ids)
	}
}

// batched makes a loader of a ByIDs function; an id that it leaves out is
// answered with the given fault.
func batched[K ~string, V any](byIDs func(context.Context, []K) (map[K]*V, error), missing *fault.Fault) *Loader[K, *V] {
	fetch := func(ctx context.Context, ids []K) ([]*V, []error) {
		tell[K, *V](ctx, len(ids))
		found, err := byIDs(ctx, ids)
		values, errs := make([]*V, len(ids)), make([]error, len(ids))
		for i, id := range ids {
			v, ok := found[id]
			switch {
			case err != nil:
				errs[i] = err
			case !ok:
				errs[i] = missing
			default:
				values[i] = v
			}
		}
		return values, errs
	}
	return newLoader(fetch)
}

// gathered makes a loader of a function that returns short lists; an id that it
// leaves out has an empty one.
func gathered[K ~string, V any](byIDs func(context.Context, []K) (map[K][]*V, error)) *Loader[K, []*V] {
	fetch := func(ctx context.Context, ids []K) ([][]*V, []error) {
		tell[K, []*V](ctx, len(ids))
		found, err := byIDs(ctx, ids)
		values, errs := make([][]*V, len(ids)), make([]error, len(ids))
		for i, id := range ids {
			values[i], errs[i] = found[id], err
		}
		return values, errs
	}
	return newLoader(fetch)
}

// asked makes a loader of a function that answers every ask.
func asked[K comparable, V any](find func(context.Context, []K) (map[K]*V, error)) *Loader[K, *V] {
	fetch := func(ctx context.Context, asks []K) ([]*V, []error) {
		tell[K, *V](ctx, len(asks))
		found, err := find(ctx, asks)
		values, errs := make([]*V, len(asks)), make([]error, len(asks))
		for i, ask := range asks {
			values[i], errs[i] = found[ask], err
		}
		return values, errs
	}
	return newLoader(fetch)
}

// tell tells of a batch of a loader of V by K.
func tell[K, V any](ctx context.Context, n int) {
	if l, ok := ctx.Value(key{}).(*Loaders); ok && l.batch != nil {
		l.batch(strings.TrimLeft(reflect.TypeFor[V]().String(), "*[]"), reflect.TypeFor[K]().String(), n)
	}
}

type key struct{}

// With returns a context that carries the loaders.
func With(ctx context.Context, l *Loaders) context.Context {
	return context.WithValue(ctx, key{}, l)
}

// From returns the loaders of the request. It panics outside of one.
func From(ctx context.Context) *Loaders {
	l, ok := ctx.Value(key{}).(*Loaders)
	if !ok {
		panic("loader: no loaders in this context")
	}
	return l
}

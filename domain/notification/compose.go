package notification

import (
	"context"
	"fmt"
	"strings"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// compose says what a mail says, and to whom.
func (s *Service) compose(ctx context.Context, m Mail) (Content, []recipient, error) {
	if m.Template.isPrivacy() {
		to, err := s.accounts(ctx, m.Account)
		return aboutPrivacy(m, s.opts.BaseURL), to, err
	}
	switch m.Template { //nolint:exhaustive // the others are looked at above
	case Welcome:
		to, err := s.accounts(ctx, m.Account)
		return welcome(), to, err
	case EmailLink, PasswordChanged, EmailChanged, EmailLeft:
		return s.toPerson(ctx, m)
	case FactorFrozen, FactorResetAgreed:
		return s.toOwner(ctx, m)
	case FactorEnrolled, FactorRemoved, RecoveryCodeUsed, RecoveryCodesRenewed, FactorThawed, FactorResetStopped, FactorReset, DeviceTrusted,
		PasskeyAdded, PasskeyRemoved, PasskeyFlagged:
		to, err := s.accounts(ctx, m.Account)
		return aboutFactor(m), to, err
	case AccountSuspended, AccountReinstated, SellerViewed:
		return s.aboutOperator(ctx, m)
	case ProposalCreated, ProposalDecided:
		return s.aboutProposal(ctx, m)
	case SellerApproved, SellerRejected, SellerSuspended, OrderReceived, RefundTaken, ImportFinished, OffersPaused:
		return s.toSeller(ctx, m)
	case OrderPaid, OrderShipped, OrderCancelled, PaymentRefused, RefundPaid:
		return s.toBuyer(ctx, m)
	case DisputeOpened, DisputeDue, DisputeEnded, PayoutReturned, FraudWarned, OrderLosesMoney, PlatformPaysOut, TransferReversed,
		PayoutAccountChanged, PayoutAccountDue, PayoutHeld, PayoutHoldLifted:
		return s.aboutDispute(ctx, m)
	case APIKeyExpiring:
		return s.aboutKey(ctx, m)
	case WebhookDisabled:
		return s.aboutWebhook(ctx, m)
	}
	return Content{}, nil, fmt.Errorf("there is no mail named %q", m.Template)
}

func welcome() Content {
	return Content{
		Subject: "Welcome",
		Paragraphs: []string{
			"You now have an account. Your carts and orders are kept in it.",
			"If it was not you who registered with this address, set a new password: that ends everybody else's sessions.",
		},
	}
}

// accounts returns people in the order of their ids.
func (s *Service) accounts(ctx context.Context, ids ...identity.AccountID) ([]recipient, error) {
	found, err := s.from.People.AccountsByIDs(ctx, ids)
	if err != nil {
		return nil, err
	}
	return recipients(found, ids), nil
}

// recipients are those of some people who were found, in the order of the ids. By name
// are greeted those who have confirmed their address: of others a stranger may have
// written both, and would write what the mail says.
func recipients(found map[identity.AccountID]*identity.Account, ids []identity.AccountID) []recipient {
	list := make([]recipient, 0, len(ids))
	for _, accountID := range ids {
		account := found[accountID]
		if account == nil {
			continue
		}
		to := recipient{account: account.ID}
		if account.Email != nil {
			to.address = *account.Email
		}
		if account.IsEmailVerified() {
			to.name = account.Name
		}
		list = append(list, to)
	}
	return list
}

// toSeller writes to the owners of a seller.
func (s *Service) toSeller(ctx context.Context, m Mail) (Content, []recipient, error) {
	found, err := s.from.Sellers.ByIDs(ctx, []seller.ID{m.Seller})
	if err != nil {
		return Content{}, nil, err
	}
	of := found[m.Seller]
	if of == nil {
		return Content{}, nil, fmt.Errorf("there is no seller %s", m.Seller)
	}
	owners, err := s.ownersOf(ctx, m.Seller)
	if err != nil {
		return Content{}, nil, err
	}
	to, err := s.accounts(ctx, owners...)
	if err != nil {
		return Content{}, nil, err
	}
	if m.Template == OrderReceived {
		parts, err := s.from.Orders.SellerOrdersByIDs(ctx, []order.SellerOrderID{m.SellerOrder})
		if err != nil {
			return Content{}, nil, err
		}
		return received(parts[m.SellerOrder], s.opts.BaseURL), to, nil
	}
	if m.Template == ImportFinished {
		return imported(m, s.opts.BaseURL), to, nil
	}
	if m.Template == OffersPaused {
		return paused(m, s.opts.BaseURL), to, nil
	}
	if m.Template == RefundTaken {
		c, err := s.taken(ctx, m, of)
		return c, to, err
	}
	if m.Template == SellerApproved {
		c := ApprovalMail(of, m.Note)
		c.LinkText, c.Link = "Open your dashboard", s.opts.BaseURL+"/admin/"
		return c, to, nil
	}
	return decided(m.Template, of), to, nil
}

// ApprovalMail is what the owners of a seller are told when it was approved, with what
// an operator has added; without its link.
func ApprovalMail(of *seller.Seller, note string) Content {
	c := Content{
		Subject:    of.Name + " may now sell",
		Paragraphs: []string{of.Name + " has been approved. The next step is to set up payouts; then list what you sell."},
	}
	if note = strings.TrimSpace(note); note != "" {
		c.Paragraphs = append(c.Paragraphs, note)
	}
	return c
}

// ownersOf names the owners of a seller; none of the platform.
func (s *Service) ownersOf(ctx context.Context, of seller.ID) ([]identity.AccountID, error) {
	members, err := s.from.Sellers.MembersByIDs(ctx, []seller.ID{of})
	return ownersAmong(members[of]), err
}

func ownersAmong(members []*seller.Member) (owners []identity.AccountID) {
	for _, member := range members {
		if member.Role == seller.RoleOwner {
			owners = append(owners, member.AccountID)
		}
	}
	return owners
}

// decided tells of an operator's decision against a seller.
func decided(t Template, of *seller.Seller) Content {
	c := Content{Subject: of.Name + " was not approved", Paragraphs: []string{
		"An operator has turned down the application of " + of.Name + ".",
	}}
	if t == SellerSuspended {
		c = Content{Subject: of.Name + " is suspended", Paragraphs: []string{
			of.Name + " may neither sell nor ship until an operator reinstates it. Its members can still read everything.",
			"Operators settle what buyers wait for, and what was earned is still paid out.",
		}}
	}
	if of.Reason != "" {
		c.Paragraphs = append(c.Paragraphs, "The reason: "+of.Reason)
	}
	return c
}

func received(part *order.SellerOrder, baseURL string) Content {
	return Content{
		Subject:    "New order " + part.Number,
		Paragraphs: []string{fmt.Sprintf("Order %s over %s is paid and waits to be shipped.", part.Number, part.Total())},
		LinkText:   "Open the order",
		Link:       baseURL + "/admin/",
	}
}

// buyerOf is where the mails of an order go: to whichever address it was placed with. By
// name is greeted only an account that has confirmed it.
func buyerOf(o *order.Order, found map[identity.AccountID]*identity.Account) recipient {
	to := recipient{address: o.Email, account: o.BuyerID}
	if a := found[o.BuyerID]; a != nil && a.IsEmailVerified() && *a.EmailFolded == identity.FoldEmail(o.Email) {
		to.name = a.Name
	}
	return to
}

func cancelled(o *order.Order) Content {
	why := " was not paid in time or the payment was not possible."
	if o.CancelReason == order.CancelRequested {
		why = " was cancelled, as you or somebody for you has asked."
	}
	return Content{
		Subject:    "Order " + o.Number + " was cancelled",
		Paragraphs: []string{"Order " + o.Number + why + " Nothing was charged."},
	}
}

// toBuyer writes to the address that an order was placed with.
func (s *Service) toBuyer(ctx context.Context, m Mail) (Content, []recipient, error) {
	o, err := s.from.Orders.ByID(ctx, m.Order)
	if err != nil {
		return Content{}, nil, err
	}
	found, err := s.from.People.AccountsByIDs(ctx, []identity.AccountID{o.BuyerID})
	if err != nil {
		return Content{}, nil, err
	}
	to := []recipient{buyerOf(o, found)}
	if m.Template == OrderPaid {
		return paid(o), to, nil
	}
	if m.Template == RefundPaid {
		r, err := s.from.Refunds.ByID(ctx, m.Refund)
		if err != nil {
			return Content{}, nil, err
		}
		return refunded(o.Number, r), to, nil
	}
	if m.Template == OrderCancelled {
		return cancelled(o), to, nil
	}
	if m.Template == PaymentRefused {
		if o.Status != order.StatusAwaitingPayment { // it was paid otherwise or given up meanwhile, which has a mail of its own
			return Content{}, nil, nil
		}
		return refused(o), to, nil
	}
	return shipped(o, m), to, nil
}

// refused tells a buyer that nothing has come of a debit.
func refused(o *order.Order) Content {
	return Content{
		Subject: "The payment of order " + o.Number + " was refused",
		Paragraphs: []string{
			fmt.Sprintf("Your bank has refused to pay %s for order %s. Nothing was charged.", o.Total(), o.Number),
			"The goods are kept for you until " + o.ExpiresAt.UTC().Format("2 January 2006, 15:04") + " UTC. Open the order where you have placed it, and pay in another way; otherwise it is cancelled then.",
		},
	}
}

func paid(o *order.Order) Content {
	return Content{
		Subject: "Order " + o.Number + " is paid",
		Paragraphs: []string{
			fmt.Sprintf("Thank you. We have received %s for order %s.", o.Total(), o.Number),
			"Each seller ships its part; you will hear from us when one is on its way.",
		},
	}
}

// shipped tells what is on its way, and whether more is to follow.
func shipped(o *order.Order, m Mail) Content {
	c := Content{Subject: "Part of order " + o.Number + " is on its way"}
	for _, part := range o.SellerOrders {
		if part.ID != m.SellerOrder {
			continue
		}
		parcel := part.Shipment(m.Shipment)
		if parcel == nil { // a job from before parcels were told
			parcel = part.LastShipment()
		}
		c.Paragraphs = append(c.Paragraphs, "Parcel "+part.Number+" has been handed over.")
		c.Paragraphs = append(c.Paragraphs, tracking(parcel)...)
		if parcel != nil && (len(part.Shipments) > 1 || len(part.ToShip()) > 0) {
			c.Paragraphs = append(c.Paragraphs, "In it: "+contents(parcel)+".")
		}
		if len(part.ToShip()) > 0 {
			c.Paragraphs = append(c.Paragraphs, "The rest follows; you will hear from us when it is on its way.")
		}
	}
	return c
}

// contents says what is in a parcel, such as 2 × Tea (Green), 1 × Cup.
func contents(of *order.Shipment) string {
	var all []string
	for _, l := range of.Lines {
		name := l.Line.Title
		if l.Line.VariantTitle != "" {
			name += " (" + l.Line.VariantTitle + ")"
		}
		all = append(all, fmt.Sprintf("%d × %s", l.Quantity, name))
	}
	return strings.Join(all, ", ")
}

// tracking tells how to follow a parcel, as far as the seller has said so.
func tracking(of *order.Shipment) []string {
	if of == nil {
		return nil
	}
	var lines []string
	if number := of.TrackingNumber; number != "" {
		lines = append(lines, strings.TrimSpace(of.Carrier+" "+number))
	}
	if address := of.TrackingURL; address != "" {
		lines = append(lines, "Follow it here: "+address)
	}
	return lines
}

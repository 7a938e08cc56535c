package notification

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
)

// The mails about money that goes another way than it was meant to.
const (
	// DisputeOpened tells the owners of a seller, or the operators, that a bank asks
	// about a payment or has taken it back.
	DisputeOpened Template = "dispute_opened"
	// DisputeDue reminds them of the deadline.
	DisputeDue Template = "dispute_due"
	// DisputeEnded tells them what the bank has decided.
	DisputeEnded Template = "dispute_ended"
	// PayoutReturned tells the owners of a seller that their bank has sent a payout
	// back.
	PayoutReturned Template = "payout_returned"
	// PayoutAccountChanged tells the owners of a seller that their payout account can do
	// less than it could, or needs them.
	PayoutAccountChanged Template = "payout_account_changed"
	// PayoutAccountDue reminds them of what the provider waits for.
	PayoutAccountDue Template = "payout_account_due"
	// PayoutHeld tells the owners of a seller that an operator holds money back.
	PayoutHeld Template = "payout_held"
	// PayoutHoldLifted tells them that it is let go.
	PayoutHoldLifted Template = "payout_hold_lifted"
	// FraudWarned tells the operators that the issuer of a card warns of fraud.
	FraudWarned Template = "fraud_warned"
	// OrderLosesMoney tells the operators that an order costs more than it brings.
	OrderLosesMoney Template = "order_loses_money"
)

// disputeHandlers lists the events about money that lead to mail, besides those
// about refunds.
func disputeHandlers() []event.Handler {
	return []event.Handler{
		event.On("notification.dispute_changed", func(ctx context.Context, tx db.Tx, e dispute.Changed) error {
			return enqueueDispute(ctx, tx, disputeMail(e.DisputeID, e.Status))
		}),
		event.On("notification.dispute_shared_anew", func(ctx context.Context, tx db.Tx, e dispute.SharedAnew) error {
			m := disputeMail(e.DisputeID, e.Status)
			for _, m.Seller = range e.Newcomers {
				if err := enqueue(ctx, tx, m); err != nil {
					return err
				}
			}
			return nil
		}),
		event.On("notification.dispute_evidence_due", func(ctx context.Context, tx db.Tx, e dispute.EvidenceDue) error {
			return enqueueDispute(ctx, tx, Mail{Template: DisputeDue, Dispute: e.DisputeID})
		}),
		event.On("notification.payout_returned", func(ctx context.Context, tx db.Tx, e payout.Returned) error {
			return enqueue(ctx, tx, Mail{Template: PayoutReturned, Seller: e.SellerID, Payout: e.PayoutID})
		}),
		event.On("notification.payout_account_changed", func(ctx context.Context, tx db.Tx, e payout.AccountChanged) error {
			if !e.IsWorse() {
				return nil
			}
			return enqueue(ctx, tx, Mail{Template: PayoutAccountChanged, Seller: e.SellerID})
		}),
		event.On("notification.payout_account_due", func(ctx context.Context, tx db.Tx, e payout.AccountDue) error {
			return enqueue(ctx, tx, Mail{Template: PayoutAccountDue, Seller: e.SellerID})
		}),
		event.On("notification.payout_held", func(ctx context.Context, tx db.Tx, e payout.HoldPlaced) error {
			return enqueue(ctx, tx, Mail{Template: PayoutHeld, Seller: e.SellerID, SellerOrder: e.SellerOrderID, Hold: e.HoldID})
		}),
		event.On("notification.payout_hold_lifted", func(ctx context.Context, tx db.Tx, e payout.HoldLifted) error {
			return enqueue(ctx, tx, Mail{Template: PayoutHoldLifted, Seller: e.SellerID, SellerOrder: e.SellerOrderID, Hold: e.HoldID})
		}),
		event.On("notification.fraud_warned", func(ctx context.Context, tx db.Tx, e dispute.Warned) error {
			return enqueue(ctx, tx, Mail{Template: FraudWarned, Warning: e.WarningID, Order: e.OrderID})
		}),
		event.On("notification.order_loses_money", func(ctx context.Context, tx db.Tx, e order.Paid) error {
			margin := e.MarginMinor
			if margin == nil {
				o, err := order.LoadBrief(ctx, tx, e.OrderID)
				if err != nil || o.MarginMinor == nil {
					return err
				}
				margin = o.MarginMinor
			}
			if *margin >= 0 {
				return nil
			}
			return enqueue(ctx, tx, Mail{Template: OrderLosesMoney, Order: e.OrderID})
		}),
	}
}

// disputeMail tells what has become of a dispute.
func disputeMail(disputeID dispute.ID, status dispute.Status) Mail {
	m := Mail{Template: DisputeOpened, Dispute: disputeID, Outcome: status}
	if !status.IsOpen() {
		m.Template = DisputeEnded
	}
	return m
}

// enqueueDispute enqueues a mail to each seller that a dispute concerns, and one
// to the operators.
func enqueueDispute(ctx context.Context, tx db.Tx, m Mail) error {
	sellers, err := dispute.SellersOf(ctx, tx, m.Dispute)
	if err != nil {
		return err
	}
	for _, m.Seller = range append(sellers, "") {
		if err := enqueue(ctx, tx, m); err != nil {
			return err
		}
	}
	return nil
}

// aboutDispute says how money goes another way, to the owners of the seller or,
// when the mail names none, to the operators who decide about it.
func (s *Service) aboutDispute(ctx context.Context, m Mail) (Content, []recipient, error) {
	var c Content
	var err error
	roles := []identity.OperatorRole{identity.OperatorAdmin, identity.OperatorFinance}
	switch m.Template { //nolint:exhaustive // those of this file
	case PayoutReturned:
		c, err = s.payoutReturned(ctx, m)
	case PayoutHeld, PayoutHoldLifted:
		c, err = s.aboutHold(ctx, m)
	case PayoutAccountChanged, PayoutAccountDue:
		c, err = s.aboutPayoutAccount(ctx, m)
	case FraudWarned:
		roles = append(roles, identity.OperatorSupport)
		c, err = s.warned(ctx, m)
	case OrderLosesMoney:
		c, err = s.losesMoney(ctx, m.Order)
	case PlatformPaysOut:
		c = s.platformPaysOut(m)
	case TransferReversed:
		c, err = s.transferReversed(ctx, m)
	default:
		roles = append(roles, identity.OperatorSupport)
		c, err = s.disputed(ctx, m)
	}
	if err != nil {
		return Content{}, nil, err
	}
	var ids []identity.AccountID
	if m.Seller != "" {
		ids, err = s.ownersOf(ctx, m.Seller)
	} else {
		ids, err = s.operatorsOf(ctx, roles...)
	}
	if err != nil {
		return Content{}, nil, err
	}
	to, err := s.accounts(ctx, ids...)
	return c, to, err
}

// operatorsOf names the operators of some roles, each once.
func (s *Service) operatorsOf(ctx context.Context, roles ...identity.OperatorRole) ([]identity.AccountID, error) {
	var ids []identity.AccountID
	for _, role := range roles {
		found, err := s.from.Operators.Find(ctx, operator.Filter{Role: &role}, page.First(page.MaxSize))
		if err != nil {
			return nil, err
		}
		for _, o := range found.Nodes {
			if !slices.Contains(ids, o.AccountID) {
				ids = append(ids, o.AccountID)
			}
		}
	}
	return ids, nil
}

// pagesOf is where the pages of a seller begin, or those of the platform.
func (s *Service) pagesOf(ctx context.Context, of seller.ID) (string, error) {
	if of == "" {
		return s.opts.BaseURL + "/admin/platform", nil
	}
	found, err := s.from.Sellers.ByIDs(ctx, []seller.ID{of})
	if err != nil {
		return "", err
	}
	if found[of] == nil {
		return "", fmt.Errorf("there is no seller %s", of)
	}
	return s.opts.BaseURL + "/admin/s/" + found[of].Slug, nil
}

// disputed says where a dispute stands: to a seller with their share only.
func (s *Service) disputed(ctx context.Context, m Mail) (Content, error) {
	d, err := s.from.Disputes.ByID(ctx, m.Dispute)
	if err != nil {
		return Content{}, err
	}
	pages, err := s.pagesOf(ctx, m.Seller)
	if err != nil {
		return Content{}, err
	}
	c := Content{LinkText: "Open the dispute", Link: pages + "/disputes/" + string(d.ID)}
	o, err := s.from.Orders.ByID(ctx, d.OrderID)
	if err != nil {
		return Content{}, err
	}
	amount, number := d.Amount(), o.Number
	for _, p := range d.Parts {
		if p.SellerID != m.Seller {
			continue
		}
		amount = p.Share()
		for _, part := range o.SellerOrders {
			if part.ID == p.SellerOrderID {
				number = part.Number
			}
		}
		if p.FeeMinor > 0 {
			c.Paragraphs = append(c.Paragraphs, fmt.Sprintf("Of the fee that the bank charges for it, you are charged %s.", p.Fee()))
		}
	}
	switch m.Template { //nolint:exhaustive // those about disputes
	case DisputeDue:
		c.Subject = "Answer the bank about order " + number
		c.Paragraphs = []string{fmt.Sprintf("The buyer's bank disputes %s of order %s, and nobody has answered it yet.", amount, number)}
	case DisputeEnded:
		ended(&c, m.Outcome, amount, number)
		return c, nil
	default:
		opened(&c, m.Outcome, amount, number)
	}
	c.Paragraphs = append(c.Paragraphs, "The reason it gives: "+words(d.Reason)+".")
	if d.DueBy != nil {
		c.Paragraphs = append(c.Paragraphs, "It takes evidence until "+d.DueBy.UTC().Format(time.DateTime)+" UTC. "+evidenceBy(m.Seller))
	}
	return c, nil
}

// evidenceBy says who has to do what about evidence.
func evidenceBy(of seller.ID) string {
	if of == "" {
		return "It can be sent once."
	}
	return "Look at what we would say for you, and correct it: an operator sends it."
}

func opened(c *Content, status dispute.Status, amount money.Amount, number string) {
	c.Subject = "A bank has taken back a payment for order " + number
	text := fmt.Sprintf("The buyer's bank has taken back %s of order %s. The money is kept aside until it decides.", amount, number)
	if status == dispute.StatusInquiry {
		c.Subject = "A bank asks about order " + number
		text = fmt.Sprintf("The buyer's bank asks about %s of order %s. It has taken nothing yet.", amount, number)
	}
	c.Paragraphs = append([]string{text}, c.Paragraphs...)
}

func ended(c *Content, status dispute.Status, amount money.Amount, number string) {
	text := ""
	switch status { //nolint:exhaustive // the ends
	case dispute.StatusWon:
		c.Subject = "The dispute about order " + number + " is won"
		text = fmt.Sprintf("The bank has given back what it had taken of %s for order %s. Everybody gets again what was kept aside.", amount, number)
	case dispute.StatusLost:
		c.Subject = "The dispute about order " + number + " is lost"
		text = fmt.Sprintf("The buyer keeps what the bank has taken of %s for order %s.", amount, number)
	default:
		c.Subject = "The bank asks no more about order " + number
		text = fmt.Sprintf("The question about %s of order %s has led to nothing.", amount, number)
	}
	c.Paragraphs = append([]string{text}, c.Paragraphs...)
}

// words makes the provider's names legible: product_not_received.
func words(name string) string { return strings.ReplaceAll(name, "_", " ") }

func (s *Service) payoutReturned(ctx context.Context, m Mail) (Content, error) {
	p, err := s.from.Payouts.ByID(ctx, m.Payout)
	if err != nil {
		return Content{}, err
	}
	pages, err := s.pagesOf(ctx, m.Seller)
	if err != nil {
		return Content{}, err
	}
	return Content{
		Subject: "Your bank has sent a payout back",
		Paragraphs: []string{
			fmt.Sprintf("A payout of %s could not be credited to your bank account: %s.", p.Amount(), words(p.FailureCode)),
			"The money is in your balance again. Correct the bank account: until then the next payout would come back too.",
		},
		LinkText: "Correct the bank account", Link: pages + "/payouts",
	}, nil
}

func (s *Service) warned(ctx context.Context, m Mail) (Content, error) {
	w, err := s.from.Disputes.WarningByID(ctx, m.Warning)
	if err != nil {
		return Content{}, err
	}
	o, err := s.from.Orders.ByID(ctx, m.Order)
	if err != nil {
		return Content{}, err
	}
	c := Content{
		Subject: "Fraud is suspected in order " + o.Number,
		Paragraphs: []string{
			fmt.Sprintf("The issuer of the card warns that the payment of %s for order %s may be fraudulent: %s.", o.Total(), o.Number, words(w.FraudType)),
		},
		LinkText: "Open the order", Link: s.opts.BaseURL + "/admin/platform/orders/" + string(o.ID),
	}
	todo := "Giving the money back now usually avoids the dispute and its fee. Nothing is released to the sellers until somebody gives it back or sets the warning aside."
	if w.MayRefund() != nil {
		todo = "It was disputed or given back already, so nothing is to be decided."
	}
	c.Paragraphs = append(c.Paragraphs, todo)
	return c, nil
}

func (s *Service) losesMoney(ctx context.Context, orderID order.ID) (Content, error) {
	o, err := s.from.Orders.ByID(ctx, orderID)
	if err != nil {
		return Content{}, err
	}
	return Content{
		Subject: "Order " + o.Number + " costs more than it brings",
		Paragraphs: []string{
			fmt.Sprintf("What is left to the platform of order %s over %s is reckoned as %s.", o.Number, o.Total(), o.Margin()),
			"Commission, shipping and fees of the buyer do not cover the discounts of the platform and what the payment costs. Look at the rules of commission and discounts.",
		},
		LinkText: "Open the order", Link: s.opts.BaseURL + "/admin/platform/orders/" + string(o.ID),
	}, nil
}

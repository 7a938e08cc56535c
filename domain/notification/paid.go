package notification

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// orderPaidTx enqueues the mail to the buyer and those to the sellers: one job, since
// all of them are about one order.
func orderPaidTx(ctx context.Context, tx db.Tx, e order.Paid) error {
	return enqueue(ctx, tx, Mail{Template: OrderPaid, Order: e.OrderID, Sellers: true})
}

// deliverPaid writes and sends the mails of a paid order. One that cannot be sent is
// enqueued by itself, so that nobody else gets theirs twice when it is tried again.
func (s *Service) deliverPaid(ctx context.Context, m Mail) error {
	letters, err := s.paidLetters(ctx, m)
	if err != nil {
		return fmt.Errorf("mails %s: %w", m.ID, err)
	}
	if err := s.from.Box.put(ctx, letters...); err != nil {
		return fmt.Errorf("mails %s: %w", m.ID, err)
	}
	var mails []db.Job
	var errs []error
	for _, l := range letters {
		if left, err := s.sendAll(ctx, l.mail.ID, l.to, l.content); err != nil {
			mails, errs = append(mails, l.alone(left)...), append(errs, err)
		}
	}
	return s.again(ctx, mails, errors.Join(errs...))
}

// paidLetters are the mails of a paid order: the first to its buyer, and one to the
// owners of each seller. Each has an id of its own, which is the same whenever they
// are written again.
func (s *Service) paidLetters(ctx context.Context, m Mail) ([]*letter, error) {
	o, err := s.from.Orders.BriefByID(ctx, m.Order)
	if err != nil {
		return nil, err
	}
	buyer, owners, err := s.peopleOf(ctx, o)
	if err != nil {
		return nil, err
	}
	letters := []*letter{{mail: Mail{ID: m.ID, Template: OrderPaid, Order: o.ID}, content: paid(o), to: []recipient{buyer}}}
	for i, part := range o.SellerOrders {
		letters = append(letters, &letter{
			mail: Mail{
				ID: m.ID + MailID("-"+strconv.Itoa(i+1)), Template: OrderReceived, Seller: part.SellerID, Order: o.ID, SellerOrder: part.ID,
			},
			content: received(part, s.opts.BaseURL), to: owners[part.SellerID],
		})
	}
	return letters, nil
}

// peopleOf are the buyer of an order, and the owners of its sellers.
func (s *Service) peopleOf(ctx context.Context, o *order.Order) (recipient, map[seller.ID][]recipient, error) {
	sellers := make([]seller.ID, len(o.SellerOrders))
	for i, part := range o.SellerOrders {
		sellers[i] = part.SellerID
	}
	members, err := s.from.Sellers.MembersByIDs(ctx, sellers)
	if err != nil {
		return recipient{}, nil, err
	}
	ids := []identity.AccountID{o.BuyerID}
	for _, of := range sellers {
		ids = append(ids, ownersAmong(members[of])...)
	}
	found, err := s.from.People.AccountsByIDs(ctx, ids)
	if err != nil {
		return recipient{}, nil, err
	}
	owners := make(map[seller.ID][]recipient, len(sellers))
	for _, of := range sellers {
		owners[of] = recipients(found, ownersAmong(members[of]))
	}
	return buyerOf(o, found), owners, nil
}

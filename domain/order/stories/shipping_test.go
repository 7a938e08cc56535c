package stories_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// parcels is a part of an order with three packets of tea and two cups.
type parcels struct {
	*testkit.World
	t        *testing.T
	mill     *testkit.Seller
	alice    *testkit.Person
	order    order.ID
	part     order.SellerOrderID
	tea, cup order.LineID
	keys     int
}

func eachParcels(t *testing.T, fn func(t *testing.T, p *parcels)) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, alice := w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice")
		tea, cup := mill.Product("Tea", "12.50", 100), mill.Product("Cup", "4.00", 100)
		o := alice.Buys(tea.Times(3), cup.Times(2))
		p := &parcels{World: w, t: t, mill: mill, alice: alice, order: o.ID, part: o.SellerOrders[0].ID}
		for _, l := range o.SellerOrders[0].Lines {
			if l.Title == "Tea" {
				p.tea = l.ID
			} else {
				p.cup = l.ID
			}
		}
		fn(t, p)
	})
}

func (p *parcels) ship(in order.ShipInput) (*order.SellerOrder, error) {
	in.SellerOrderID = p.part
	return p.App.Orders.Ship(p.t.Context(), p.mill.Actor, in)
}

func (p *parcels) ships(in order.ShipInput) *order.SellerOrder {
	p.t.Helper()
	part, err := p.ship(in)
	require.NoError(p.t, err)
	return part
}

func (p *parcels) now() *order.SellerOrder {
	p.t.Helper()
	return p.alice.Order(p.order).SellerOrders[0]
}

// toShip tells what is to be sent of tea and cups.
func (p *parcels) toShip() [2]int64 {
	p.t.Helper()
	var n [2]int64
	for _, l := range p.now().ToShip() {
		if l.LineID == p.tea {
			n[0] = l.Quantity
		} else {
			n[1] = l.Quantity
		}
	}
	return n
}

// mails are the texts of mails about parcels, the newest first.
func (p *parcels) mails() (texts []string) {
	for _, m := range p.App.CaughtMail() {
		if strings.HasSuffix(m.Subject, "is on its way") {
			texts = append(texts, m.Text)
		}
	}
	return texts
}

// holds tells whether the hold of the part has begun.
func (p *parcels) holds() bool {
	p.t.Helper()
	var n int
	err := p.DB.Read(p.t.Context()).NewRaw("SELECT COUNT(*) FROM releases WHERE seller_order_id = ? AND release_at IS NOT NULL", p.part).Scan(p.t.Context(), &n)
	require.NoError(p.t, err)
	return n == 1
}

func (p *parcels) give(line order.LineID, n int64) (*refund.Made, error) {
	p.keys++
	return p.App.Refunds.Create(p.t.Context(), p.mill.Actor, refund.CreateInput{
		OrderID: id.Any(p.part), Lines: []refund.LineAsk{{LineID: line, Quantity: &n}}, Reason: refund.ReasonCancelled,
		IdempotencyKey: "refund-" + string(rune('a'+p.keys)),
	})
}

func (p *parcels) givesBack(line order.LineID, n int64) *refund.Refund {
	p.t.Helper()
	made, err := p.give(line, n)
	require.NoError(p.t, err)
	return made.Refund
}

func of(line order.LineID, n int64) []order.ShipLine {
	return []order.ShipLine{{LineID: line, Quantity: n}}
}

func seconds(n int64) *int64 { return &n }

// A part leaves in two parcels: the buyer is told of each, and the hold begins with
// the last one.
func TestShip_in_parcels(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		number := "JD 1"
		part := p.ships(order.ShipInput{Lines: of(p.tea, 2), TrackingNumber: &number})
		require.Equal(t, order.SellerOrderPartiallyShipped, part.State())
		require.Nil(t, part.ShippedAt)
		p.Settle()
		require.False(t, p.holds(), "the hold begins when everything has left")
		require.Equal(t, [2]int64{1, 2}, p.toShip())
		require.Len(t, p.mails(), 1)
		require.Contains(t, p.mails()[0], "JD 1")
		require.Contains(t, p.mails()[0], "In it: 2 × Tea.")
		require.Contains(t, p.mails()[0], "The rest follows")
		for status, n := range map[order.SellerOrderStatus]int{
			order.SellerOrderPartiallyShipped: 1, order.SellerOrderReadyToShip: 0, order.SellerOrderShipped: 0, "": 1,
		} {
			require.Len(t, p.find(order.SellerOrderFilter{Status: status}), n, status)
		}
		isToShip, isNot := true, false
		require.Len(t, p.find(order.SellerOrderFilter{IsToShip: &isToShip}), 1)
		require.Empty(t, p.find(order.SellerOrderFilter{IsToShip: &isNot}))

		p.Advance(time.Hour)
		part = p.ships(order.ShipInput{})
		require.Equal(t, order.SellerOrderShipped, part.State())
		p.Settle()
		require.True(t, p.holds())
		require.Len(t, p.mails(), 2)
		require.Contains(t, p.mails()[0], "1 × Tea")
		require.Contains(t, p.mails()[0], "2 × Cup")
		require.NotContains(t, p.mails()[0], "The rest follows")
		require.NotContains(t, p.mails()[0], "JD 1")
		found := p.now()
		require.Len(t, found.Shipments, 2)
		require.EqualValues(t, 2, found.Shipments[0].Lines[0].Quantity)
		require.Len(t, found.LastShipment().Lines, 2)
		require.Equal(t, found.LastShipment().CreatedAt, *found.ShippedAt)
		require.Empty(t, p.find(order.SellerOrderFilter{IsToShip: &isToShip}))
		require.Len(t, p.find(order.SellerOrderFilter{IsToShip: &isNot}), 1)
		_, err := p.ship(order.ShipInput{})
		require.ErrorIs(t, err, order.ErrState)
		p.Verified()
	})
}

func (p *parcels) find(f order.SellerOrderFilter) []*order.SellerOrder {
	p.t.Helper()
	c, err := p.App.Orders.FindSellerOrders(p.t.Context(), p.mill.Actor, f, page.First(10))
	require.NoError(p.t, err)
	return c.Nodes
}

func TestShip_refuses_what_cannot_leave(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		for name, c := range map[string]struct {
			in   order.ShipInput
			want error
		}{
			"nothing":              {order.ShipInput{Lines: []order.ShipLine{}}, order.ErrShipmentEmpty},
			"more than was bought": {order.ShipInput{Lines: of(p.tea, 4)}, order.ErrShipmentQuantity},
			"none":                 {order.ShipInput{Lines: of(p.tea, 0)}, order.ErrShipmentQuantity},
			"less than none":       {order.ShipInput{Lines: of(p.tea, -1)}, order.ErrShipmentQuantity},
			"a line of nobody":     {order.ShipInput{Lines: of("lin_nothing", 1)}, order.ErrShipmentLine},
			"a line twice":         {order.ShipInput{Lines: append(of(p.tea, 1), of(p.tea, 1)...)}, order.ErrShipmentLine},
			"a minute and more":    {order.ShipInput{UndoSeconds: seconds(61)}, order.ErrUndoSeconds},
			"less than no time":    {order.ShipInput{UndoSeconds: seconds(-1)}, order.ErrUndoSeconds},
		} {
			_, err := p.ship(c.in)
			require.ErrorIs(t, err, c.want, name)
		}
		require.Empty(t, p.now().Shipments)
		p.ships(order.ShipInput{Lines: of(p.tea, 3)})
		_, err := p.ship(order.ShipInput{Lines: of(p.tea, 1)})
		require.ErrorIs(t, err, order.ErrShipmentLine, "all of it has left")
		stranger := p.Seller("Kiln")
		_, err = p.App.Orders.Ship(t.Context(), stranger.Actor, order.ShipInput{SellerOrderID: p.part})
		require.ErrorIs(t, err, order.ErrNotFound)
		require.Equal(t, [2]int64{0, 2}, p.toShip())
	})
}

// Twelve parcels of one packet leave at once; there are three packets.
func TestShip_at_once_sends_no_more_than_was_bought(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		var done atomic.Int64
		var all sync.WaitGroup
		errs := make([]error, 12)
		for i := range errs {
			all.Go(func() {
				_, errs[i] = p.ship(order.ShipInput{Lines: of(p.tea, 1), UndoSeconds: seconds(int64(i % 2 * 30))})
				if errs[i] == nil {
					done.Add(1)
				}
			})
		}
		all.Wait()
		for _, err := range errs {
			if err != nil {
				require.ErrorIs(t, err, order.ErrShipmentLine)
			}
		}
		require.EqualValues(t, 3, done.Load())
		require.Equal(t, [2]int64{0, 2}, p.toShip())
		p.Advance(time.Minute)
		p.Settle()
		require.Len(t, p.mails(), 3, "one mail for each parcel")
		p.Verified()
	})
}

// A parcel that is named by a key leaves once, however often it is sent.
func TestShip_the_same_key_is_the_same_parcel(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		key := "a parcel"
		in := order.ShipInput{Lines: of(p.tea, 1), IdempotencyKey: &key}
		var all sync.WaitGroup
		errs := make([]error, 8)
		for i := range errs {
			all.Go(func() { _, errs[i] = p.ship(in) })
		}
		all.Wait()
		require.NoError(t, errors.Join(errs...))
		require.Equal(t, [2]int64{2, 2}, p.toShip())

		other := in
		other.Lines = of(p.tea, 2)
		_, err := p.ship(other)
		require.ErrorIs(t, err, idempotency.ErrReused)
		other.SellerOrderID = p.part
		_, err = p.App.Orders.Ship(t.Context(), p.Seller("Kiln").Actor, other)
		require.ErrorIs(t, err, order.ErrNotFound, "keys belong to accounts")
		next := "the next parcel"
		other.IdempotencyKey, other.Lines = &next, of(p.tea, 3)
		_, err = p.ship(other)
		require.ErrorIs(t, err, order.ErrShipmentQuantity)
		other.Lines = nil
		require.Equal(t, order.SellerOrderShipped, p.ships(other).State(), "what was refused has used up no key")

		require.Equal(t, order.SellerOrderShipped, p.ships(in).State(), "it is answered as it is now")
		require.Len(t, p.now().Shipments, 2)
		none := ""
		in.IdempotencyKey = &none
		_, err = p.ship(in)
		require.ErrorIs(t, err, idempotency.ErrKey)
		p.Settle()
		require.Len(t, p.mails(), 2)
		p.Verified()
	})
}

// A shipment that was withdrawn in time is heard of by nobody.
func TestWithdrawShipment(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		part := p.ships(order.ShipInput{UndoSeconds: seconds(10)})
		require.Equal(t, order.SellerOrderShipped, part.State())
		first := part.LastShipment().ID
		p.Settle()
		require.Empty(t, p.mails())
		require.False(t, p.holds())
		withdraw := order.WithdrawShipmentInput{ShipmentID: first}
		_, err := p.App.Orders.WithdrawShipment(t.Context(), p.Seller("Kiln").ID, withdraw)
		require.ErrorIs(t, err, order.ErrShipmentNotFound)

		part, err = p.App.Orders.WithdrawShipment(t.Context(), p.mill.ID, withdraw)
		require.NoError(t, err)
		require.Equal(t, order.SellerOrderReadyToShip, part.State())
		require.Nil(t, part.ShippedAt)
		_, err = p.App.Orders.WithdrawShipment(t.Context(), p.mill.ID, withdraw)
		require.ErrorIs(t, err, order.ErrShipmentNotFound)
		p.Advance(time.Minute)
		p.Settle()
		require.Empty(t, p.mails())
		require.False(t, p.holds())
		require.Equal(t, [2]int64{3, 2}, p.toShip())

		part = p.ships(order.ShipInput{UndoSeconds: seconds(10)})
		p.Advance(10 * time.Second)
		_, err = p.App.Orders.WithdrawShipment(t.Context(), p.mill.ID, order.WithdrawShipmentInput{ShipmentID: part.LastShipment().ID})
		require.ErrorIs(t, err, order.ErrShipmentTold, "also when the job has not run yet")
		p.Settle()
		require.Len(t, p.mails(), 1)
		require.True(t, p.holds())
		job := order.TellShipment{SellerID: p.mill.ID, SellerOrderID: p.part, ShipmentID: part.LastShipment().ID}
		require.NoError(t, p.App.Orders.TellShipment(t.Context(), job))
		require.NoError(t, p.App.Orders.TellShipment(t.Context(), order.TellShipment{SellerID: p.mill.ID, SellerOrderID: p.part, ShipmentID: first}))
		p.Settle()
		require.Len(t, p.mails(), 1, "a job that runs again tells nobody")
		require.Nil(t, p.now().LastShipment().UndoUntil)
	})
}

// Undoing and the end of its time happen at once: the shipment is withdrawn, or it is
// told of; never both.
func TestWithdrawShipment_while_it_is_told(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		for range 5 {
			part := p.ships(order.ShipInput{Lines: of(p.cup, 1), UndoSeconds: seconds(10)})
			shipment := part.LastShipment().ID
			var all sync.WaitGroup
			var withdrawn error
			all.Go(func() {
				_, withdrawn = p.App.Orders.WithdrawShipment(t.Context(), p.mill.ID, order.WithdrawShipmentInput{ShipmentID: shipment})
			})
			all.Go(func() { p.Clock.Advance(10 * time.Second) })
			all.Wait()
			before := len(p.mails())
			p.Stripe.Advance(10 * time.Second)
			p.Settle()
			if withdrawn == nil {
				require.Len(t, p.mails(), before)
				require.Nil(t, p.now().Shipment(shipment))
				continue
			}
			require.ErrorIs(t, withdrawn, order.ErrShipmentTold)
			require.Len(t, p.mails(), before+1)
			require.NotNil(t, p.now().Shipment(shipment))
			return // one cup is left for another try only
		}
	})
}

// The next parcel ends the time in which the one before could be withdrawn.
func TestShip_makes_what_was_sent_before_final(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		first := p.ships(order.ShipInput{Lines: of(p.tea, 3), UndoSeconds: seconds(60)}).LastShipment().ID
		second := p.ships(order.ShipInput{UndoSeconds: seconds(60)}).LastShipment().ID
		p.Settle()
		require.Len(t, p.mails(), 1)
		require.Contains(t, p.mails()[0], "3 × Tea")
		_, err := p.App.Orders.WithdrawShipment(t.Context(), p.mill.ID, order.WithdrawShipmentInput{ShipmentID: first})
		require.ErrorIs(t, err, order.ErrShipmentTold)
		part, err := p.App.Orders.WithdrawShipment(t.Context(), p.mill.ID, order.WithdrawShipmentInput{ShipmentID: second})
		require.NoError(t, err)
		require.Equal(t, order.SellerOrderPartiallyShipped, part.State())
		require.Equal(t, [2]int64{0, 2}, p.toShip())
	})
}

// What is given back need not be sent: the hold begins when nothing else is left.
func TestSetRefunded_ends_the_shipping(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		back := p.givesBack(p.tea, 1)
		require.Equal(t, [2]int64{2, 2}, p.toShip())
		_, err := p.App.Refunds.Cancel(t.Context(), p.mill.Actor, refund.CancelInput{RefundID: back.ID})
		require.NoError(t, err)
		require.Equal(t, [2]int64{3, 2}, p.toShip(), "the refund was taken back")
		p.givesBack(p.tea, 1)
		p.Settle()
		require.Equal(t, order.SellerOrderReadyToShip, p.now().State())

		p.ships(order.ShipInput{Lines: of(p.tea, 2), UndoSeconds: seconds(30)})
		require.Equal(t, [2]int64{0, 2}, p.toShip())
		p.givesBack(p.cup, 1)
		require.Equal(t, order.SellerOrderPartiallyShipped, p.now().State())
		p.givesBack(p.cup, 1)
		require.Equal(t, order.SellerOrderShipped, p.now().State())
		require.Nil(t, p.now().LastShipment().UndoUntil, "what ends the shipping makes it final")
		p.Settle()
		require.True(t, p.holds())
		require.Len(t, p.mails(), 1, "one parcel, one mail")
		p.Advance(time.Minute)
		p.Settle()
		require.Len(t, p.mails(), 1)
		p.Verified()
	})
}

// What was given back leaves only when its line is named.
func TestShip_of_what_was_given_back(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		p.givesBack(p.tea, 3)
		part := p.ships(order.ShipInput{UndoSeconds: seconds(60)})
		require.Equal(t, order.SellerOrderShipped, part.State())
		require.Len(t, part.LastShipment().Lines, 1)
		require.Equal(t, p.cup, part.LastShipment().Lines[0].LineID)
		_, err := p.App.Orders.WithdrawShipment(t.Context(), p.mill.ID, order.WithdrawShipmentInput{ShipmentID: part.LastShipment().ID})
		require.NoError(t, err)
		part = p.ships(order.ShipInput{Lines: append(of(p.tea, 1), of(p.cup, 2)...)})
		require.Equal(t, order.SellerOrderShipped, part.State())
		require.Len(t, part.LastShipment().Lines, 2)
		p.Verified()
	})
}

// A part that was given back whole before anything of it has left is over: nobody is
// asked to send it, nothing waits for it, and its address is no longer in sight.
func TestSetRefunded_all_before_shipping(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		isToShip := true
		p.givesBack(p.tea, 3)
		require.Equal(t, order.SellerOrderReadyToShip, p.now().State())
		p.givesBack(p.cup, 2)
		p.Settle()
		part := p.now()
		require.Equal(t, order.SellerOrderCancelled, part.State())
		require.Equal(t, order.StatusPaid, p.alice.Order(p.order).Status, "the order was paid")
		require.Empty(t, p.find(order.SellerOrderFilter{IsToShip: &isToShip}))
		require.Len(t, p.find(order.SellerOrderFilter{Status: order.SellerOrderCancelled}), 1)
		require.Equal(t, part.CancelledAt.Add(order.AddressSeen), *part.AddressSeenUntil())
		for _, lines := range [][]order.ShipLine{nil, of(p.cup, 1)} {
			_, err := p.ship(order.ShipInput{Lines: lines})
			require.ErrorIs(t, err, order.ErrState)
		}
		require.True(t, p.holds(), "what remains of the money waits for no parcel")
		require.Empty(t, p.mails())

		p.Advance(15 * 24 * time.Hour)
		p.Settle()
		var open int
		err := p.DB.Read(t.Context()).NewRaw("SELECT COUNT(*) FROM releases WHERE status = 'ACCRUED'").Scan(t.Context(), &open)
		require.NoError(t, err)
		require.Zero(t, open)
		asked, err := p.App.Privacy.Request(t.Context(), p.alice.Actor, privacy.RequestInput{Password: testkit.Password})
		require.NoError(t, err)
		require.Empty(t, asked.Hindrances)
		_, err = p.App.Orders.CloseSeller(t.Context(), p.mill.Actor, seller.CloseInput{Reason: "Enough."})
		require.NoError(t, err)
		p.Balanced()
	})
}

// A refund that gives nothing back after all has the part sent.
func TestSetRefunded_taken_back_reopens_the_part(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		p.givesBack(p.tea, 3)
		back := p.givesBack(p.cup, 2)
		require.Equal(t, order.SellerOrderCancelled, p.now().State())
		_, err := p.App.Refunds.Cancel(t.Context(), p.mill.Actor, refund.CancelInput{RefundID: back.ID})
		require.NoError(t, err)
		p.Settle()
		part := p.now()
		require.Equal(t, order.SellerOrderReadyToShip, part.State())
		require.Equal(t, [2]int64{0, 2}, p.toShip())
		require.Nil(t, part.AddressSeenUntil())
		require.False(t, p.holds(), "the hold begins when it is sent")

		// News of both may come late, and in the other order.
		cancelled := order.PartCancelled{OrderID: p.order, SellerOrderID: p.part, SellerID: p.mill.ID}
		require.NoError(t, p.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return p.App.Payouts.CancelledTx(ctx, tx, cancelled)
		}))
		require.False(t, p.holds())

		// What is withdrawn of a part that was given back meanwhile makes it cancelled too.
		part = p.ships(order.ShipInput{UndoSeconds: seconds(60)})
		p.givesBack(p.cup, 2)
		_, err = p.App.Orders.WithdrawShipment(t.Context(), p.mill.ID, order.WithdrawShipmentInput{ShipmentID: part.LastShipment().ID})
		require.NoError(t, err)
		require.Equal(t, order.SellerOrderCancelled, p.now().State())
		p.Settle()
		require.True(t, p.holds())
		p.Balanced()
	})
}

// Who ships and who gives back at once: one of them is first, and nothing is sent that
// nobody waits for.
func TestSetRefunded_while_it_is_shipped(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		p.givesBack(p.tea, 3)
		var all sync.WaitGroup
		var shipped, given error
		all.Go(func() { _, shipped = p.ship(order.ShipInput{}) })
		all.Go(func() { _, given = p.give(p.cup, 2) })
		all.Wait()
		require.NoError(t, given)
		if shipped == nil {
			require.Equal(t, order.SellerOrderShipped, p.now().State())
		} else {
			require.ErrorIs(t, shipped, order.ErrState)
			require.Equal(t, order.SellerOrderCancelled, p.now().State())
		}
		p.Settle()
		p.Balanced()
	})
}

// Shipments of an earlier version have no lines: they held everything.
func TestShipment_from_before_lines_were_kept(t *testing.T) {
	t.Parallel()
	eachParcels(t, func(t *testing.T, p *parcels) {
		p.ships(order.ShipInput{})
		err := p.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			if _, err := tx.NewRaw("DELETE FROM shipment_lines").Exec(ctx); err != nil {
				return err
			}
			_, err := tx.NewRaw("UPDATE seller_orders SET first_shipped_at = NULL").Exec(ctx)
			return err
		})
		require.NoError(t, err)
		part := p.now()
		require.Equal(t, order.SellerOrderShipped, part.State())
		require.Len(t, part.Shipments, 1)
		require.Len(t, part.LastShipment().Lines, 2)
		require.Empty(t, part.ToShip())
	})
}

package order

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/seller"
)

func TestStatus_moves_only_forward(t *testing.T) {
	t.Parallel()

	all := []Status{StatusAwaitingPayment, StatusPaid, StatusCancelled}
	allowed := map[[2]Status]bool{
		{StatusAwaitingPayment, StatusPaid}:      true,
		{StatusAwaitingPayment, StatusCancelled}: true,
	}
	for _, from := range all {
		for _, to := range all {
			require.Equal(t, allowed[[2]Status{from, to}], from.canBecome(to), "%s → %s", from, to)
		}
	}
}

func TestSellerOrderStatus_moves_only_forward(t *testing.T) {
	t.Parallel()

	all := []SellerOrderStatus{SellerOrderAwaitingPayment, SellerOrderReadyToShip, SellerOrderPartiallyShipped, SellerOrderShipped, SellerOrderCancelled}
	allowed := map[[2]SellerOrderStatus]bool{
		{SellerOrderAwaitingPayment, SellerOrderReadyToShip}: true,
		{SellerOrderAwaitingPayment, SellerOrderCancelled}:   true,
		{SellerOrderReadyToShip, SellerOrderShipped}:         true,
		{SellerOrderReadyToShip, SellerOrderCancelled}:       true,
	}
	for _, from := range all {
		for _, to := range all {
			require.Equal(t, allowed[[2]SellerOrderStatus{from, to}], from.canBecome(to), "%s → %s", from, to)
		}
	}
}

func TestAddress_Check_tells_everything_at_once(t *testing.T) {
	t.Parallel()

	var l fault.List
	Address{Name: " ", Line1: strings.Repeat("x", 201), City: "a\x00b", Country: "XX"}.Check(&l, "shippingAddress")
	require.Len(t, l, 4)
	require.ErrorIs(t, l.Err(), fault.ErrTextRequired)
	require.ErrorIs(t, l.Err(), fault.ErrTextTooLong)
	require.ErrorIs(t, l.Err(), fault.ErrTextEncoding)
	require.ErrorIs(t, l.Err(), seller.ErrCountry)
	require.Equal(t, []string{"shippingAddress", "country"}, l[3].Field)

	l = nil
	got := Address{Name: " Ada ", Line1: "1 rue", City: "Lyon", Country: "fr"}.Check(&l)
	require.NoError(t, l.Err())
	require.Equal(t, Address{Name: "Ada", Line1: "1 rue", City: "Lyon", Country: "FR"}, got)
}

func TestShipInput_refuses_addresses_that_are_not_https(t *testing.T) {
	t.Parallel()

	for _, bad := range []string{"http://x.example/1", "javascript:alert(1)", "https://", "tracking"} {
		_, err := ShipInput{TrackingURL: &bad}.shipment()
		require.ErrorIs(t, err, ErrTrackingURL, bad)
	}
}

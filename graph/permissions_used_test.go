package graph

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
)

// unlocked are the permissions that no field asks for, and why they are granted.
func unlocked() map[authz.Permission]string {
	const (
		second  = "both persons of a proposal need it; the field that proposes is locked by another one"
		columns = "row of the promised matrix whose operation does not exist yet"
	)
	return map[authz.Permission]string{
		authz.RefundApprove:       second,
		authz.SellerLegalRead:     "decides what members see of a seller, field by field",
		authz.ShippingAddressRead: "decides what members see of a buyer, by the table of graph/mask",
		authz.NoteDelete:          "decides whether noteDelete deletes what others have written",
		authz.SellerOrderCancel:   columns + ": order.cancel",
		authz.ProductModerate:     columns + ": listing.moderate",
	}
}

// Every permission opens something, or stands above with the reason why not. One
// that is used has no excuse.
func TestSchema_every_permission_opens_something(t *testing.T) {
	t.Parallel()

	used := map[authz.Permission]bool{}
	for _, d := range own(schema()) {
		for _, f := range d.Fields {
			if can := f.Directives.ForName("can"); can != nil {
				used[authz.Permission(can.Arguments.ForName("do").Value.Raw)] = true
			}
		}
	}
	for _, do := range authz.Permissions() {
		reason, excused := unlocked()[do]
		require.NotEqual(t, used[do], excused, "%s opens a field, or has a reason in unlocked()", do)
		require.False(t, excused && reason == "", do)
	}
}

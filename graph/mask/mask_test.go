package mask_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/graph/mask"
)

func TestShow(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ field, value, want string }{
		{"Account.name", "alice Marie von der Aldaine", "A. M. V."},
		{"Account.name", "Élodie", "É."},
		{"Account.name", "  李 小龙 ", "李. 小."},
		{"Account.name", "«12» -- 'Òscar'", "Ò."},
		{"Account.name", "42", mask.Hidden},
		{"Account.name", "", ""},
		{"Account.email", "alice@example.org", "a***@***"},
		{"Account.email", "7up@example.org", "7***@***"},
		{"Account.email", "+a@example.org", mask.Hidden},
		{"Address.line1", "Hafenstraße 4", mask.Hidden},
		{"Address.phone", "+49 40 123", mask.Hidden},
		{"PayoutAccount.bankLast4", "DE89370400440532013000", "3000"},
		{"PayoutAccount.bankLast4", "67", "67"},
		{"PayoutAccount.bankLast4", "", ""},
		{"Nothing.known", "Alice", mask.Hidden},
	} {
		require.Equal(t, c.want, mask.Show(c.field, mask.Operator, c.value), c.field)
		require.Equal(t, c.want, mask.Show(c.field, mask.Stranger, c.value), "%s: who is not known sees what is masked", c.field)
		require.Equal(t, c.want, mask.Show(c.field, "SOMEBODY", c.value), "%s: a reader who is not in the table", c.field)
	}
	require.Equal(t, "3000", mask.Show("PayoutAccount.bankLast4", mask.Self, "DE89370400440532013000"), "nobody is told more")
	require.Equal(t, mask.Hidden, mask.Show("Nothing.known", mask.Self, "Alice"), "a field that is not in the table")
	require.Equal(t, "Alice", mask.Show("Account.name", mask.Revealed, "Alice"))
}

// What is masked says nothing of how long it is, and every part of an address is
// about somebody but the country.
func TestShowAddress(t *testing.T) {
	t.Parallel()

	a := order.Address{
		Name: "Alice Aldaine", Line1: "Hafenstraße 4", Line2: "c/o Bercanary", PostalCode: "20359", City: "Hamburg", Region: "HH", Country: "DE", Phone: "+49 40 1234567",
	}
	want := order.Address{
		Name: "A. A.", Line1: "***", Line2: "***", PostalCode: "***", City: "***", Region: "***", Country: "DE", Phone: "***",
	}
	for _, to := range []mask.Reader{mask.Operator, mask.Clerk, mask.Late, mask.Colleague, mask.Stranger} {
		require.Equal(t, &mask.Address{Address: want, IsMasked: true}, mask.ShowAddress(to, a), to)
	}
	for _, to := range []mask.Reader{mask.Self, mask.Sender, mask.Revealed} {
		require.Equal(t, &mask.Address{Address: a}, mask.ShowAddress(to, a), to)
	}
	without := a
	without.Phone = "***"
	require.Equal(t, &mask.Address{Address: without, IsMasked: true}, mask.ShowAddress(mask.Handler, a))
	without.Phone, a.Phone = "", ""
	require.Equal(t, &mask.Address{Address: without}, mask.ShowAddress(mask.Handler, a), "there is nothing to mask")

	erased := order.Address{Name: identity.ErasedName, Country: "DE"}
	require.Equal(t, &mask.Address{Address: erased}, mask.ShowAddress(mask.Operator, erased), "the erased are not masked: nothing is left")
	named := a
	named.Name = identity.ErasedName
	require.Equal(t, mask.Hidden, mask.ShowAddress(mask.Operator, named).Line1, "somebody who calls themselves so is masked")
	require.Equal(t, order.ErasedAddress, mask.ShowOrderEmail(mask.Operator, order.ErasedAddress))
}

func TestShowEvidence(t *testing.T) {
	t.Parallel()

	e := dispute.Evidence{BuyerName: "Alice Aldaine", BuyerEmail: "alice@example.org", ShippingAddress: "Alice Aldaine\nHafenstraße 4", Statement: "It was sent."}
	seen := mask.ShowEvidence(mask.Operator, e)
	require.True(t, seen.IsMasked)
	require.Equal(t, "A. A.", seen.BuyerName)
	require.Equal(t, mask.Hidden, seen.ShippingAddress)
	require.Equal(t, "It was sent.", seen.Statement)
	require.Equal(t, "Alice Aldaine\nHafenstraße 4", e.ShippingAddress, "what is kept stays as it is")
	require.False(t, mask.ShowEvidence(mask.Revealed, e).IsMasked)
	require.False(t, mask.ShowEvidence(mask.Operator, dispute.Evidence{}).IsMasked)
}

// The table is whole: each field has a rule, and nothing is in two of its lists.
func TestTable(t *testing.T) {
	t.Parallel()

	for field, class := range mask.Fields() {
		require.Contains(t, mask.Classes(), class, field)
		require.Equal(t, 1, strings.Count(field, "."), field)
		require.NotContains(t, mask.Open(), field)
		require.False(t, mask.Clear(class, mask.Stranger), "%s is shown to strangers", class)
		require.False(t, mask.Clear(class, mask.Operator), "%s is shown to operators without a reason", class)
	}
	for _, reasons := range []map[string]string{mask.Open(), mask.Edges(), mask.Searches()} {
		for field, why := range reasons {
			require.NotEmpty(t, why, field)
		}
	}
}

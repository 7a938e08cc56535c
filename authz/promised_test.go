package authz

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
)

// promisedRoles are the columns of the promised matrix.
func promisedRoles() []actor.Role {
	return append([]actor.Role{actor.Guest, actor.Buyer}, Roles()[3:15]...)
}

// tableRows returns the cells of the tables below a heading of the promise, without
// their heads.
func tableRows(t *testing.T, heading string) (rows [][]string) {
	t.Helper()
	text, err := os.ReadFile("testdata/promised.md")
	require.NoError(t, err)
	_, rest, ok := strings.Cut(string(text), heading)
	require.True(t, ok, heading)
	body := 0
	for line := range strings.Lines(rest) {
		if strings.HasPrefix(line, "#") {
			break
		}
		if !strings.HasPrefix(line, "|") {
			continue
		}
		if body++; body <= 2 {
			continue
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	require.NotEmpty(t, rows, heading)
	return rows
}

// TestMatrix_is_what_was_promised compares the policy with the matrix of the
// design, row by row and role by role: who holds it, and after a second factor
// or not. Every permission has its place in the file.
func TestMatrix_is_what_was_promised(t *testing.T) {
	t.Parallel()

	placed := map[Permission]int{}
	otherwise := tableRows(t, "## Otherwise than promised")
	for _, row := range tableRows(t, "# The matrix that was promised") {
		require.Len(t, row, 2+len(promisedRoles()), row[0])
		if row[1] == "–" {
			continue
		}
		for _, name := range strings.Fields(row[1]) {
			do := Permission(name)
			require.True(t, Known(do), name)
			placed[do]++
			for i, role := range promisedRoles() {
				mark, by := row[2+i], actor.Actor{Role: role, SellerID: "sel_x"}
				if slices.ContainsFunc(otherwise, func(o []string) bool { return o[0] == name && o[1] == string(role) }) {
					require.True(t, mark == "" && Can(by, do), "%s of %s is otherwise than promised no more", name, role)
					continue
				}
				holds := mark != "" && mark != "asks" && (mark != "r" || do.Reads())
				require.Equal(t, holds, Can(by, do), "%s: %s of %s", row[0], name, role)
				if holds {
					require.Equal(t, strings.Contains(mark, "S"), NeedsStepUp(by, do), "%s: a second factor for %s of %s", row[0], name, role)
				}
			}
		}
	}
	for _, row := range otherwise {
		require.Len(t, row, 3)
		require.True(t, Known(Permission(row[0])) && slices.Contains(Roles(), actor.Role(row[1])), row[0])
		require.NotEmpty(t, row[2])
	}
	for _, row := range tableRows(t, "## Beside it") {
		require.Len(t, row, 2)
		require.NotEmpty(t, row[1], row[0])
		placed[Permission(row[0])]++
	}
	for _, do := range Permissions() {
		require.Equal(t, 1, placed[do], "%s has one place in testdata/promised.md", do)
	}
	require.Len(t, placed, len(Permissions()))
}

// What a role of a seller's own holds is its set, and never more than the owner.
func TestCan_custom_roles(t *testing.T) {
	t.Parallel()

	by := actor.Actor{Role: actor.Custom, SellerID: "sel_x", Rights: Rights(ProductEdit, ProductRead, SellerApprove, AccountEdit)}
	for _, do := range Permissions() {
		require.Equal(t, do == ProductEdit || do == ProductRead, Can(by, do), do)
	}
	require.Equal(t, []Permission{ProductEdit, ProductRead}, Granted(by))
	by.ReadOnly = true
	require.Equal(t, []Permission{ProductRead}, Granted(by))
	by.FactorMissing = true
	require.Empty(t, Granted(by))
	require.Empty(t, Granted(actor.Actor{Role: actor.Custom, Rights: Rights(ProductEdit)}), "for no seller")
	require.Empty(t, Granted(actor.Actor{Role: "seller:owner2", SellerID: "sel_x", Rights: Rights(Permissions()...)}))
	require.Empty(t, Granted(actor.Actor{Role: actor.Custom, SellerID: "sel_x"}))
	for _, do := range append(Permissions(), "", "NO_SUCH") {
		full := actor.Actor{Role: actor.Custom, SellerID: "sel_x", Rights: Rights(Permissions()...)}
		require.Equal(t, Can(actor.Actor{Role: "seller:owner", SellerID: "sel_x"}, do), Can(full, do), do)
	}
	g := Grants()
	names := g.NamesOf(Rights(StockEdit, ProductRead))
	require.Equal(t, []string{"PRODUCT_READ", "STOCK_EDIT"}, names)
	held, unknown := g.Of(append(names, "KING"))
	require.Equal(t, Rights(StockEdit, ProductRead), held)
	require.Equal(t, []string{"KING"}, unknown)
	require.False(t, g.OwnersOnly.Meets(g.Never))
	require.True(t, g.Never.Within(g.Roles["seller:owner"]))
}

func BenchmarkCan_custom(b *testing.B) {
	by := actor.Actor{AccountID: "acc_x", SellerID: "sel_x", Role: actor.Custom, Rights: Rights(StockEdit)}
	b.ReportAllocs()
	for b.Loop() {
		if !Can(by, StockEdit) {
			b.Fatal("refused")
		}
	}
}

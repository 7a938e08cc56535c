package seller_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Whoever changes a team looks through its open invitations with as many statements for
// many as for few, also when some of them lapse by it.
func TestInvitations_are_looked_through_at_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		ctx, w := t.Context(), newWorld(d)
		owner := w.mill(t)
		role := owner.role(t, "Pictures", authz.ProductRead)
		carl := owner.as(t, "carl", seller.RoleSupport)
		outcomes := func() (open, lapsed int) {
			c, err := w.sellers.Invitations(ctx, owner.now(t), seller.InvitationFilter{}, page.First(50))
			require.NoError(t, err)
			for _, i := range c.Nodes {
				switch {
				case i.Outcome == nil:
					open++
				case *i.Outcome == seller.OutcomeLapsed:
					lapsed++
				}
			}
			return open, lapsed
		}
		changes := func(n int) (statements [2]int) {
			mara := owner.as(t, fmt.Sprintf("mara%d", n), seller.RoleManager)
			for i := range n {
				for who, as := range map[string]seller.Charge{"a": {Role: seller.RoleReadOnly}, "b": custom(role)} {
					_, err := w.sellers.Invite(ctx, mara.now(t), seller.InviteInput{Email: fmt.Sprintf("%s%d-%d@example.org", who, n, i), Role: as.Role, RoleID: as.RoleID})
					require.NoError(t, err)
				}
			}
			by := owner.now(t)
			statements[0] = dbtest.CountQueries(d, func() {
				_, err := w.sellers.SetRole(ctx, by, seller.MemberRoleSetInput{MemberID: carl.member.ID, Role: []seller.Role{seller.RoleFinance, seller.RoleSupport}[n%2]})
				require.NoError(t, err)
			})
			open, before := outcomes()
			require.Equal(t, 2*n, open, "nothing lapses by what is no business of who has invited")
			statements[1] = dbtest.CountQueries(d, func() {
				_, err := w.sellers.Remove(ctx, by, seller.MemberInput{MemberID: mara.member.ID})
				require.NoError(t, err)
			})
			open, after := outcomes()
			require.Zero(t, open)
			require.Equal(t, 2*n, after-before)
			return statements
		}
		few := changes(2)
		require.Equal(t, few, changes(7))
	})
}

func TestDeleteRole_takes_no_statement_for_each_holder(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		ctx, w := t.Context(), newWorld(d)
		owner := w.mill(t)
		words := custom(owner.role(t, "Words", authz.ProductRead))
		replaced := func(n int) int {
			role := owner.role(t, fmt.Sprint("Pictures ", n), authz.ProductRead, authz.ProductEdit)
			var holders []somebody
			for i := range n {
				holders = append(holders, owner.with(t, fmt.Sprintf("carl%d-%d", n, i), custom(role)))
			}
			by := owner.now(t)
			statements := dbtest.CountQueries(d, func() {
				_, err := w.sellers.DeleteRole(ctx, by, seller.RoleDeleteInput{RoleID: role.ID, Replacement: &words})
				require.NoError(t, err)
			})
			for _, h := range holders {
				require.False(t, authz.Can(h.now(t), authz.ProductEdit))
				require.True(t, authz.Can(h.now(t), authz.ProductRead))
			}
			return statements
		}
		require.Equal(t, replaced(1), replaced(6))
	})
}

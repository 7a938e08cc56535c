package seller_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func eur(amount string) *money.Input { return &money.Input{Amount: amount, CurrencyCode: "EUR"} }

func TestCreateRole(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		create := func(by somebody, in seller.RoleInput) error {
			_, err := w.sellers.CreateRole(t.Context(), by.now(t), in)
			return err
		}
		made, err := w.sellers.CreateRole(t.Context(), owner.now(t), seller.RoleInput{
			Name: " Returns desk ", Description: "Refunds a little.", RefundLimit: eur("50.00"),
			Permissions: texts(authz.SellerOrderRefund, authz.SellerOrderRead, authz.SellerOrderRead, authz.SellerRead),
		})
		require.NoError(t, err)
		require.Equal(t, "Returns desk", made.Name)
		require.Equal(t, texts(authz.SellerOrderRead, authz.SellerOrderRefund, authz.SellerRead), made.Permissions, "each once, in order")
		require.EqualValues(t, 1, made.Version)

		read := texts(authz.SellerRead)
		for name, tt := range map[string]struct {
			in   seller.RoleInput
			want error
		}{
			"no name":          {seller.RoleInput{Permissions: read}, fault.ErrTextRequired},
			"nul in name":      {seller.RoleInput{Name: "a\x00", Permissions: read}, fault.ErrTextEncoding},
			"no utf-8":         {seller.RoleInput{Name: "a\xff", Permissions: read}, fault.ErrTextEncoding},
			"nothing":          {seller.RoleInput{Name: "A"}, fault.ErrTextRequired},
			"unknown":          {seller.RoleInput{Name: "A", Permissions: []string{"KING"}}, seller.ErrRolePermission},
			"taken":            {seller.RoleInput{Name: "RETURNS DESK", Permissions: read}, seller.ErrRoleTaken},
			"reserved":         {seller.RoleInput{Name: "Öwner", Permissions: read}, seller.ErrRoleName},
			"an operator's":    {seller.RoleInput{Name: "A", Permissions: texts(authz.SellerApprove)}, seller.ErrRoleAbove},
			"a buyer's":        {seller.RoleInput{Name: "A", Permissions: texts(authz.AccountEdit)}, seller.ErrRoleAbove},
			"closing":          {seller.RoleInput{Name: "A", Permissions: texts(authz.SellerClose)}, seller.ErrRoleAbove},
			"ownership":        {seller.RoleInput{Name: "A", Permissions: texts(authz.OwnershipTransfer)}, seller.ErrRoleAbove},
			"limit of nothing": {seller.RoleInput{Name: "A", Permissions: read, RefundLimit: eur("5.00")}, seller.ErrRoleLimit},
			"limit of zero":    {seller.RoleInput{Name: "A", Permissions: texts(authz.SellerOrderRefund), RefundLimit: eur("0.00")}, money.ErrAmountRange},
			"limit below zero": {seller.RoleInput{Name: "A", Permissions: texts(authz.SellerOrderRefund), RefundLimit: eur("-1.00")}, money.ErrAmountRange},
			"limit no number":  {seller.RoleInput{Name: "A", Permissions: texts(authz.SellerOrderRefund), RefundLimit: eur("x")}, money.ErrAmount},
		} {
			require.ErrorIs(t, create(owner, tt.in), tt.want, name)
		}
		mara := owner.as(t, "mara", seller.RoleManager)
		require.NoError(t, create(mara, seller.RoleInput{Name: "By Mara", Permissions: read}), "the door keeps managers away, not this")
		require.ErrorIs(t, create(mara, seller.RoleInput{Name: "B", Permissions: texts(authz.PayoutAccountEdit)}), seller.ErrRoleAbove)
		require.ErrorIs(t, create(mara, seller.RoleInput{Name: "B", Permissions: texts(authz.SellerMemberInvite)}), seller.ErrRoleAbove,
			"she holds it, and only owners hand it on")
		require.NoError(t, create(owner, seller.RoleInput{Name: "Office", Permissions: texts(authz.PayoutAccountEdit, authz.SellerMemberInvite, authz.SellerRoleEdit)}))

		kiln := w.other(t, "Kiln")
		require.NoError(t, create(kiln, seller.RoleInput{Name: "Returns desk", Permissions: read}), "another's names are their own")
		c, err := w.sellers.Roles(t.Context(), owner.now(t), seller.RoleFilter{}, page.First(50))
		require.NoError(t, err)
		require.Len(t, c.Nodes, 3)
		search := "DÉSK"
		c, err = w.sellers.Roles(t.Context(), owner.now(t), seller.RoleFilter{Search: &search}, page.First(50))
		require.NoError(t, err)
		require.Len(t, c.Nodes, 1)
		for i := range 30 {
			err = create(owner, seller.RoleInput{Name: string(rune('a'+i)) + "x", Permissions: read})
			if err != nil {
				break
			}
		}
		require.ErrorIs(t, err, seller.ErrRoleCount)
	})
}

// Nobody hands on more than they hold, nor a higher limit.
func TestRoles_are_bounded_by_their_maker(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		deputy, err := w.sellers.CreateRole(t.Context(), owner.now(t), seller.RoleInput{
			Name: "Deputy", RefundLimit: eur("50.00"), Permissions: texts(authz.SellerRead, authz.SellerRoleEdit, authz.SellerMemberInvite,
				authz.SellerMemberEdit, authz.SellerOrderRead, authz.SellerOrderRefund),
		})
		require.NoError(t, err)
		dora := owner.with(t, "dora", custom(deputy))
		by := dora.now(t)
		require.Equal(t, actor.Custom, by.Role)
		require.True(t, by.RefundLimit.Allows(money.New(5000, "EUR")))
		require.False(t, by.RefundLimit.Allows(money.New(5001, "EUR")))
		require.False(t, by.RefundLimit.Allows(money.New(1, "USD")), "what cannot be compared is not within")

		refunds := texts(authz.SellerOrderRead, authz.SellerOrderRefund)
		for name, in := range map[string]seller.RoleInput{
			"more":         {Name: "A", Permissions: texts(authz.StockEdit)},
			"no limit":     {Name: "A", Permissions: refunds},
			"higher limit": {Name: "A", Permissions: refunds, RefundLimit: eur("50.01")},
			"other limit":  {Name: "A", Permissions: refunds, RefundLimit: &money.Input{Amount: "1.00", CurrencyCode: "USD"}},
			"her own":      {Name: "A", Permissions: texts(authz.SellerRoleEdit)},
		} {
			_, err := w.sellers.CreateRole(t.Context(), by, in)
			require.ErrorIs(t, err, seller.ErrRoleAbove, name)
		}
		low, err := w.sellers.CreateRole(t.Context(), by, seller.RoleInput{Name: "Low", Permissions: refunds, RefundLimit: eur("50.00")})
		require.NoError(t, err)
		_, err = w.sellers.UpdateRole(t.Context(), by, seller.RoleUpdateInput{
			RoleID: deputy.ID, Version: 1, RoleInput: seller.RoleInput{Name: "Deputy", Permissions: deputy.Permissions},
		})
		require.ErrorIs(t, err, seller.ErrRoleAbove, "nobody takes their own limit away")
		_, err = w.sellers.UpdateRole(t.Context(), by, seller.RoleUpdateInput{
			RoleID: low.ID, Version: 1, RoleInput: seller.RoleInput{Name: "Low", Permissions: refunds, RefundLimit: eur("60.00")},
		})
		require.ErrorIs(t, err, seller.ErrRoleAbove)
		invite := func(as seller.Charge) error {
			_, err := w.sellers.Invite(t.Context(), by, seller.InviteInput{Email: "x@example.org", Role: as.Role, RoleID: as.RoleID})
			return err
		}
		require.ErrorIs(t, invite(seller.Charge{Role: seller.RoleSupport}), seller.ErrMemberAbove, "support refunds without this limit")
		require.ErrorIs(t, invite(custom(deputy)), seller.ErrMemberAbove, "nobody clones themselves")
		require.NoError(t, invite(custom(low)))
		_, err = w.sellers.DeleteRole(t.Context(), by, seller.RoleDeleteInput{RoleID: deputy.ID})
		require.ErrorIs(t, err, seller.ErrRoleAbove)
	})
}

func TestUpdateRole_sees_changes_of_others(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		role := owner.role(t, "Pictures", authz.ProductRead)
		by := owner.now(t)
		errs := atOnce(6, func(int) error {
			_, err := w.sellers.UpdateRole(t.Context(), by, seller.RoleUpdateInput{
				RoleID: role.ID, Version: 1, RoleInput: seller.RoleInput{Name: "Pictures", Permissions: texts(authz.ProductEdit)},
			})
			return err
		})
		require.Equal(t, 1, succeeded(errs), "%v", errs)
		for _, err := range errs {
			require.True(t, err == nil || seller.ErrRoleVersion.Is(err), "%v", err)
		}
		_, err := w.sellers.UpdateRole(t.Context(), by, seller.RoleUpdateInput{
			RoleID: seller.NewRoleID(), Version: 1, RoleInput: seller.RoleInput{Name: "X", Permissions: texts(authz.ProductRead)},
		})
		require.ErrorIs(t, err, seller.ErrRoleNotFound)
		kiln := w.other(t, "Kiln")
		_, err = w.sellers.UpdateRole(t.Context(), kiln.now(t), seller.RoleUpdateInput{
			RoleID: role.ID, Version: 2, RoleInput: seller.RoleInput{Name: "X", Permissions: texts(authz.ProductRead)},
		})
		require.ErrorIs(t, err, seller.ErrRoleNotFound, "another's role is not there")
	})
}

func TestDeleteRole_in_use_needs_a_replacement(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		role, other := owner.role(t, "Pictures", authz.ProductRead, authz.ProductEdit), owner.role(t, "Words", authz.ProductRead)
		carl := owner.with(t, "carl", custom(role))
		bob, _ := w.buyer(t, "bob")
		_, token := w.invite(t, owner.now(t), "bob@example.org", custom(role))
		remove := func(by somebody, to *seller.Charge) error {
			_, err := w.sellers.DeleteRole(t.Context(), by.now(t), seller.RoleDeleteInput{RoleID: role.ID, Replacement: to})
			return err
		}
		self, words := custom(role), custom(other)
		require.ErrorIs(t, remove(owner, nil), seller.ErrRoleInUse)
		require.ErrorIs(t, remove(owner, &self), seller.ErrMemberRole)
		require.ErrorIs(t, remove(owner, &seller.Charge{Role: seller.RoleOwner}), seller.ErrMemberRole)
		require.ErrorIs(t, remove(owner, &seller.Charge{Role: "KING"}), seller.ErrMemberRole)
		require.ErrorIs(t, remove(w.other(t, "Kiln"), &words), seller.ErrRoleNotFound)
		require.NoError(t, remove(owner, &words))
		require.ErrorIs(t, remove(owner, &words), seller.ErrRoleNotFound)
		by := carl.now(t)
		require.True(t, authz.Can(by, authz.ProductRead))
		require.False(t, authz.Can(by, authz.ProductEdit))
		_, err := w.sellers.Accept(t.Context(), bob, seller.TokenInput{Token: token})
		require.ErrorIs(t, err, seller.ErrInvitationInvalid, "an invitation to what is gone")
		_, err = w.sellers.Invite(t.Context(), owner.now(t), seller.InviteInput{Email: "x@example.org", Role: seller.RoleCustom, RoleID: &role.ID})
		require.ErrorIs(t, err, seller.ErrRoleNotFound)
		owner.role(t, "Pictures", authz.ProductRead) // the name is free again
	})
}

// What is stored of a role is never trusted further than the policy.
func TestCustomRole_cannot_be_forged_in_the_database(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		carl := owner.with(t, "carl", custom(owner.role(t, "Pictures", authz.ProductRead)))
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw(`UPDATE seller_roles SET permissions = '["SELLER_APPROVE","SELLER_CLOSE","OWNERSHIP_TRANSFER","LEDGER_READ","KING","PRODUCT_READ"]'`).Exec(ctx)
			return err
		}))
		require.Equal(t, []authz.Permission{authz.ProductRead}, authz.Granted(carl.now(t)))
	})
}

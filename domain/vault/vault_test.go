package vault_test

import (
	"context"
	"crypto/ed25519"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/vault"
)

func newVault(t *testing.T) (*vault.Vault, *seal.Keeper) {
	t.Helper()
	ring, err := seal.Generate()
	require.NoError(t, err)
	keys := seal.NewKeeper(ring, nil)
	return vault.New(keys), keys
}

func sealed(t *testing.T, d *db.DB, v *vault.Vault, at vault.Place, text string) (box []byte, err error) {
	t.Helper()
	err = d.Write(t.Context(), func(ctx context.Context, tx db.Tx) (err error) {
		box, err = v.SealTx(ctx, tx, at, []byte(text))
		return err
	})
	return box, err
}

func erase(t *testing.T, d *db.DB, subject vault.Subject) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return vault.EraseTx(ctx, tx, subject) }))
}

func TestVault_opens_only_where_it_was_sealed_and_never_after_erasing(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		v, _ := newVault(t)
		anna, bob := vault.Place{Subject: "acc_anna", Column: "x:1"}, vault.Place{Subject: "acc_bob", Column: "x:1"}
		box, err := sealed(t, d, v, anna, "Quittengasse 7")
		require.NoError(t, err)
		require.NotContains(t, string(box), "Quitten")
		again, err := sealed(t, d, v, anna, "Quittengasse 7")
		require.NoError(t, err)
		require.NotEqual(t, box, again, "nobody can tell that it is the same text")
		_, err = sealed(t, d, v, bob, "Bob")
		require.NoError(t, err)
		open := func(at vault.Place, box []byte) (string, error) {
			text, err := v.Open(t.Context(), d.Read(t.Context()), at, box)
			return string(text), err
		}
		text, err := open(anna, box)
		require.NoError(t, err)
		require.Equal(t, "Quittengasse 7", text)
		for name, at := range map[string]vault.Place{
			"another person": bob, "another place": {Subject: "acc_anna", Column: "x:2"}, "another column": {Subject: "acc_anna", Column: "y:1"},
		} {
			_, err := open(at, box)
			require.ErrorIs(t, err, seal.ErrBroken, name)
		}
		for i := range box {
			bad := append([]byte{}, box...)
			bad[i] ^= 1
			_, err := open(anna, bad)
			require.ErrorIs(t, err, seal.ErrBroken, "byte %d", i)
		}
		_, err = open(anna, nil)
		require.ErrorIs(t, err, seal.ErrBroken)
		_, err = open(vault.Place{Subject: "acc_nobody", Column: "x:1"}, box)
		require.ErrorIs(t, err, vault.ErrErased)

		erase(t, d, "acc_anna")
		erase(t, d, "acc_anna")
		_, err = open(anna, box)
		require.ErrorIs(t, err, vault.ErrErased)
		_, err = sealed(t, d, v, anna, "again")
		require.ErrorIs(t, err, vault.ErrErased, "a key is never made a second time")
		erase(t, d, "acc_never")
		_, err = sealed(t, d, v, vault.Place{Subject: "acc_never", Column: "x:1"}, "x")
		require.ErrorIs(t, err, vault.ErrErased)
		_, err = sealed(t, d, v, bob, "Bob is still here")
		require.NoError(t, err)
	})
}

func TestVault_gives_all_who_come_first_the_same_key(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		v, _ := newVault(t)
		at := vault.Place{Subject: "acc_anna", Column: "x:1"}
		boxes, failures := make([][]byte, 20), make([]error, 20)
		var all sync.WaitGroup
		for i := range boxes {
			all.Go(func() { boxes[i], failures[i] = sealed(t, d, v, at, "text") })
		}
		all.Wait()
		for i, box := range boxes {
			require.NoError(t, failures[i])
			text, err := v.Open(t.Context(), d.Read(t.Context()), at, box)
			require.NoError(t, err)
			require.Equal(t, "text", string(text))
		}
	})
}

func TestVault_survives_a_rotation_and_does_nothing_without_keys(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		v, keys := newVault(t)
		at := vault.Place{Subject: "acc_anna", Column: "x:1"}
		box, err := sealed(t, d, v, at, "text")
		require.NoError(t, err)
		var signer ed25519.PrivateKey
		var hash string
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) (err error) {
			if signer, err = v.SignerTx(ctx, tx, "signs"); err != nil {
				return err
			}
			hash, err = v.HashTx(ctx, tx, "hashes", "text")
			return err
		}))
		public, err := v.PublicKey(t.Context(), d.Read(t.Context()), "signs")
		require.NoError(t, err)
		require.True(t, ed25519.Verify(public, []byte("x"), ed25519.Sign(signer, []byte("x"))))
		_, err = v.PublicKey(t.Context(), d.Read(t.Context()), "never made")
		require.ErrorIs(t, err, vault.ErrErased)

		var read bool
		without := vault.New(seal.NewKeeper(nil, nil))
		_, err = sealed(t, d, without, vault.Place{Subject: "acc_new", Column: "x:1"}, "text")
		require.ErrorIs(t, err, seal.ErrNoKeys)
		_, err = without.Open(t.Context(), d.Read(t.Context()), at, box)
		require.ErrorIs(t, err, seal.ErrNoKeys)
		other, _ := newVault(t)
		_, err = other.Open(t.Context(), d.Read(t.Context()), at, box)
		require.Error(t, err, "another keyset opens nothing")

		done, lost, err := v.Reseal(t.Context(), d, func(int64) { read = true })
		require.NoError(t, err)
		require.Zero(t, done+lost, "all is sealed by the primary key")
		require.False(t, read)
		require.NotNil(t, keys.Ring())
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			again, err := v.HashTx(ctx, tx, "hashes", "text")
			require.Equal(t, hash, again)
			return err
		}))
	})
}

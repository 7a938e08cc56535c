package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/pquerna/otp/totp"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/server"
)

// enrolled makes somebody with an authenticator app in the database at url.
func enrolled(t *testing.T, url, keys string) {
	t.Helper()
	d, err := db.Open(t.Context(), url, db.Options{Clock: clock.Wall{}})
	require.NoError(t, err)
	defer func() { require.NoError(t, d.Close()) }()
	ring, err := server.ReadKeys(keys)
	require.NoError(t, err)
	people := identity.New(d, identity.Options{HashMemoryKiB: 64})
	opened, err := people.Register(t.Context(), actor.Actor{}, identity.RegisterInput{Email: "ada@example.org", Password: "a quiet harbour 47"})
	require.NoError(t, err)
	by, err := seller.New(d, people, authz.Grants()).Actor(t.Context(), opened.Token, "")
	require.NoError(t, err)
	factors := factor.New(d, people, seal.NewKeeper(ring, nil), factor.Options{})
	begun, err := factors.Enrol(t.Context(), by, factor.AddInput{Password: "a quiet harbour 47"})
	require.NoError(t, err)
	code, err := totp.GenerateCode(begun.Secret, d.Clock().Now())
	require.NoError(t, err)
	_, err = factors.Confirm(t.Context(), by, factor.ConfirmInput{Code: factor.Code(code)})
	require.NoError(t, err)
}

type keyState struct {
	ID      uint32
	State   string
	Secrets int64
}

func keyStates(t *testing.T, environ map[string]string) (code int, list []keyState) {
	t.Helper()
	code, out, errs := etal(t, environ, "keys", "status", "--json")
	require.NoError(t, json.Unmarshal([]byte(out), &list), errs)
	return code, list
}

func TestKeys(t *testing.T) {
	t.Parallel()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		path := filepath.Join(t.TempDir(), "etc", "keys.json")
		environ := map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, dialect), "ETAL_KEYS": "file:" + path}
		code, _, errs := etal(t, environ, "keys", "rotate")
		require.Equal(t, 1, code)
		require.Contains(t, errs, "etal keys generate")
		code, _, errs = etal(t, nil, "keys", "generate", "--file", path)
		require.Zero(t, code, errs)
		info, err := os.Stat(path)
		require.NoError(t, err)
		require.EqualValues(t, 0o600, info.Mode().Perm())
		first, err := os.ReadFile(path)
		require.NoError(t, err)
		code, _, _ = etal(t, nil, "keys", "generate", "--file", path)
		require.Equal(t, 1, code, "keys are never overwritten")
		again, err := os.ReadFile(path)
		require.NoError(t, err)
		require.Equal(t, first, again)

		enrolled(t, environ["ETAL_DATABASE_URL"], path)
		code, before := keyStates(t, environ)
		require.Zero(t, code)
		require.Len(t, before, 1)
		require.EqualValues(t, 1, before[0].Secrets)

		code, out, errs := etal(t, environ, "keys", "rotate")
		require.Zero(t, code, errs)
		require.Contains(t, out, "sealed 1 secrets")
		code, after := keyStates(t, environ)
		require.Zero(t, code)
		require.Equal(t, []keyState{{after[0].ID, "primary", 1}, {before[0].ID, "older", 0}}, after)
		require.NotEqual(t, before[0].ID, after[0].ID)

		require.NoError(t, os.WriteFile(path, first, 0o600)) // somebody puts an older copy back
		code, list := keyStates(t, environ)
		require.Equal(t, 1, code)
		require.Equal(t, []keyState{{before[0].ID, "primary", 0}, {after[0].ID, "lost", 1}}, list)
		code, out, _ = etal(t, environ, "keys", "rotate")
		require.Equal(t, 1, code)
		require.Contains(t, out, "1 secrets were sealed with keys that are not in the keyset")
	}
}

func TestKeys_in_the_environment(t *testing.T) {
	t.Parallel()
	code, text, _ := etal(t, nil, "keys", "generate")
	require.Zero(t, code)
	environ := map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite), "ETAL_KEYS": text}
	code, rotated, errs := etal(t, environ, "keys", "rotate")
	require.Zero(t, code, errs)
	require.Contains(t, errs, "once more")
	ring, err := seal.Parse(rotated)
	require.NoError(t, err)
	require.Len(t, ring.Keys(), 2)
	environ["ETAL_KEYS"] = `{"no":"keyset"}`
	code, _, errs = etal(t, environ, "keys", "status")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "ETAL_KEYS")
}

// keyset makes a fresh keyset for ETAL_KEYS.
func keyset(t *testing.T) string {
	t.Helper()
	code, text, errs := etal(t, nil, "keys", "generate")
	require.Zero(t, code, errs)
	return text
}

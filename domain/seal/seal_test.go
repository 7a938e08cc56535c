package seal_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/seal"
)

const place = "totp_factors.secret:tot_1"

func generate(t *testing.T) *seal.Ring {
	t.Helper()
	ring, err := seal.Generate()
	require.NoError(t, err)
	return ring
}

func TestRing_opens_only_in_its_place(t *testing.T) {
	t.Parallel()

	ring := generate(t)
	secret := []byte("twenty bytes of text")
	sealed, err := ring.Seal(secret, place)
	require.NoError(t, err)
	require.False(t, bytes.Contains(sealed, secret))
	again, err := ring.Seal(secret, place)
	require.NoError(t, err)
	require.NotEqual(t, sealed, again, "a nonce is never used twice")

	opened, err := ring.Open(sealed, place)
	require.NoError(t, err)
	require.Equal(t, secret, opened)
	for _, elsewhere := range []string{"", "totp_factors.secret:tot_2", "totp_factors.other:tot_1", place + " "} {
		_, err = ring.Open(sealed, elsewhere)
		require.ErrorIs(t, err, seal.ErrBroken, "%q", elsewhere)
	}
	for i := range sealed {
		changed := bytes.Clone(sealed)
		changed[i] ^= 1
		_, err = ring.Open(changed, place)
		require.Error(t, err, "byte %d", i)
	}
	for n := range sealed {
		_, err = ring.Open(sealed[:n], place)
		require.Error(t, err, "cut after %d bytes", n)
	}
}

func TestRing_rotates(t *testing.T) {
	t.Parallel()

	old := generate(t)
	sealed, err := old.Seal([]byte("secret"), place)
	require.NoError(t, err)
	renewed, err := old.Rotated()
	require.NoError(t, err)
	require.NotEqual(t, old.Primary(), renewed.Primary())
	require.Equal(t, []seal.KeyID{renewed.Primary(), old.Primary()}, renewed.Keys())
	require.Equal(t, []seal.KeyID{old.Primary()}, old.Keys(), "a ring never changes")

	opened, err := renewed.Open(sealed, place)
	require.NoError(t, err)
	require.Equal(t, "secret", string(opened))
	sealed, err = renewed.Seal([]byte("secret"), place)
	require.NoError(t, err)
	key, ok := seal.KeyOf(sealed)
	require.True(t, ok)
	require.Equal(t, renewed.Primary(), key)
	_, err = old.Open(sealed, place)
	require.ErrorIs(t, err, seal.ErrKeyLost)
	_, err = generate(t).Open(sealed, place)
	require.ErrorIs(t, err, seal.ErrKeyLost, "a stranger's ring")
}

func TestKeeper_reads_a_rotated_ring_by_itself(t *testing.T) {
	t.Parallel()

	old := generate(t)
	renewed, err := old.Rotated()
	require.NoError(t, err)
	loads := 0
	keeper := seal.NewKeeper(old, func() (*seal.Ring, error) { loads++; return renewed, nil })
	sealed, err := renewed.Seal([]byte("secret"), place)
	require.NoError(t, err)
	for range 3 {
		opened, err := keeper.Open(sealed, place)
		require.NoError(t, err)
		require.Equal(t, "secret", string(opened))
	}
	require.Equal(t, 1, loads)
	found := seal.NewKeeper(nil, func() (*seal.Ring, error) { return renewed, nil })
	_, err = found.Open(sealed, place)
	require.NoError(t, err, "keys that turn up are used")
	_, _, err = seal.NewKeeper(nil, nil).Seal([]byte("secret"), place)
	require.ErrorIs(t, err, seal.ErrNoKeys)
	_, err = seal.NewKeeper(old, nil).Open(sealed, place)
	require.ErrorIs(t, err, seal.ErrKeyLost)
}

func TestRing_is_written_and_read(t *testing.T) {
	t.Parallel()

	ring := generate(t)
	text, err := ring.Text()
	require.NoError(t, err)
	same, err := seal.Parse(text)
	require.NoError(t, err)
	require.Equal(t, ring.Keys(), same.Keys())
	for _, bad := range []string{"", "{}", "null", "[]", "x", text[:len(text)/2], strings.Replace(text, "AesGcmKey", "NoSuchKey", 1)} {
		_, err := seal.Parse(bad)
		require.ErrorIs(t, err, seal.ErrRing, bad)
	}
}

func TestRing_is_never_printed(t *testing.T) {
	t.Parallel()

	ring := generate(t)
	text, err := ring.Text()
	require.NoError(t, err)
	_, after, _ := strings.Cut(text, `"value":"`)
	value := after[:24]
	var out bytes.Buffer
	fmt.Fprintf(&out, "%v %+v %#v %s", ring, ring, ring, ring)
	slog.New(slog.NewJSONHandler(&out, nil)).Info("ring", "ring", ring)
	require.NotContains(t, out.String(), value)
	require.Contains(t, out.String(), "[redacted]")
}

package identity

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/fault"
)

func refusal(p Password, of owner) error {
	var faults fault.List
	p.check(&faults, of)
	return faults.Err()
}

// Ten thousand widely used passwords and more are as long as a password must be
// beside a second factor, and not one of them is taken; nor are they where the
// password is the only factor, made long enough by writing them again or by
// appending digits.
func TestPassword_refuses_ten_thousand_widely_used_ones(t *testing.T) {
	t.Parallel()
	refused := 0
	for p := range common() {
		if utf8.RuneCountInString(p) < passwordMinWithFactor {
			continue
		}
		require.ErrorIs(t, refusal(Password(p), owner{hasFactor: true}), ErrPasswordCommon, p)
		if refused++; refused%20 == 0 { // a sample of the longer forms: each costs an estimate
			again := strings.Repeat(p, (passwordMin+len(p)-1)/len(p))
			require.ErrorIs(t, refusal(Password(again), owner{}), ErrPasswordCommon, again)
			digits := p + "1234567"
			require.ErrorIs(t, refusal(Password(digits), owner{}), ErrPasswordCommon, digits)
			require.ErrorIs(t, refusal(Password(strings.ToUpper(again)), owner{}), ErrPasswordCommon, again)
		}
	}
	require.GreaterOrEqual(t, refused, 10_000)
}

func TestPassword_refuses_whom_it_belongs_to(t *testing.T) {
	t.Parallel()
	of := owner{email: "jo.wanderer@brightfield.example", name: "Josephine Quill", words: []string{"Kiln & Clay Ceramics"}}
	for _, p := range []Password{
		"Josephine rows 7 boats", "under quill mountains 9", "xx jo.wanderer xx 81!", "my brightfield.example 4", "wet ceramics everywhere 3",
		"kiln & clay ceramics!!", "etal is my password 9x", "Étal loves lanterns 42", "the ETAL of tomorrow 7",
	} {
		require.ErrorIs(t, refusal(p, of), ErrPasswordCommon, string(p))
	}
	for _, p := range []Password{"petals drift by windows", "metallic lantern orbit", "seven lanterns drift"} {
		require.NoError(t, refusal(p, of), string(p))
	}
}

func TestPassword_length(t *testing.T) {
	t.Parallel()
	alone, beside := owner{}, owner{hasFactor: true}
	require.ErrorIs(t, refusal("vq7#Kd2mXw9!bR", alone), ErrPasswordShort)
	require.NoError(t, refusal("vq7#Kd2mXw9!bRz", alone))
	require.ErrorIs(t, refusal("vq7#Kd2", beside), ErrPasswordShort)
	require.NoError(t, refusal("vq7#Kd2m", beside))
	const long = "vq7#Kd2mXw9!bRz harbour étage pqzt 81 lantern mvbx drift kiln owes 3 quiet fjord wyrm ünder 55 spokes gnu bivouac zephyr"
	rest := 128 - utf8.RuneCountInString(long)
	require.Positive(t, rest)
	require.NoError(t, refusal(Password(long+strings.Repeat("x", rest)), alone), "128 characters, more than 128 bytes")
	require.ErrorIs(t, refusal(Password(long+strings.Repeat("x", rest+1)), alone), ErrPasswordLong)
	require.NoError(t, refusal("ａｂｃｘｙｚ 漢字仮名 ñandú кот", alone))
}

// Nothing of a long password is cut, and other spellings of its characters are
// the same password.
func TestHasher_takes_a_password_whole(t *testing.T) {
	t.Parallel()
	h := newHasher(64, nil)
	long := strings.Repeat("vq7#Kd2mXw9!bRz ", 8) // 128 bytes
	hash, err := h.hash(t.Context(), Password(long))
	require.NoError(t, err)
	for p, want := range map[string]bool{
		long: true, long[:127] + "x": false, long[:127]: false, strings.ToUpper(long): false, strings.TrimSpace(long): false,
	} {
		ok, _, err := h.matches(t.Context(), Password(p), hash)
		require.NoError(t, err)
		require.Equal(t, want, ok, p)
	}
	hash, err = h.hash(t.Context(), "cafe\u0301 au lait ｆｕｌｌ")
	require.NoError(t, err)
	ok, _, err := h.matches(t.Context(), "caf\u00e9 au lait full", hash)
	require.NoError(t, err)
	require.True(t, ok, "NFKC")
}

func peppers(t *testing.T, text string) []Pepper {
	t.Helper()
	found, err := ParsePeppers(text)
	require.NoError(t, err)
	return found
}

const (
	firstPepper  = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
	secondPepper = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY="
)

func TestHasher_peppers(t *testing.T) {
	t.Parallel()
	plain, err := newHasher(64, nil).hash(t.Context(), "seven lanterns drift")
	require.NoError(t, err)
	one := newHasher(64, peppers(t, firstPepper))
	both := newHasher(64, peppers(t, secondPepper+",\n"+firstPepper))
	two := newHasher(64, peppers(t, secondPepper))
	hash, err := one.hash(t.Context(), "seven lanterns drift")
	require.NoError(t, err)
	id, encoded := hash.pepperOf()
	require.Equal(t, one.newest().id, id)
	require.Len(t, id, pepperIDLen)

	for name, c := range map[string]struct {
		by           *hasher
		hash         Hash
		ok, outdated bool
	}{
		"its own pepper":               {one, hash, true, false},
		"an older pepper":              {both, hash, true, true},
		"from before there was any":    {one, plain, true, true},
		"the pepper is lost":           {two, hash, false, true},
		"without the pepper":           {newHasher(64, nil), hash, false, true},
		"the stolen hash by itself":    {newHasher(64, nil), Hash(encoded), false, false},
		"the hash of another's pepper": {two, Hash(two.newest().id + encoded), false, false},
		"nobody":                       {one, "", false, true},
	} {
		ok, outdated, err := c.by.matches(t.Context(), "seven lanterns drift", c.hash)
		require.NoError(t, err, name)
		require.Equal(t, c.ok, ok, name)
		if c.ok {
			require.Equal(t, c.outdated, outdated, name)
		}
	}
	for _, bad := range []string{"not!base64", "c2hvcnQ=", firstPepper + ",!"} {
		_, err := ParsePeppers(bad)
		require.ErrorIs(t, err, ErrPeppers)
		require.NotContains(t, err.Error(), bad)
	}
	require.Empty(t, peppers(t, " "))
	require.Equal(t, "[redacted]", one.newest().String())
}

// However many sign in at once, no more hashes are made at a time than there are
// cores; the rest wait for two seconds and are told to come again.
func TestHasher_makes_as_many_hashes_at_once_as_there_are_cores(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHasher(64, nil)
		var running, most, busy atomic.Int64
		hold := make(chan struct{})
		var group sync.WaitGroup
		for range 200 {
			group.Go(func() {
				release, err := h.hold(t.Context())
				if ErrHashingBusy.Is(err) {
					busy.Add(1)
					return
				}
				n := running.Add(1)
				for seen := most.Load(); n > seen && !most.CompareAndSwap(seen, n); seen = most.Load() {
				}
				<-hold
				running.Add(-1)
				release()
			})
		}
		synctest.Wait()
		require.EqualValues(t, cap(h.slots), running.Load())
		require.Zero(t, busy.Load(), "they wait before they are refused")
		started := running.Load()
		<-time.After(hashWait) // of the bubble: nobody waits
		synctest.Wait()
		require.EqualValues(t, 200-started, busy.Load(), "and not for ever")
		close(hold)
		group.Wait()
		require.EqualValues(t, cap(h.slots), most.Load())

		gone, cancel := context.WithCancel(t.Context())
		cancel()
		for range cap(h.slots) {
			h.slots <- struct{}{}
		}
		_, err := h.hold(gone)
		require.ErrorIs(t, err, context.Canceled, "who has gone does not wait")
	})
}

package apikey

import (
	"fmt"
	"hash/crc32"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// documented is the expression of docs/recipes/api-keys.md.
var documented = regexp.MustCompile(`\betal_sk_(live|test)_[0-9A-Za-z]{38}\b`)

func TestToken_form(t *testing.T) {
	t.Parallel()

	seen, letters := map[Token]bool{}, map[rune]int{}
	for range 2000 {
		token := newToken(ModeLive)
		require.Regexp(t, documented, token.Reveal())
		require.Equal(t, documented.FindString("key="+token.Reveal()+";"), token.Reveal())
		require.False(t, seen[token])
		seen[token] = true
		for _, r := range token.Reveal()[len("etal_sk_live_"):][:randomLength] {
			letters[r]++
		}
		hash, ok := token.hash(ModeLive)
		require.True(t, ok)
		require.Len(t, hash, 32)
		require.Equal(t, token.Reveal()[len(token)-4:], token.lastFour())
		// As a scanner checks it, which knows no more than the page says.
		body, sum := token.Reveal()[:len(token)-6], token.Reveal()[len(token)-6:]
		value := new(big.Int)
		for _, r := range sum {
			value.Add(value.Mul(value, big.NewInt(62)), big.NewInt(int64(strings.IndexRune(base62, r))))
		}
		require.EqualValues(t, crc32.ChecksumIEEE([]byte(body)), value.Uint64())
	}
	require.Len(t, letters, len(base62), "every letter occurs")
	for r, n := range letters { // 64,000 letters, about 1,032 of each
		require.InDelta(t, 1032, n, 200, "%c is not as likely as others", r)
	}
	bits := new(big.Int).Exp(big.NewInt(62), big.NewInt(randomLength), nil).BitLen()
	require.Greater(t, bits, 190)
}

func TestToken_refuses(t *testing.T) {
	t.Parallel()

	good := newToken(ModeTest).Reveal()
	_, ok := Token(good).hash(ModeTest)
	require.True(t, ok)
	_, ok = Token(good).hash(ModeLive)
	require.False(t, ok, "a key of simulated money is none of real money")
	for i := range len(good) { // every single letter counts
		other := "A"
		if good[i] == 'A' {
			other = "B"
		}
		_, ok := Token(good[:i] + other + good[i+1:]).hash(ModeTest)
		require.False(t, ok, i)
	}
	for _, bad := range []string{
		"", "etal_sk_test_", good + "0", good[:len(good)-1], " " + good, good + "\n", strings.ToUpper(good),
		good[:20] + "\x00" + good[21:], good[:20] + "é" + good[22:], strings.Repeat("a", 1<<20), "etal_ses_" + good[13:],
	} {
		_, ok := Token(bad).hash(ModeTest)
		require.False(t, ok, "%.60q", bad)
	}
	body := "etal_sk_test_" + strings.Repeat("-", randomLength)
	_, ok = Token(body + checksum(body)).hash(ModeTest)
	require.False(t, ok, "the checksum of what is no base62 does not help")
}

func TestToken_prints_redacted(t *testing.T) {
	t.Parallel()

	token := newToken(ModeTest)
	printed := fmt.Sprintf("%v %s %+v %#v %v", token, token, token, token, &Issued{Key: &Key{}, Token: token})
	require.NotContains(t, printed, token.Reveal()[13:20])
	require.Equal(t, "[redacted]", token.LogValue().String())
}

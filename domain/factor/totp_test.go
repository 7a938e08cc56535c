package factor

import (
	"bytes"
	"encoding/base64"
	"image/png"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestCodeAt_RFC6238 uses the vectors of appendix B for SHA-1, whose last six
// digits are what an app shows.
func TestCodeAt_RFC6238(t *testing.T) {
	t.Parallel()

	secret := []byte("12345678901234567890")
	for seconds, want := range map[int64]string{
		59: "94287082", 1111111109: "07081804", 1111111111: "14050471",
		1234567890: "89005924", 2000000000: "69279037", 20000000000: "65353130",
	} {
		code, err := codeAt(secret, stepOf(time.Unix(seconds, 0)))
		require.NoError(t, err)
		require.Equal(t, want[2:], code, "%d", seconds)
	}
}

// judge finds a program that is not ours to judge by; empty when it is not
// installed. make contract demands it.
func judge(t *testing.T, program, debianPackage string) string {
	t.Helper()
	tool, err := exec.LookPath(program)
	if err != nil && os.Getenv("ETAL_CONTRACT") != "" {
		t.Fatalf("%s is not installed: apt-get install %s", program, debianPackage)
	}
	if err != nil {
		t.Logf("%s is not installed, and has judged nothing", program)
	}
	return tool
}

// TestCodeAt_oathtool compares with a program that is not ours, where it is
// installed; else the vectors of RFC 6238 judge alone.
func TestCodeAt_oathtool(t *testing.T) {
	t.Parallel()

	tool := judge(t, "oathtool", "oathtool")
	if tool == "" {
		return
	}
	for i := range 20 {
		secret := newSecret()
		at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(i) * 7777 * time.Second)
		out, err := exec.CommandContext(t.Context(), tool, "--totp", "--base32", "--now", at.Format("2006-01-02 15:04:05 UTC"),
			plainBase32.EncodeToString(secret)).Output()
		require.NoError(t, err)
		code, err := codeAt(secret, stepOf(at))
		require.NoError(t, err)
		require.Equal(t, strings.TrimSpace(string(out)), code)
	}
}

func TestMatch_edges(t *testing.T) {
	t.Parallel()

	secret := newSecret()
	at := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	code, err := codeAt(secret, stepOf(at))
	require.NoError(t, err)
	for _, c := range []struct {
		after time.Duration
		ok    bool
	}{{-1, false}, {0, true}, {30*time.Second - 1, true}, {60*time.Second - 1, true}, {60 * time.Second, false}} {
		step, ok, err := match(secret, Code(code), at.Add(c.after))
		require.NoError(t, err)
		require.Equal(t, c.ok, ok, "%s", c.after)
		if ok {
			require.Equal(t, stepOf(at), step)
		}
	}
}

func TestEnrolment_forms(t *testing.T) {
	t.Parallel()

	e, err := enrolment(&TOTP{}, "Étal", "ada+étal@example.org", []byte("12345678901234567890"))
	require.NoError(t, err)
	u, err := url.Parse(e.URI)
	require.NoError(t, err)
	require.Equal(t, "otpauth", u.Scheme)
	require.Equal(t, "totp", u.Host)
	require.Equal(t, "/Étal:ada+étal@example.org", u.Path)
	q := u.Query()
	require.Equal(t, "Étal", q.Get("issuer"))
	require.Equal(t, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", q.Get("secret"))
	require.Equal(t, e.Secret, q.Get("secret"))
	require.Equal(t, []string{"SHA1", "6", "30"}, []string{q.Get("algorithm"), q.Get("digits"), q.Get("period")})
	picture, err := png.Decode(bytes.NewReader(e.QRCode))
	require.NoError(t, err)
	require.Equal(t, qrPixels, picture.Bounds().Dx())
	require.Less(t, len(base64.StdEncoding.EncodeToString(e.QRCode)), 10_000)
}

// TestEnrolment_zbarimg reads the picture with a program that is not ours: it says
// what the link says, byte for byte, whatever stands in the names.
func TestEnrolment_zbarimg(t *testing.T) {
	t.Parallel()

	tool := judge(t, "zbarimg", "zbar-tools")
	if tool == "" {
		return
	}
	for i, c := range [][2]string{
		{"Étal", "ada+étal@example.org"},
		{"Étal", "a+b&c=d%20@example.org"},
		{"Étal – Märkte & Co. №1", "ada@example.org"},
		{"市場", "ada+shop@例え.jp"},
		{"Etal", strings.Repeat("long.", 40) + "@example.org"},
	} {
		e, err := enrolment(&TOTP{}, c[0], c[1], newSecret())
		require.NoError(t, err)
		picture := filepath.Join(t.TempDir(), strconv.Itoa(i)+".png")
		require.NoError(t, os.WriteFile(picture, e.QRCode, 0o600))
		read, err := exec.CommandContext(t.Context(), tool, "--raw", "--quiet", picture).Output()
		require.NoError(t, err, "%v", c)
		require.Equal(t, e.URI, strings.TrimSuffix(string(read), "\n"), "%v", c)
	}
}

func TestNewSecret_is_random(t *testing.T) {
	t.Parallel()

	seen := map[string]bool{}
	for range 1000 {
		s := newSecret()
		require.Len(t, s, 20)
		seen[string(s)] = true
	}
	require.Len(t, seen, 1000)
}

func TestGuard_waits(t *testing.T) {
	t.Parallel()

	for failures, want := range map[int64]time.Duration{
		0: 0, 4: 0, 5: 30 * time.Second, 6: time.Minute, 7: 2 * time.Minute, 8: 4 * time.Minute, 9: 8 * time.Minute, 10: 15 * time.Minute, 1 << 40: 15 * time.Minute,
	} {
		require.Equal(t, want, (&guard{Failures: failures}).wait(), "%d", failures)
	}
}

package server_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/server"
)

// What somebody may write to deceive whoever reads a log.
var deceits = []string{
	"line one\nlevel=INFO msg=forged", "\r\n{\"level\":\"INFO\"}", "\x1b[2J\x1b[31mred", "\u009b31mred", "admin\u202egnp.exe", "\u2066hidden\u2069",
	"zero\u200bwidth", "\u2028", "\u2029", "\x00", "\x7f", "\ufeff", "\U000e0041tag", "\t",
}

func requireOneHonestLine(t *testing.T, text string) {
	t.Helper()
	require.Equal(t, 1, bytes.Count([]byte(text), []byte("\n")), "%q", text)
	for _, r := range text[:len(text)-1] {
		require.False(t, unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp), "%q in %q", r, text)
	}
}

func TestVisible_escapes_what_deceives_a_reader(t *testing.T) {
	t.Parallel()

	for _, s := range append(deceits, "bad\xff") {
		requireOneHonestLine(t, server.Visible(s)+"\n")
		require.NotEqual(t, s, server.Visible(s))
	}
	for _, s := range []string{"", "seller.approved", "Étal – 12,50 €", "日本語", `back\slash`} {
		require.Equal(t, s, server.Visible(s))
	}
	require.Equal(t, `a\u202eb\x1b`, server.Visible("a\u202eb\x1b"))
}

func TestLog_writes_one_honest_line_for_each_record(t *testing.T) {
	t.Parallel()

	for name, make := range map[string]func(out *bytes.Buffer) slog.Handler{
		"JSON": func(out *bytes.Buffer) slog.Handler { return server.NewJSONLog(out, nil) },
		"text": func(out *bytes.Buffer) slog.Handler { return server.NewTextLog(out, nil) },
	} {
		for _, s := range deceits {
			var out bytes.Buffer
			log := slog.New(server.NewLogHandler(make(&out)))
			log.With("with"+s, s).WithGroup("g"+s).Error(s, "key"+s, s, "error", errors.New(s), "list", []string{s}, "map", map[string]string{s: s}) //nolint:sloglint // whatever a caller writes is escaped
			requireOneHonestLine(t, out.String())
			if name == "JSON" {
				var record map[string]any
				require.NoError(t, json.Unmarshal(out.Bytes(), &record))
				require.Equal(t, s, record["msg"], "it can be read back")
			}
		}
	}
}

package server

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Visible writes characters that change what a reader sees as their escapes:
// new lines and other controls, ANSI codes, and marks that change the direction
// of writing. Whoever reads a log on a terminal sees what is there, and on one
// line. All else stays as it is.
func Visible(s string) string {
	if strings.IndexFunc(s, hides) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i, width := 0, 0; i < len(s); i += width {
		var r rune
		r, width = utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && width == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case hides(r):
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// hides finds controls (Cc), formats such as bidi marks and joiners of no width
// (Cf), and the separators of lines and paragraphs.
func hides(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) }

// NewJSONLog returns a handler that writes records as JSON in which the same
// characters are escaped, wherever they stand.
func NewJSONLog(out io.Writer, options *slog.HandlerOptions) slog.Handler {
	return slog.NewJSONHandler(visibleRecords{out}, options)
}

// NewTextLog returns a handler that writes records as text, escaped alike.
func NewTextLog(out io.Writer, options *slog.HandlerOptions) slog.Handler {
	return slog.NewTextHandler(visibleRecords{out}, options)
}

// visibleRecords escapes what the encoders of JSON and text have left. They have
// escaped what is below a space, and what is left is inside of strings.
type visibleRecords struct{ io.Writer }

// Write implements io.Writer. Each call holds whole records.
func (w visibleRecords) Write(text []byte) (int, error) {
	deceives := func(r rune) bool { return r > ' ' && hides(r) }
	if bytes.IndexFunc(text, deceives) < 0 {
		return w.Writer.Write(text)
	}
	safe := make([]byte, 0, 2*len(text))
	for _, r := range string(text) {
		if !deceives(r) {
			safe = utf8.AppendRune(safe, r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			safe = fmt.Appendf(safe, `\u%04x`, unit)
		}
	}
	_, err := w.Writer.Write(safe)
	return len(text), err
}

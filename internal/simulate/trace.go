package simulate

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"regexp"
	"strings"
)

// trace is what has happened, in an order and in words that only depend on the
// plan: identifiers, which are drawn anew in each run, are counted instead.
type trace struct {
	sum   hash.Hash
	out   io.Writer
	names map[string]string
	count map[string]int
}

func newTrace(out io.Writer) *trace {
	return &trace{sum: sha256.New(), out: out, names: map[string]string{}, count: map[string]int{}}
}

// identifier matches those of Étal and of Stripe.
var identifier = regexp.MustCompile(`\b([a-z]{2,6})_[0-9A-Za-z]{15,}`)

// named is a line with its identifiers counted.
func (t *trace) named(line string) string {
	return identifier.ReplaceAllStringFunc(line, func(id string) string {
		if t.names[id] == "" {
			kind, _, _ := strings.Cut(id, "_")
			t.count[kind]++
			t.names[id] = fmt.Sprintf("%s#%d", kind, t.count[kind])
		}
		return t.names[id]
	})
}

func (t *trace) add(line string) {
	line = t.named(line)
	_, _ = io.WriteString(t.sum, line+"\n") // a hash takes everything
	if t.out != nil {
		_, _ = io.WriteString(t.out, line+"\n") // who reads along may stop
	}
}

func (t *trace) hash() string { return hex.EncodeToString(t.sum.Sum(nil)) }

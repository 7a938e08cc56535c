package identity

import (
	"context"
	_ "embed"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
	"github.com/trustelem/zxcvbn"
	"github.com/trustelem/zxcvbn/frequency"
	"golang.org/x/text/unicode/norm"

	"github.com/etal-market/etal/domain/fault"
)

const (
	// passwordMin is what NIST SP 800-63B-4 asks of a password that is the only
	// factor: when it is set, nobody can know whether there will be another.
	passwordMin = 15
	// passwordMinWithFactor is enough where a second factor is asked for too.
	passwordMinWithFactor = 8
	passwordMax           = 128
	// guessesMin is how many guesses a password takes at least. Nobody gets so
	// many at the door, and a stolen hash costs years.
	guessesMin = 1e8
	// estimatedMax bounds what the estimate looks at: its cost grows with the
	// square of the length, and what long passwords add is their own gain.
	estimatedMax = 72
	// distinctMin is how many different characters a password has at least.
	distinctMin = 5
	// fragmentMin is the length from which a part of the name or the address
	// may not be in the password.
	fragmentMin = 4
)

//go:embed common.txt
var commonText string

// common holds widely used passwords, folded: those of our own list and of the
// estimator's, more than ten thousand of which are as long as a password must be.
var common = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(commonText) {
		set[strings.TrimSpace(line)] = true
	}
	for _, password := range frequency.FrequencyLists["passwords"] {
		set[strings.ToLower(password)] = true
	}
	return set
})

// Password is a password as somebody typed it. It prints as [redacted].
type Password string

// String implements fmt.Stringer.
func (Password) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (Password) GoString() string { return "[redacted]" }

// owner is what a password must not be guessed from.
type owner struct {
	email, name string
	words       []string // further names, such as those of their sellers
	hasFactor   bool     // a second factor is asked for too
}

// check adds faults of a new password. It is never trimmed, folded or cut.
func (p Password) check(l *fault.List, of owner) {
	s, least := string(p), passwordMin
	if of.hasFactor {
		least = passwordMinWithFactor
	}
	switch n := utf8.RuneCountInString(s); {
	case !utf8.ValidString(s) || strings.ContainsRune(s, 0):
		l.Add(fault.ErrTextEncoding.At("password"))
	case n < least && of.hasFactor:
		l.Add(ErrPasswordShort.At("password").Saying("A password has at least 8 characters."))
	case n < least:
		l.Add(ErrPasswordShort.At("password"))
	case n > passwordMax:
		l.Add(ErrPasswordLong.At("password"))
	case guessable(s, of):
		l.Add(ErrPasswordCommon.At("password"))
	}
}

// Alone reports whether a password is long enough to be the only factor.
func (p Password) Alone() bool { return utf8.RuneCountInString(string(p)) >= passwordMin }

// guessable reports whether a password is among the first that are tried: a
// widely used one, also twice, or with digits or marks appended; a few
// characters repeated; or one that contains whom it belongs to, or the platform.
func guessable(password string, of owner) bool {
	folded := strings.ToLower(norm.NFKC.String(password))
	for rest := folded; rest != ""; rest = rest[:len(rest)-1] { // less and less of what was appended
		if widelyUsed(rest) {
			return true
		}
		if !strings.ContainsRune("0123456789!?.*#$-_", rune(rest[len(rest)-1])) {
			break
		}
	}
	distinct := map[rune]bool{}
	for _, r := range folded {
		distinct[r] = true
	}
	if len(distinct) < distinctMin {
		return true
	}
	local, domain, _ := strings.Cut(strings.ToLower(of.email), "@")
	about := append(strings.Fields(strings.ToLower(of.name)), local, domain)
	for _, words := range of.words {
		about = append(append(about, strings.ToLower(words)), strings.Fields(strings.ToLower(words))...)
	}
	for _, part := range about {
		if utf8.RuneCountInString(part) >= fragmentMin && strings.Contains(folded, part) {
			return true
		}
	}
	named := strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) })
	if slices.Contains(named, "etal") || slices.Contains(named, "étal") { // as a word: petals are fine
		return true
	}
	return easy(folded, append(about, "etal", "étal", "marketplace"))
}

// widelyUsed reports whether a password is on the list, or one on the list again
// and again.
func widelyUsed(folded string) bool {
	if common()[folded] {
		return true
	}
	for n := 1; n <= len(folded)/2; n++ {
		if len(folded)%n == 0 && common()[folded[:n]] && strings.Repeat(folded[:n], len(folded)/n) == folded {
			return true
		}
	}
	return false
}

// easy estimates how many guesses a password takes: lists of widely used
// passwords, words and names, what stands side by side on a keyboard, dates,
// sequences and repetitions, and the words that are about its owner.
func easy(folded string, about []string) bool {
	if runes := []rune(folded); len(runes) > estimatedMax {
		folded = string(runes[:estimatedMax])
	}
	return zxcvbn.PasswordStrength(folded, about).Guesses < guessesMin
}

// hashWait is how long somebody waits for a free slot of the hasher.
const hashWait = 2 * time.Second

// hasher makes and compares argon2id hashes. A hash costs memory and a core on
// purpose, so only as many as there are cores are made at once: a flood of
// sign-ins must not take the machine from everybody else.
type hasher struct {
	params  *argon2id.Params
	peppers []Pepper // the newest first; none: hashes are not peppered
	slots   chan struct{}
	dummy   func() (Hash, error)
}

func newHasher(memoryKiB uint32, peppers []Pepper) *hasher {
	h := &hasher{
		peppers: peppers,
		params:  &argon2id.Params{Memory: memoryKiB, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32},
		slots:   make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
	h.dummy = sync.OnceValues(func() (Hash, error) {
		s, err := argon2id.CreateHash("nobody has this password", h.params)
		return Hash(s), err
	})
	return h
}

// hold waits for a slot. It returns ErrHashingBusy after hashWait.
func (h *hasher) hold(ctx context.Context) (release func(), err error) {
	timer := time.NewTimer(hashWait)
	defer timer.Stop()
	select {
	case h.slots <- struct{}{}:
		return func() { <-h.slots }, nil
	case <-timer.C:
		return nil, ErrHashingBusy
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// newest is the pepper of new hashes; without a key when there is none.
func (h *hasher) newest() Pepper {
	if len(h.peppers) == 0 {
		return Pepper{}
	}
	return h.peppers[0]
}

// hash returns the hash of a new password.
func (h *hasher) hash(ctx context.Context, p Password) (Hash, error) {
	release, err := h.hold(ctx)
	if err != nil {
		return "", err
	}
	defer release()
	s, err := argon2id.CreateHash(h.newest().material(p), h.params)
	if err != nil {
		return "", fmt.Errorf("hash password: %w", err)
	}
	return Hash(h.newest().id + s), nil
}

// matches compares. An empty hash stands for nobody: it compares with a dummy,
// takes as long, and never matches; neither does a hash whose pepper is lost.
// outdated says that the hash was made with weaker parameters than today's, or
// with another pepper than the newest.
func (h *hasher) matches(ctx context.Context, p Password, hash Hash) (ok, outdated bool, err error) {
	release, err := h.hold(ctx)
	if err != nil {
		return false, false, err
	}
	defer release()
	id, encoded := hash.pepperOf()
	pepper, known := h.pepper(id)
	nobody := hash == "" || !known
	if nobody {
		if hash, err = h.dummy(); err != nil {
			return false, false, fmt.Errorf("hash password: %w", err)
		}
		encoded = string(hash)
	}
	ok, made, err := argon2id.CheckHash(pepper.material(p), encoded)
	if err != nil {
		return false, false, fmt.Errorf("compare password: %w", err)
	}
	weak := made.Memory < h.params.Memory || made.Iterations < h.params.Iterations
	return ok && !nobody, weak || id != h.newest().id, nil
}

// pepper returns the pepper of a hash, and whether it is there.
func (h *hasher) pepper(id string) (Pepper, bool) {
	for _, p := range h.peppers {
		if p.id == id {
			return p, true
		}
	}
	return Pepper{}, id == ""
}

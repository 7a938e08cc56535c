package audit

import (
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/vault"
)

// signingKey is the key of the installation that signs anchors.
const signingKey vault.Subject = "audit.anchor"

// ErrUnsigned is returned while nothing can be signed or checked, since there is
// no keyset. It is no fault for people.
var ErrUnsigned = errors.New("the audit log is not signed: there is no keyset")

// Anchor says how far the chain had come at an instant, signed. Kept where
// nobody who can change the database gets at it, it shows when the end of the
// chain was cut off, or all of it was written anew.
type Anchor struct {
	Seq       int64     `json:"seq"`  // of the last entry; 0 before the first
	Hash      string    `json:"hash"` // of that entry
	At        time.Time `json:"at"`   // UTC, whole seconds
	PublicKey string    `json:"key"`  // Ed25519, standard base64
	Signature string    `json:"signature"`
}

// text is what is signed.
func (a *Anchor) text() []byte {
	return fmt.Appendf(nil, "etal.audit.anchor.1\n%d\n%s\n%s\n", a.Seq, a.Hash, a.At.UTC().Format(time.RFC3339))
}

func (a *Anchor) sign(key ed25519.PrivateKey) {
	public, _ := key.Public().(ed25519.PublicKey)
	a.PublicKey = base64.StdEncoding.EncodeToString(public)
	a.Signature = base64.StdEncoding.EncodeToString(ed25519.Sign(key, a.text()))
}

// signedBy reports whether a key has signed it. The key that it names itself
// proves nothing.
func (a *Anchor) signedBy(key ed25519.PublicKey) bool {
	signature, err := base64.StdEncoding.DecodeString(a.Signature)
	return err == nil && ed25519.Verify(key, a.text(), signature)
}

// Keeper writes anchors down outside of the database. Append returns when the
// line is safe.
type Keeper interface {
	Append(ctx context.Context, line []byte) error
}

// AnchorJob is the job that writes down how far the chain has come.
type AnchorJob struct{}

// Kind implements db.Job.
func (AnchorJob) Kind() string { return "audit.anchor" }

// Anchor signs the end of the chain and returns it. It returns ErrUnsigned
// without a keyset.
func (s *Service) Anchor(ctx context.Context) (*Anchor, error) {
	a := new(Anchor)
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		key, err := s.signerTx(ctx, tx)
		if err != nil {
			return err
		}
		end, err := selectHead(ctx, tx)
		if err != nil {
			return fmt.Errorf("read the end of the chain: %w", err)
		}
		*a = Anchor{Seq: end.Seq, Hash: end.Hash, At: tx.Now().UTC().Truncate(time.Second)}
		a.sign(key)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return a, nil
}

func (s *Service) signerTx(ctx context.Context, tx db.Tx) (ed25519.PrivateKey, error) {
	key, err := s.vault.SignerTx(ctx, tx, signingKey)
	if errors.Is(err, seal.ErrNoKeys) {
		return nil, ErrUnsigned
	}
	return key, err
}

// KeepAnchor signs the end of the chain, tells it to the log of the process, and
// writes it down outside when there is a place for it. Without a keyset it does
// nothing.
func (s *Service) KeepAnchor(ctx context.Context, keeper Keeper, log *slog.Logger) error {
	a, err := s.Anchor(ctx)
	if errors.Is(err, ErrUnsigned) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("sign the end of the audit log: %w", err)
	}
	log.InfoContext(ctx, "the audit log has come this far", slog.Int64("seq", a.Seq), slog.String("hash", a.Hash),
		slog.Time("at", a.At), slog.String("key", a.PublicKey), slog.String("signature", a.Signature))
	if keeper == nil {
		return nil
	}
	line, err := json.Marshal(a)
	if err != nil {
		return fmt.Errorf("encode an anchor: %w", err)
	}
	return keeper.Append(ctx, line)
}

// PublicKey returns the key that anchors are checked with, as they name it. It
// returns ErrUnsigned without a keyset and before the first anchor.
func (s *Service) PublicKey(ctx context.Context) (string, error) {
	key, err := s.publicKey(ctx, s.db.Read(ctx))
	return base64.StdEncoding.EncodeToString(key), err
}

func (s *Service) publicKey(ctx context.Context, q db.Querier) (ed25519.PublicKey, error) {
	key, err := s.vault.PublicKey(ctx, q, signingKey)
	if errors.Is(err, seal.ErrNoKeys) || errors.Is(err, vault.ErrErased) {
		return nil, ErrUnsigned
	}
	return key, err
}

// checkpointKey is what checkpoints are checked with, or nil while there is
// nothing to check them with.
func (s *Service) checkpointKey(ctx context.Context, q db.Querier) (ed25519.PublicKey, error) {
	if s.vault == nil {
		return nil, nil
	}
	key, err := s.publicKey(ctx, q)
	if errors.Is(err, ErrUnsigned) {
		return nil, nil
	}
	return key, err
}

// VerifyAnchors holds the chain against anchors, each a line as KeepAnchor has
// written it, and tells every one that it does not agree with: an entry that is
// not there any more, one that is another, and a line that is not signed. The key
// is that of the installation, or the given one, standard base64, for whoever
// wrote it down and does not believe the database. It returns ErrUnsigned when
// there is none.
func (s *Service) VerifyAnchors(ctx context.Context, q db.Querier, lines [][]byte, trusted string) ([]check.Finding, error) {
	key, err := base64.StdEncoding.DecodeString(trusted)
	if err != nil || trusted != "" && len(key) != ed25519.PublicKeySize {
		return nil, fmt.Errorf("this is no key: %q", trusted)
	}
	if trusted == "" {
		if key, err = s.publicKey(ctx, q); err != nil {
			return nil, err
		}
	}
	_, findings, err := beginning(ctx, q, key)
	if err != nil {
		return nil, err
	}
	all, err := selectCheckpoints(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("read the checkpoints: %w", err)
	}
	if len(findings) > 0 {
		all = nil // what is missing is missing, whatever they say
	}
	for i, line := range lines {
		detail, err := disagrees(ctx, q, line, anchorsOf{key, all})
		if err != nil {
			return nil, err
		}
		if detail != "" {
			findings = append(findings, check.Finding{Invariant: "A1", Subject: fmt.Sprintf("anchor %d", i+1), Detail: detail})
		}
	}
	return findings, nil
}

// anchorsOf is what anchors are held against, beside the chain.
type anchorsOf struct {
	key         ed25519.PublicKey
	checkpoints []*Checkpoint // oldest first; all of them hold
}

// removed reports whether an entry was removed when its time was over, and its
// hash when a checkpoint names it.
func (of anchorsOf) removed(seq int64) (hash string, is bool) {
	for _, c := range of.checkpoints {
		if c.Seq == seq {
			return c.Hash, true
		}
		is = is || c.Seq > seq
	}
	return "", is
}

// disagrees says what is wrong between the chain and one anchor; nothing when
// all is well, or when the entry was removed since its time is over.
func disagrees(ctx context.Context, q db.Querier, line []byte, of anchorsOf) (string, error) {
	var a Anchor
	if err := json.Unmarshal(line, &a); err != nil || !a.signedBy(of.key) {
		return "the line was not signed by this installation", nil //nolint:nilerr // that is what is told
	}
	if a.Seq == 0 {
		return "", nil
	}
	hash, err := selectHash(ctx, q, a.Seq)
	if kept, is := of.removed(a.Seq); is && errors.Is(err, db.ErrNotFound) {
		if kept == "" {
			return "", nil
		}
		hash, err = kept, nil
	}
	switch {
	case errors.Is(err, db.ErrNotFound):
		return fmt.Sprintf("entry %d was on record at %s and is missing", a.Seq, a.At.Format(time.RFC3339)), nil
	case err != nil:
		return "", fmt.Errorf("read entry %d: %w", a.Seq, err)
	case hash != a.Hash:
		return fmt.Sprintf("entry %d is another one than at %s", a.Seq, a.At.Format(time.RFC3339)), nil
	}
	return "", nil
}

package identity

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/secret"
	"github.com/etal-market/etal/domain/terms"
)

// How long links live, from the moment somebody asks for them.
const (
	// ConfirmLinkMax is the life of a link that confirms an address.
	ConfirmLinkMax = 24 * time.Hour
	// ResetLinkMax is the life of a link that sets a new password.
	ResetLinkMax = 30 * time.Minute
)

const linkPrefix = "etal_lnk_"

// LinkID names a link, `lnk_…`.
type LinkID string

// NewLinkID returns a fresh id.
func NewLinkID() LinkID { return id.New[LinkID]("lnk") }

// LinkPurpose is what a link confirms. Its values are in the database.
type LinkPurpose string

// The purposes of links.
const (
	// LinkRegister makes the account that somebody has asked for.
	LinkRegister LinkPurpose = "REGISTER"
	// LinkVerify confirms the address of an account that exists.
	LinkVerify LinkPurpose = "VERIFY"
	// LinkReset sets a new password.
	LinkReset LinkPurpose = "RESET"
	// LinkChangeOld lets an account leave its address.
	LinkChangeOld LinkPurpose = "CHANGE_OLD"
	// LinkChangeNew confirms the address that an account changes to.
	LinkChangeNew LinkPurpose = "CHANGE_NEW"
)

// lifetime is how long a link may be used.
func (p LinkPurpose) lifetime() time.Duration {
	if p == LinkReset {
		return ResetLinkMax
	}
	return ConfirmLinkMax
}

// bound is how many letters of a purpose go to one address within a while, whoever
// asks for them: a mailbox must not be filled by strangers. A new password is all
// that is left to somebody who is kept out, so those letters are spread: the last
// of them can be used for half its life at least, until the next one may go.
func (p LinkPurpose) bound() (letters int64, within time.Duration) {
	if p == LinkReset {
		return 3, ResetLinkMax / 2
	}
	return 6, time.Hour
}

// replaces reports whether a newer link to one address ends the older ones.
// Those of a change of address end with the change.
func (p LinkPurpose) replaces() bool {
	return p == LinkRegister || p == LinkVerify || p == LinkReset
}

// LinkToken is the secret of a link, `etal_lnk_` and 43 characters. It is in
// one mail and nowhere else, and prints as [redacted].
type LinkToken string

// String implements fmt.Stringer.
func (LinkToken) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (LinkToken) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (LinkToken) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// Reveal returns the token as text. Only the mail that carries it calls this.
func (t LinkToken) Reveal() string { return string(t) }

// link is something that waits for the owner of an address.
type link struct {
	bun.BaseModel `bun:"table:email_links"`

	ID          LinkID `bun:",pk"`
	Purpose     LinkPurpose
	AccountID   *AccountID // of a registration, the guest's; of a new password, until its mail is written only when an operator has asked; nil when there is none yet
	Email       string     // where the mail goes
	EmailFolded string
	Name        string        // of a registration
	Password    Hash          // of a registration
	Pledge      *terms.Pledge `bun:"type:jsonb"` // of a registration; nil when nothing was accepted with it
	PairID      *LinkID       // what both links of a change of address have in common
	TokenHash   []byte        // SHA-256 of the token; nil until the mail is written
	CreatedAt   time.Time
	IssuedAt    *time.Time
	ExpiresAt   time.Time
	ConfirmedAt *time.Time
	EndedAt     *time.Time // used, replaced, or of no use
}

func (l *link) open(at time.Time) bool { return l.EndedAt == nil && at.Before(l.ExpiresAt) }

// askTx writes a link and tells that its mail is to be sent. What is written
// does not depend on whether the address has an account: the mail finds out.
func askTx(ctx context.Context, tx db.Tx, l *link) error {
	l.ID, l.EmailFolded = NewLinkID(), fold(l.Email)
	l.CreatedAt, l.ExpiresAt = tx.Now(), tx.Now().Add(l.Purpose.lifetime())
	if err := insertLink(ctx, tx, l); err != nil {
		return fmt.Errorf("insert link: %w", err)
	}
	return event.Emit(ctx, tx, LinkRequested{LinkID: l.ID})
}

// Letter is what the mail of a link says. Its token is told to nobody else.
type Letter struct {
	Purpose LinkPurpose
	To      string        // mail address
	Name    string        // whom it greets; empty unless the address is confirmed: a stranger may have given both
	Taken   bool          // the address has an account already: a notice without a link
	Token   LinkToken     // empty for a notice
	Edition string        // differs for each token, and tells nothing about it
	Lasts   time.Duration // until the link ends
}

// WriteLetter makes the token of a link and returns what its mail says; nil
// when nothing is to be sent, since the link has ended, nobody has the address,
// or it has got enough mail. Each call makes another token, and only the last
// one is good: a mail that is sent twice has one link that works.
func (s *Service) WriteLetter(ctx context.Context, linkID LinkID) (*Letter, error) {
	var letter *Letter
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		l, err := lockLink(ctx, tx, linkID)
		if errors.Is(err, db.ErrNotFound) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("lock link: %w", err)
		}
		if !l.open(tx.Now()) {
			return nil
		}
		enough, err := enoughTx(ctx, tx, l)
		if err != nil || enough {
			return err
		}
		letter, err = writeTx(ctx, tx, l)
		return err
	})
	if err != nil {
		return nil, err
	}
	return letter, nil
}

// enoughTx reports whether an address has got as many letters as strangers may
// have sent there. What an operator asks for goes whatever was sent before.
func enoughTx(ctx context.Context, tx db.Tx, l *link) (bool, error) {
	if l.Purpose == LinkReset && l.AccountID != nil {
		return false, nil
	}
	letters, within := l.Purpose.bound()
	sent, err := countIssued(ctx, tx, l, tx.Now().Add(-within))
	if err != nil {
		return false, fmt.Errorf("count links: %w", err)
	}
	return sent >= letters, nil
}

// writeTx decides who gets which letter.
func writeTx(ctx context.Context, tx db.Tx, l *link) (*Letter, error) {
	owner, err := selectAccountByEmail(ctx, tx, l.EmailFolded)
	if err != nil && !errors.Is(err, db.ErrNotFound) {
		return nil, fmt.Errorf("load account: %w", err)
	}
	if err != nil {
		owner = nil
	}
	letter := &Letter{Purpose: l.Purpose, To: l.Email}
	if owner != nil && owner.IsEmailVerified() {
		letter.Name = owner.Name
	}
	switch l.Purpose {
	case LinkRegister:
		letter.Taken = owner != nil
	case LinkChangeNew:
		letter.Taken = owner != nil && owner.ID != *l.AccountID
	case LinkReset:
		if owner == nil {
			return nil, endLinks(ctx, tx, l.ID)
		}
		l.AccountID, letter.To = &owner.ID, *owner.Email
	case LinkVerify:
		return verifyLetterTx(ctx, tx, l, owner, letter)
	case LinkChangeOld:
	}
	if letter.Taken {
		letter.To = *owner.Email
		return letter, noteTx(ctx, tx, l)
	}
	return letter, issueTx(ctx, tx, l, letter)
}

// verifyLetterTx answers somebody who asks for the link again: of an account
// that was never confirmed, or of a registration that waits.
func verifyLetterTx(ctx context.Context, tx db.Tx, l *link, owner *Account, letter *Letter) (*Letter, error) {
	if owner != nil && owner.EmailVerifiedAt != nil {
		return nil, endLinks(ctx, tx, l.ID)
	}
	if owner != nil {
		l.AccountID, letter.To = &owner.ID, *owner.Email
		return letter, issueTx(ctx, tx, l, letter)
	}
	waiting, err := lockWaiting(ctx, tx, l.EmailFolded, tx.Now())
	if errors.Is(err, db.ErrNotFound) {
		return nil, endLinks(ctx, tx, l.ID)
	}
	if err != nil {
		return nil, fmt.Errorf("load registration: %w", err)
	}
	if err := noteTx(ctx, tx, l); err != nil {
		return nil, err
	}
	letter.Purpose = LinkRegister
	return letter, issueTx(ctx, tx, waiting, letter)
}

// issueTx puts a new token on a link and into its letter, and ends what the
// link replaces.
func issueTx(ctx context.Context, tx db.Tx, l *link, letter *Letter) error {
	letter.Token = LinkToken(secret.New(linkPrefix))
	letter.Lasts = l.ExpiresAt.Sub(tx.Now())
	l.TokenHash, _ = secret.Hash(linkPrefix, string(letter.Token))
	letter.Edition = secret.Edition(l.TokenHash)
	now := tx.Now()
	l.IssuedAt = &now
	if err := updateLink(ctx, tx, l); err != nil {
		return fmt.Errorf("issue link: %w", err)
	}
	if !l.Purpose.replaces() {
		return nil
	}
	return endOlder(ctx, tx, l)
}

// noteTx ends a link whose letter is a notice, or has the link of another.
func noteTx(ctx context.Context, tx db.Tx, l *link) error {
	now := tx.Now()
	l.IssuedAt, l.EndedAt = &now, &now
	if err := updateLink(ctx, tx, l); err != nil {
		return fmt.Errorf("end link: %w", err)
	}
	return nil
}

// findLink returns the open link of a token, or ErrLinkInvalid.
func findLink(ctx context.Context, q db.Querier, t LinkToken, at time.Time, purposes ...LinkPurpose) (*link, error) {
	hash, ok := secret.Hash(linkPrefix, string(t))
	if !ok {
		return nil, ErrLinkInvalid.At("token")
	}
	l, err := selectLink(ctx, q, hash, purposes)
	if errors.Is(err, db.ErrNotFound) || err == nil && !l.open(at) {
		return nil, ErrLinkInvalid.At("token")
	}
	if err != nil {
		return nil, fmt.Errorf("load link: %w", err)
	}
	return l, nil
}

// useTx ends an open link, or returns ErrLinkInvalid: of many at once, one
// succeeds.
func useTx(ctx context.Context, tx db.Tx, l *link) error {
	used, err := confirmLink(ctx, tx, l.ID)
	if err != nil {
		return fmt.Errorf("use link: %w", err)
	}
	if !used {
		return ErrLinkInvalid.At("token")
	}
	return nil
}

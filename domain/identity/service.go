package identity

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/search"
)

// memoryKiB is what one hash costs: the least that OWASP asks of argon2id with
// two iterations.
const memoryKiB = 19 * 1024

// Options tune the service. The zero value is right for production.
type Options struct {
	// HashMemoryKiB is the memory of one argon2id hash; 0 means 19 MiB. Tests
	// that make many accounts set it low.
	HashMemoryKiB uint32
	// Peppers are mixed into passwords, the newest into new ones; see Pepper.
	Peppers []Pepper
	// Words tells further names that the password of an account must not hold,
	// such as those of its sellers; nil: none.
	Words func(context.Context, AccountID) ([]string, error)
	// IsMember tells whether an account acts for a seller, so that none of its
	// devices is trusted; nil: nobody does.
	IsMember func(context.Context, AccountID) (bool, error)
}

// Service holds the use cases of this context.
type Service struct {
	db     *db.DB
	hasher *hasher
	words  func(context.Context, AccountID) ([]string, error)

	isMember func(context.Context, AccountID) (bool, error)
}

// New returns the service.
func New(d *db.DB, opts Options) *Service {
	if opts.HashMemoryKiB == 0 {
		opts.HashMemoryKiB = memoryKiB
	}
	if opts.Words == nil {
		opts.Words = func(context.Context, AccountID) ([]string, error) { return nil, nil }
	}
	if opts.IsMember == nil {
		opts.IsMember = func(context.Context, AccountID) (bool, error) { return false, nil }
	}
	return &Service{db: d, hasher: newHasher(opts.HashMemoryKiB, opts.Peppers), words: opts.Words, isMember: opts.IsMember}
}

// GuestStart makes a guest's account with its session.
func (s *Service) GuestStart(ctx context.Context) (*Opened, error) {
	var opened *Opened
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		a := &Account{ID: NewAccountID(), IsGuest: true, CreatedAt: tx.Now(), UpdatedAt: tx.Now()}
		if err := insertAccount(ctx, tx, a); err != nil {
			return fmt.Errorf("insert guest: %w", err)
		}
		var err error
		opened, err = openTx(ctx, tx, a, false)
		return err
	})
	if err != nil {
		return nil, err
	}
	return opened, nil
}

// Register gives somebody an account with an address and a password, and a
// session, at once: the caller answers for the address, which counts as
// confirmed. The seed, the demonstration and tests call it; strangers go
// through SignUp. A guest keeps their account, so what they did as a guest stays
// theirs; the guest's session ends. It returns ErrEmailTaken when the address
// is in use, ErrAlreadyRegistered to somebody who is signed in, and the faults
// of the input.
func (s *Service) Register(ctx context.Context, by actor.Actor, in RegisterInput) (*Opened, error) {
	in, err := in.clean()
	if err != nil {
		return nil, err
	}
	if by.AccountID != "" && by.Role != actor.Guest {
		return nil, ErrAlreadyRegistered
	}
	hash, err := s.hasher.hash(ctx, in.Password)
	if err != nil {
		return nil, err
	}
	var opened *Opened
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		a, err := registerTx(ctx, tx, by, in, hash)
		if err != nil {
			return err
		}
		if err := event.Emit(ctx, tx, Registered{AccountID: a.ID}); err != nil {
			return err
		}
		opened, err = switchTx(ctx, tx, by, a, false)
		return err
	})
	if err != nil {
		return nil, err
	}
	return opened, nil
}

// registerTx fills the guest's account, or makes a new one.
func registerTx(ctx context.Context, tx db.Tx, by actor.Actor, in RegisterInput, hash Hash) (*Account, error) {
	a := &Account{ID: NewAccountID(), CreatedAt: tx.Now()}
	save := insertAccount
	if by.Role == actor.Guest {
		guest, err := LockTx(ctx, tx, AccountID(by.AccountID))
		if err != nil {
			return nil, err
		}
		if !guest.IsGuest {
			return nil, ErrAlreadyRegistered
		}
		a, save = guest, updateAccount
	}
	folded := fold(in.Email)
	a.Email, a.EmailFolded, a.Name, a.Password, a.IsGuest, a.UpdatedAt = &in.Email, &folded, in.Name, hash, false, tx.Now()
	now := tx.Now()
	a.EmailVerifiedAt = &now
	err := save(ctx, tx, a)
	if db.Violates(err, "accounts_email_folded_key") {
		return nil, ErrEmailTaken.At("email")
	}
	if err != nil {
		return nil, fmt.Errorf("save account: %w", err)
	}
	return a, nil
}

// errHashReplaced says that a password was compared with a hash that the account
// has no more.
var errHashReplaced = errors.New("the hash of the password was replaced meanwhile")

// SignIn opens a session for an address and its password. The answer to an
// unknown address and to a wrong password is the same, ErrCredentials, and
// takes as long. After too many failures it returns ErrSignInThrottled. The
// session of a guest who signs in ends, and GuestSignedIn tells whose account
// the guest's cart should go to. The session of an account with a second factor
// waits for it (Session.FactorPending), unless a trusted device of a buyer is
// shown (Client.Trust). To whoever knows the password it returns ErrSuspended of
// a suspended account, and ErrPasswordShort when the second factor is gone beside
// which it was enough.
func (s *Service) SignIn(ctx context.Context, by actor.Actor, in SignInInput) (*Opened, error) {
	if len(in.Email) > emailMax || len(in.Password) > 4*passwordMax {
		return nil, ErrCredentials
	}
	client, folded := ClientFrom(ctx), fold(in.Email)
	from, err := s.known(ctx, client, folded)
	if err != nil {
		return nil, err
	}
	counted := limits(client, folded, from)
	if err := s.attempt(ctx, counted, ErrSignInThrottled.After); err != nil {
		return nil, err
	}
	opened, err := s.enter(ctx, by, in, counted, from)
	if errors.Is(err, errHashReplaced) { // somebody else who signs in may only have renewed it
		opened, err = s.enter(ctx, by, in, counted, from)
	}
	if errors.Is(err, errHashReplaced) {
		return nil, ErrCredentials
	}
	return opened, err
}

// enter compares the password and opens the session. It returns errHashReplaced
// when the account got another hash meanwhile.
func (s *Service) enter(ctx context.Context, by actor.Actor, in SignInInput, counted []limit, from *device) (*Opened, error) {
	verified, renewed, err := s.verify(ctx, fold(in.Email), in.Password)
	if err != nil {
		return nil, err
	}
	trusted, err := s.trusted(ctx, ClientFrom(ctx), verified)
	if err != nil {
		return nil, err
	}
	var opened *Opened
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if err := succeededTx(ctx, tx, counted, fold(in.Email)); err != nil {
			return err
		}
		// Locked, so that a second factor that is being added right now counts, and a
		// new password ends the session that the one before has opened.
		account, err := LockTx(ctx, tx, verified.ID)
		if err != nil {
			return err
		}
		if account.Password != verified.Password {
			return errHashReplaced
		}
		if !account.HasFactor && !in.Password.Alone() { // a factor made it enough, and was taken away
			return ErrPasswordShort.At("password").Saying("Without a second factor a password has at least 15 characters. Ask for a link that sets a new one.")
		}
		if renewed != "" {
			if err := renewTx(ctx, tx, account, renewed); err != nil {
				return err
			}
		}
		if opened, err = enterTx(ctx, tx, by, account, false); err != nil {
			return err
		}
		if err := skipTx(ctx, tx, opened, trusted); err != nil {
			return err
		}
		return rememberTx(ctx, tx, opened, from)
	})
	if err != nil {
		return nil, err
	}
	return opened, nil
}

// verify returns the account that address and password belong to, and another
// hash of the password when its own was made with weaker parameters or an older
// pepper; else none.
func (s *Service) verify(ctx context.Context, folded string, p Password) (*Account, Hash, error) {
	a, err := selectAccountByEmail(ctx, s.db.Read(ctx), folded)
	if errors.Is(err, db.ErrNotFound) {
		a, err = &Account{}, nil
	}
	if err != nil {
		return nil, "", fmt.Errorf("load account: %w", err)
	}
	ok, outdated, err := s.hasher.matches(ctx, p, a.Password)
	if err != nil {
		return nil, "", err
	}
	if !ok || a.ErasedAt != nil {
		return nil, "", ErrCredentials
	}
	if !outdated {
		return a, "", nil
	}
	renewed, err := s.hasher.hash(ctx, p)
	return a, renewed, err
}

// renewTx gives an account another hash of the password that it has.
func renewTx(ctx context.Context, tx db.Tx, a *Account, renewed Hash) error {
	a.Password, a.UpdatedAt = renewed, tx.Now()
	if err := updateAccount(ctx, tx, a); err != nil {
		return fmt.Errorf("renew password hash: %w", err)
	}
	return nil
}

// SignOut ends the session of the actor. To end one that has ended is no
// fault.
func (s *Service) SignOut(ctx context.Context, by actor.Actor) error {
	if by.SessionID == "" {
		return nil
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return revokeSession(ctx, tx, SessionID(by.SessionID))
	})
}

// Authenticate returns the session that a token names, with its account. It
// returns ErrSessionInvalid for anything that names no live session.
func (s *Service) Authenticate(ctx context.Context, token Token) (*Session, *Account, error) {
	hash, ok := token.hash()
	if !ok {
		return nil, nil, ErrSessionInvalid
	}
	session, account, err := selectSession(ctx, s.db.Read(ctx), hash)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil, ErrSessionInvalid
	}
	if err != nil {
		return nil, nil, fmt.Errorf("load session: %w", err)
	}
	now := s.db.Clock().Now()
	if !session.Live(now) || account.IsSuspended() {
		return nil, nil, ErrSessionInvalid
	}
	if now.Sub(session.LastSeenAt) >= seenEvery && !IsRechecking(ctx) {
		if err := s.see(ctx, session, now); err != nil {
			return nil, nil, err
		}
	}
	return session, account, nil
}

func (s *Service) see(ctx context.Context, session *Session, now time.Time) error {
	pause := int64(now.Sub(session.LastSeenAt) / time.Second)
	session.LastSeenAt, session.LongestPause = now, max(session.LongestPause, pause)
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return touchSession(ctx, tx, session.ID, now, pause)
	})
}

// CreateOperator makes an account with an operator role. Only the command line
// and the seed call it. Without a password they get one that nobody is told. It returns
// ErrEmailTaken, ErrOperatorRole and the faults of the input.
func (s *Service) CreateOperator(ctx context.Context, role OperatorRole, in RegisterInput) (*Account, error) {
	in, err := in.cleanOperator()
	if err != nil {
		return nil, err
	}
	if !role.Valid() {
		return nil, ErrOperatorRole.At("role")
	}
	hash, err := s.hasher.hash(ctx, in.Password)
	if err != nil {
		return nil, err
	}
	var account *Account
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		account, err = registerTx(ctx, tx, actor.Actor{Role: actor.System}, in, hash)
		if err != nil {
			return err
		}
		account.OperatorRole = &role
		if err := updateAccount(ctx, tx, account); err != nil {
			return fmt.Errorf("save operator: %w", err)
		}
		if err := search.PutTx(ctx, tx, account.entry()); err != nil {
			return err
		}
		return event.Emit(ctx, tx, OperatorCreated{AccountID: account.ID, Role: role})
	})
	if err != nil {
		return nil, err
	}
	return account, nil
}

// Sweep removes what nobody can use any more: sessions and links that ended,
// devices unused for a year or trusted no more, and counts of attempts that are forgotten. It returns how many rows went.
func (s *Service) Sweep(ctx context.Context) (int64, error) {
	var gone int64
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		sessions, err := deleteSessions(ctx, tx, tx.Now().Add(-SessionIdleMax))
		if err != nil {
			return fmt.Errorf("delete sessions: %w", err)
		}
		throttles, err := deleteThrottles(ctx, tx, tx.Now().Add(-forgetAfter))
		if err != nil {
			return fmt.Errorf("delete throttles: %w", err)
		}
		links, err := deleteLinks(ctx, tx, tx.Now().Add(-ConfirmLinkMax))
		if err != nil {
			return fmt.Errorf("delete links: %w", err)
		}
		devices, err := deleteDevices(ctx, tx, tx.Now().Add(-DeviceMax))
		if err != nil {
			return fmt.Errorf("delete devices: %w", err)
		}
		trusted, err := deleteTrustOver(ctx, tx)
		if err != nil {
			return fmt.Errorf("delete trusted devices: %w", err)
		}
		gone = sessions + throttles + links + devices + trusted
		return nil
	})
	return gone, err
}

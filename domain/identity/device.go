package identity

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/page"
)

// How long a session lets somebody wear a hat: without a pause longer than the
// first, and not longer than the second after signing in.
const (
	SellerPauseMax      = time.Hour
	SellerLifetimeMax   = 24 * time.Hour
	OperatorPauseMax    = 15 * time.Minute
	OperatorLifetimeMax = 12 * time.Hour
)

// Widths of the networks that are kept of addresses.
const (
	placeBits4 = 24
	placeBits6 = 48
)

// Fit reports whether a session may still wear a hat that allows no pause of
// pauseMax and no age of lifetimeMax. A pause counts even when the session was
// used since under another hat: whoever has found an open laptop must not get
// an operator's hat by looking at a cart first.
func (s *Session) Fit(at time.Time, pauseMax, lifetimeMax time.Duration) bool {
	return time.Duration(s.LongestPause)*time.Second < pauseMax && at.Sub(s.LastSeenAt) < pauseMax && at.Sub(s.CreatedAt) < lifetimeMax
}

// placeOf returns the network of an address, /24 or /48: enough to recognise
// where one was, and not who.
func placeOf(address string) string {
	addr, err := netip.ParseAddr(address)
	if err != nil {
		return ""
	}
	addr = addr.Unmap().WithZone("")
	bits := placeBits6
	if addr.Is4() {
		bits = placeBits4
	}
	prefix, err := addr.Prefix(bits)
	if err != nil {
		return ""
	}
	return prefix.String()
}

// agentOf names the family of a program and of its system by a User-Agent
// header, such as "Firefox on Linux". What is not known is "another program".
// The order matters: browsers name each other.
func agentOf(header string) string {
	program := family(header, [][2]string{
		{"Edg", "Edge"},
		{"OPR/", "Opera"},
		{"Firefox/", "Firefox"},
		{"FxiOS/", "Firefox"},
		{"CriOS/", "Chrome"},
		{"Chrome/", "Chrome"},
		{"Safari/", "Safari"},
		{"curl/", "curl"},
	})
	system := family(header, [][2]string{
		{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"Windows", "Windows"}, {"Mac OS X", "macOS"}, {"Linux", "Linux"},
	})
	if program == "" {
		program = "Another program"
	}
	if system == "" {
		return program
	}
	return program + " on " + system
}

func family(header string, known [][2]string) string {
	for _, k := range known {
		if strings.Contains(header, k[0]) {
			return k[1]
		}
	}
	return ""
}

// SessionsOf lists the live sessions of the actor's account, the newest first.
func (s *Service) SessionsOf(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[Session], error) {
	var from sessionCursor
	if w.HasCursor() {
		if err := w.Decode(&from); err != nil || !id.Valid(from.ID, "ses") {
			return nil, page.ErrCursor
		}
	}
	if by.Role == actor.Pending || by.KeyID != "" { // neither a password alone nor a program is shown its owner's sessions
		return page.Connect(w, []*Session(nil), func(found *Session) any { return sessionCursor{found.ID} }), nil
	}
	now := s.db.Clock().Now()
	sessions, err := selectSessions(ctx, s.db.Read(ctx), liveSessions{AccountID(by.AccountID), now, w, from.ID})
	if err != nil {
		return nil, fmt.Errorf("list sessions: %w", err)
	}
	return page.Connect(w, sessions, func(found *Session) any { return sessionCursor{found.ID} }), nil
}

// sessionCursor is the sort key of a session: ids sort by age.
type sessionCursor struct {
	ID SessionID `json:"i"`
}

// RevokeSession ends a session of the actor's account; the next request with it
// is refused. It returns ErrSessionNotFound, also for somebody else's.
func (s *Service) RevokeSession(ctx context.Context, by actor.Actor, sessionID SessionID) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		found, err := selectSessionByID(ctx, tx, sessionID)
		if errors.Is(err, db.ErrNotFound) || err == nil && (by.AccountID == "" || string(found.AccountID) != by.AccountID) {
			return ErrSessionNotFound
		}
		if err != nil {
			return fmt.Errorf("load session: %w", err)
		}
		if err := revokeSession(ctx, tx, sessionID); err != nil {
			return fmt.Errorf("end session: %w", err)
		}
		return event.Emit(ctx, tx, SessionsEnded{AccountID: found.AccountID, SessionID: found.ID, Count: 1})
	})
}

// RevokeOtherSessions ends every session of the actor's account but the one of
// this request, and returns how many it has ended.
func (s *Service) RevokeOtherSessions(ctx context.Context, by actor.Actor) (int64, error) {
	var ended int64
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		var err error
		ended, err = revokeSessionsOf(ctx, tx, AccountID(by.AccountID), SessionID(by.SessionID))
		if err != nil || ended == 0 {
			return err
		}
		return event.Emit(ctx, tx, SessionsEnded{AccountID: AccountID(by.AccountID), Count: ended})
	})
	return ended, err
}

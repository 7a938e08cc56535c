package notification

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

// ID names a notification, ntf_….
type ID string

// Kept is how long a notification stays, read or not.
const Kept = 90 * 24 * time.Hour

// Notification is one thing that somebody is told in the app.
type Notification struct {
	bun.BaseModel `bun:"table:notifications"`

	ID        ID `bun:",pk"`
	AccountID identity.AccountID
	Hat       hat
	Kind      Kind
	Title     string     // the subject of the mail that says the same
	SubjectID id.Any     // of what it is about, such as ord_…
	MailID    MailID     // of the mail; a mail that is written again tells nobody twice
	CreatedAt time.Time  // UTC
	ReadAt    *time.Time // UTC; nil: not read yet
}

// IsRead reports whether it was read.
func (n *Notification) IsRead() bool { return n.ReadAt != nil }

// Preference is how somebody wants to be told of a kind.
type Preference struct {
	bun.BaseModel `bun:"table:notification_preferences"`

	AccountID identity.AccountID `bun:",pk"`
	Kind      Kind               `bun:",pk"`
	InApp     bool
	ByMail    bool
	UpdatedAt time.Time // UTC
}

// CanMailBeOff reports whether its mail may be switched off.
func (p *Preference) CanMailBeOff() bool { return !p.Kind.NeedsMail() }

// TopicOf is what tells somebody, under the hat that they wear, of new
// notifications. Its subject is the notification.
func TopicOf(by actor.Actor) event.Topic {
	return topicOf(identity.AccountID(by.AccountID), wornBy(by))
}

func topicOf(account identity.AccountID, h hat) event.Topic {
	return event.TopicOf("notification", string(account)+":"+string(h))
}

// wornBy is the hat that an actor wears.
func wornBy(by actor.Actor) hat {
	switch {
	case by.SellerID != "":
		return hat(by.SellerID)
	case by.IsOperator():
		return hatOperator
	}
	return hatBuyer
}

// Box keeps what people are told in the app, and how they want to be told.
type Box struct{ db *db.DB }

// NewBox returns a box.
func NewBox(d *db.DB) *Box { return &Box{d} }

// Filter chooses notifications. What is nil does not narrow.
type Filter struct {
	IsRead *bool
}

type boxKey struct {
	ID ID `json:"i"`
}

// Find pages through what the actor was told under the hat that they wear, newest
// first. It returns ErrNobody.
func (b *Box) Find(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Notification], error) {
	if by.AccountID == "" {
		return nil, ErrNobody
	}
	rows, err := selectNotifications(ctx, b.db.Read(ctx), by, f, w)
	if err != nil {
		return nil, fmt.Errorf("load notifications: %w", err)
	}
	return page.Connect(w, rows, func(n *Notification) any { return boxKey{n.ID} }), nil
}

// Get returns one of the actor's own under the hat that they wear, or ErrNotFound.
func (b *Box) Get(ctx context.Context, by actor.Actor, which ID) (*Notification, error) {
	n, err := selectNotification(ctx, b.db.Read(ctx), by, which)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load notification: %w", err)
	}
	return n, nil
}

// SeenByIDs returns the actor's own of several under the hat that they wear.
func (b *Box) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Notification, error) {
	if by.AccountID == "" {
		return nil, nil
	}
	rows, err := selectOwn(ctx, b.db.Read(ctx), by, ids)
	if err != nil {
		return nil, fmt.Errorf("load notifications: %w", err)
	}
	found := make(map[ID]*Notification, len(rows))
	for _, n := range rows {
		found[n.ID] = n
	}
	return found, nil
}

// Unread counts what the actor has not read under the hat that they wear. It
// returns ErrNobody.
func (b *Box) Unread(ctx context.Context, by actor.Actor) (int, error) {
	if by.AccountID == "" {
		return 0, ErrNobody
	}
	n, err := countUnread(ctx, b.db.Read(ctx), by)
	if err != nil {
		return 0, fmt.Errorf("count notifications: %w", err)
	}
	return int(n), nil
}

// ReadInput says which notifications were read.
type ReadInput struct {
	IDs []ID
}

// MarkRead notes that the actor has read some; none when none is named. Those that were read already stay
// as they are. It returns ErrTooMany, and ErrNotFound when one of them is not the
// actor's under this hat; then none is marked.
func (b *Box) MarkRead(ctx context.Context, by actor.Actor, in ReadInput) error {
	if len(in.IDs) > page.MaxSize {
		return ErrTooMany.At("ids")
	}
	if len(in.IDs) == 0 {
		return nil
	}
	return b.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		seen := map[ID]bool{}
		for _, which := range in.IDs {
			seen[which] = true
		}
		found, err := countOwn(ctx, tx, by, in.IDs)
		if err != nil {
			return fmt.Errorf("look for notifications: %w", err)
		}
		if int(found) != len(seen) {
			return ErrNotFound.At("ids")
		}
		return markRead(ctx, tx, by, in.IDs)
	})
}

// MarkAllRead notes that the actor has read everything under the hat that they
// wear. It returns ErrNobody.
func (b *Box) MarkAllRead(ctx context.Context, by actor.Actor) error {
	if by.AccountID == "" {
		return ErrNobody
	}
	return b.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return markAllRead(ctx, tx, by) })
}

// Preferences returns how the actor is told, a line for each kind, under all hats
// alike. It returns ErrNobody.
func (b *Box) Preferences(ctx context.Context, by actor.Actor) ([]*Preference, error) {
	if by.AccountID == "" {
		return nil, ErrNobody
	}
	chosen, err := selectPreferences(ctx, b.db.Read(ctx), []identity.AccountID{identity.AccountID(by.AccountID)})
	if err != nil {
		return nil, fmt.Errorf("load preferences: %w", err)
	}
	var all []*Preference
	for _, k := range Kinds() {
		all = append(all, preferenceOf(chosen, identity.AccountID(by.AccountID), k))
	}
	return all, nil
}

// preferenceOf is what somebody has chosen, or what holds for everybody.
func preferenceOf(chosen []*Preference, account identity.AccountID, k Kind) *Preference {
	for _, p := range chosen {
		if p.AccountID == account && p.Kind == k {
			p.ByMail = p.ByMail || k.NeedsMail()
			return p
		}
	}
	return &Preference{AccountID: account, Kind: k, InApp: true, ByMail: k.IsMailed()}
}

// PreferenceInput says how somebody wants to be told of a kind. What is nil stays.
type PreferenceInput struct {
	Kind   Kind
	InApp  *bool
	ByMail *bool
}

// SetPreference changes how the actor is told of a kind. It returns ErrNobody, and
// ErrMailNeeded for mail that cannot be switched off.
func (b *Box) SetPreference(ctx context.Context, by actor.Actor, in PreferenceInput) (p *Preference, err error) {
	if by.AccountID == "" {
		return nil, ErrNobody
	}
	if in.ByMail != nil && !*in.ByMail && in.Kind.NeedsMail() {
		return nil, ErrMailNeeded.At("byMail")
	}
	account := identity.AccountID(by.AccountID)
	err = b.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		chosen, err := selectPreferences(ctx, tx, []identity.AccountID{account})
		if err != nil {
			return fmt.Errorf("load preferences: %w", err)
		}
		p = preferenceOf(chosen, account, in.Kind)
		p.UpdatedAt = tx.Now()
		if in.InApp != nil {
			p.InApp = *in.InApp
		}
		if in.ByMail != nil {
			p.ByMail = *in.ByMail
		}
		return upsertPreference(ctx, tx, p)
	})
	return p, err
}

// put tells the recipients of mails in the app what they say, each once however
// often the mail is tried, and leaves the mail to those who want it too.
func (b *Box) put(ctx context.Context, letters ...*letter) error {
	if b == nil || !slices.ContainsFunc(letters, func(l *letter) bool { return kindOf(l.mail.Template) != "" }) {
		return nil
	}
	mailed := make([][]recipient, len(letters))
	err := b.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		chosen, err := selectPreferences(ctx, tx, accountsOf(letters))
		if err != nil {
			return fmt.Errorf("load preferences: %w", err)
		}
		var told []*Notification
		for i, l := range letters {
			var notes []*Notification
			mailed[i], notes = l.divide(chosen, tx.Now())
			told = append(told, notes...)
		}
		return tellTx(ctx, tx, told)
	})
	if err != nil {
		return err
	}
	for i, l := range letters {
		l.to = mailed[i]
	}
	return nil
}

// again enqueues mails that could not be sent.
func (b *Box) again(ctx context.Context, mails []db.Job) error {
	return b.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return tx.EnqueueAll(ctx, inMail(), mails...) })
}

func accountsOf(letters []*letter) (accounts []identity.AccountID) {
	for _, l := range letters {
		for _, person := range l.to {
			accounts = append(accounts, person.account)
		}
	}
	return accounts
}

// divide says who gets a letter by mail, and what is told in the app.
func (l *letter) divide(chosen []*Preference, at time.Time) (mailed []recipient, told []*Notification) {
	kind := kindOf(l.mail.Template)
	if kind == "" {
		return l.to, nil
	}
	for _, person := range l.to {
		p := preferenceOf(chosen, person.account, kind)
		if p.ByMail {
			mailed = append(mailed, person)
		}
		if !p.InApp || person.account == "" {
			continue
		}
		told = append(told, &Notification{
			ID: id.New[ID]("ntf"), AccountID: person.account, Hat: hatOf(kind, l.mail.Seller), Kind: kind, Title: l.content.Subject,
			SubjectID: l.mail.subject(), MailID: l.mail.ID, CreatedAt: at,
		})
	}
	return mailed, told
}

func tellTx(ctx context.Context, tx db.Tx, notes []*Notification) error {
	isNew, err := insertNotifications(ctx, tx, notes)
	if err != nil {
		return err
	}
	var about []event.About
	for _, n := range notes {
		if isNew[n.ID] {
			about = append(about, event.About{Topic: topicOf(n.AccountID, n.Hat), Subject: string(n.ID)})
		}
	}
	return event.Tell(ctx, tx, "notification.received", about...)
}

// subject is what a mail is about, the narrowest that it names.
func (m Mail) subject() id.Any {
	for _, s := range []string{string(m.Import), string(m.Refund), string(m.Dispute), string(m.Payout), string(m.SellerOrder), string(m.Order), string(m.Seller)} {
		if s != "" {
			return id.Any(s)
		}
	}
	return ""
}

// Prune removes what is older than Kept, and returns how many.
func (b *Box) Prune(ctx context.Context) (removed int, err error) {
	for {
		var n int64
		err := b.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			n, err = deleteNotifications(ctx, tx, tx.Now().Add(-Kept))
			return err
		})
		if err != nil {
			return removed, fmt.Errorf("prune notifications: %w", err)
		}
		if removed += int(n); n < pruneBatch {
			return removed, nil
		}
	}
}

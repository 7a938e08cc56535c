package notification

import (
	"context"
	"fmt"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
)

// Audience is whom a mail about who acts for whom goes to. Its values are in
// jobs and never change.
type Audience string

// The audiences.
const (
	// ToPerson is whom it is about.
	ToPerson Audience = "person"
	// ToOwners are the owners of the seller, without whom it is about.
	ToOwners Audience = "owners"
	// ToAdmins are the operators who may do everything.
	ToAdmins Audience = "admins"
)

// TeamMail is the job that writes and sends a mail about who acts for whom. It
// holds ids only.
type TeamMail struct {
	ID         MailID              `json:"id"`
	About      string              `json:"about"` // name of the event
	To         Audience            `json:"to"`
	Seller     seller.ID           `json:"seller,omitempty"`
	Account    identity.AccountID  `json:"account,omitempty"` // whom it is about
	Invitation seller.InvitationID `json:"invitation,omitempty"`
	// Operator is an invitation to run the platform.
	Operator operator.InvitationID `json:"operator_invitation,omitempty"`
	Charge   *seller.Charge        `json:"charge,omitempty"` // what they do now
	Listed   []identity.AccountID  `json:"listed,omitempty"` // people it names
	Word     string                `json:"word,omitempty"`   // the name of a role, or how something ended
	Only     identity.AccountID    `json:"only,omitempty"`   // who alone has not got it yet, of those whom it is to
}

// Kind implements db.Job.
func (TeamMail) Kind() string { return "notification.team_mail" }

// tell enqueues a mail to each audience.
func tell(ctx context.Context, tx db.Tx, m TeamMail, to ...Audience) error {
	for _, audience := range to {
		m.ID, m.To = id.New[MailID]("mal"), audience
		if err := tx.Enqueue(ctx, m, inMail()); err != nil {
			return err
		}
	}
	return nil
}

// telling makes the handler of an event that leads to mail.
func telling[E event.Event](fn func(e E) TeamMail, to ...Audience) func(context.Context, db.Tx, E) error {
	return func(ctx context.Context, tx db.Tx, e E) error {
		m := fn(e)
		m.About = e.EventName()
		return tell(ctx, tx, m, to...)
	}
}

// teamHandlers lists the events about who acts for whom that lead to mail.
func teamHandlers() []event.Handler {
	return []event.Handler{
		event.On("notification.member_invited", telling(func(e seller.MemberInvited) TeamMail { return TeamMail{Seller: e.SellerID, Invitation: e.InvitationID} }, ToPerson)),
		event.On("notification.invitation_resent", telling(func(e seller.InvitationResent) TeamMail {
			return TeamMail{Seller: e.SellerID, Invitation: e.InvitationID}
		}, ToPerson)),
		event.On("notification.invitation_ended", telling(func(e seller.InvitationEnded) TeamMail { return TeamMail{Seller: e.SellerID, Word: string(e.Outcome)} }, ToOwners)),
		event.On("notification.member_added", telling(func(e seller.MemberAdded) TeamMail {
			return TeamMail{Seller: e.SellerID, Account: e.AccountID, Charge: &seller.Charge{Role: e.Role, RoleID: e.RoleID}}
		}, ToPerson, ToOwners)),
		event.On("notification.member_role_changed", telling(func(e seller.MemberRoleChanged) TeamMail {
			return TeamMail{Seller: e.SellerID, Account: e.AccountID, Charge: &e.After}
		}, ToPerson, ToOwners)),
		event.On("notification.member_removed", telling(func(e seller.MemberRemoved) TeamMail { return TeamMail{Seller: e.SellerID, Account: e.AccountID} }, ToPerson, ToOwners)),
		event.On("notification.member_disabled", telling(func(e seller.MemberDisabled) TeamMail { return TeamMail{Seller: e.SellerID, Account: e.AccountID} }, ToPerson, ToOwners)),
		event.On("notification.member_enabled", telling(func(e seller.MemberEnabled) TeamMail { return TeamMail{Seller: e.SellerID, Account: e.AccountID} }, ToPerson, ToOwners)),
		event.On("notification.stale_members_listed", telling(func(e seller.StaleMembersListed) TeamMail {
			return TeamMail{Seller: e.SellerID, Listed: accountIDs(e.Members)}
		}, ToOwners)),
		event.On("notification.role_created", telling(func(e seller.RoleCreated) TeamMail { return TeamMail{Seller: e.SellerID, Word: e.After.Name} }, ToOwners)),
		event.On("notification.role_updated", telling(func(e seller.RoleUpdated) TeamMail { return TeamMail{Seller: e.SellerID, Word: e.After.Name} }, ToOwners)),
		event.On("notification.role_deleted", telling(func(e seller.RoleDeleted) TeamMail { return TeamMail{Seller: e.SellerID, Word: e.Before.Name} }, ToOwners)),
		event.On("notification.ownership_offered", telling(func(e seller.OwnershipOffered) TeamMail { return TeamMail{Seller: e.SellerID, Account: e.To} }, ToPerson, ToOwners)),
		event.On("notification.ownership_offer_ended", telling(func(e seller.OwnershipOfferEnded) TeamMail {
			return TeamMail{Seller: e.SellerID, Word: string(e.Outcome)}
		}, ToOwners)),
		event.On("notification.ownership_transferred", transferredTx),
		event.On("notification.legal_changed", telling(func(e seller.LegalChanged) TeamMail { return TeamMail{Seller: e.SellerID} }, ToOwners)),
		event.On("notification.closed", telling(func(e seller.Closed) TeamMail { return TeamMail{Seller: e.SellerID, Word: e.Reason} }, ToOwners)),
		event.On("notification.debt_written_off", telling(func(e payout.DebtWrittenOff) TeamMail {
			return TeamMail{Seller: e.SellerID, Word: money.New(e.AmountMinor, e.Currency).String()}
		}, ToOwners)),
		event.On("notification.operator_invited", telling(func(e operator.InvitationSent) TeamMail { return TeamMail{Operator: e.InvitationID} }, ToPerson)),
		event.On("notification.operator_invitation_resent", telling(func(e operator.InvitationResent) TeamMail { return TeamMail{Operator: e.InvitationID} }, ToPerson)),
		event.On("notification.operator_joined", telling(func(e operator.Joined) TeamMail {
			return TeamMail{Account: e.AccountID, Word: strings.ToLower(string(e.Role))}
		}, ToAdmins)),
		event.On("notification.operator_disabled", telling(func(e identity.OperatorDisabled) TeamMail { return TeamMail{Account: e.AccountID} }, ToPerson, ToAdmins)),
		event.On("notification.operator_enabled", telling(func(e identity.OperatorEnabled) TeamMail { return TeamMail{Account: e.AccountID} }, ToPerson, ToAdmins)),
		event.On("notification.stale_operators_listed", telling(func(e identity.StaleOperatorsListed) TeamMail { return TeamMail{Listed: e.AccountIDs} }, ToAdmins)),
	}
}

// transferredTx tells the new owner, whoever is none any more, and the others.
func transferredTx(ctx context.Context, tx db.Tx, e seller.OwnershipTransferred) error {
	m := TeamMail{About: e.EventName(), Seller: e.SellerID, Account: e.To}
	if err := tell(ctx, tx, m, ToPerson, ToOwners); err != nil {
		return err
	}
	for _, former := range e.From {
		m := TeamMail{
			About: seller.MemberRoleChanged{}.EventName(), Seller: e.SellerID, Account: former, Charge: &seller.Charge{Role: e.FormerRole},
		}
		if err := tell(ctx, tx, m, ToPerson); err != nil {
			return err
		}
	}
	return nil
}

func accountIDs(texts []string) []identity.AccountID {
	ids := make([]identity.AccountID, len(texts))
	for i, text := range texts {
		ids[i] = identity.AccountID(text)
	}
	return ids
}

// DeliverTeam writes and sends one mail about who acts for whom. When one of
// several people cannot be reached, the others are still written to, and that one
// is tried again alone.
func (s *Service) DeliverTeam(ctx context.Context, m TeamMail) error {
	content, to, err := s.composeTeam(ctx, m)
	if err != nil {
		return fmt.Errorf("mail %s: %w", m.ID, err)
	}
	to = only(to, m.Only)
	left, err := s.sendAll(ctx, m.ID, to, content)
	if len(left) == len(to) { // nobody got it, so nobody gets it twice
		return err
	}
	mails := make([]db.Job, len(left))
	for i, person := range left {
		alone := m
		alone.Only = person.account
		mails[i] = alone
	}
	return s.again(ctx, mails, err)
}

func (s *Service) composeTeam(ctx context.Context, m TeamMail) (Content, []recipient, error) {
	if m.Invitation != "" {
		return s.invitation(ctx, m)
	}
	if m.Operator != "" {
		return s.operatorInvitation(ctx, m)
	}
	facts, err := s.factsOf(ctx, m)
	if err != nil {
		return Content{}, nil, err
	}
	var ids []identity.AccountID
	switch m.To {
	case ToPerson:
		ids = []identity.AccountID{m.Account}
	case ToOwners:
		ids = facts.owners
	case ToAdmins:
		if ids, err = s.from.People.Admins(ctx); err != nil {
			return Content{}, nil, err
		}
	}
	to, err := s.accounts(ctx, ids...)
	if m.To == ToPerson {
		return teamPerson(m, facts, s.opts.BaseURL), to, err
	}
	return teamOthers(m, facts, s.opts.BaseURL), to, err
}

// facts are what mails about who acts for whom name.
type facts struct {
	seller string // its name; empty for operators
	owners []identity.AccountID
	who    string   // whom it is about
	role   string   // what they do now
	listed []string // people
}

func (s *Service) factsOf(ctx context.Context, m TeamMail) (facts, error) {
	var f facts
	people, err := s.from.People.AccountsByIDs(ctx, append([]identity.AccountID{m.Account}, m.Listed...))
	if err != nil {
		return f, err
	}
	f.who = called(people[m.Account])
	for _, accountID := range m.Listed {
		f.listed = append(f.listed, called(people[accountID]))
	}
	if m.Seller == "" {
		return f, nil
	}
	found, err := s.from.Sellers.ByIDs(ctx, []seller.ID{m.Seller})
	if err != nil {
		return f, err
	}
	if found[m.Seller] == nil {
		return f, fmt.Errorf("there is no seller %s", m.Seller)
	}
	f.seller = found[m.Seller].Name
	members, err := s.from.Sellers.MembersByIDs(ctx, []seller.ID{m.Seller})
	if err != nil {
		return f, err
	}
	for _, member := range members[m.Seller] {
		if member.Role == seller.RoleOwner && member.AccountID != m.Account {
			f.owners = append(f.owners, member.AccountID)
		}
	}
	if m.Charge != nil {
		f.role, err = s.from.Sellers.ChargeName(ctx, *m.Charge)
	}
	return f, err
}

// called is how a mail names somebody: by name and address, so that two of one
// name are told apart.
func called(a *identity.Account) string {
	if a == nil || a.Email == nil || a.Name == "" {
		return addressed(a)
	}
	return a.Name + " (" + *a.Email + ")"
}

// addressed is how a mail to a stranger names somebody: by the address, which is
// confirmed, and by nothing that they have written themselves.
func addressed(a *identity.Account) string {
	if a == nil || a.Email == nil {
		return "somebody"
	}
	return *a.Email
}

// invitation writes to an address that was invited, in no words but the platform's and
// the name of a seller that was approved. A letter that is not to be
// sent any more has no recipient.
func (s *Service) invitation(ctx context.Context, m TeamMail) (Content, []recipient, error) {
	letter, err := s.from.Sellers.WriteInvitation(ctx, m.Invitation)
	if err != nil || letter == nil {
		return Content{}, nil, err
	}
	inviter, err := s.from.People.AccountsByIDs(ctx, []identity.AccountID{letter.Inviter})
	if err != nil {
		return Content{}, nil, err
	}
	role := letter.RoleName
	if role == "" {
		role = "one of the seller's own, which the page of the invitation names"
	}
	return Content{
		Subject: "You are invited to act for " + letter.Seller.Name,
		Paragraphs: []string{
			fmt.Sprintf("%s invites you to act for %s. Your role would be: %s.", addressed(inviter[letter.Inviter]), letter.Seller.Name, role),
			"Sign in with this address first, or register with it. The invitation lasts " + duration(letter.Lasts) + " and can be accepted once.",
			"If you do not know what this is about, you need do nothing.",
		},
		LinkText: "Look at the invitation", Link: s.opts.BaseURL + invitationPath + "#" + letter.Token.Reveal(),
	}, []recipient{{address: letter.To, edition: "." + letter.Edition}}, nil
}

// operatorInvitation writes to an address that was invited to run the platform.
func (s *Service) operatorInvitation(ctx context.Context, m TeamMail) (Content, []recipient, error) {
	letter, err := s.from.Operators.WriteLetter(ctx, m.Operator)
	if err != nil || letter == nil {
		return Content{}, nil, err
	}
	inviter, err := s.from.People.AccountsByIDs(ctx, []identity.AccountID{letter.Inviter})
	if err != nil {
		return Content{}, nil, err
	}
	return Content{
		Subject: "You are invited to run " + s.opts.BaseURL,
		Paragraphs: []string{
			fmt.Sprintf("%s invites you to be an operator of %s. Your role would be: %s.", called(inviter[letter.Inviter]), s.opts.BaseURL, strings.ToLower(string(letter.Role))),
			"Sign in with this address first, or register with it. The invitation lasts " + duration(letter.Lasts) + " and can be accepted once.",
			"If you do not know what this is about, you need do nothing.",
		},
		LinkText: "Look at the invitation", Link: s.opts.BaseURL + operatorInvitationPath + "#" + letter.Token.Reveal(),
	}, []recipient{{address: letter.To, edition: "." + letter.Edition}}, nil
}

// operatorInvitationPath is where the page behind the link of an operator's
// invitation is.
const operatorInvitationPath = "/account/operator-invitation"

// invitationPath is where the page behind the link of an invitation is.
const invitationPath = "/account/invitation"

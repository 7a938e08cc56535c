package payout

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

const (
	// DebitTextVersion is the version of the text that sellers consent to. Whoever
	// changes the text raises it: a consent holds for the text that was read.
	DebitTextVersion = 1
	// DebitText says what a debit is, and is what is consented to.
	DebitText = "The marketplace may take what you owe it from your balance at the payment provider: what buyers got back, and what was lost in " +
		"disputes, after you were paid for it, and charges that you were told of. It takes at most what is open of a debt and what your balance has, " +
		"and nothing from your bank account. What was taken is shown with the debt. You can take this consent back at any time; a debit that has " +
		"begun by then is carried out."
	// answersShown bounds how many answers are shown.
	answersShown = 20
)

// Faults of consents.
var (
	// ErrDebitConsent is returned for a debit to which the seller has not consented.
	ErrDebitConsent = fault.New(fault.Conflict, "DEBIT_CONSENT_MISSING",
		"This seller has not consented to debits. An owner of the seller can consent in the web admin under Balance and payouts, or by sellerDebitConsentSet. Until then the debt is taken from what is released later, or given up.")
	// ErrDebitText is returned to who consents to another text than the present one.
	ErrDebitText = fault.New(fault.Conflict, "DEBIT_TEXT_CHANGED", "This is not the present text. Read it again.")
)

// DebitAnswerID names an answer, `dba_…`.
type DebitAnswerID string

// DebitAnswer is what an owner has said, for a seller, to being debited. It is
// never changed or deleted.
type DebitAnswer struct {
	bun.BaseModel `bun:"table:debit_answers"`

	ID         DebitAnswerID `bun:",pk"`
	SellerID   seller.ID
	Turn       int64  // from 1 for a seller; the latest holds
	IsGiven    bool   // false takes the consent back
	Version    int64  // of the text
	TextHash   string // SHA-256 of the text, in hexadecimal digits
	AnsweredBy identity.AccountID
	AnsweredAt time.Time // UTC
}

// DebitConsent says whether a seller consents to debits, and to what.
type DebitConsent struct {
	SellerID seller.ID
	IsGiven  bool // to the present text
	Version  int64
	Text     string
	TextHash string
	Answers  []*DebitAnswer // the latest first, at most 20
}

// DebitConsentAnswered is told when an owner consents to debits for their seller,
// or takes that back.
type DebitConsentAnswered struct {
	AnswerID DebitAnswerID      `json:"answer_id"`
	SellerID seller.ID          `json:"seller_id"`
	By       identity.AccountID `json:"by"`
	IsGiven  bool               `json:"is_given"`
	Version  int64              `json:"version"`
	TextHash string             `json:"text_hash"`
}

// EventName implements event.Event.
func (DebitConsentAnswered) EventName() string { return "payout.debit_consent_answered" }

// DebitConsentInput consents to debits, or takes that back.
type DebitConsentInput struct {
	Version int64 // of the text that was read
	IsGiven bool
}

func debitTextHash() string {
	sum := sha256.Sum256([]byte(DebitText))
	return hex.EncodeToString(sum[:])
}

// consents reports whether the latest answer is a consent to the present text.
func consents(latest *DebitAnswer) bool {
	return latest != nil && latest.IsGiven && latest.Version == DebitTextVersion
}

func consentOf(of seller.ID, answers []*DebitAnswer) *DebitConsent {
	c := &DebitConsent{SellerID: of, Version: DebitTextVersion, Text: DebitText, TextHash: debitTextHash(), Answers: answers}
	c.IsGiven = len(answers) > 0 && consents(answers[0])
	return c
}

// DebitConsentOf tells whether the actor's seller, or the one that an operator asks
// for, consents to debits. It returns seller.ErrNotFound.
func (s *Service) DebitConsentOf(ctx context.Context, by actor.Actor, asked *seller.ID) (*DebitConsent, error) {
	owner, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	answers, err := selectDebitAnswers(ctx, s.db.Read(ctx), owner)
	if err != nil {
		return nil, fmt.Errorf("answers of %s to debits: %w", owner, err)
	}
	return consentOf(owner, answers), nil
}

// AnswerDebits writes down that the actor consents, for their seller, to debits, or
// takes that back. To say again what holds already changes nothing. It returns
// ErrDebitText for consenting to another text than the present one; a consent is
// taken back whatever version is named.
func (s *Service) AnswerDebits(ctx context.Context, by actor.Actor, in DebitConsentInput) (*DebitConsent, error) {
	owner, err := seller.ScopeOne(by, nil)
	if err != nil {
		return nil, err
	}
	if in.IsGiven && in.Version != DebitTextVersion {
		return nil, ErrDebitText.At("version")
	}
	var answers []*DebitAnswer
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if err := answerDebitsTx(ctx, tx, owner, identity.AccountID(by.AccountID), in); err != nil {
			return err
		}
		answers, err = selectDebitAnswers(ctx, tx, owner)
		return err
	})
	if err != nil {
		return nil, err
	}
	return consentOf(owner, answers), nil
}

// answerDebitsTx adds an answer of a seller, unless it says what holds.
func answerDebitsTx(ctx context.Context, tx db.Tx, of seller.ID, by identity.AccountID, in DebitConsentInput) error {
	last, err := latestAnswerTx(ctx, tx, of)
	if err != nil {
		return err
	}
	a := &DebitAnswer{
		ID: id.New[DebitAnswerID]("dba"), SellerID: of, Turn: 1, IsGiven: in.IsGiven, Version: DebitTextVersion, TextHash: debitTextHash(),
		AnsweredBy: by, AnsweredAt: tx.Now(),
	}
	switch {
	case in.IsGiven && consents(last), !in.IsGiven && (last == nil || !last.IsGiven):
		return nil
	case !in.IsGiven: // taken back is what was given
		a.Version, a.TextHash = last.Version, last.TextHash
	}
	if last != nil {
		a.Turn = last.Turn + 1
	}
	if err := insertDebitAnswer(ctx, tx, a); err != nil {
		return fmt.Errorf("insert answer to debits: %w", err)
	}
	return event.Emit(ctx, tx, DebitConsentAnswered{a.ID, of, by, a.IsGiven, a.Version, a.TextHash})
}

// latestAnswerTx locks a seller, so that nothing else is answered meanwhile, and
// returns what was answered last; nil when nothing was.
func latestAnswerTx(ctx context.Context, tx db.Tx, of seller.ID) (*DebitAnswer, error) {
	if err := lockSeller(ctx, tx, of); err != nil {
		return nil, fmt.Errorf("lock seller %s: %w", of, err)
	}
	answers, err := selectDebitAnswers(ctx, tx, of)
	if err != nil || len(answers) == 0 {
		return nil, err
	}
	return answers[0], nil
}

// mayDebitTx returns ErrDebitConsent unless a seller consents to debits. No consent
// is taken back before the unit has ended.
func mayDebitTx(ctx context.Context, tx db.Tx, of seller.ID) error {
	last, err := latestAnswerTx(ctx, tx, of)
	if err != nil {
		return err
	}
	if !consents(last) {
		return ErrDebitConsent
	}
	return nil
}

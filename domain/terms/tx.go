package terms

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
)

// Agreement is what an account agrees to with something that it does.
type Agreement struct {
	AccountID string
	Needs     Kind        // what has to be accepted, now or before
	Given     []VersionID // what is accepted now: of Needs, the privacy notice and the consent
	Field     string      // where Given stands in the input
}

// AgreeTx accepts what is given in this unit, and sees that what is needed is
// accepted, for the account and by the hat and network of the context. While no
// version of what is needed is in force, nothing is. It returns ErrRequired, which
// names the version, ErrNotInForce, ErrOtherKind and ErrTooMany.
func AgreeTx(ctx context.Context, tx db.Tx, a Agreement) error {
	if len(a.Given) > 0 {
		inForce, err := selectInForce(ctx, tx, tx.Now(), "")
		if err != nil {
			return fmt.Errorf("load terms: %w", err)
		}
		versions, err := chosen(inForce, a.Given, []Kind{a.Needs, PrivacyNotice, Marketing}, a.Field)
		if err != nil {
			return err
		}
		if _, err := giveTx(ctx, tx, personOf(actor.OriginOf(ctx), a.AccountID), giving{versions, tx.Now()}); err != nil {
			return err
		}
	}
	missing, err := selectMissing(ctx, tx, a.AccountID, a.Needs, tx.Now())
	if err != nil {
		return fmt.Errorf("look for terms to accept: %w", err)
	}
	if missing != nil {
		return named(ErrRequired, missing).At(a.Field)
	}
	return nil
}

// named returns a fault whose message names a version.
func named(f *fault.Fault, v *Version) *fault.Fault {
	return f.Saying(fmt.Sprintf("%s “%s”, version %d, %s.", f.Message, v.Title, v.Number, v.ID))
}

// giving is what is accepted, and when.
type giving struct {
	versions []*Version
	at       time.Time
}

// giveTx accepts versions. Of two who accept
// one at once the second finds the answer of the first.
func giveTx(ctx context.Context, tx db.Tx, who person, what giving) ([]*Answer, error) {
	ids := make([]VersionID, len(what.versions))
	for i, v := range what.versions {
		ids[i] = v.ID
	}
	before, err := selectLatest(ctx, tx, who.accountID, "", ids)
	if err != nil {
		return nil, fmt.Errorf("load answers: %w", err)
	}
	all := true
	for _, v := range what.versions {
		at := slices.IndexFunc(before, func(a *Answer) bool { return a.VersionID == v.ID })
		turn := int64(1)
		if at >= 0 {
			turn = before[at].Turn + 1
		}
		if !gives(turn) {
			continue // it is accepted
		}
		all = false
		if _, err := insertAnswer(ctx, tx, who.answer(v, turn, what.at)); err != nil {
			return nil, fmt.Errorf("insert answer: %w", err)
		}
	}
	if all {
		return inOrder(before, ids), nil
	}
	after, err := selectLatest(ctx, tx, who.accountID, "", ids)
	if err != nil {
		return nil, fmt.Errorf("load answers: %w", err)
	}
	return inOrder(after, ids), nil
}

// inOrder sorts answers by the versions they are to.
func inOrder(answers []*Answer, ids []VersionID) []*Answer {
	slices.SortFunc(answers, func(a, b *Answer) int {
		return slices.Index(ids, a.VersionID) - slices.Index(ids, b.VersionID)
	})
	return answers
}

// PledgeTx keeps what somebody accepts who has no account yet, by the hat and
// network of the context; nil when that is nothing. It returns ErrNotInForce,
// ErrOtherKind and ErrTooMany, at a field of the input.
func PledgeTx(ctx context.Context, tx db.Tx, ids []VersionID, field string) (*Pledge, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	inForce, err := selectInForce(ctx, tx, tx.Now(), "")
	if err != nil {
		return nil, fmt.Errorf("load terms: %w", err)
	}
	versions, err := chosen(inForce, ids, []Kind{BuyerTerms, PrivacyNotice, Marketing}, field)
	if err != nil {
		return nil, err
	}
	from := actor.OriginOf(ctx)
	p := &Pledge{Role: from.Role, Network: from.Address, At: tx.Now()}
	for _, v := range versions {
		p.Versions = append(p.Versions, v.ID)
	}
	return p, nil
}

// RedeemTx makes a pledge the answers of an account, with the instant at which it
// was given, whatever is in force by now. What the account has answered itself since
// then stands. Nil is no pledge.
func RedeemTx(ctx context.Context, tx db.Tx, accountID string, p *Pledge) error {
	if p == nil {
		return nil
	}
	versions, err := selectByIDs(ctx, tx, p.Versions)
	if err != nil {
		return fmt.Errorf("load terms: %w", err)
	}
	since, err := selectLatest(ctx, tx, accountID, "", p.Versions)
	if err != nil {
		return fmt.Errorf("load answers: %w", err)
	}
	versions = slices.DeleteFunc(versions, func(v *Version) bool {
		return slices.ContainsFunc(since, func(a *Answer) bool { return a.VersionID == v.ID && !a.AnsweredAt.Before(p.At) })
	})
	_, err = giveTx(ctx, tx, person{accountID: accountID, role: p.Role, network: p.Network}, giving{versions, p.At})
	return err
}

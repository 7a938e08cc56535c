package dispute

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// Send is the job that answers a bank.
type Send struct {
	DisputeID ID `json:"dispute_id"`
}

// Kind implements db.Job.
func (Send) Kind() string { return "dispute.send_answer" }

// own locks a dispute and finds the part of it that a member may change.
func own(ctx context.Context, tx db.Tx, by actor.Actor, disputeID ID) (*Dispute, *Part, error) {
	d, err := lockDispute(ctx, tx, disputeID)
	if err != nil {
		return nil, nil, notFound(err)
	}
	if d.SeenBy(by) == nil {
		return nil, nil, ErrNotFound
	}
	return d, d.partOf(seller.ID(by.SellerID)), nil
}

// SaveEvidence changes what a seller has to say; operators decide what is sent.
// It returns faults of the input, ErrNotFound and what MaySave returns.
func (s *Service) SaveEvidence(ctx context.Context, by actor.Actor, in EvidenceSaveInput) (*Dispute, error) {
	var d *Dispute
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		locked, part, err := own(ctx, tx, by, in.DisputeID)
		if err != nil {
			return err
		}
		d = locked
		if err := d.MaySave(seller.ID(by.SellerID), tx.Now()); err != nil {
			return err
		}
		if part.Evidence, err = in.onto(part.Evidence); err != nil {
			return err
		}
		now := tx.Now()
		part.EditedBy, part.EditedAt = identity.AccountID(by.AccountID), &now
		if err := updatePart(ctx, tx, part); err != nil {
			return err
		}
		return event.Emit(ctx, tx, EvidenceSaved{DisputeID: d.ID, SellerID: part.SellerID})
	})
	if err != nil {
		return nil, err
	}
	return d.SeenBy(by), nil
}

// Submit sends the evidence of all sellers who have not accepted, with what the
// operator corrects and the files that they choose. It can be sent once. It returns
// faults of the input, ErrNotFound, ErrEvidenceLong, ErrFileNotFound, ErrFilesClash,
// ErrFilesLarge, and what MayAnswer returns.
func (s *Service) Submit(ctx context.Context, by actor.Actor, in EvidenceSubmitInput) (*Dispute, error) {
	return s.answer(ctx, by, in.DisputeID, func(ctx context.Context, tx db.Tx, d *Dispute) error {
		if err := d.MayAnswer(tx.Now()); err != nil {
			return err
		}
		e, err := merge(d.Parts)
		if err != nil {
			return err
		}
		if e, err = in.onto(e); err != nil {
			return err
		}
		o, err := order.Load(ctx, tx, d.OrderID)
		if err != nil {
			return err
		}
		e.BuyerEmail = o.Email
		d.Answer, d.AnswerEvidence = AnswerEvidence, &e
		return planFilesTx(ctx, tx, d, in.FileIDs)
	})
}

// Accept notes that a seller does not object to their share, or, by an operator,
// tells the bank that the buyer is right. It returns ErrNotFound, ErrAccepted,
// ErrClosed and ErrAnswered.
func (s *Service) Accept(ctx context.Context, by actor.Actor, in AcceptInput) (*Dispute, error) {
	if by.IsOperator() {
		return s.answer(ctx, by, in.DisputeID, func(_ context.Context, _ db.Tx, d *Dispute) error {
			if err := d.MayAccept(); err != nil {
				return err
			}
			d.Answer, d.AnswerEvidence = AnswerAccept, nil
			return nil
		})
	}
	var d *Dispute
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		locked, part, err := own(ctx, tx, by, in.DisputeID)
		if err != nil {
			return err
		}
		d = locked
		if err := d.MayAcceptFor(part.SellerID); err != nil {
			return err
		}
		now := tx.Now()
		part.AcceptedBy, part.AcceptedAt = identity.AccountID(by.AccountID), &now
		if err := updatePart(ctx, tx, part); err != nil {
			return err
		}
		return event.Emit(ctx, tx, ShareAccepted{DisputeID: d.ID, SellerID: part.SellerID})
	})
	if err != nil {
		return nil, err
	}
	return d.SeenBy(by), nil
}

// answer writes down what the bank is going to be told, and lets it be sent.
func (s *Service) answer(ctx context.Context, by actor.Actor, disputeID ID, decide func(context.Context, db.Tx, *Dispute) error) (*Dispute, error) {
	var d *Dispute
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if d, err = lockDispute(ctx, tx, disputeID); err != nil {
			return notFound(err)
		}
		d.AnswerID = id.New[string]("dsa")
		if err := decide(ctx, tx, d); err != nil {
			return err
		}
		now := tx.Now()
		d.AnswerStatus, d.AnswerFailure, d.AnswerAfter = AnswerPlanned, "", d.Submissions
		d.AnsweredBy, d.AnsweredAt = identity.AccountID(by.AccountID), &now
		if err := updateDispute(ctx, tx, d); err != nil {
			return err
		}
		if err := event.Emit(ctx, tx, Answered{DisputeID: d.ID, Answer: d.Answer, Status: d.AnswerStatus}); err != nil {
			return err
		}
		return tx.Enqueue(ctx, Send{DisputeID: d.ID}, db.JobOptions{})
	})
	return d, err
}

// Send gives a planned answer. One that may have been given before is looked up
// first: the dispute is read, and only when the provider does not know of an
// answer is it given, always under the same key.
func (s *Service) Send(ctx context.Context, job Send) error {
	d, wasSent, err := s.begin(ctx, job.DisputeID)
	if err != nil || !d.AnswerStatus.isUnsent() {
		return err
	}
	var made *ProviderDispute
	if wasSent {
		read, err := s.gateway.GetDispute(ctx, d.ProviderID)
		if err != nil {
			return fmt.Errorf("look whether dispute %s was answered: %w", d.ID, err)
		}
		if !read.Status.IsOpen() || d.Answer == AnswerEvidence && read.Submissions > d.AnswerAfter {
			made = read
		}
	}
	if made == nil {
		made, err = s.tell(ctx, d)
	}
	if no, ok := provider.Refused(err); ok {
		return s.settle(ctx, d, AnswerRefused, no.Error())
	}
	if err != nil {
		return errors.Join(err, s.settle(ctx, d, AnswerUnknown, err.Error()))
	}
	if err := s.settle(ctx, d, AnswerDone, ""); err != nil {
		return err
	}
	return s.apply(ctx, made)
}

func (s *Service) tell(ctx context.Context, d *Dispute) (*ProviderDispute, error) {
	if d.Answer == AnswerAccept {
		return s.gateway.CloseDispute(ctx, d.ProviderID, d.AnswerID)
	}
	files, err := s.sendFiles(ctx, d)
	if err != nil {
		return nil, err
	}
	return s.gateway.SubmitEvidence(ctx, d.ProviderID, d.AnswerID, *d.AnswerEvidence, files)
}

// begin marks an answer as being sent, and tells whether it may have been sent
// before.
func (s *Service) begin(ctx context.Context, disputeID ID) (d *Dispute, wasSent bool, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if d, err = lockDispute(ctx, tx, disputeID); err != nil || !d.AnswerStatus.isUnsent() {
			return err
		}
		wasSent = d.AnswerStatus != AnswerPlanned
		d.AnswerStatus = AnswerSending
		return updateDispute(ctx, tx, d)
	})
	return d, wasSent, err
}

// settle notes what came of an answer, unless another was given meanwhile.
func (s *Service) settle(ctx context.Context, of *Dispute, status AnswerStatus, failure string) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		d, err := lockDispute(ctx, tx, of.ID)
		if err != nil || d.AnswerID != of.AnswerID || !d.AnswerStatus.isUnsent() {
			return err
		}
		d.AnswerStatus, d.AnswerFailure = status, failure
		if status == AnswerRefused {
			if err := unsendTx(ctx, tx, d); err != nil {
				return err
			}
		}
		if err := updateDispute(ctx, tx, d); err != nil || status == AnswerUnknown {
			return err
		}
		return event.Emit(ctx, tx, Answered{DisputeID: d.ID, Answer: d.Answer, Status: status})
	})
}

// patience is how long an answer may be on its way before the sweep looks.
const patience = 10 * time.Minute

// sendStuck gives the answers whose job has been given up.
func (s *Service) sendStuck(ctx context.Context) error {
	stuck, err := selectUnsent(ctx, s.db.Read(ctx), s.db.Clock().Now().Add(-patience))
	errs := []error{err}
	for _, disputeID := range stuck {
		errs = append(errs, s.Send(ctx, Send{DisputeID: disputeID}))
	}
	return errors.Join(errs...)
}

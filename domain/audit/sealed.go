package audit

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/vault"
)

// Erased stands where something was about a person who was erased since.
const Erased = "erased"

// words puts what somebody has written about a person, such as a reason, apart
// from the rest of an entry, to be encrypted under that person's key. What is
// about nobody in particular stays with the rest.
func (e *Entry) words(about id.Any, after map[string]any, written map[string]any) map[string]any {
	if !strings.HasPrefix(string(about), "acc_") {
		maps.Copy(after, written)
		return after
	}
	e.SealedAbout, e.written = identity.AccountID(about), written
	return after
}

func (e *Entry) addressAt() vault.Place {
	return vault.Place{Subject: vault.Subject(e.ActorID), Column: "audit_entries.sealed_address:" + string(e.ID)}
}

func (e *Entry) textAt() vault.Place {
	return vault.Place{Subject: vault.Subject(e.SealedAbout), Column: "audit_entries.sealed_text:" + string(e.ID)}
}

// sealTx encrypts what is personal. It is done in the order of the subjects, so
// that two units that make the same keys do not wait for each other. Without a
// keyset everything stays as it is.
func (s *Service) sealTx(ctx context.Context, tx db.Tx, e *Entry) error {
	steps := []func() error{
		func() error { return s.sealAddressTx(ctx, tx, e) }, func() error { return s.sealTextTx(ctx, tx, e) },
	}
	if e.SealedAbout < e.ActorID {
		steps[0], steps[1] = steps[1], steps[0]
	}
	return errors.Join(steps[0](), steps[1]())
}

func (s *Service) sealAddressTx(ctx context.Context, tx db.Tx, e *Entry) error {
	if e.ActorID == "" || e.Address == "" {
		return nil
	}
	box, isSealed, err := s.boxTx(ctx, tx, e.addressAt(), []byte(e.Address))
	if err != nil || !isSealed {
		return err
	}
	e.Address, e.SealedAddress = "", box
	return nil
}

func (s *Service) sealTextTx(ctx context.Context, tx db.Tx, e *Entry) error {
	if e.SealedAbout == "" {
		return nil
	}
	text, err := json.Marshal(e.written)
	if err != nil {
		return err
	}
	box, isSealed, err := s.boxTx(ctx, tx, e.textAt(), text)
	if err != nil {
		return err
	}
	if !isSealed {
		e.SealedAbout = ""
		return e.addAfter(e.written)
	}
	e.SealedText = box
	return nil
}

// boxTx encrypts a text. Of somebody who was erased nothing is kept; without a
// keyset nothing is encrypted.
func (s *Service) boxTx(ctx context.Context, tx db.Tx, at vault.Place, text []byte) (box string, isSealed bool, err error) {
	if s.vault == nil {
		return "", false, nil
	}
	sealed, err := s.vault.SealTx(ctx, tx, at, text)
	switch {
	case errors.Is(err, seal.ErrNoKeys):
		return "", false, nil
	case errors.Is(err, vault.ErrErased):
		return "", true, nil
	case err != nil:
		return "", false, fmt.Errorf("encrypt what is personal: %w", err)
	}
	return base64.StdEncoding.EncodeToString(sealed), true, nil
}

// addAfter adds to what was after.
func (e *Entry) addAfter(more map[string]any) error {
	after := map[string]any{}
	if err := json.Unmarshal([]byte(e.AfterText), &after); err != nil {
		return fmt.Errorf("read what was after entry %d: %w", e.Seq, err)
	}
	maps.Copy(after, more)
	text, err := json.Marshal(after)
	e.AfterText = string(text)
	return err
}

// openAll decrypts what is personal in entries that are going to be read. Where
// a key is gone, they say Erased.
func (s *Service) openAll(ctx context.Context, q db.Querier, entries []*Entry) error {
	var boxes []vault.Box
	var put []func(text []byte) error
	add := func(at vault.Place, sealed string, fn func(text []byte) error) error {
		box, err := base64.StdEncoding.DecodeString(sealed)
		boxes, put = append(boxes, vault.Box{At: at, Sealed: box}), append(put, fn)
		return err
	}
	for _, e := range entries {
		if e.SealedAddress != "" {
			if err := add(e.addressAt(), e.SealedAddress, e.putAddress); err != nil {
				return fmt.Errorf("entry %d: %w", e.Seq, err)
			}
		}
		if e.SealedText != "" {
			if err := add(e.textAt(), e.SealedText, e.putText); err != nil {
				return fmt.Errorf("entry %d: %w", e.Seq, err)
			}
		}
	}
	if len(boxes) == 0 {
		return nil
	}
	texts, err := s.vault.OpenEach(ctx, q, boxes)
	if errors.Is(err, seal.ErrNoKeys) {
		texts, err = make([][]byte, len(boxes)), nil
	}
	if err != nil {
		return fmt.Errorf("decrypt what is personal: %w", err)
	}
	for i, text := range texts {
		if err := put[i](text); err != nil {
			return err
		}
	}
	return nil
}

func (e *Entry) putAddress(text []byte) error {
	e.Address = Erased
	if text != nil {
		e.Address = string(text)
	}
	return nil
}

func (e *Entry) putText(text []byte) error {
	if text == nil {
		return e.addAfter(map[string]any{Erased: true})
	}
	written := map[string]any{}
	if err := json.Unmarshal(text, &written); err != nil {
		return fmt.Errorf("read what entry %d says of somebody: %w", e.Seq, err)
	}
	return e.addAfter(written)
}

// About implements privacy.Log.
func (s *Service) About(ctx context.Context, q db.Querier, who identity.AccountID) (map[string]map[string]string, error) {
	rows, err := selectSealed(ctx, q, who)
	if err != nil {
		return nil, fmt.Errorf("read the audit log: %w", err)
	}
	for _, e := range rows {
		if e.ActorID != who {
			e.SealedAddress = ""
		}
		if e.SealedAbout != who {
			e.SealedText = ""
		}
	}
	if err := s.openAll(ctx, q, rows); err != nil {
		return nil, err
	}
	own := make(map[string]map[string]string, len(rows))
	for _, e := range rows {
		own[string(e.ID)] = map[string]string{"after_text": e.AfterText}
		if e.ActorID == who {
			own[string(e.ID)]["address"] = e.Address
		}
	}
	return own, nil
}

package factor

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

const (
	recoveryCodes = 10
	recoveryBytes = 15 // 120 random bits
	recoveryRunes = 24
	recoveryGroup = 6
)

// newRecoveryCode returns a code such as "k3q7xa-…", four groups of six.
func newRecoveryCode() string {
	raw := make([]byte, recoveryBytes)
	_, _ = rand.Read(raw) // never fails: crypto/rand ends the process instead
	text := strings.ToLower(base32.StdEncoding.EncodeToString(raw))
	groups := make([]string, 0, recoveryRunes/recoveryGroup)
	for ; text != ""; text = text[recoveryGroup:] {
		groups = append(groups, text[:recoveryGroup])
	}
	return strings.Join(groups, "-")
}

// recovery returns the hash of a recovery code however it was typed: case,
// spaces and dashes do not matter. It is false for what cannot be one.
func (c Code) recovery() ([]byte, bool) {
	if len(c) > 4*recoveryRunes {
		return nil, false
	}
	text := strings.ToUpper(strings.NewReplacer("-", "", " ", "").Replace(string(c)))
	if len(text) != recoveryRunes {
		return nil, false
	}
	raw, err := base32.StdEncoding.DecodeString(text)
	if err != nil || len(raw) != recoveryBytes {
		return nil, false
	}
	sum := sha256.Sum256(raw)
	return sum[:], true
}

// issueTx replaces the recovery codes of an account and returns the new ones,
// which nobody can read again.
func issueTx(ctx context.Context, tx db.Tx, accountID identity.AccountID) ([]string, error) {
	if err := deleteRecoveryCodes(ctx, tx, accountID); err != nil {
		return nil, fmt.Errorf("delete recovery codes: %w", err)
	}
	codes := make([]string, recoveryCodes)
	rows := make([]*recoveryCode, recoveryCodes)
	for i := range codes {
		codes[i] = newRecoveryCode()
		hash, _ := Code(codes[i]).recovery()
		rows[i] = &recoveryCode{ID: id.New[string]("rec"), AccountID: accountID, CodeHash: hash, CreatedAt: tx.Now()}
	}
	if err := insertRecoveryCodes(ctx, tx, rows); err != nil {
		return nil, fmt.Errorf("insert recovery codes: %w", err)
	}
	return codes, nil
}

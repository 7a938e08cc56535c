package idempotency

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/fault"
)

// Faults of idempotency keys.
var (
	// ErrKey is returned for a key that is empty, too long or not plain ASCII.
	ErrKey = fault.New(fault.Invalid, "IDEMPOTENCY_KEY_INVALID", "An idempotency key has 1 to 255 printable ASCII characters.")
	// ErrReused is returned when the key has named a command with other input.
	ErrReused = fault.New(fault.Conflict, "IDEMPOTENCY_KEY_REUSED", "This idempotency key has already been used with other input.")
)

// Command is a command with its key, as its actor sent it.
type Command struct {
	AccountID string
	Operation string // such as "checkoutComplete"
	Key       string
	Input     any // hashed by its JSON form
	// Outcome is the identifier of what it makes, when that is known beforehand; there
	// is nothing to settle then.
	Outcome string
}

type record struct {
	bun.BaseModel `bun:"table:idempotency_keys"`

	AccountID string `bun:",pk"`
	Operation string `bun:",pk"`
	Key       string `bun:",pk"`
	InputHash string
	Outcome   string
	CreatedAt time.Time
}

// Check returns a fault at idempotencyKey unless the key of an input is well-formed.
func Check(key string) error {
	var l fault.List
	CheckKey(&l, key, "idempotencyKey")
	return l.Err()
}

// CheckKey adds a fault at path unless key is well-formed.
func CheckKey(l *fault.List, key string, path ...string) {
	ok := len(key) >= 1 && len(key) <= 255
	for _, r := range key {
		ok = ok && r >= 0x20 && r < 0x7f
	}
	l.Check(ok, ErrKey.At(path...))
}

// ClaimTx claims the key for this unit. It returns the outcome of the first
// command with this key and input, or "" when this is the first; then the
// caller calls SettleTx in the same unit, unless the command has its outcome. It returns ErrReused when the key
// named a command with other input. A concurrent command with the same key
// waits here until the first has ended.
func ClaimTx(ctx context.Context, tx db.Tx, c Command) (outcome string, err error) {
	hash, err := c.hash()
	if err != nil {
		return "", err
	}
	row := &record{
		AccountID: c.AccountID, Operation: c.Operation, Key: c.Key,
		InputHash: hash, Outcome: c.Outcome, CreatedAt: tx.Now(),
	}
	first, err := insertRecord(ctx, tx, row)
	if err != nil || first {
		return "", err
	}
	prior, err := selectRecord(ctx, tx, c)
	if err != nil {
		return "", fmt.Errorf("load idempotency key: %w", err)
	}
	if prior.InputHash != hash {
		return "", ErrReused
	}
	return prior.Outcome, nil
}

// OnceTx does a command in the unit of the caller, once: do does it and returns
// its outcome. When the same command was sent before, again gets the outcome of
// the first one instead, and reads what there is to answer. It returns ErrReused
// when the key named a command with other input, and the errors of both; after
// one of do the key is free again, for the unit is undone.
func OnceTx(ctx context.Context, tx db.Tx, c Command, do func() (outcome string, err error), again func(outcome string) error) error {
	first, err := ClaimTx(ctx, tx, c)
	if err != nil {
		return err
	}
	if first != "" {
		return again(first)
	}
	outcome, err := do()
	if err != nil {
		return err
	}
	return SettleTx(ctx, tx, c, outcome)
}

// SettleTx records the outcome of the command that claimed its key in this
// unit: the identifier of what it made.
func SettleTx(ctx context.Context, tx db.Tx, c Command, outcome string) error {
	return updateOutcome(ctx, tx, c, outcome)
}

// AdoptTx hands the keys of an operation from one account to another, but for those that
// the other one has used itself.
func AdoptTx(ctx context.Context, tx db.Tx, operation, from, to string) error {
	return updateAccount(ctx, tx, operation, from, to)
}

func (c Command) hash() (string, error) {
	raw, err := json.Marshal(c.Input)
	if err != nil {
		return "", fmt.Errorf("hash input: %w", err)
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:]), nil
}

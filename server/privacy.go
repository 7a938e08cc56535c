package server

import (
	"context"
	"errors"

	"github.com/etal-market/etal/domain/privacy"
)

// ReplayErasure erases again whom a line of the ledger of erasures names. It
// tells a line that it cannot read from a failure, so that a ledger whose last
// line was cut off can be read to its end.
func (a *App) ReplayErasure(ctx context.Context, line []byte) (erased, unreadable bool, err error) {
	erased, err = a.Privacy.Replay(ctx, line)
	return erased, errors.Is(err, privacy.ErrLine), err
}

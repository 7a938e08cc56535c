package factor

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seal"
)

// resealBatch is how many secrets are sealed anew in one unit.
const resealBatch = 100

// KeyUse returns how many secrets each key has sealed.
func (s *Service) KeyUse(ctx context.Context) (map[seal.KeyID]int64, error) {
	uses, err := selectKeyUse(ctx, s.db.Read(ctx))
	if err != nil {
		return nil, fmt.Errorf("count sealed secrets: %w", err)
	}
	byKey := make(map[seal.KeyID]int64, len(uses))
	for _, u := range uses {
		byKey[seal.KeyID(u.SecretKeyID)] = u.Rows //nolint:gosec // it was written from a KeyID
	}
	return byKey, nil
}

// Reseal seals with the primary key what other keys have sealed, in batches,
// and tells progress how many are done. It can be interrupted and run again at
// any time, also while people sign in. Secrets whose key is lost are left as
// they are and counted.
func (s *Service) Reseal(ctx context.Context, progress func(done int64)) (resealed, lost int64, err error) {
	after := TOTPID("")
	for {
		rows, err := selectSealedOtherwise(ctx, s.db.Read(ctx), s.keys.Ring().Primary(), after, resealBatch)
		if err != nil {
			return resealed, lost, fmt.Errorf("load sealed secrets: %w", err)
		}
		if len(rows) == 0 {
			return resealed, lost, nil
		}
		var done, gone int64
		err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			done, gone, err = s.resealTx(ctx, tx, rows)
			return err
		})
		if err != nil {
			return resealed, lost, err
		}
		resealed, lost, after = resealed+done, lost+gone, rows[len(rows)-1].ID
		progress(resealed)
	}
}

func (s *Service) resealTx(ctx context.Context, tx db.Tx, rows []*TOTP) (done, lost int64, err error) {
	for _, read := range rows {
		row := *read
		secret, err := row.open(s.keys)
		if errors.Is(err, seal.ErrKeyLost) {
			lost++
			continue
		}
		if err == nil {
			err = row.seal(s.keys, secret)
		}
		if err != nil {
			return 0, 0, fmt.Errorf("seal %s anew: %w", row.ID, err)
		}
		ok, err := updateSecret(ctx, tx, &row, read.SecretKeyID)
		if err != nil {
			return 0, 0, fmt.Errorf("write %s: %w", row.ID, err)
		}
		if ok {
			done++
		}
	}
	return done, lost, nil
}

package vault

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seal"
)

// resealBatch is how many keys are sealed anew in one unit.
const resealBatch = 100

// KeyUse returns how many data keys each key of the ring has sealed.
func (v *Vault) KeyUse(ctx context.Context, q db.Querier) (map[seal.KeyID]int64, error) {
	uses, err := selectKeyUse(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("count data keys: %w", err)
	}
	byKey := make(map[seal.KeyID]int64, len(uses))
	for _, u := range uses {
		byKey[seal.KeyID(u.SealedKeyID)] = u.Rows //nolint:gosec // it was written from a KeyID
	}
	return byKey, nil
}

// Reseal seals with the primary key what other keys have sealed, in batches. It
// can be interrupted and run again at any time, also while others seal. Data
// keys whose key is lost are left as they are and counted.
func (v *Vault) Reseal(ctx context.Context, d *db.DB, progress func(done int64)) (resealed, lost int64, err error) {
	after := Subject("")
	for {
		rows, err := selectSealedOtherwise(ctx, d.Read(ctx), v.keys.Ring().Primary(), after, resealBatch)
		if err != nil {
			return resealed, lost, fmt.Errorf("load data keys: %w", err)
		}
		if len(rows) == 0 {
			return resealed, lost, nil
		}
		var done, gone int64
		err = d.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			done, gone, err = v.resealTx(ctx, tx, rows)
			return err
		})
		if err != nil {
			return resealed, lost, err
		}
		resealed, lost, after = resealed+done, lost+gone, rows[len(rows)-1].Subject
		progress(resealed)
	}
}

func (v *Vault) resealTx(ctx context.Context, tx db.Tx, rows []*dataKey) (done, lost int64, err error) {
	for _, read := range rows {
		row := *read
		raw, err := v.keys.Open(row.Sealed, row.place())
		if errors.Is(err, seal.ErrKeyLost) {
			lost++
			continue
		}
		if err != nil {
			return 0, 0, fmt.Errorf("open the data key of %s: %w", row.Subject, err)
		}
		sealed, by, err := v.keys.Seal(raw, row.place())
		if err != nil {
			return 0, 0, err
		}
		row.Sealed, row.SealedKeyID = sealed, int64(by)
		ok, err := updateSealed(ctx, tx, &row, read.SealedKeyID)
		if err != nil {
			return 0, 0, fmt.Errorf("write the data key of %s: %w", row.Subject, err)
		}
		if ok {
			done++
		}
	}
	return done, lost, nil
}

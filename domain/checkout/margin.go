package checkout

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// marginTx is what is expected to be left to the platform of a quote, in minor
// units: also the fees of transfers across borders are its own.
func (s *Service) marginTx(ctx context.Context, tx db.Tx, q *pricing.Quote) (int64, error) {
	margin := q.MarginMinor(s.policy.ProcessingRate, s.policy.ProcessingFixedMinor)
	if s.policy.PlatformCountry == "" || s.policy.CrossBorderRate == 0 {
		return margin, nil
	}
	of := make([]seller.ID, 0, len(q.Parts))
	for _, part := range q.Parts {
		of = append(of, part.SellerID)
	}
	countries, err := seller.CountriesTx(ctx, tx, of)
	if err != nil {
		return 0, err
	}
	for _, part := range q.Parts {
		if seller.IsCrossBorder(s.policy.PlatformCountry, countries[part.SellerID]) {
			margin -= s.policy.CrossBorderRate.Of(money.New(part.NetMinor(), q.Currency))
		}
	}
	return margin, nil
}

package seller_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/seller"
)

func TestUpdateLegal(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		in := seller.LegalInput{LegalName: "Mill GmbH", Line1: "Road 1", City: "Hamburg", Country: "de", TaxID: "DE1"}
		l, err := w.sellers.UpdateLegal(t.Context(), owner.now(t), in)
		require.NoError(t, err)
		require.EqualValues(t, 1, l.Version)
		_, err = w.sellers.UpdateLegal(t.Context(), owner.now(t), in)
		require.ErrorIs(t, err, seller.ErrLegalVersion)
		in.Version = 1
		l, err = w.sellers.UpdateLegal(t.Context(), owner.now(t), in)
		require.NoError(t, err)
		require.EqualValues(t, 1, l.Version, "nothing new")
		by := owner.now(t)
		in.City = "Bremen"
		errs := atOnce(6, func(int) error {
			_, err := w.sellers.UpdateLegal(t.Context(), by, in)
			return err
		})
		require.Equal(t, 1, succeeded(errs), "%v", errs)
		_, err = w.sellers.UpdateLegal(t.Context(), by, seller.LegalInput{Country: "XX", Version: 2})
		require.Len(t, fault.As(err), 4, "%v", err)
		found, err := w.sellers.LegalByIDs(t.Context(), []seller.ID{owner.seller})
		require.NoError(t, err)
		require.Equal(t, "Bremen", found[owner.seller][0].City)
		_, err = w.sellers.UpdateLegal(t.Context(), w.other(t, "Kiln").now(t), seller.LegalInput{SellerID: &owner.seller})
		require.ErrorIs(t, err, seller.ErrNotFound)
		var payloads []string
		require.NoError(t, d.Read(t.Context()).NewRaw(`SELECT payload FROM outbox WHERE name = 'seller.legal_changed'`).Scan(t.Context(), &payloads))
		require.Len(t, payloads, 2)
		for _, p := range payloads {
			require.NotContains(t, p, "Hamburg")
			require.NotContains(t, p, "DE1")
		}
	})
}

// A person has a day of birth and an entity has none; who says nothing of either changes
// nothing of it, as programs do that were written before it was asked for.
func TestUpdateLegal_of_a_person(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		person, entity, tin := seller.FormIndividual, seller.FormEntity, " 12 345 678 901 "
		born := time.Date(1980, 2, 29, 0, 0, 0, 0, time.UTC)
		in := seller.LegalInput{LegalName: "Ada Mill", Line1: "Road 1", City: "Hamburg", Country: "DE"}
		save := func() (*seller.Legal, error) {
			l, err := w.sellers.UpdateLegal(t.Context(), owner.now(t), in)
			if err == nil {
				in.Version = l.Version
			}
			return l, err
		}
		l, err := save()
		require.NoError(t, err)
		require.Nil(t, l.FormOrNil())
		require.Nil(t, l.BirthDate())

		in.BirthDate = &born
		_, err = save()
		require.ErrorIs(t, err, seller.ErrBirthDateOfEntity, "nobody has said that it is a person")
		in.Form, in.TIN = &person, &tin
		l, err = save()
		require.NoError(t, err)
		require.Equal(t, person, *l.FormOrNil())
		require.Equal(t, born, *l.BirthDate())
		require.Equal(t, "12 345 678 901", l.TIN)

		in.Form, in.TIN, in.BirthDate = nil, nil, nil
		in.City = "Bremen"
		_, err = save()
		require.NoError(t, err)
		found, err := w.sellers.LegalByIDs(t.Context(), []seller.ID{owner.seller})
		require.NoError(t, err)
		l = found[owner.seller][0]
		require.Equal(t, []string{"INDIVIDUAL", "1980-02-29", "12 345 678 901", "Bremen"}, []string{string(l.Form), l.BirthDay, l.TIN, l.City})

		for _, bad := range []time.Time{{}, born.AddDate(-200, 0, 0), born.AddDate(8000, 0, 0), d.Clock().Now().AddDate(0, 0, 1)} {
			in.BirthDate = &bad
			_, err = save()
			require.ErrorIs(t, err, seller.ErrBirthDate, "%s", bad)
		}
		in.BirthDate, in.Form = nil, &entity
		l, err = save()
		require.NoError(t, err)
		require.False(t, l.IsBirthDateKnown(), "an entity has none")
		in.BirthDate = &born
		_, err = save()
		require.ErrorIs(t, err, seller.ErrBirthDateOfEntity)

		var payloads []string
		require.NoError(t, d.Read(t.Context()).NewRaw(`SELECT payload FROM outbox WHERE name = 'seller.legal_changed'`).Scan(t.Context(), &payloads))
		require.Len(t, payloads, 4)
		for _, p := range payloads {
			require.NotContains(t, p, "1980")
			require.NotContains(t, p, "345")
		}
		require.Contains(t, payloads[1], "birthDate")
	})
}

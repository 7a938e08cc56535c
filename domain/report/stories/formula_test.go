package stories_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/domain/seller"
)

// A tax number such as =HYPERLINK(…) would be run by whoever opens the file.
func TestExport_of_years_has_no_formula(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		tin := "=4"
		_, err := m.App.Sellers.UpdateLegal(t.Context(), m.mill.Actor, seller.LegalInput{
			LegalName: "=1", Line1: "=2", PostalCode: "50667", City: "Köln", Country: "DE", TaxID: "=3", TIN: &tin, RegistrationNumber: "=5",
		})
		require.NoError(t, err)
		for _, kind := range []report.Kind{report.KindDAC7, report.KindForm1099K} {
			var out bytes.Buffer
			require.NoError(t, report.Write(t.Context(), m.DB.Read(t.Context()), report.File{Kind: kind, Year: 2035, Format: report.CSV}, &out))
			rows, err := csv.NewReader(&out).ReadAll()
			require.NoError(t, err)
			said := 0
			for _, row := range rows {
				for _, cell := range row {
					require.False(t, strings.HasPrefix(cell, "="), cell)
					if strings.HasPrefix(cell, "'=") {
						said++
					}
				}
			}
			require.Equal(t, 5, said, kind)
		}
	})
}

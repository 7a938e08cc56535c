package stories_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/internal/testkit"
)

// A tax number such as =HYPERLINK(…) would be run by whoever opens the file.
func TestExport_of_an_invoice_has_no_formula(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		_, err := m.App.Sellers.UpdateLegal(t.Context(), m.mill.Actor, seller.LegalInput{
			LegalName: "=1", Line1: "=2", PostalCode: "50667", City: "Köln", Country: "DE", TaxID: "=3", RegistrationNumber: "=4",
		})
		require.NoError(t, err)
		m.until("2035-04-02")
		invoices := m.documents(m.mill)
		require.Len(t, invoices, 1)
		asked, err := m.App.Statements.AskDocument(t.Context(), m.App.Exports, m.mill.Actor, statement.DocumentExportInput{DocumentID: invoices[0].ID, Format: statement.CSV})
		require.NoError(t, err)
		m.Settle()
		var out bytes.Buffer
		require.NoError(t, m.App.Exports.Fetch(t.Context(), m.mill.Actor, asked.ID, func(*export.Export) io.Writer { return &out }))
		rows, err := csv.NewReader(&out).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 2)
		for _, cell := range rows[1] {
			require.False(t, strings.HasPrefix(cell, "="), cell)
		}
		require.Equal(t, []string{"Étal GmbH", "'=DE2", "'=1", "'=3"}, rows[1][4:8])
	}, testkit.Setting("PLATFORM_TAX_ID", "=DE2"))
}

package stories_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/statement"
)

// A statement that cannot be read just now is not one that does not exist.
func TestExport_says_not_found_of_what_is_not_there_only(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.isBylaw(m.mill, "Mill", 0)
		m.until("2035-04-02")
		st, invoice := m.statements(m.mill)[0].ID, m.documents(m.mill)[0].ID
		ask := func(ctx context.Context, st statement.ID, invoice statement.DocumentID) (error, error) {
			_, one := m.App.Statements.AskExport(ctx, m.App.Exports, m.mill.Actor, statement.ExportInput{StatementID: st})
			_, other := m.App.Statements.AskDocument(ctx, m.App.Exports, m.mill.Actor, statement.DocumentExportInput{DocumentID: invoice})
			return one, other
		}
		dying, cancel := context.WithCancel(t.Context())
		cancel()
		one, other := ask(dying, st, invoice)
		require.Error(t, one)
		require.Error(t, other)
		require.NotErrorIs(t, one, statement.ErrNotFound)
		require.NotErrorIs(t, other, statement.ErrDocumentNotFound)

		one, other = ask(t.Context(), "sta_x", "doc_x")
		require.ErrorIs(t, one, statement.ErrNotFound)
		require.ErrorIs(t, other, statement.ErrDocumentNotFound)
	})
}

package stories_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/statement"
)

// sums is what is kept of lines and entries by day and month.
func (m *market) sums() string {
	m.t.Helper()
	var days, moves []map[string]any
	q := m.DB.Read(m.t.Context())
	require.NoError(m.t, q.NewRaw("SELECT * FROM statement_days ORDER BY seller_id, day, currency, kind").Scan(m.t.Context(), &days))
	require.NoError(m.t, q.NewRaw("SELECT * FROM statement_moves ORDER BY seller_id, currency, month, account").Scan(m.t.Context(), &moves))
	require.NotEmpty(m.t, days)
	require.NotEmpty(m.t, moves)
	text, err := json.Marshal([]any{days, moves})
	require.NoError(m.t, err)
	return string(text)
}

// story is two closed months and an open one, with a journal that came late.
func (m *market) story() {
	m.t.Helper()
	m.isBylaw(m.mill, "Mill", 0)
	m.mill.Ships(m.order)
	m.kiln.Ships(m.order)
	m.until("2035-03-20")
	m.TopsUp(10_000)
	m.Settle()
	m.refunds(1)
	m.until("2035-05-10")
	m.refunds(2)
}

func (m *market) open() *statement.Statement {
	m.t.Helper()
	open, err := m.App.Statements.Current(m.t.Context(), m.mill.Actor, nil, "EUR")
	require.NoError(m.t, err)
	return open
}

// What was followed by a version that kept no sums is told from its entries until it is in
// them; then the sums are those that would have been kept.
func TestSums_of_what_was_followed_without_them(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.story()
		open, closed, kept := m.open(), m.statements(m.mill), m.sums()
		require.Len(t, closed, 2)
		require.NotEmpty(t, open.Parts)
		for _, text := range []string{"DELETE FROM statement_days", "DELETE FROM statement_moves", "UPDATE statement_heads SET summed_seq = 0, summed_month = ''"} {
			require.NoError(t, m.exec(text))
		}
		require.Equal(t, open, m.open())
		m.requireParts(closed)
		require.Empty(t, m.verify())
		require.NoError(t, m.App.Statements.Follow(t.Context()))
		require.Equal(t, kept, m.sums())
		require.Equal(t, open, m.open())
		m.requireParts(closed)
		require.Empty(t, m.verify())
	})
}

// Where balances are is read from the sums of months, and from no entries: a sum that is
// wrong shows, and Verify finds it.
func TestParts_read_the_sums_of_months(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.story()
		available := func() (opening, in int64) {
			if p := partsOf(m.open())[statement.PartAvailable]; p != nil { // one of which there is nothing to tell is left out
				opening, in = p.OpeningMinor, p.InMinor
			}
			return opening, in
		}
		opening, in := available()
		require.NoError(t, m.exec("UPDATE statement_moves SET debit_minor = debit_minor + 7 WHERE seller_id = ? AND month = '2035-03' AND account = 'memo:conn:available'", m.mill.ID))
		more, same := available()
		require.Equal(t, []int64{opening + 7, in}, []int64{more, same})
		require.Len(t, m.verify(), 1)
		require.NoError(t, m.exec("UPDATE statement_moves SET debit_minor = debit_minor - 7 WHERE seller_id = ? AND month = '2035-03' AND account = 'memo:conn:available'", m.mill.ID))
		require.Empty(t, m.verify())
		require.NoError(t, m.exec("UPDATE statement_days SET orders = orders + 1 WHERE seller_id = '' AND kind = 'SALES'"))
		require.Len(t, m.verify(), 1)
	})
}

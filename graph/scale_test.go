package graph

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every ready document stays under half of each limit, so that a page of the
// ordinary size never meets one.
func TestScale_ready_documents_are_within_half_of_each_limit(t *testing.T) {
	t.Parallel()
	manifest, err := os.ReadFile("../clients/typescript/src/gql/persisted-documents.json")
	require.NoError(t, err)
	documents, err := ReadDocuments(manifest)
	require.NoError(t, err)
	require.Greater(t, len(documents), 200)
	s := NewScale()
	for _, text := range documents {
		m, err := s.Measure(text, nil)
		require.NoError(t, err, text)
		require.Empty(t, m.Over(2), m.Name)
	}
}

func TestScale_says_what_is_over(t *testing.T) {
	t.Parallel()
	s := NewScale()
	m, err := s.Measure(`{ viewer { `+strings.Repeat(`a: permissions `, 30)+`} }`, nil)
	require.NoError(t, err)
	require.Equal(t, []string{"aliases: 30 of 60"}, m.Over(3))
	require.Empty(t, m.Over(2))
	m, err = s.Measure(`query($n: Int) { products(first: $n) { nodes { id title } } }`, map[string]any{"n": 100})
	require.NoError(t, err)
	require.Equal(t, 302, m.Cost, "2 and 100 times a listing, in a list of nodes")
	require.Equal(t, 23, m.Tokens)
	_, err = s.Measure(`{ nothing }`, nil)
	require.Error(t, err)
	_, err = s.Measure(`query a { viewer { permissions } } query b { viewer { permissions } }`, nil)
	require.Error(t, err)
}

// The page about costs shows these requests with these costs.
func TestScale_worked_examples(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../docs/api/cost.md")
	require.NoError(t, err)
	s, found := NewScale(), 0
	for _, part := range strings.Split(string(page), "```graphql\n")[1:] {
		text, rest, ok := strings.Cut(part, "```")
		require.True(t, ok)
		m, err := s.Measure(text, nil)
		require.NoError(t, err, text)
		said, _, ok := strings.Cut(strings.TrimSpace(rest), " points")
		require.True(t, ok, "say after the request what it costs: **9 points**")
		require.Equal(t, strings.TrimPrefix(said, "**"), strconv.Itoa(m.Cost), text)
		found++
	}
	require.GreaterOrEqual(t, found, 4)
}

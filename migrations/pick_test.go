package migrations

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

func dir(names ...string) fstest.MapFS {
	fs := fstest.MapFS{}
	for _, name := range names {
		fs[name] = &fstest.MapFile{Data: []byte("-- " + name)}
	}
	return fs
}

func TestPick_chooses_by_dialect_and_orders_by_version(t *testing.T) {
	t.Parallel()
	fs := dir("202611250130_catalog.tx.up.sql", "202611250131_search.sqlite.tx.up.sql",
		"202611250131_search.postgres.tx.up.sql", "202611250101_outbox.tx.up.sql", "checksums.txt")
	for _, dialect := range []string{"sqlite", "postgres"} {
		steps, err := pick(fs, dialect)
		require.NoError(t, err)
		require.Equal(t, []Step{
			{"202611250101", "outbox", "-- 202611250101_outbox.tx.up.sql"},
			{"202611250130", "catalog", "-- 202611250130_catalog.tx.up.sql"},
			{"202611250131", "search", "-- 202611250131_search." + dialect + ".tx.up.sql"},
		}, steps)
	}
}

func TestPick_refuses_names_it_does_not_understand(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"20261125_0100_outbox.tx.up.sql", "20261125010000_outbox.tx.up.sql", "202611250101_outbox.up.sql",
		"202611250101_outbox.tx.down.sql", "202611250101_outbox.mysql.tx.up.sql", "202611250101_Outbox.tx.up.sql",
		"202611250101_out-box.tx.up.sql", "202611250101_.tx.up.sql", "outbox.sql", "202611250101_outbox.tx.up.tx.up.sql",
	} {
		_, err := pick(dir(name), "sqlite")
		require.ErrorContains(t, err, name)
	}
}

func TestPick_refuses_two_steps_of_one_version(t *testing.T) {
	t.Parallel()
	_, err := pick(dir("202611250101_outbox.tx.up.sql", "202611250101_inbox.tx.up.sql"), "sqlite")
	require.ErrorContains(t, err, "inbox and outbox have one version, 202611250101")
	_, err = pick(dir("202611250101_outbox.tx.up.sql", "202611250101_outbox.sqlite.tx.up.sql"), "sqlite")
	require.Error(t, err)
	_, err = pick(dir("202611250101_outbox.tx.up.sql", "202611250101_outbox.sqlite.tx.up.sql"), "postgres")
	require.NoError(t, err, "that is for the test of twins")
}

package id_test

import (
	"fmt"
	"sort"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/id"
)

type productID string

func TestNew(t *testing.T) {
	t.Parallel()

	made := make([]string, 1000)
	for i := range made {
		made[i] = string(id.New[productID]("prd"))
		require.True(t, id.Valid(made[i], "prd"), made[i])
	}
	require.True(t, sort.StringsAreSorted(made), "identifiers sort by age")
}

func TestValid(t *testing.T) {
	t.Parallel()

	good := string(id.New[productID]("prd"))
	for name, bad := range map[string]string{
		"empty":           "",
		"other prefix":    "var" + good[3:],
		"no prefix":       good[3:],
		"short":           good[:len(good)-1],
		"long":            good + "0",
		"upper case":      "prd_01ARZ3NDEKTSV4RRFFQ69G5FAV",
		"excluded letter": good[:len(good)-1] + "l",
		"overflow":        "prd_8" + good[5:],
		"newline":         good[:len(good)-1] + "\n",
	} {
		require.False(t, id.Valid(bad, "prd"), name)
	}
	require.Equal(t, "prd", id.Prefix(good))
	require.Empty(t, id.Prefix("prd_nonsense"))
}

func ExampleNew() {
	made := id.New[productID]("prd")
	fmt.Println(id.Prefix(made), len(made))
	// Output: prd 30
}

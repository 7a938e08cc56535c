package gofiles

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

const source = `package shop

func refuse(n int, o *Offer, err error) error {
	switch n {
	case 0:
		return ErrFull.At("lines").Saying("There is no room. " + "Come again.")
	case 1:
		return identity.ErrShort.Saying(fmt.Sprintf("Give %d to %5.2f, which is 100%%.", 1, 2.0))
	case 2:
		f := ErrFull.Under("lines")
		return f.Saying("Not enough of “" + o.Title + "” is in stock.")
	case 3:
		return ErrFull.Saying(why(o).words(nil))
	case 4:
		return ErrFull.Saying(err.Error())
	}
	return ErrFull.Saying(fmt.Sprintf("%s %s", o.Title, o.Number))
}

func (w *why) words(o *Offer) string {
	if o != nil {
		return fmt.Sprintf("%s is gone.", o.Title)
	}
	return "It is gone."
}

func rate(n int) (int, string) {
	known := fmt.Sprintf("%d of %d were sold.", n+1, n)
	if n*2 > 3 {
		return 1, "Sells well: " + known
	}
	return 0, "Unknown"
}

func letter(number string) Content {
	c := Content{Subject: "New order " + number, Body: "Ship it."}
	if number == "" {
		c.Subject = "An order was lost"
	}
	c.Subject = other(number)
	return c
}
`

// What a sentence says has to be found as it arrives: a value that is taken for a
// word, or the other way round, would never be recognised again.
func TestSayings_find_what_faults_are_made_to_say(t *testing.T) {
	t.Parallel()

	root := t.TempDir()
	dir := filepath.Join(root, "domain", "shop")
	require.NoError(t, os.MkdirAll(dir, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.go"), []byte(source), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a_test.go"), []byte("package shop\nvar _ = ErrFull.Saying(\"In a test.\")\n"), 0o644))

	found, err := Sayings(root, "domain")
	require.NoError(t, err)
	require.Equal(t, []Sentence{
		{"shop.ErrFull", "There is no room. Come again."},
		{"identity.ErrShort", "Give {0} to {1}, which is 100%."},
		{"shop.f", "Not enough of “{0}” is in stock."},
		{"shop.ErrFull", "{0} is gone."},
		{"shop.ErrFull", "It is gone."},
	}, found)
}

func TestValues_and_Built_find_the_sentences_of_a_file(t *testing.T) {
	t.Parallel()

	file := filepath.Join(t.TempDir(), "a.go")
	require.NoError(t, os.WriteFile(file, []byte(source), 0o644))
	values, err := Values(file, "Subject")
	require.NoError(t, err)
	require.Equal(t, []string{"New order {0}", "An order was lost"}, values)

	built, err := Built(file, "rate")
	require.NoError(t, err)
	require.Equal(t, []string{"{0} of {1} were sold.", "Sells well: {0}"}, built)
	_, err = Built(file, "rates")
	require.ErrorContains(t, err, "has no function rates")
}

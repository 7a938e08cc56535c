package fault_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/fault"
)

func TestText_is_one_line(t *testing.T) {
	t.Parallel()

	for _, s := range []string{"a\nb", "a\rb", "a\tb", "a\x1bb", "a\x7fb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u202eb", "a\u202ab", "a\u2066b", "a\u2069"} {
		var l fault.List
		l.Text(s, 10, "name")
		require.ErrorIs(t, l.Err(), fault.ErrTextLine, "%q", s)
		require.Equal(t, []string{"name"}, fault.As(l.Err())[0].Field)
		var required fault.List
		required.Required(s, 10, "name")
		require.ErrorIs(t, required.Err(), fault.ErrTextLine, "%q", s)
	}
	for _, s := range []string{"Ann-Sofie O’Neil", "علي\u200f", "می\u200cخواهم", "👩\u200d🌾", "\n Bob \u2028", ""} {
		var l fault.List
		l.Text(s, 20, "name")
		require.NoError(t, l.Err(), "%q", s)
	}
}

func TestLines_keep_line_breaks(t *testing.T) {
	t.Parallel()

	var l fault.List
	require.Equal(t, "a\n\tb", l.Lines(" a\n\tb\n", 4, "note"))
	require.Equal(t, "a\r\nb", l.RequiredLines("a\r\nb", 4, "note"))
	require.NoError(t, l.Err())
	l.Lines("a\x00b", 9, "note")
	l.Text("a\x00b", 9, "name")
	l.Text("\xff", 9, "name")
	l.Lines("a\nbcd", 4, "note")
	l.RequiredLines(" \n ", 4, "note")
	for i, want := range []error{fault.ErrTextEncoding, fault.ErrTextEncoding, fault.ErrTextEncoding, fault.ErrTextTooLong, fault.ErrTextRequired} {
		require.ErrorIs(t, l[i], want)
	}
}

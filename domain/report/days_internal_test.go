package report

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Whole days are told apart from what is left of days, and together they are the parts.
func TestDivide(t *testing.T) {
	t.Parallel()
	at := func(text string) time.Time {
		when, err := time.Parse("01-02 15:04", text)
		require.NoError(t, err)
		return when
	}
	for name, c := range map[string]struct{ bounds, days, rests []string }{
		"midnights":            {[]string{"03-01 00:00", "03-02 00:00", "03-05 00:00"}, []string{"03-01 00:00", "03-02 00:00", "03-02 00:00", "03-05 00:00"}, nil},
		"both ends":            {[]string{"03-01 06:00", "03-04 18:00"}, []string{"03-02 00:00", "03-04 00:00"}, []string{"03-01 06:00", "03-02 00:00", "03-04 00:00", "03-04 18:00"}},
		"within a day":         {[]string{"03-01 06:00", "03-01 07:00"}, nil, []string{"03-01 06:00", "03-01 07:00"}},
		"over one midnight":    {[]string{"03-01 06:00", "03-02 07:00"}, nil, []string{"03-01 06:00", "03-02 07:00"}},
		"cut within a day":     {[]string{"03-01 00:00", "03-02 12:00", "03-03 00:00"}, []string{"03-01 00:00", "03-02 00:00"}, []string{"03-02 00:00", "03-02 12:00", "03-02 12:00", "03-03 00:00"}},
		"a part without time":  {[]string{"03-01 00:00", "03-02 00:00", "03-02 00:00"}, []string{"03-01 00:00", "03-02 00:00"}, nil},
		"an end before it all": {[]string{"03-02 00:00", "03-01 00:00"}, nil, nil},
	} {
		var bounds []time.Time
		for _, b := range c.bounds {
			bounds = append(bounds, at(b))
		}
		days, rests := divide(partsOf(bounds))
		for what, got := range map[string]struct {
			want []string
			of   []stretch
		}{"days": {c.days, days}, "rests": {c.rests, rests}} {
			var text []string
			for _, s := range got.of {
				text = append(text, s.from.Format("01-02 15:04"), s.to.Format("01-02 15:04"))
			}
			require.Equal(t, got.want, text, "%s, %s", name, what)
		}
	}
}

package server_test

import (
	"net/http"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	webadmin "github.com/etal-market/etal/web-admin"
)

// A page that is open compares the build that it is of with the one that answers.
func TestRelease_of_the_pages_is_said_by_every_answer_of_the_api(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), nil)
	resp, _ := w.do(t, "GET", "/graphql?query=%7B__typename%7D", http.Header{"Accept": {"application/json"}})
	said := resp.Header.Get("Etal-Release")
	_, page := w.do(t, "GET", "/admin/", nil)
	written := regexp.MustCompile(`<meta name="etal-release" content="([^"]*)"`).FindStringSubmatch(page)
	if _, built := webadmin.Files(); !built {
		require.Empty(t, said, "there are no pages")
		require.Nil(t, written)
		return
	}
	require.NotNil(t, written, "the page says which build it is of")
	require.Regexp(t, `^[0-9a-f]{12}$`, said)
	require.Equal(t, written[1], said)
}

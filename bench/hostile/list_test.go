package hostile

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Each attack has a name of its own and says what becomes of it; what is not answered
// has a code, and what is no refusal of a document has its status.
func TestList(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, a := range List() {
		require.False(t, seen[a.Name], "%s is listed twice", a.Name)
		seen[a.Name] = true
		require.NotEmpty(t, a.Outcome, a.Name)
		require.False(t, a.Code == "" && a.Status != 200, "%s is answered, and with %d", a.Name, a.Status)
		want := map[string][]int{
			"BAD_REQUEST": {400}, "UNSUPPORTED_MEDIA_TYPE": {415}, "BODY_TOO_LARGE": {413}, "METHOD_NOT_ALLOWED": {405},
			"UNAUTHENTICATED": {401}, "FORBIDDEN": {403}, "BAD_USER_INPUT": {200, 400},
		}[a.Code]
		if want == nil {
			want = []int{200}
		}
		require.Contains(t, want, a.Status, a.Name)
	}
	require.Greater(t, len(seen), 85)
}

func TestCodeOf_and_Leak(t *testing.T) {
	t.Parallel()
	require.Equal(t, "A", CodeOf([]byte(`{"errors":[{"extensions":{"code":"A"}},{"extensions":{"code":"B"}}]}`)))
	require.Equal(t, "C", CodeOf([]byte(`{"error":{"code":"C"}}`)))
	require.Empty(t, CodeOf([]byte(`{"data":{}}`)))
	require.Empty(t, Leak([]byte(`{"errors":[{"message":"Cannot query field"}]}`)))
	for _, text := range []string{"Did you mean \"products\"?", Secret, strings.Repeat(" ", 100) + "panic: x", "map[string]interface {} is not"} {
		require.NotEmpty(t, Leak([]byte(text)))
	}
}

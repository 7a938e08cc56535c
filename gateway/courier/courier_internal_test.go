package courier

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A proxy would resolve names by itself, and connect to what nobody has looked at.
func TestCourier_uses_no_proxy_of_the_environment(t *testing.T) {
	t.Parallel()

	require.Nil(t, newTransport(Options{}).Proxy)
}

package graph

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/identity"
)

func TestProposals_somebody_who_decides_about_none(t *testing.T) {
	t.Parallel()
	yes, no := true, false
	for name, c := range map[string]struct {
		role    identity.OperatorRole
		asked   *bool
		nothing bool
		left    *bool
	}{
		"an auditor asks for those they decide about": {identity.OperatorAuditor, &yes, true, nil},
		"an auditor asks for the others":              {identity.OperatorAuditor, &no, false, nil},
		"an auditor asks for all":                     {identity.OperatorAuditor, nil, false, nil},
		"finance asks for those they decide about":    {identity.OperatorFinance, &yes, false, &yes},
		"finance asks for the others":                 {identity.OperatorFinance, &no, false, &no},
	} {
		f := approval.Filter{IsDecidable: c.asked}
		require.Equal(t, c.nothing, decidesNothing(actor.Actor{AccountID: "acc_x", Role: c.role.Role()}, &f), name)
		require.Equal(t, c.left, f.IsDecidable, name)
	}
}

package actor

import (
	"context"
	"net/netip"
)

// Origin is where a change comes from: who acts, under which hat, in which
// session and request. It holds no secret.
type Origin struct {
	AccountID string `json:"account_id,omitempty"` // acc_…; empty for nobody and for Étal itself
	SessionID string `json:"session_id,omitempty"` // ses_…
	Role      Role   `json:"role"`
	SellerID  string `json:"seller_id,omitempty"` // whom a member acts for
	KeyID     string `json:"key_id,omitempty"`    // key_…, when a program acts
	RequestID string `json:"request_id,omitempty"`
	Address   string `json:"address,omitempty"` // the network of the client; see Network
	// ProposalID and ProposedBy are set when a second person has approved it.
	ProposalID string `json:"proposal_id,omitempty"` // apv_…
	ProposedBy string `json:"proposed_by,omitempty"` // acc_…
	// ViewAsID is set when an operator acts as a seller by a grant; the account is
	// the operator's.
	ViewAsID string `json:"view_as_id,omitempty"` // vas_…
}

type proposalKey struct{}

type proposal struct{ id, by string }

// WithProposal returns a context in which somebody's proposal is carried out.
func WithProposal(ctx context.Context, id, by string) context.Context {
	return context.WithValue(ctx, proposalKey{}, proposal{id, by})
}

type requestKey struct{}

type request struct{ id, network string }

// WithRequest returns a context of a request, with its id and the address that
// it comes from, of which only the network is kept.
func WithRequest(ctx context.Context, id, address string) context.Context {
	return context.WithValue(ctx, requestKey{}, request{id, Network(address)})
}

type originKey struct{}

// WithOrigin returns a context in which what somebody has asked for before is carried
// out, by a job: it comes from them.
func WithOrigin(ctx context.Context, o Origin) context.Context {
	return context.WithValue(ctx, originKey{}, o)
}

// OriginOf returns where a change that is made with ctx comes from. Outside of
// a request, and without anybody who acts, it is Étal itself: a worker or the
// command line.
func OriginOf(ctx context.Context) Origin {
	if before, ok := ctx.Value(originKey{}).(Origin); ok {
		return before
	}
	by := From(ctx)
	asked, inRequest := ctx.Value(requestKey{}).(request)
	if by.Role == Anonymous && !inRequest {
		by.Role = System
	}
	approved, _ := ctx.Value(proposalKey{}).(proposal)
	return Origin{
		AccountID: by.AccountID, SessionID: by.SessionID, Role: by.Role, SellerID: by.SellerID, KeyID: by.KeyID,
		RequestID: asked.id, Address: asked.network,
		ProposalID: approved.id, ProposedBy: approved.by, ViewAsID: by.ViewAsID,
	}
}

// Network shortens an address to what does not point at one household: the
// first 24 bits of IPv4, the first 48 of IPv6. It is empty for what is no
// address.
func Network(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return ""
	}
	ip = ip.Unmap().WithZone("")
	bits := 48
	if ip.Is4() {
		bits = 24
	}
	network, err := ip.Prefix(bits)
	if err != nil {
		return ""
	}
	return network.String()
}

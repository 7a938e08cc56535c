package factor

import (
	"encoding/base64"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/protocol/webauthncose"
	"github.com/go-webauthn/webauthn/webauthn"

	"github.com/etal-market/etal/domain/fault"
)

// binaryMax bounds what an authenticator sends, in characters of base64url: an
// attestation of the kinds that are taken is far below.
const binaryMax = 16 << 10

// algorithms lists what keys may be, the one that everybody has first.
func algorithms() []protocol.CredentialParameter {
	kinds := []webauthncose.COSEAlgorithmIdentifier{webauthncose.AlgES256, webauthncose.AlgEdDSA, webauthncose.AlgRS256}
	params := make([]protocol.CredentialParameter, len(kinds))
	for i, alg := range kinds {
		params[i] = protocol.CredentialParameter{Type: protocol.PublicKeyCredentialType, Algorithm: alg}
	}
	return params
}

// relyingParty is Étal towards authenticators. Its name and origin are those of
// the settings, and a challenge is answered nowhere else.
type relyingParty struct {
	web *webauthn.WebAuthn
}

// newRelyingParty returns nil when the address cannot have passkeys: browsers
// make none for numeric addresses.
func newRelyingParty(baseURL, name string) *relyingParty {
	base, err := url.Parse(baseURL)
	if err != nil || base.Hostname() == "" {
		return nil
	}
	if _, err := netip.ParseAddr(base.Hostname()); err == nil {
		return nil
	}
	limit := webauthn.TimeoutConfig{Timeout: CeremonyMax, TimeoutUVD: CeremonyMax}
	web, err := webauthn.New(&webauthn.Config{
		RPID: strings.ToLower(base.Hostname()), RPDisplayName: name, RPOrigins: []string{base.Scheme + "://" + base.Host},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, UserVerification: protocol.VerificationRequired,
		},
		Timeouts: webauthn.TimeoutsConfig{Login: limit, Registration: limit},
	})
	if err != nil {
		return nil
	}
	return &relyingParty{web}
}

// person is an account towards the library.
type person struct {
	handle        []byte
	name, display string
	keys          []*Passkey
}

func (p person) WebAuthnID() []byte          { return p.handle }
func (p person) WebAuthnName() string        { return p.name }
func (p person) WebAuthnDisplayName() string { return p.display }
func (p person) WebAuthnCredentials() []webauthn.Credential {
	list := make([]webauthn.Credential, len(p.keys))
	for i, k := range p.keys {
		list[i] = webauthn.Credential{
			ID: k.CredentialID, PublicKey: k.PublicKey,
			Flags:         webauthn.CredentialFlags{UserPresent: true, UserVerified: true, BackupEligible: k.IsSynced},
			Authenticator: webauthn.Authenticator{SignCount: uint32(k.SignCount)}, //nolint:gosec // it was written from one
		}
		for _, t := range k.transports() {
			list[i].Transport = append(list[i].Transport, protocol.AuthenticatorTransport(t))
		}
	}
	return list
}

// creation makes a challenge for a new passkey of somebody.
func (r *relyingParty) creation(p person) (CreationOptions, []byte, error) {
	excluded := webauthn.Credentials(p.WebAuthnCredentials()).CredentialDescriptors()
	made, _, err := r.web.BeginRegistration(p, webauthn.WithCredentialParameters(algorithms()), webauthn.WithExclusions(excluded))
	if err != nil {
		return CreationOptions{}, nil, fmt.Errorf("make challenge: %w", err)
	}
	o := made.Response
	options := CreationOptions{
		RP:   RelyingParty{ID: o.RelyingParty.ID, Name: o.RelyingParty.Name},
		User: CredentialUser{ID: encode(p.handle), Name: p.name, DisplayName: p.display}, Challenge: encode(o.Challenge),
		Timeout: int64(o.Timeout), ExcludeCredentials: descriptors(p.keys), Attestation: string(o.Attestation),
		AuthenticatorSelection: AuthenticatorSelection{
			ResidentKey: string(o.AuthenticatorSelection.ResidentKey), UserVerification: string(o.AuthenticatorSelection.UserVerification),
		},
	}
	for _, param := range o.Parameters {
		options.PubKeyCredParams = append(options.PubKeyCredParams, CredentialParameter{Type: string(param.Type), Alg: int64(param.Algorithm)})
	}
	return options, o.Challenge, nil
}

// request makes a challenge for one of some passkeys; for any when there are
// none.
func (r *relyingParty) request(keys []*Passkey) (RequestOptions, []byte, error) {
	made, _, err := r.web.BeginDiscoverableLogin()
	if err != nil {
		return RequestOptions{}, nil, fmt.Errorf("make challenge: %w", err)
	}
	o := made.Response
	return RequestOptions{
		Challenge: encode(o.Challenge), Timeout: int64(o.Timeout), RPID: o.RelyingPartyID,
		AllowCredentials: descriptors(keys), UserVerification: string(o.UserVerification),
	}, o.Challenge, nil
}

// errForm is returned for what no authenticator sends.
var errForm = errors.New("not the answer of an authenticator")

// register looks at a new passkey. Statements about the make of the
// authenticator are not asked for, so nothing is taken that would need roots to
// trust: none at all, or one by the new key itself.
func (r *relyingParty) register(p person, challenge []byte, in Registration) (*Passkey, error) {
	parsed, err := in.parse()
	if err != nil {
		return nil, err
	}
	made, err := r.web.CreateCredential(p, webauthn.SessionData{
		Challenge: encode(challenge), UserID: p.handle, UserVerification: protocol.VerificationRequired, CredParams: algorithms(),
	}, parsed)
	if err != nil {
		return nil, err
	}
	return &Passkey{
		CredentialID: made.ID, PublicKey: made.PublicKey, SignCount: int64(made.Authenticator.SignCount),
		IsSynced: made.Flags.BackupEligible, Transports: strings.Join(known(in.Transports), " "),
	}, nil
}

// known keeps the ways to reach an authenticator that browsers understand.
func known(transports []string) []string {
	kinds := []string{"usb", "nfc", "ble", "smart-card", "hybrid", "internal"}
	return slices.DeleteFunc(kinds, func(kind string) bool { return !slices.Contains(transports, kind) })
}

// assert looks at a passkey that is shown, and returns the count that it shows
// and whether the count went backwards.
func (r *relyingParty) assert(p person, challenge []byte, in Assertion) (count int64, backwards bool, err error) {
	parsed, err := in.parse()
	if err != nil {
		return 0, false, err
	}
	shown, err := r.web.ValidateLogin(p, webauthn.SessionData{
		Challenge: encode(challenge), UserID: p.handle, UserVerification: protocol.VerificationRequired,
	}, parsed)
	if err != nil {
		return 0, false, err
	}
	return int64(parsed.Response.AuthenticatorData.Counter), shown.Authenticator.CloneWarning, nil
}

func encode(raw []byte) string { return base64.RawURLEncoding.EncodeToString(raw) }

func decode(text string) ([]byte, error) {
	if text == "" || len(text) > binaryMax || strings.ContainsAny(text, "\r\n") {
		return nil, errForm
	}
	return base64.RawURLEncoding.DecodeString(strings.TrimRight(text, "="))
}

func descriptors(keys []*Passkey) []CredentialDescriptor {
	list := make([]CredentialDescriptor, len(keys))
	for i, k := range keys {
		list[i] = CredentialDescriptor{Type: string(protocol.PublicKeyCredentialType), ID: encode(k.CredentialID), Transports: k.transports()}
	}
	return list
}

// Registration is a new passkey as a browser answers with it: the members of
// its RegistrationResponseJSON that say something, in base64url.
type Registration struct {
	CredentialID      string
	ClientDataJSON    string
	AttestationObject string
	Transports        []string
}

func (in Registration) parse() (*protocol.ParsedCredentialCreationData, error) {
	credentialID, err1 := decode(in.CredentialID)
	clientData, err2 := decode(in.ClientDataJSON)
	attestation, err3 := decode(in.AttestationObject)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	parsed, err := protocol.CredentialCreationResponse{
		PublicKeyCredential: named(credentialID),
		AttestationResponse: protocol.AuthenticatorAttestationResponse{
			AuthenticatorResponse: protocol.AuthenticatorResponse{ClientDataJSON: clientData}, AttestationObject: attestation,
		},
	}.Parse()
	if err != nil {
		return nil, err
	}
	made := parsed.Response.AttestationObject
	_, certified := made.AttStatement["x5c"]
	if certified || made.Format != string(protocol.AttestationFormatNone) && made.Format != string(protocol.AttestationFormatPacked) {
		return nil, errForm
	}
	return parsed, nil
}

func named(credentialID []byte) protocol.PublicKeyCredential {
	return protocol.PublicKeyCredential{
		Credential: protocol.Credential{ID: encode(credentialID), Type: string(protocol.PublicKeyCredentialType)}, RawID: credentialID,
	}
}

// Assertion is a passkey that is shown, as a browser answers with it: the
// members of its AuthenticationResponseJSON that say something, in base64url.
type Assertion struct {
	Ceremony          CeremonyToken
	CredentialID      string
	ClientDataJSON    string
	AuthenticatorData string
	Signature         string
	UserHandle        string // may be empty where the account is known
}

func (in Assertion) parse() (*protocol.ParsedCredentialAssertionData, error) {
	credentialID, err1 := decode(in.CredentialID)
	clientData, err2 := decode(in.ClientDataJSON)
	data, err3 := decode(in.AuthenticatorData)
	signature, err4 := decode(in.Signature)
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		return nil, err
	}
	var user []byte
	if in.UserHandle != "" {
		var err error
		if user, err = decode(in.UserHandle); err != nil {
			return nil, err
		}
	}
	return protocol.CredentialAssertionResponse{
		PublicKeyCredential: named(credentialID),
		AssertionResponse: protocol.AuthenticatorAssertionResponse{
			AuthenticatorResponse: protocol.AuthenticatorResponse{ClientDataJSON: clientData},
			AuthenticatorData:     data, Signature: signature, UserHandle: user,
		},
	}.Parse()
}

// checkName trims the name of a passkey.
func checkName(name string) (string, error) {
	var faults fault.List
	name = faults.Required(name, passkeyNameMax, "name")
	return name, faults.Err()
}

package softkey

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
)

// Flags of authenticator data, WebAuthn section 6.1.
const (
	UserPresent    byte = 1 << 0
	UserVerified   byte = 1 << 2
	BackupEligible byte = 1 << 3
	BackupState    byte = 1 << 4
	attested       byte = 1 << 6
)

// Key is a passkey with its private half, and how it behaves.
type Key struct {
	ID      []byte
	RPID    string
	Origin  string
	Handle  []byte // whom it is for
	Flags   byte
	Counter uint32
	// CrossOrigin says that the page was inside of one of somebody else.
	CrossOrigin bool

	private *ecdsa.PrivateKey
}

// New returns a key that verifies its user and counts, for a page.
func New(origin, rpID string) *Key {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	k := &Key{ID: make([]byte, 32), RPID: rpID, Origin: origin, Flags: UserPresent | UserVerified, private: private}
	_, _ = rand.Read(k.ID)
	return k
}

// Created is what a browser answers with after making a passkey, in base64url.
type Created struct {
	CredentialID, ClientDataJSON, AttestationObject string
}

// Create makes the passkey for a user, both values in base64url.
func (k *Key) Create(challenge, userID string) Created {
	k.Handle = decode(userID)
	data := k.data(k.Flags | attested)
	data = append(data, make([]byte, 16)...)                      // an authenticator of no known make
	data = binary.BigEndian.AppendUint16(data, uint16(len(k.ID))) //nolint:gosec // an id of a few bytes
	data = append(append(data, k.ID...), k.public(-7)...)
	return k.created(challenge, data)
}

// CreateAs makes the passkey with a key that says to be of another algorithm.
func (k *Key) CreateAs(challenge, userID string, alg int) Created {
	k.Handle = decode(userID)
	data := append(k.data(k.Flags|attested), make([]byte, 16)...)
	data = binary.BigEndian.AppendUint16(data, uint16(len(k.ID))) //nolint:gosec // an id of a few bytes
	return k.created(challenge, append(append(data, k.ID...), k.public(alg)...))
}

func (k *Key) created(challenge string, data []byte) Created {
	object := append([]byte{0xa3}, text("fmt")...)
	object = append(append(object, text("none")...), text("attStmt")...)
	object = append(append(object, 0xa0), text("authData")...)
	return Created{
		CredentialID: encode(k.ID), ClientDataJSON: encode(k.clientData("webauthn.create", challenge)),
		AttestationObject: encode(append(object, bytestring(data)...)),
	}
}

// Shown is what a browser answers with after showing a passkey, in base64url.
type Shown struct {
	CredentialID, ClientDataJSON, AuthenticatorData, Signature, UserHandle string
}

// Show answers a challenge, in base64url. The counter goes up by one before.
func (k *Key) Show(challenge string) Shown {
	k.Counter++
	data, client := k.data(k.Flags), k.clientData("webauthn.get", challenge)
	hash := sha256.Sum256(client)
	digest := sha256.Sum256(append(data[:len(data):len(data)], hash[:]...))
	signature, err := ecdsa.SignASN1(rand.Reader, k.private, digest[:])
	if err != nil {
		panic(err)
	}
	return Shown{
		CredentialID: encode(k.ID), ClientDataJSON: encode(client), AuthenticatorData: encode(data),
		Signature: encode(signature), UserHandle: encode(k.Handle),
	}
}

// data is the authenticator data up to what is attested.
func (k *Key) data(flags byte) []byte {
	hash := sha256.Sum256([]byte(k.RPID))
	return binary.BigEndian.AppendUint32(append(hash[:], flags), k.Counter)
}

func (k *Key) clientData(kind, challenge string) []byte {
	raw, err := json.Marshal(map[string]any{"type": kind, "challenge": challenge, "origin": k.Origin, "crossOrigin": k.CrossOrigin})
	if err != nil {
		panic(err)
	}
	return raw
}

// public is the public half in the encoding of COSE: EC2 on P-256.
func (k *Key) public(alg int) []byte {
	point, err := k.private.PublicKey.Bytes() // 4, then both coordinates
	if err != nil {
		panic(err)
	}
	out := append([]byte{0xa5, 0x01, 0x02, 0x03}, negative(alg)...)
	out = append(append(out, 0x20, 0x01, 0x21), bytestring(point[1:33])...)
	return append(append(out, 0x22), bytestring(point[33:])...)
}

// negative writes a negative number in CBOR.
func negative(n int) []byte {
	if n >= 0 || n < -65536 {
		panic(fmt.Sprint("not a name of an algorithm: ", n))
	}
	v := -1 - n
	switch {
	case v < 24:
		return []byte{0x20 | byte(v)}
	case v < 256:
		return []byte{0x38, byte(v)}
	}
	return []byte{0x39, byte(v >> 8), byte(v)} //nolint:gosec // cut into bytes on purpose
}

func text(s string) []byte { return append([]byte{0x60 | byte(len(s))}, s...) } //nolint:gosec // shorter than 24 bytes

func bytestring(b []byte) []byte {
	if len(b) < 256 {
		return append([]byte{0x58, byte(len(b))}, b...) //nolint:gosec // shorter than 256 bytes
	}
	return append([]byte{0x59, byte(len(b) >> 8), byte(len(b))}, b...) //nolint:gosec // cut into bytes on purpose
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func decode(s string) []byte {
	raw, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return raw
}

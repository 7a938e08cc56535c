// Package softkey is an authenticator of WebAuthn made of software, for tests: it
// makes passkeys and shows them, as a browser and a security key do together,
// and it can be told to misbehave.
package softkey

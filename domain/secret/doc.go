// Package secret makes the secrets that are handed out once and of which only a
// hash is kept: sessions, links of mails, invitations, trusted devices. The types
// of such secrets are the contexts' own, so that none is taken for another.
package secret

// Package courier carries requests to addresses that strangers have chosen: the
// webhooks of sellers.
//
// Whoever chooses an address could choose one of ours, or of the network that Étal
// runs in. So a name is resolved for each connection, and the address that is really
// connected to is looked at between resolving and connecting: a name that stands for
// something else a moment later gains nothing by it. Only public addresses are
// connected to. Redirects are not followed, proxies of the environment are not used,
// an exchange takes ten seconds at most, and of an answer 64 KiB are read and one is
// kept.
package courier

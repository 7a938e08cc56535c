// Package notification tells people by mail what has happened.
//
// It stands on the top floor: it listens to the events of every context and is
// imported by none. A handler of an event enqueues a Mail in the unit that
// records the event as handled, so one event leads to one mail however often it
// is delivered. The job names things by their ids; addresses and texts are
// looked up when the mail is written, and no job holds anybody's address.
//
// What concerns somebody's trade is told in the app too: a Box keeps, for each
// account and hat, the subject of the mail and the id of what it is about, for
// ninety days. It is written by the job of the mail before the mail goes out, once
// however often that is tried. Everybody chooses by Kind how they are told; receipts,
// decisions and what has a deadline are mailed whatever they choose.
//
// A mail server may take a message over and the process die before it knows.
// The message is then sent again, with the same Message-ID.
package notification

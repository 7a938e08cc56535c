// Package export makes files of what the marketplace knows, as jobs, and hands
// each to the person who asked, once.
//
// An Export is PENDING until a worker takes it up and RUNNING while it is made;
// done and total say how far. Its parts are written one by one with the place
// to go on from, so a process that dies costs one part. READY, it can be fetched
// for seven days by its owner and nobody else; after that it is EXPIRED. What
// was fetched whole is deleted (FETCHED); a transfer that breaks off may be
// begun again. FAILED says that there is nothing to export any more, or that what
// is in it may not be kept.
//
// What is in a file is up to its Maker, of which each kind has one.
package export

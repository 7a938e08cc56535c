// Package live lets people follow what happens, while it happens.
//
// A Hub is one per process. It reads the news of event.Tell in order, when its own
// process or another one says that there is some, and every second in case nobody
// got through, and hands it to the feeds that follow its topic.
//
// A feed begins where its reader stopped, or now. What it missed is read from the
// table, what comes later is handed to it, and the two meet at a position: nothing
// is missing and nothing comes twice. A reader that does not keep up is cut off
// with ErrSlow and may go on from the last thing it saw.
//
// The hub does not know who may follow what. Whoever opens a feed has decided it,
// and decides it again for everything that comes.
package live

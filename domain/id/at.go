package id

import (
	"encoding/binary"
	"time"
)

// rankMax is the largest rank of an identifier within a millisecond.
const rankMax = 1<<12 - 1

// AppendAt appends the identifier of something that came to be at an instant: it
// sorts among those that New made then, after those of a lower rank (4,095 at
// most counts). The lower 62 bits of random make it one of its kind. It is for data
// that is made up; whatever happens now gets New.
func AppendAt(b []byte, prefix string, at time.Time, rank int, random uint64) []byte {
	var wide [20]byte
	ms := uint64(at.UnixMilli())
	version := uint64(7<<12 | min(rank, rankMax)&rankMax) //nolint:gosec // twelve bits
	binary.BigEndian.PutUint64(wide[4:], ms<<16|version)
	binary.BigEndian.PutUint64(wide[12:], 1<<63|random>>2)
	b = append(append(b, prefix...), '_')
	var text [32]byte
	encoding.Encode(text[:], wide[:])
	return append(b, text[32-encodedLen:]...)
}

package server

import (
	"os"
	"runtime/debug"

	"github.com/KimMachineGun/automemlimit/memlimit"
)

// The heap may grow to three times what is live, up to a limit: requests make
// much garbage and keep little.
const (
	gcPercent   = 200
	memoryLimit = 1 << 30
	// memoryPercent is what of the memory of a container the Go runtime may have.
	// The rest is for what it does not count.
	memoryPercent = 90
	memoryLeast   = 32 << 20
)

// TuneMemory sets the garbage collector for a server, unless the environment
// has set it: GOGC, and GOMEMLIMIT, which otherwise is nine tenths of what the
// container may have, and at most 1 GiB.
func TuneMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryOf(memlimit.FromCgroup))
	}
}

// limitOf is the limit by what a container may have; an error or 0 means that
// there is no such bound.
func memoryOf(container func() (uint64, error)) int64 {
	bytes, err := container()
	if err != nil || bytes == 0 || bytes > memoryLimit/memoryPercent*100 {
		return memoryLimit
	}
	return max(int64(bytes)/100*memoryPercent, memoryLeast)
}

package main

import (
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// keepTo lets this process, and all that it starts from now on, run on the given
// processors only. A thread that begins meanwhile inherits them from the one that
// starts it.
func keepTo(processors ...int) error {
	var set unix.CPUSet
	for _, p := range processors {
		set.Set(p)
	}
	threads, err := os.ReadDir("/proc/self/task")
	if err != nil {
		return err
	}
	for _, thread := range threads {
		id, err := strconv.Atoi(thread.Name())
		if err != nil {
			return err
		}
		if err := unix.SchedSetaffinity(id, &set); err != nil && err != unix.ESRCH { // one that has ended
			return err
		}
	}
	return nil
}

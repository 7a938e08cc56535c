package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	startsWithin = 60 * time.Second
	endsWithin   = 15 * time.Second
	clockTicks   = 100 // of /proc, a second; the same on every Linux
)

// process is a program that we have started.
type process struct {
	cmd   *exec.Cmd
	ended chan error
	gone  chan error // the same again, for somebody who only watches
}

// start starts a program that logs to a file and ends with us.
func start(cmd *exec.Cmd, log string) (*process, error) {
	file, err := os.Create(log) //nolint:gosec // a name of ours
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // the program holds its own end
	cmd.Stderr = file
	if cmd.Stdout == nil {
		cmd.Stdout = file
	}
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	cmd.SysProcAttr.Setpgid = true // an interrupt is for us, who stop the others in order
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p := &process{cmd: cmd, ended: make(chan error, 1), gone: make(chan error, 1)}
	go func() {
		err := cmd.Wait()
		p.gone <- err
		p.ended <- err
	}()
	return p, nil
}

// stop asks the program to end, and ends it when it does not.
func (p *process) stop(with os.Signal) error {
	if p == nil {
		return nil
	}
	if err := p.cmd.Process.Signal(with); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	select {
	case err := <-p.ended:
		return err
	case <-time.After(endsWithin):
		return errors.Join(fmt.Errorf("%s does not end", filepath.Base(p.cmd.Path)), p.cmd.Process.Kill())
	}
}

// watch tells once how the program has ended.
func (p *process) watch() <-chan error { return p.gone }

// awaitOK returns when address answers 200, and fails when the program ends.
func (p *process) awaitOK(ctx context.Context, url string) error {
	ctx, cancel := context.WithTimeout(ctx, startsWithin)
	defer cancel()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return err
		}
		if resp, err := http.DefaultClient.Do(r); err == nil {
			_ = resp.Body.Close() // only the status is of interest
			if resp.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case err := <-p.ended:
			p.ended <- err
			return fmt.Errorf("%s has ended: %w", filepath.Base(p.cmd.Path), err)
		case <-ctx.Done():
			return fmt.Errorf("%s is not ready: %w", url, ctx.Err())
		case <-tick.C:
		}
	}
}

// firstLine reads what a program says first.
func firstLine(r io.Reader) (string, error) {
	line, err := bufio.NewReader(r).ReadString('\n')
	return strings.TrimSpace(line), err
}

// freeAddress is an address on which nothing listens.
func freeAddress(ctx context.Context) (string, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// cpuOf is the CPU time that a process has used; 0 for one that is gone.
func cpuOf(pid int, withChildren bool) time.Duration {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(raw), ") ") // the name may hold spaces
	fields := strings.Fields(rest)
	if len(fields) < 15 {
		return 0
	}
	last := 13
	if withChildren {
		last = 15
	}
	var ticks int64
	for _, f := range fields[11:last] {
		n, _ := strconv.ParseInt(f, 10, 64) // the kernel writes numbers
		ticks += n
	}
	return time.Duration(ticks) * time.Second / clockTicks
}

// familyCPU is the CPU time of a process and its children, those that have
// ended included.
func familyCPU(pid int) time.Duration {
	total := cpuOf(pid, true)
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range stats {
		raw, err := os.ReadFile(path) //nolint:gosec // of /proc
		if err != nil {
			continue
		}
		_, rest, _ := strings.Cut(string(raw), ") ")
		fields := strings.Fields(rest)
		if len(fields) < 2 || fields[1] != strconv.Itoa(pid) {
			continue
		}
		child, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		total += cpuOf(child, true)
	}
	return total
}

// memoryOf is the resident memory of a process in MiB: its own now, and all of
// it, with the pages of mapped files, at its highest.
func memoryOf(pid int) (own, highest float64) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, 0
	}
	for line := range strings.Lines(string(raw)) {
		name, value, _ := strings.Cut(line, ":")
		kib, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(value), " kB"), 64)
		switch {
		case err != nil:
		case name == "RssAnon":
			own = kib / 1024
		case name == "VmHWM":
			highest = kib / 1024
		}
	}
	return own, highest
}

// ownCPU is the CPU time of this process.
func ownCPU() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// allocated is how many things the server has allocated so far; 0 when it cannot
// be asked.
func (w *world) allocated(ctx context.Context) float64 {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+w.private+"/metrics", nil)
	if err != nil {
		return 0
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0
	}
	defer func() { _ = answer.Body.Close() }() // it was read, or is not needed
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
		if text, ok := strings.CutPrefix(lines.Text(), "go_memstats_mallocs_total "); ok {
			n, _ := strconv.ParseFloat(text, 64) // the server writes numbers
			return n
		}
	}
	return 0
}

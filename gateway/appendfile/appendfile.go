// Package appendfile writes lines to a file that only grows, for what has to
// outlive the database: who was erased, and how far the audit log had come.
package appendfile

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/etal-market/etal/db"
)

// lineMax is the longest line that is read.
const lineMax = 1 << 20

// File is a file of lines. Several processes may append to one.
type File struct{ Path string }

// Append writes a line and returns when it is on the disk. The file, and the
// folder it is in, are made when they are missing; nobody but their owner reads
// them. A line that a crash has cut off ends where the next one begins.
func (f File) Append(ctx context.Context, line []byte) error {
	db.MustBeOutside(ctx)
	if err := os.MkdirAll(filepath.Dir(f.Path), 0o700); err != nil {
		return fmt.Errorf("append to %s: %w", f.Path, err)
	}
	out, err := os.OpenFile(f.Path, os.O_APPEND|os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("append to %s: %w", f.Path, err)
	}
	text := append(append([]byte{}, line...), '\n')
	if cut, err := cutOff(out); err != nil || cut {
		if err != nil {
			return errors.Join(fmt.Errorf("append to %s: %w", f.Path, err), out.Close())
		}
		text = append([]byte{'\n'}, text...)
	}
	_, err = out.Write(text)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return fmt.Errorf("append to %s: %w", f.Path, err)
	}
	return nil
}

// cutOff reports whether the last line of a file has no end.
func cutOff(file *os.File) (bool, error) {
	info, err := file.Stat()
	if err != nil || info.Size() == 0 {
		return false, err
	}
	last := make([]byte, 1)
	_, err = file.ReadAt(last, info.Size()-1)
	return last[0] != '\n', err
}

// Lines hands every line to fn, without its end, and stops at the error of fn.
// A file that does not exist has no lines.
func (f File) Lines(fn func(line []byte) error) error {
	in, err := os.Open(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", f.Path, err)
	}
	defer in.Close() //nolint:errcheck // it was only read
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, lineMax)
	for lines.Scan() {
		if len(lines.Bytes()) == 0 {
			continue
		}
		if err := fn(lines.Bytes()); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read %s: %w", f.Path, err)
	}
	return nil
}

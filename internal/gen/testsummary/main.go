// Command testsummary reads the output of `go test -json` and prints what a
// person wants to know: failed tests with their output, then the counts. It
// fails when nothing has run, for then nothing has been proved.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

// line is one event of `go test -json`.
type line struct {
	Action  string
	Package string
	Test    string
	Output  string
	Elapsed float64
	// ImportPath names the package whose build failed.
	ImportPath string
}

// summary counts tests and packages by their outcome.
type summary struct {
	passed, failed, skipped int
	packages, untested      int
	output                  map[string][]string // test → its lines, until its outcome is known
	failures                []string
}

func main() {
	s := &summary{output: map[string][]string{}}
	if err := s.read(os.Stdin); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	s.print(os.Stdout)
	if s.failed > 0 || s.passed == 0 {
		os.Exit(1)
	}
}

func (s *summary) read(r io.Reader) error {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		var l line
		if err := json.Unmarshal(scanner.Bytes(), &l); err != nil {
			continue // make's own lines
		}
		s.add(l)
	}
	return scanner.Err()
}

func (s *summary) add(l line) {
	key := l.Package + " " + l.Test
	switch l.Action {
	case "output", "build-output":
		s.output[key] = append(s.output[key], l.Output)
	case "build-fail":
		s.failures = append(s.failures, "build of "+l.ImportPath)
		s.failed++
	case "pass", "fail", "skip":
		s.outcome(key, l)
		delete(s.output, key)
	}
}

func (s *summary) outcome(key string, l line) {
	if l.Test == "" {
		s.packages++
		switch l.Action {
		case "skip":
			s.packages--
			s.untested++
		case "fail":
			s.failures = append(s.failures, "package "+l.Package+"\n"+strings.Join(s.output[key], ""))
			s.failed++
		}
		return
	}
	switch l.Action {
	case "pass":
		s.passed++
	case "skip":
		s.skipped++
	case "fail":
		s.failed++
		s.failures = append(s.failures, l.Package+" "+l.Test+"\n"+strings.Join(s.output[key], ""))
	}
}

func (s *summary) print(w io.Writer) {
	for _, f := range s.failures {
		fmt.Fprintln(w, "FAIL", f)
	}
	fmt.Fprintf(w, "tests: %d passed, %d failed, %d skipped; packages: %d tested, %d without tests\n",
		s.passed, s.failed, s.skipped, s.packages, s.untested)
}

// Command testsummary reads the output of `go test -json` and prints what a
// person wants to know: the line of each package as it ends, failed tests with
// their output, then the counts, `N passed, N failed`. It fails when nothing
// has run, for then nothing has been proved.
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
	// ImportPath names the package that was built, FailedBuild the one for
	// whose sake a package could not be tested.
	ImportPath, FailedBuild string
}

// summary counts tests and packages by their outcome.
type summary struct {
	passed, failed, skipped int
	packages, untested      int
	output                  map[string][]string // test → its lines, until its outcome is known
	failures                []string
	blamed                  map[string]bool // packages with a test that failed
	progress                io.Writer       // where the lines of packages go as they end
}

func main() {
	s := newSummary(os.Stdout)
	if err := s.read(os.Stdin); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	s.print(os.Stdout)
	if s.failed > 0 || s.passed == 0 {
		os.Exit(1)
	}
}

func newSummary(progress io.Writer) *summary {
	return &summary{output: map[string][]string{}, blamed: map[string]bool{}, progress: progress}
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
	key := l.ImportPath + l.Package + " " + l.Test
	switch l.Action {
	case "output", "build-output":
		s.output[key] = append(s.output[key], l.Output)
		if l.Test == "" && isResult(l.Output) {
			fmt.Fprint(s.progress, l.Output)
		}
	case "build-fail":
		s.failures = append(s.failures, "build of "+l.ImportPath+"\n"+strings.Join(s.output[key], ""))
		s.failed++
	case "pass", "fail", "skip":
		s.outcome(key, l)
		delete(s.output, key)
	}
}

// isResult recognizes the line that go test ends a package with.
func isResult(output string) bool {
	return strings.HasPrefix(output, "ok  \t") || strings.HasPrefix(output, "FAIL\t")
}

func (s *summary) outcome(key string, l line) {
	if l.Test == "" {
		s.packages++
		switch l.Action {
		case "skip":
			s.packages--
			s.untested++
		case "fail":
			if s.blamed[l.Package] || l.FailedBuild != "" { // that has been counted
				return
			}
			s.failures = append(s.failures, "package "+l.Package+"\n"+s.lastWords(l.Package)+strings.Join(s.output[key], ""))
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
		s.blamed[l.Package] = true
		s.failures = append(s.failures, l.Package+" "+l.Test+"\n"+strings.Join(s.output[key], ""))
	}
}

// lastWords are what a test had said that was running when its package ended, from the
// panic on: when a test hangs, go test writes the names of those that run there, and
// no test of them has an outcome.
func (s *summary) lastWords(pkg string) string {
	var words strings.Builder
	for key, lines := range s.output {
		if test, ok := strings.CutPrefix(key, pkg+" "); !ok || test == "" {
			continue
		}
		if _, after, ok := strings.Cut(strings.Join(lines, ""), "panic: "); ok {
			words.WriteString("panic: " + after)
		}
	}
	return words.String()
}

func (s *summary) print(w io.Writer) {
	for _, f := range s.failures {
		fmt.Fprintln(w, "FAIL", f)
	}
	for _, f := range s.failures {
		fmt.Fprintln(w, brief(f))
	}
	fmt.Fprintf(w, "%d packages tested, %d without tests, %d tests skipped\n", s.packages, s.untested, s.skipped)
	fmt.Fprintf(w, "%d passed, %d failed\n", s.passed, s.failed)
}

// brief cuts a failure down to its name and its first words. A failed test of several
// processes ends with their logs; who sees only the end of it all still sees what failed.
func brief(failure string) string {
	const lines, columns = 24, 240
	shown := []string{}
	for line := range strings.Lines(failure) {
		line = strings.TrimRight(line, "\n")
		if noise := strings.HasPrefix(line, "=== ") || strings.TrimSpace(line) == ""; noise {
			continue
		}
		if len(shown) == lines {
			break
		}
		shown = append(shown, line[:min(len(line), columns)])
	}
	return strings.Join(shown, "\n")
}

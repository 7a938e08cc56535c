package supply

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

var (
	// ErrVulnerable says that something is known against a part.
	ErrVulnerable = errors.New("known vulnerabilities")
	// ErrNotChecked says that nobody knows, because what had to be asked did not
	// answer.
	ErrNotChecked = errors.New("not checked")
)

// Vulnerabilities asks govulncheck about the Go code and npm about the packages of
// the pages, below root. It is nil when both have answered and nothing is known;
// ErrVulnerable and ErrNotChecked are in what it returns otherwise.
func Vulnerabilities(ctx context.Context, root string) error {
	checked := exec.CommandContext(ctx, "go", "tool", "-modfile=tools.mod", "govulncheck", "-format", "json", "./...")
	checked.Dir = root
	audited := exec.CommandContext(ctx, "npm", "audit", "--omit=dev", "--json")
	audited.Dir = filepath.Join(root, "web-admin")
	out, err := output(checked)
	ofGo := judgeGo(out, err)
	out, err = output(audited)
	return errors.Join(ofGo, judgeNPM(out, err))
}

// judgeGo reads what `govulncheck -format json` has written. Only code that is
// called counts, as in what it tells people. Its exit code is 0 unless it failed.
func judgeGo(out []byte, failed error) error {
	if failed != nil {
		return fmt.Errorf("code in Go: %w: %w", ErrNotChecked, failed)
	}
	asked, found := false, []string{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var m struct {
			Config  *struct{ DB string }
			Finding *struct {
				OSV   string
				Trace []struct{ Module, Function string }
			}
		}
		if err := decoder.Decode(&m); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return fmt.Errorf("code in Go: %w: %w", ErrNotChecked, err)
		}
		asked = asked || m.Config != nil && m.Config.DB != ""
		if f := m.Finding; f != nil && len(f.Trace) > 0 && f.Trace[0].Function != "" {
			found = append(found, f.OSV+" in "+f.Trace[0].Module)
		}
	}
	if !asked {
		return fmt.Errorf("code in Go: %w: govulncheck names no database that it has asked", ErrNotChecked)
	}
	return vulnerable("Go code", found)
}

// judgeNPM reads what `npm audit --json` has written. npm fails both when there is
// something to tell and when nobody answered: only a whole report counts.
func judgeNPM(out []byte, failed error) error {
	var report struct {
		AuditReportVersion int
		Vulnerabilities    map[string]struct{ Severity string }
		Metadata           *struct {
			Vulnerabilities map[string]int
		}
	}
	if err := json.Unmarshal(out, &report); err != nil || report.AuditReportVersion == 0 || report.Metadata == nil {
		return fmt.Errorf("npm packages: %w: %w", ErrNotChecked, errors.Join(failed, err))
	}
	found := []string{}
	for _, name := range sorted(report.Vulnerabilities) {
		found = append(found, name+" ("+report.Vulnerabilities[name].Severity+")")
	}
	if len(found) == 0 && (failed != nil || report.Metadata.Vulnerabilities["total"] > 0) {
		return fmt.Errorf("npm packages: %w: the report names none of what it counts: %w", ErrNotChecked, failed)
	}
	return vulnerable("npm packages", found)
}

func vulnerable(what string, found []string) error {
	if len(found) == 0 {
		return nil
	}
	slices.Sort(found)
	return fmt.Errorf("%s: %w: %s", what, ErrVulnerable, strings.Join(slices.Compact(found), ", "))
}

package supply

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Part is something that Étal is made of and that others have written.
type Part struct {
	// Kind is "go" or "npm".
	Kind    string
	Name    string
	Version string
	// Licences are SPDX identifiers in order: all of them hold.
	Licences []string
}

// shipped are the systems for which modules are looked for, so that the list is
// the same on whichever of them it is made.
func shipped() []string { return []string{"linux", "darwin", "windows"} }

// Parts lists what is linked into cmd/etal and what the pages are built from, in
// order. It reads the module cache and package-lock.json below root, which is the
// directory of go.mod, and asks nobody.
func Parts(ctx context.Context, root string) ([]Part, error) {
	modules, err := goParts(ctx, root)
	if err != nil {
		return nil, err
	}
	lock, err := os.ReadFile(filepath.Join(root, "web-admin", "package-lock.json")) //nolint:gosec // a file of the repository
	if err != nil {
		return nil, err
	}
	packages, err := npmParts(lock)
	return append(modules, packages...), err
}

// module is what `go list` says of one.
type module struct {
	Path, Version, Dir string
	Main               bool
}

func goParts(ctx context.Context, root string) ([]Part, error) {
	found := map[string]module{}
	for _, system := range shipped() {
		cmd := exec.CommandContext(ctx, "go", "list", "-deps", "-json=Module", "./cmd/etal")
		cmd.Dir, cmd.Env = root, append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		out, err := output(cmd)
		if err != nil {
			return nil, err
		}
		for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
			var p struct{ Module *module }
			if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, err
			}
			if p.Module != nil && !p.Module.Main {
				found[p.Module.Path] = *p.Module
			}
		}
	}
	goroot, err := output(exec.CommandContext(ctx, "go", "env", "GOROOT"))
	if err != nil {
		return nil, err
	}
	found["std"] = module{Path: "std", Dir: strings.TrimSpace(string(goroot))}
	c, err := newClassifier()
	if err != nil {
		return nil, err
	}
	var parts []Part
	for _, path := range slices.Sorted(maps.Keys(found)) {
		m := found[path]
		licences, err := c.ofDirectory(m.Dir)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		parts = append(parts, Part{Kind: "go", Name: path, Version: m.Version, Licences: licences})
	}
	return parts, nil
}

// output runs a command; its error holds what the command has complained of.
func output(cmd *exec.Cmd) ([]byte, error) {
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return out, fmt.Errorf("%s: %w: %s", strings.Join(cmd.Args, " "), err, strings.TrimSpace(errs.String()))
	}
	return out, nil
}

// locked is an entry of package-lock.json.
type locked struct {
	Version, License     string
	Dependencies         map[string]string
	PeerDependencies     map[string]string
	PeerDependenciesMeta map[string]struct{ Optional bool }
}

// npmParts follows the dependencies of the root package, as Node looks them up,
// without those that only development needs.
func npmParts(lock []byte) ([]Part, error) {
	var read struct{ Packages map[string]locked }
	if err := json.Unmarshal(lock, &read); err != nil {
		return nil, err
	}
	if _, ok := read.Packages[""]; !ok {
		return nil, errors.New("package-lock.json has no root package: npm 7 or newer writes one")
	}
	seen := map[string]bool{"": true}
	var parts []Part
	for open := []string{""}; len(open) > 0; {
		at := open[0]
		open = open[1:]
		for _, name := range read.Packages[at].needs() {
			key, ok := resolve(read.Packages, at, name)
			if !ok {
				return nil, fmt.Errorf("package-lock.json: %q needs %s, which is not there", at, name)
			}
			if seen[key] {
				continue
			}
			seen[key], open = true, append(open, key)
			p := read.Packages[key]
			parts = append(parts, Part{Kind: "npm", Name: name, Version: p.Version, Licences: spdx(p.License)})
		}
	}
	slices.SortFunc(parts, func(a, b Part) int { return strings.Compare(a.Name+" "+a.Version, b.Name+" "+b.Version) })
	return parts, nil
}

// needs are the names of what a package does not work without.
func (l locked) needs() []string {
	names := slices.Collect(maps.Keys(l.Dependencies))
	for name := range l.PeerDependencies {
		if !l.PeerDependenciesMeta[name].Optional {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// resolve finds a package from where another one is, upwards.
func resolve(packages map[string]locked, at, name string) (string, bool) {
	for {
		key := strings.TrimPrefix(at+"/node_modules/"+name, "/")
		if _, ok := packages[key]; ok {
			return key, true
		}
		if at == "" {
			return "", false
		}
		at = at[:max(0, strings.LastIndex(at, "/node_modules/"))]
	}
}

// spdx takes "(MIT AND ISC)" apart. A choice ("MIT OR GPL-2.0") stays one name,
// which somebody has to allow.
func spdx(expression string) []string {
	expression = strings.Trim(expression, "()")
	if expression == "" {
		return nil
	}
	return strings.Split(expression, " AND ")
}

// Command release checks what a release is made of, from the directory of go.mod:
//
//	release licences            fails unless every part is under a licence that is allowed
//	release list <binary> <to>  writes the CycloneDX list of a binary's modules
//	release vulnerabilities     asks whether anything is known against a part
//
// It exits with 1 when the answer is no, with 2 when it is used wrongly, and with 3
// when vulnerabilities could not be looked up: that is not the same as none.
package main

import (
	"context"
	"debug/buildinfo"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/etal-market/etal/internal/gen/supply"
)

const (
	exitNo         = 1
	exitUsage      = 2
	exitNotChecked = 3
	patience       = 15 * time.Minute
)

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var err error
	var what string
	if len(args) > 0 {
		what, args = args[0], args[1:]
	}
	switch {
	case what == "licences" && len(args) == 0:
		err = licences(ctx)
	case what == "list" && len(args) == 2:
		err = list(ctx, args[0], args[1])
	case what == "vulnerabilities" && len(args) == 0:
		err = supply.Vulnerabilities(ctx, ".")
	default:
		fmt.Fprintln(os.Stderr, "usage: release licences | list <binary> <file> | vulnerabilities")
		return exitUsage
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	return exitCode(err)
}

// exitCode tells what is known from what nobody could say. Something that is known
// is not hidden by what is not.
func exitCode(err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, supply.ErrNotChecked) && !errors.Is(err, supply.ErrVulnerable):
		return exitNotChecked
	}
	return exitNo
}

func licences(ctx context.Context) error {
	parts, err := supply.Parts(ctx, ".")
	if err != nil {
		return err
	}
	if err := supply.Refused(parts); err != nil {
		return err
	}
	fmt.Printf("%d parts, all under licences that are allowed\n", len(parts))
	return nil
}

func list(ctx context.Context, binary, to string) error {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return err
	}
	parts, err := supply.Parts(ctx, ".")
	if err != nil {
		return err
	}
	file, err := os.Create(to) //nolint:gosec // whoever releases names it
	if err != nil {
		return err
	}
	return errors.Join(supply.List(file, info, parts), file.Close())
}

//go:build !linux

package main

import "errors"

// keepTo is for Linux alone.
func keepTo(...int) error { return errors.New("processors can be kept apart on Linux only") }

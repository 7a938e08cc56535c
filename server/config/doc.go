// Package config reads the settings of the process from its environment.
//
// Every setting is a variable that begins with ETAL_. Load reports all problems
// at once, each with the name of its setting and what to do about it.
// docs/configuration.md is written from the struct.
package config

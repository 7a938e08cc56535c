// Package server is the process: it wires the contexts together, speaks HTTP
// inwards and runs the workers.
//
// Where things are: wiring.go knows every service, routes.go every address,
// middleware.go what happens to every request, session.go how a token becomes
// an actor, worker.go what runs in the background, server.go how it all starts
// and stops. Package config reads the settings and package cli the command
// line.
package server

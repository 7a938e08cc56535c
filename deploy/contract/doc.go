// Package contract lets Prometheus itself judge the rules of deploy/prometheus: it
// has a module of its own, so that nothing of Prometheus is part of Étal.
package contract

package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"
)

// Limits of a connection. They are for clients that are slow by accident or on
// purpose; the limits of a request are its route's.
const (
	headerTimeout  = 5 * time.Second
	readTimeout    = 30 * time.Second
	writeTimeout   = 60 * time.Second
	idleTimeout    = 2 * time.Minute
	headerBytesMax = 32 << 10
)

// Running says how Run runs.
type Running struct {
	// Workers is whether this process does jobs. On SQLite exactly one process
	// may.
	Workers bool
	// Started is called once with the address that is listened at.
	Started func(address string)
}

// Run serves until ctx is done and then stops in order: /readyz says so, no
// connection is accepted any more, requests and jobs that have begun are
// finished. It returns an error when something could not be finished within
// the time-out of the settings.
func (a *App) Run(ctx context.Context, how Running) error {
	public, err := a.listen(ctx, a.Config.Listen)
	if err != nil {
		return err
	}
	servers := []*http.Server{a.httpServer(ctx, a.handler)}
	listeners := []net.Listener{public}
	if a.Config.MetricsListen != "" {
		private, err := a.listen(ctx, a.Config.MetricsListen)
		if err != nil {
			return errors.Join(err, public.Close())
		}
		profiled := a.httpServer(ctx, a.privateHandler())
		profiled.WriteTimeout = 0 // a profile takes as long as it was asked to
		servers, listeners = append(servers, profiled), append(listeners, private)
	}
	if how.Workers {
		if err := a.work(ctx); err != nil {
			for _, l := range listeners {
				err = errors.Join(err, l.Close())
			}
			return err
		}
	}
	streaming, endStreams := context.WithCancel(context.WithoutCancel(ctx))
	var streams sync.WaitGroup
	streams.Go(func() { a.Live.Run(streaming) })
	defer streams.Wait()
	defer endStreams()
	failed := make(chan error, len(servers))
	for i, s := range servers {
		go func() { failed <- s.Serve(listeners[i]) }()
	}
	a.log.InfoContext(ctx, "listening", slog.String("address", public.Addr().String()), slog.Bool("workers", how.Workers))
	if how.Started != nil {
		how.Started(public.Addr().String())
	}
	select {
	case <-ctx.Done():
		return a.stop(ctx, servers, how)
	case err := <-failed:
		return errors.Join(fmt.Errorf("serve: %w", err), a.stop(ctx, servers, how))
	}
}

// work begins to do jobs, and to be reckoned with by processes of other versions.
func (a *App) work(ctx context.Context) error {
	if err := a.events.Join(ctx); err != nil {
		return err
	}
	return a.workers.Start(ctx)
}

func (a *App) listen(ctx context.Context, address string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	return l, nil
}

// httpServer makes a server whose requests outlive the signal to stop: they
// are waited for instead of being cancelled.
func (a *App) httpServer(ctx context.Context, h http.Handler) *http.Server {
	lasting := context.WithoutCancel(ctx)
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    headerBytesMax,
		ErrorLog:          slog.NewLogLogger(a.log.Handler(), slog.LevelDebug),
		BaseContext:       func(net.Listener) context.Context { return lasting },
	}
}

func (a *App) stop(ctx context.Context, servers []*http.Server, how Running) error {
	a.stopping.Store(true)
	a.log.InfoContext(ctx, "stopping")
	lasting := context.WithoutCancel(ctx)
	delay := time.NewTimer(a.Config.ShutdownDelay)
	<-delay.C
	a.Live.Stop() // whoever follows something comes back, to another process
	limited, cancel := context.WithTimeout(lasting, a.Config.ShutdownTimeout)
	defer cancel()
	var errs []error
	for _, s := range servers {
		if err := s.Shutdown(limited); err != nil {
			errs = append(errs, fmt.Errorf("requests were cut off: %w", err), s.Close())
		}
	}
	if err := a.limits.limiter.Flush(limited); err != nil {
		errs = append(errs, err)
	}
	if how.Workers {
		if err := a.workers.Stop(limited); err != nil {
			errs = append(errs, err)
		}
	}
	a.log.InfoContext(lasting, "stopped")
	return errors.Join(errs...)
}

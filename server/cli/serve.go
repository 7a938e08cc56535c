package cli

import (
	"errors"
	"log/slog"
	"runtime/debug"

	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

type serveCmd struct {
	Workers bool `negatable:"" default:"true" help:"Do jobs in this process. On SQLite exactly one process may."`
}

// Help implements kong.HelpProvider.
func (serveCmd) Help() string {
	return `Runs until SIGTERM or SIGINT: then /readyz answers 503, no connection is accepted any more, what has begun is finished, and the process ends with 0.

` + example(
		"etal migrate up && etal serve",
		"etal serve --no-workers     # a second process beside one with workers (PostgreSQL)",
	)
}

// Run implements the command.
func (c *serveCmd) Run(r *run) error {
	cfg, err := r.settings(config.Production)
	if err != nil {
		return err
	}
	server.TuneMemory()
	log := r.logger(cfg)
	app, done, err := server.Open(r.ctx, cfg, log)
	if err != nil {
		return err
	}
	if err := app.DB.Ready(r.ctx); err != nil {
		return errors.Join(err, done())
	}
	log.InfoContext(r.ctx, "starting", slog.String("version", version().Version), slog.String("mode", string(cfg.Mode)),
		slog.String("database", cfg.DatabaseName()))
	err = app.Run(r.ctx, server.Running{Workers: c.Workers})
	return errors.Join(err, done())
}

type versionCmd struct {
	JSON bool `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (versionCmd) Help() string { return example("etal version", "etal version --json") }

type versionInfo struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	Go       string `json:"go"`
}

func version() versionInfo {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return versionInfo{Version: "unknown"}
	}
	v := versionInfo{Version: info.Main.Version, Go: info.GoVersion}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v.Revision = s.Value
		}
	}
	return v
}

// Run implements the command.
func (c *versionCmd) Run(r *run) error {
	v := version()
	if c.JSON {
		return r.json(v)
	}
	r.say("etal %s %s (%s)", v.Version, v.Revision, v.Go)
	return nil
}

package server

import (
	"context"
	"errors"
	"log/slog"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/gateway/appendfile"
)

// keepAnchor writes down outside of the database how far the audit log has come.
func (a *App) keepAnchor(ctx context.Context) error {
	var keeper audit.Keeper
	if a.Config.AuditAnchor != "" {
		keeper = appendfile.File{Path: a.Config.AuditAnchor}
	}
	return a.Audit.KeepAnchor(ctx, keeper, a.log)
}

// pruneAudit removes what is older than the setting says. Without a keyset
// nothing can sign what the rest follows, so everything is kept.
func (a *App) pruneAudit(ctx context.Context) error {
	keep := a.Config.AuditRetention()
	if keep == 0 {
		return nil
	}
	removed, err := a.Audit.Prune(ctx, keep)
	if errors.Is(err, audit.ErrUnsigned) {
		return nil
	}
	if removed > 0 {
		a.log.InfoContext(ctx, "entries of the audit log are removed, since their time is over", slog.Int64("removed", removed))
	}
	return err
}

// VerifyAudit checks the chain of the audit log and holds it against anchors, on
// one snapshot. The key may be empty; see audit.Service.VerifyAnchors.
func (a *App) VerifyAudit(ctx context.Context, anchors [][]byte, key string) (findings []check.Finding, err error) {
	err = a.DB.View(ctx, func(ctx context.Context, q db.Querier) error {
		if findings, err = a.Audit.Verify(ctx, q); err != nil || len(anchors) == 0 {
			return err
		}
		more, err := a.Audit.VerifyAnchors(ctx, q, anchors, key)
		findings = append(findings, more...)
		return err
	})
	return findings, err
}

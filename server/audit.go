package server

import (
	"context"

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

// VerifyAudit checks the chain of the audit log and holds it against anchors, on
// one snapshot. The key may be empty; see audit.Service.VerifyAnchors.
func (a *App) VerifyAudit(ctx context.Context, anchors [][]byte, key string) (findings []check.Finding, err error) {
	err = a.DB.View(ctx, func(ctx context.Context, q db.Querier) error {
		if findings, err = audit.Verify(ctx, q); err != nil || len(anchors) == 0 {
			return err
		}
		more, err := a.Audit.VerifyAnchors(ctx, q, anchors, key)
		findings = append(findings, more...)
		return err
	})
	return findings, err
}

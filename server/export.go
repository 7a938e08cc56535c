package server

import (
	"io"
	"mime"
	"net/http"
	"time"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/graph"
)

// fetchExport hands a file to whoever asked for it, once. It needs what asking
// for it needed: the permission, and a second factor shown a moment ago.
func (a *App) fetchExport(w http.ResponseWriter, r *http.Request) {
	by := actor.From(r.Context())
	exportID := export.ID(r.PathValue("id"))
	if err := a.mayFetch(r, by, exportID); err != nil {
		a.refuse(w, r, err)
		return
	}
	begun := false
	err := a.Exports.Fetch(r.Context(), by, exportID, func(e *export.Export) io.Writer {
		begun = true
		h := w.Header()
		h.Set("Content-Type", e.ContentType)
		h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": e.Filename}))
		h.Set("Cache-Control", "no-store")
		deadline := clock.Wall{}.Now().Add(uploadTimeout)
		_ = http.NewResponseController(w).SetWriteDeadline(deadline) // a connection that cannot keeps its own
		return w
	})
	switch {
	case err != nil && begun:
		panic(http.ErrAbortHandler) // half a file must not look whole
	case err != nil:
		a.refuse(w, r, err)
	}
}

// mayFetch returns why somebody may not fetch a file, or nil.
func (a *App) mayFetch(r *http.Request, by actor.Actor, exportID export.ID) error {
	if by.AccountID == "" {
		return graph.ErrUnauthenticated
	}
	e, err := a.Exports.Get(r.Context(), by, exportID)
	if err != nil {
		return err
	}
	if e.Kind.IsList() {
		return mayFetchList(by, e, a.DB.Clock().Now())
	}
	if e.Kind == export.KindStatement || e.Kind == export.KindPayout {
		return mayFetchStatement(by, e)
	}
	if e.SubjectID != by.AccountID && !by.IsOperator() {
		return export.ErrNotFound
	}
	if !authz.Can(by, fetches(e.Kind)) {
		return graph.ErrForbidden
	}
	if factor.NeedsStepUp(by, a.DB.Clock().Now()) {
		return factor.ErrStepUp
	}
	return nil
}

// mayFetchStatement returns why somebody may not fetch the statement or the payout of a
// seller, or nil: whoever has left the seller since may not.
func mayFetchStatement(by actor.Actor, e *export.Export) error {
	if e.SubjectID != by.SellerID && !by.IsOperator() {
		return export.ErrNotFound
	}
	if !authz.Can(by, fetches(e.Kind)) {
		return graph.ErrForbidden
	}
	return nil
}

// mayFetchList returns why somebody may not fetch the file of a list, or nil: it takes
// the hat that it was asked for with, and what the list takes now.
func mayFetchList(by actor.Actor, e *export.Export, now time.Time) error {
	if e.SubjectID != by.SellerID || !by.IsSeller() && !by.IsOperator() {
		return export.ErrNotFound
	}
	list := graph.ListPermission(by, e.Kind)
	if !authz.Can(by, authz.ListExport) || !authz.Can(by, list) {
		return graph.ErrForbidden
	}
	if authz.NeedsStepUp(by, list) && factor.NeedsStepUp(by, now) {
		return factor.ErrStepUp
	}
	return nil
}

// fetches is what somebody needs to fetch a file of a kind: what asking for it
// needs.
func fetches(kind export.Kind) authz.Permission {
	switch kind {
	case export.KindAudit:
		return authz.AuditExport
	case export.KindLedger:
		return authz.LedgerExport
	case export.KindReport:
		return authz.ReportExport
	case export.KindStatement, export.KindPayout:
		return authz.SellerStatementExport
	case export.KindPerson, export.KindOrders, export.KindSellerOrders, export.KindSellers, export.KindProducts, export.KindPayouts,
		export.KindTransfers, export.KindRefunds, export.KindLedgerEntries: // whoever has asked for these has it
	}
	return authz.PrivacyExport
}

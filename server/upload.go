package server

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph"
)

const uploadTimeout = 5 * time.Minute

// upload takes the bytes of a file that was announced by a mutation, by PUT
// from somebody under the same hat.
func (a *App) upload(w http.ResponseWriter, r *http.Request) {
	by, uploadID := actor.From(r.Context()), r.PathValue("id")
	if err := a.mayUpload(r.Context(), by, uploadID); err != nil {
		a.refuse(w, r, err)
		return
	}
	// A large file on a slow line takes longer than any other request may.
	deadline := clock.Wall{}.Now().Add(uploadTimeout)
	if err := http.NewResponseController(w).SetReadDeadline(deadline); err != nil {
		a.refuse(w, r, fmt.Errorf("extend the time of an upload: %w", err))
		return
	}
	if err := a.receive(r, by, uploadID); err != nil {
		a.refuse(w, r, bodyFault(err))
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// mayUpload returns why somebody may not send the bytes of an upload, or nil: it takes
// what announcing it took.
func (a *App) mayUpload(ctx context.Context, by actor.Actor, uploadID string) error {
	if by.AccountID == "" && by.KeyID == "" {
		return graph.ErrUnauthenticated
	}
	needs := authz.ProductImport
	if file.IsUpload(uploadID) {
		u, err := a.Files.Upload(ctx, by, file.UploadID(uploadID))
		if err != nil {
			return err
		}
		needs = announces(u.Purpose)
	}
	if !authz.Can(by, needs) {
		return graph.ErrForbidden
	}
	return nil
}

// announces is what announcing a file for a purpose needs.
func announces(p file.Purpose) authz.Permission {
	if p == file.PurposeEvidence {
		return authz.DisputeFile
	}
	return authz.ProductEdit
}

func (a *App) receive(r *http.Request, by actor.Actor, uploadID string) error {
	if file.IsUpload(uploadID) {
		return a.Files.Receive(r.Context(), by, file.UploadID(uploadID), r.Body)
	}
	return a.Imports.Receive(r.Context(), seller.ID(by.SellerID), productimport.UploadID(uploadID), r.Body)
}

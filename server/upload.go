package server

import (
	"fmt"
	"net/http"
	"time"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph"
)

const uploadTimeout = 5 * time.Minute

// upload takes the bytes of a file that was announced by a mutation, by PUT
// from the same member under the same hat.
func (a *App) upload(w http.ResponseWriter, r *http.Request) {
	by := actor.From(r.Context())
	if !authz.Can(by, authz.ProductImport) {
		err := graph.ErrForbidden
		if by.AccountID == "" {
			err = graph.ErrUnauthenticated
		}
		a.refuse(w, r, err)
		return
	}
	// A large file on a slow line takes longer than any other request may.
	deadline := clock.Wall{}.Now().Add(uploadTimeout)
	if err := http.NewResponseController(w).SetReadDeadline(deadline); err != nil {
		a.refuse(w, r, fmt.Errorf("extend the time of an upload: %w", err))
		return
	}
	err := a.Imports.Receive(r.Context(), seller.ID(by.SellerID), productimport.UploadID(r.PathValue("id")), r.Body)
	if err != nil {
		a.refuse(w, r, bodyFault(err))
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

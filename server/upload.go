package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph"
)

const (
	uploadTimeout = 5 * time.Minute
	// uploadPause is how long nothing may come of a file.
	uploadPause = 30 * time.Second
	// uploadsBytes is how many bytes of files are received at once, as announced, and
	// uploadsBytesEach of one seller.
	uploadsBytes     = 128 << 20
	uploadsBytesEach = 32 << 20
	// uploadWait is how long a file waits for others.
	uploadWait = 10 * time.Second
)

// Faults of files that are sent.
var (
	// ErrUploadRunning is the answer for a file that is being sent on another connection.
	ErrUploadRunning = fault.New(fault.Throttled, "UPLOAD_RUNNING", "This file is being sent already. Wait for that to end, and send it again if it has failed.")
	// ErrUploadsBusy is the answer while too much is being sent, by one seller or by all.
	ErrUploadsBusy = fault.New(fault.Throttled, "UPLOADS_BUSY", "Too many files are being sent at the moment. Send fewer at a time, and this one again in a moment.")
	// ErrUploadStalled is the answer when nothing has come of a file for a while, or not all in time.
	ErrUploadStalled = fault.New(fault.Invalid, "UPLOAD_STALLED", "The file has not come in time. Send it again.")
)

// uploads bounds what is received at the same time: bytes, and connections for each
// file.
type uploads struct{ bytes, running *allotment }

func newUploads(refused func()) uploads {
	return uploads{
		bytes:   newAllotment(uploadsBytes, uploadsBytesEach, uploadWait, refused),
		running: newAllotment(1<<62, 1, uploadWait, refused),
	}
}

// begin makes room for a file of so many bytes, before anything of it is read. It
// returns ErrUploadRunning or ErrUploadsBusy.
func (u uploads) begin(ctx context.Context, by actor.Actor, uploadID string, bytes int64) (end func(), err error) {
	ended, ok := u.running.take(ctx, uploadID, 1)
	if !ok {
		return nil, ErrUploadRunning.After(roomRetry)
	}
	giveBack, ok := u.bytes.take(ctx, by.SellerID, bytes)
	if !ok {
		ended()
		return nil, ErrUploadsBusy.After(roomRetry)
	}
	return func() { giveBack(); ended() }, nil
}

// upload takes the bytes of a file that was announced by a mutation, by PUT
// from somebody under the same hat.
func (a *App) upload(w http.ResponseWriter, r *http.Request) {
	by, uploadID := actor.From(r.Context()), r.PathValue("id")
	bytes, err := a.mayUpload(r.Context(), by, uploadID)
	if err != nil {
		a.refuse(w, r, err)
		return
	}
	end, err := a.uploads.begin(r.Context(), by, uploadID, bytes)
	if err != nil {
		a.refuse(w, r, err)
		return
	}
	defer end()
	// A large file on a slow line takes longer than any other request may.
	body := &paced{Reader: r.Body, control: http.NewResponseController(w), until: clock.Wall{}.Now().Add(uploadTimeout)}
	if err := a.receive(r.Context(), by, uploadID, body); err != nil {
		if errors.Is(err, os.ErrDeadlineExceeded) {
			err = ErrUploadStalled
		}
		a.refuse(w, r, bodyFault(err))
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// paced reads a body whose sender pauses for uploadPause at most.
type paced struct {
	io.Reader

	control *http.ResponseController
	until   time.Time
}

// Read implements io.Reader.
func (p *paced) Read(part []byte) (int, error) {
	deadline := clock.Wall{}.Now().Add(uploadPause)
	if deadline.After(p.until) {
		deadline = p.until
	}
	if err := p.control.SetReadDeadline(deadline); err != nil {
		return 0, fmt.Errorf("extend the time of an upload: %w", err)
	}
	n, err := p.Reader.Read(part)
	if errors.Is(err, io.EOF) { // what is done with the file may take longer
		_ = p.control.SetReadDeadline(p.until) // it could be set before
	}
	return n, err
}

// mayUpload returns how many bytes were announced for an upload, or why somebody may
// not send them: it takes what announcing it took.
func (a *App) mayUpload(ctx context.Context, by actor.Actor, uploadID string) (bytes int64, err error) {
	if by.AccountID == "" && by.KeyID == "" {
		return 0, graph.ErrUnauthenticated
	}
	if file.IsUpload(uploadID) {
		u, err := a.Files.Upload(ctx, by, file.UploadID(uploadID))
		if err != nil {
			return 0, err
		}
		if !authz.Can(by, announces(u.Purpose)) {
			return 0, graph.ErrForbidden
		}
		return u.ByteSize, nil
	}
	if !authz.Can(by, authz.ProductImport) {
		return 0, graph.ErrForbidden
	}
	u, err := a.Imports.Upload(ctx, seller.ID(by.SellerID), productimport.UploadID(uploadID))
	if err != nil {
		return 0, err
	}
	return u.ByteSize, nil
}

// announces is what announcing a file for a purpose needs.
func announces(p file.Purpose) authz.Permission {
	if p == file.PurposeEvidence {
		return authz.DisputeFile
	}
	return authz.ProductEdit
}

func (a *App) receive(ctx context.Context, by actor.Actor, uploadID string, body io.Reader) error {
	if file.IsUpload(uploadID) {
		return a.Files.Receive(ctx, by, file.UploadID(uploadID), body)
	}
	return a.Imports.Receive(ctx, seller.ID(by.SellerID), productimport.UploadID(uploadID), body)
}

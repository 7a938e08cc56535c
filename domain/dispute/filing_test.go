package dispute_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// document is a PDF of so many pages and bytes.
func document(pages, bytes int) []byte {
	head := fmt.Sprintf("%%PDF-1.4\n1 0 obj\n<< /Type /Pages /Count %d >>\nendobj\n%%", pages)
	return []byte(head + strings.Repeat("x", max(0, bytes-len(head)-7)) + "\n%%EOF\n")
}

func screenshot(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, image.NewGray(image.Rect(0, 0, 60, 40))))
	return out.Bytes()
}

// sends sends a file of evidence; it is not in any field yet.
func (m *market) sends(by actor.Actor, disputeID dispute.ID, name string, content []byte) (file.UploadID, error) {
	m.t.Helper()
	u, err := m.App.Disputes.AnnounceFile(m.t.Context(), by, dispute.FileUploadInput{DisputeID: disputeID, Filename: name, ByteSize: len(content)})
	if err != nil {
		return "", err
	}
	return u.ID, m.App.Files.Receive(m.t.Context(), by, u.ID, bytes.NewReader(content))
}

// adds sends a file and puts it into a field.
func (m *market) adds(by actor.Actor, disputeID dispute.ID, field dispute.Field, name string, content []byte) error {
	m.t.Helper()
	upload, err := m.sends(by, disputeID, name, content)
	if err != nil {
		return err
	}
	_, err = m.App.Disputes.AddFile(m.t.Context(), by, dispute.FileAddInput{DisputeID: disputeID, Field: field, UploadID: upload})
	return err
}

// files are those of a dispute.
func (m *market) files(disputeID dispute.ID) []*dispute.File {
	m.t.Helper()
	found, err := m.App.Disputes.FilesOf(m.t.Context(), []dispute.ID{disputeID})
	require.NoError(m.t, err)
	return found[disputeID]
}

// From the files of two sellers and the platform to the win: Stripe gets each once,
// and the answer names them.
func TestFiles_win(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.mill.Ships(m.order)
		m.disputes(url.Values{})
		d := m.only()
		label := document(2, 1000)
		require.NoError(t, m.adds(m.mill.Actor, d.ID, dispute.FieldShipping, "label.pdf", label))
		require.NoError(t, m.adds(m.kiln.Actor, d.ID, dispute.FieldReceipt, "receipt.png", screenshot(t)))
		require.NoError(t, m.adds(m.olga.Actor, d.ID, dispute.FieldReceipt, "ours.pdf", document(1, 500)))
		all := m.files(d.ID)
		require.Len(t, all, 3)
		require.EqualValues(t, 2, all[0].Pages)

		_, content, err := m.App.Disputes.ReadFile(t.Context(), m.mill.Actor, all[0].ID)
		require.NoError(t, err)
		require.Equal(t, label, content)
		for _, stranger := range []actor.Actor{m.kiln.Actor, m.alice.Actor, {}} {
			_, _, err = m.App.Disputes.ReadFile(t.Context(), stranger, all[0].ID)
			require.ErrorIs(t, err, dispute.ErrFileNotFound)
			_, err = m.App.Disputes.RemoveFile(t.Context(), stranger, dispute.FileRemoveInput{FileID: all[0].ID})
			require.ErrorIs(t, err, dispute.ErrFileNotFound)
		}
		_, _, err = m.App.Disputes.ReadFile(t.Context(), m.mill.Actor, all[2].ID)
		require.ErrorIs(t, err, dispute.ErrFileNotFound, "what the platform adds is not the sellers'")
		_, _, err = m.App.Disputes.ReadFile(t.Context(), m.olga.Actor, all[0].ID)
		require.NoError(t, err)
		_, err = m.App.Disputes.RemoveFile(t.Context(), m.olga.Actor, dispute.FileRemoveInput{FileID: all[0].ID})
		require.ErrorIs(t, err, dispute.ErrFileNotFound, "operators leave a file out, and remove only their own")

		_, err = m.App.Disputes.Submit(t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: d.ID, Edit: dispute.Edit{Statement: text("winning_evidence")}})
		require.NoError(t, err)
		require.ErrorIs(t, m.adds(m.mill.Actor, d.ID, dispute.FieldOther, "late.pdf", label), dispute.ErrAnswered)
		m.Settle()
		d = m.only()
		require.Equal(t, dispute.StatusWon, d.Status)
		require.Equal(t, dispute.AnswerDone, d.AnswerStatus)
		for _, f := range m.files(d.ID) {
			isOfKiln := f.Filename == "receipt.png"
			require.Equal(t, !isOfKiln, f.IsSent(), "the platform's receipt stands for Kiln's")
			require.Equal(t, !isOfKiln, f.ProviderID != "")
		}
		m.Balanced()
	})
}

// A field takes one file: of two sellers' an operator has to choose.
func TestFiles_of_two_sellers_in_one_field(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		d := m.only()
		require.NoError(t, m.adds(m.mill.Actor, d.ID, dispute.FieldReceipt, "a.pdf", document(1, 500)))
		require.NoError(t, m.adds(m.kiln.Actor, d.ID, dispute.FieldReceipt, "b.pdf", document(1, 600)))
		submit := func(ids ...dispute.FileID) error {
			_, err := m.App.Disputes.Submit(t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: d.ID, FileIDs: ids})
			return err
		}
		all := m.files(d.ID)
		require.ErrorIs(t, submit(), dispute.ErrFilesClash)
		require.ErrorIs(t, submit(all[0].ID, all[1].ID), dispute.ErrFilesClash)
		require.ErrorIs(t, submit("dsf_none"), dispute.ErrFileNotFound)
		require.Equal(t, dispute.AnswerUnsaid, m.only().AnswerStatus, "nothing has changed")
		require.NoError(t, submit(all[1].ID))
		m.Settle()
		require.Equal(t, dispute.AnswerDone, m.only().AnswerStatus)
		all = m.files(d.ID)
		require.False(t, all[0].IsSent())
		require.True(t, all[1].IsSent())
	})
}

// What cannot be sent is refused when it is added, and changes nothing.
func TestAddFile_refuses_what_cannot_be_sent(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		d := m.only()
		add := func(field dispute.Field, pages, size int) error {
			return m.adds(m.mill.Actor, d.ID, field, "a.pdf", document(pages, size))
		}
		require.ErrorIs(t, add("NOTHING", 1, 500), dispute.ErrField)
		require.ErrorIs(t, m.adds(m.mill.Actor, d.ID, dispute.FieldOther, "a.pdf", []byte("MZ")), file.ErrEvidenceType)
		require.ErrorIs(t, add(dispute.FieldOther, 51, 500), file.ErrPages)
		require.NoError(t, add(dispute.FieldReceipt, 30, 3<<20))
		require.ErrorIs(t, add(dispute.FieldOther, 21, 500), dispute.ErrFilesLarge)
		require.ErrorIs(t, add(dispute.FieldOther, 1, 2<<20), dispute.ErrFilesLarge)
		require.Len(t, m.files(d.ID), 1)
		require.NoError(t, add(dispute.FieldReceipt, 1, 2<<20), "it takes the place of the other one")
		require.NoError(t, add(dispute.FieldOther, 21, 500))
		all := m.files(d.ID)
		require.Len(t, all, 2)

		upload, err := m.sends(m.kiln.Actor, d.ID, "k.pdf", document(1, 500))
		require.NoError(t, err)
		_, err = m.App.Disputes.AddFile(t.Context(), m.mill.Actor, dispute.FileAddInput{DisputeID: d.ID, Field: dispute.FieldOther, UploadID: upload})
		require.ErrorIs(t, err, file.ErrUploadNotFound, "another seller's")
		_, err = m.App.Disputes.AnnounceFile(t.Context(), m.alice.Actor, dispute.FileUploadInput{DisputeID: d.ID, Filename: "a.pdf", ByteSize: 10})
		require.ErrorIs(t, err, dispute.ErrNotFound)

		_, err = m.App.Disputes.RemoveFile(t.Context(), m.mill.Actor, dispute.FileRemoveInput{FileID: all[0].ID})
		require.NoError(t, err)
		_, err = m.App.Disputes.RemoveFile(t.Context(), m.mill.Actor, dispute.FileRemoveInput{FileID: all[0].ID})
		require.ErrorIs(t, err, dispute.ErrFileNotFound)
		_, err = m.App.Disputes.Accept(t.Context(), m.mill.Actor, dispute.AcceptInput{DisputeID: d.ID})
		require.NoError(t, err)
		require.ErrorIs(t, add(dispute.FieldReceipt, 1, 500), dispute.ErrAccepted)
		require.NoError(t, m.adds(m.olga.Actor, d.ID, dispute.FieldService, "ours.pdf", document(1, 500)))
		_, err = m.App.Disputes.Submit(t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: d.ID})
		require.NoError(t, err)
		m.Settle()
		for _, f := range m.files(d.ID) {
			require.Equal(t, f.Filename == "ours.pdf", f.IsSent(), "Mill has accepted")
		}
	})
}

// Added by several at once, a field has one file.
func TestAddFile_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		d := m.only()
		var all sync.WaitGroup
		errs := make([]error, 6)
		uploads := make([]file.UploadID, len(errs))
		for i := range uploads {
			upload, err := m.sends(m.mill.Actor, d.ID, "a.pdf", document(1, 500+i))
			require.NoError(t, err)
			uploads[i] = upload
		}
		for i := range errs {
			all.Go(func() {
				_, errs[i] = m.App.Disputes.AddFile(t.Context(), m.mill.Actor, dispute.FileAddInput{DisputeID: d.ID, Field: dispute.FieldOther, UploadID: uploads[i]})
			})
		}
		all.Wait()
		for _, err := range errs {
			require.NoError(t, err)
		}
		require.Len(t, m.files(d.ID), 1)
	})
}

// Whatever is lost on the way, Stripe has the file once and the bank is answered once.
func TestSend_gives_a_file_once_whatever_gets_lost(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_before", "reset_after", "500_stored", "truncated"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				m.disputes(url.Values{})
				d := m.only()
				require.NoError(t, m.adds(m.mill.Actor, d.ID, dispute.FieldReceipt, "a.pdf", document(1, 500)))
				m.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/files"}, "kind": {kind}, "effect": {"true"}})
				_, err := m.App.Disputes.Submit(t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: d.ID})
				require.NoError(t, err)
				m.Settle()
				d = m.only()
				require.Equal(t, dispute.AnswerDone, d.AnswerStatus)
				require.EqualValues(t, 1, d.Submissions)
				require.NotEmpty(t, m.files(d.ID)[0].ProviderID)
				require.Equal(t, 1, m.FilesAtStripe())
			})
		})
	}
}

// When Stripe refuses an answer, its files are a part of none: the next one sends them
// anew, for it may be them that were refused.
func TestSend_that_is_refused_forgets_what_was_sent(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		d := m.only()
		require.NoError(t, m.adds(m.mill.Actor, d.ID, dispute.FieldReceipt, "a.pdf", document(1, 500)))
		m.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"10"}})
		m.Control("disputes/"+d.ProviderID, url.Values{"status": {"lost"}}) // and nobody tells
		_, err := m.App.Disputes.Submit(t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: d.ID})
		require.NoError(t, err)
		m.Settle()
		d = m.only()
		require.Equal(t, dispute.AnswerRefused, d.AnswerStatus)
		require.NotEmpty(t, d.AnswerFailure)
		require.Equal(t, 1, m.FilesAtStripe())
		f := m.files(d.ID)[0]
		require.False(t, f.IsSent())
		require.Empty(t, f.ProviderID)
		require.Empty(t, f.SendKey)
	})
}

// The bytes are let go long after the end; that there was a file stays known.
func TestForgetFiles(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		d := m.only()
		require.NoError(t, m.adds(m.mill.Actor, d.ID, dispute.FieldReceipt, "a.pdf", document(1, 500)))
		m.decides(url.Values{"status": {"lost"}})
		f := m.files(d.ID)[0]
		forgets := func() int64 {
			n, err := m.App.Disputes.ForgetFiles(t.Context())
			require.NoError(t, err)
			_, err = m.App.Files.Sweep(t.Context())
			require.NoError(t, err)
			return n
		}
		m.Clock.Advance(300 * 24 * time.Hour)
		require.Zero(t, forgets())
		_, _, err := m.App.Disputes.ReadFile(t.Context(), m.mill.Actor, f.ID)
		require.NoError(t, err)
		m.Clock.Advance(101 * 24 * time.Hour)
		require.EqualValues(t, 1, forgets())
		require.Zero(t, forgets())
		_, _, err = m.App.Disputes.ReadFile(t.Context(), m.mill.Actor, f.ID)
		require.ErrorIs(t, err, dispute.ErrFileNotFound)
		require.False(t, m.files(d.ID)[0].IsKept())
		require.Zero(t, rows(t, m.World, "file_contents"))
	})
}

func rows(t *testing.T, w *testkit.World, table string) (n int64) {
	t.Helper()
	err := w.App.DB.View(t.Context(), func(ctx context.Context, q db.Querier) error {
		return q.NewRaw("SELECT COUNT(*) FROM "+table).Scan(ctx, &n)
	})
	require.NoError(t, err)
	return n
}

// Over HTTP, from announcing a file to saving it: whoever does not see the dispute
// gets nothing, and what is handed out is never a page of ours.
func TestEvidence_is_handed_to_those_who_see_it(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		d := m.only()
		content := document(3, 900)
		send := func(by *testkit.Person, method, path string, body []byte) (*http.Response, []byte) {
			r, err := http.NewRequestWithContext(t.Context(), method, m.URL+path, bytes.NewReader(body))
			require.NoError(t, err)
			if by != nil {
				r.Header.Set("Authorization", "Bearer "+string(by.Token))
				r.Header.Set("Etal-Act-As", by.ActAs)
			}
			resp, err := http.DefaultClient.Do(r)
			require.NoError(t, err)
			defer resp.Body.Close()
			got, err := io.ReadAll(resp.Body)
			require.NoError(t, err)
			return resp, got
		}
		announced := m.Asks(m.mill.Person, `mutation($d: ID!, $n: Int!) { disputeFileUpload(input: {disputeId: $d, filename: "<b>.pdf", byteSize: $n}) {
			upload { id url isReceived } userErrors { code } } }`, map[string]any{"d": d.ID, "n": len(content)})
		upload := announced.Data["disputeFileUpload"].(map[string]any)["upload"].(map[string]any)
		resp, _ := send(m.kiln.Person, http.MethodPut, upload["url"].(string), content)
		require.Equal(t, http.StatusNotFound, resp.StatusCode)
		resp, _ = send(m.mill.Member("Cato", seller.RoleCatalog), http.MethodPut, upload["url"].(string), content)
		require.Equal(t, http.StatusForbidden, resp.StatusCode, "a colleague who has nothing to do with disputes")
		resp, _ = send(m.mill.Person, http.MethodPut, upload["url"].(string), content)
		require.Equal(t, http.StatusNoContent, resp.StatusCode)
		added := m.Asks(m.mill.Person, `mutation($d: ID!, $u: ID!) { disputeFileAdd(input: {disputeId: $d, field: SHIPPING_DOCUMENTATION, uploadId: $u}) {
			dispute { files { id } parts { files { id path pages contentType isSent isKept } } } userErrors { code } } }`,
			map[string]any{"d": d.ID, "u": upload["id"]})
		require.Empty(t, added.Errors)
		shown := added.Data["disputeFileAdd"].(map[string]any)["dispute"].(map[string]any)
		require.Empty(t, shown["files"], "the platform's are not the sellers' to see")
		one := shown["parts"].([]any)[0].(map[string]any)["files"].([]any)[0].(map[string]any)
		require.EqualValues(t, 3, one["pages"])

		path := one["path"].(string)
		for status, by := range map[int]*testkit.Person{
			http.StatusUnauthorized: nil, http.StatusNotFound: m.kiln.Person, http.StatusForbidden: m.alice,
		} {
			resp, got := send(by, http.MethodGet, path, nil)
			require.Equal(t, status, resp.StatusCode)
			require.NotContains(t, string(got), "%PDF")
		}
		for _, by := range []*testkit.Person{m.mill.Person, m.olga} {
			resp, got := send(by, http.MethodGet, path, nil)
			require.Equal(t, http.StatusOK, resp.StatusCode)
			require.Equal(t, content, got)
			require.Equal(t, "application/pdf", resp.Header.Get("Content-Type"))
			require.Contains(t, resp.Header.Get("Content-Disposition"), "attachment")
			require.Equal(t, "nosniff", resp.Header.Get("X-Content-Type-Options"))
			require.Equal(t, "no-store", resp.Header.Get("Cache-Control"))
			require.Contains(t, resp.Header.Get("Content-Security-Policy"), "sandbox")
		}
		resp, _ = send(m.mill.Person, http.MethodGet, "/images/"+strings.Repeat("0", 64)+"/whole", nil)
		require.Equal(t, http.StatusNotFound, resp.StatusCode)
	})
}

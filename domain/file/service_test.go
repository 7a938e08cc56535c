package file_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/file"
)

func mill() actor.Actor {
	return actor.Actor{AccountID: "acc_1", SellerID: "sel_mill", Role: "seller:owner"}
}

func kiln() actor.Actor {
	return actor.Actor{AccountID: "acc_2", SellerID: "sel_kiln", Role: "seller:owner"}
}
func olga() actor.Actor { return actor.Actor{AccountID: "acc_3", Role: "operator:admin"} }
func bob() actor.Actor  { return actor.Actor{AccountID: "acc_4", Role: actor.Buyer} }

func blank(t *testing.T, side int) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, image.NewNRGBA(image.Rect(0, 0, side, side))))
	return out.Bytes()
}

// world is the files of a database on a clock that stands still.
type world struct {
	*file.Service

	t     *testing.T
	db    *db.DB
	clock *clock.Manual
}

func each(t *testing.T, fn func(t *testing.T, w *world)) {
	t.Helper()
	dbtest.EachAt(t, time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC), func(t *testing.T, d *db.DB, c *clock.Manual) {
		fn(t, &world{file.New(d, "https://market.example"), t, d, c})
	})
}

func (w *world) announces(by actor.Actor, p file.Purpose, content []byte) *file.Upload {
	w.t.Helper()
	u, err := w.Announce(w.t.Context(), by, p, file.AnnounceInput{Filename: "a.png", ByteSize: len(content)})
	require.NoError(w.t, err)
	return u
}

func (w *world) sends(by actor.Actor, u *file.Upload, content []byte) error {
	return w.Receive(w.t.Context(), by, u.ID, bytes.NewReader(content))
}

// takes lets a holder have what was sent.
func (w *world) takes(owner, holder string, p file.Purpose, u *file.Upload) (f *file.File, err error) {
	err = w.db.Write(w.t.Context(), func(ctx context.Context, tx db.Tx) (err error) {
		if f, _, err = file.TakeTx(ctx, tx, owner, p, u.ID); err != nil {
			return err
		}
		return file.HoldTx(ctx, tx, holder, f.ID)
	})
	return f, err
}

func (w *world) sweeps() int64 {
	w.t.Helper()
	n, err := w.Sweep(w.t.Context())
	require.NoError(w.t, err)
	return n
}

// Nobody else can send, or take, what was announced.
func TestUpload_is_its_sellers_only(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		content := blank(t, 10)
		u := w.announces(mill(), file.PurposeEvidence, content)
		for _, other := range []actor.Actor{kiln(), olga(), bob(), {}} {
			require.ErrorIs(t, w.sends(other, u, content), file.ErrUploadNotFound)
		}
		ours := w.announces(olga(), file.PurposeEvidence, content)
		require.ErrorIs(t, w.sends(bob(), ours, content), file.ErrUploadNotFound, "who acts for nobody is no operator")
		require.ErrorIs(t, w.sends(mill(), ours, content), file.ErrUploadNotFound)

		_, err := w.takes("sel_mill", "dsf_1", file.PurposeEvidence, u)
		require.ErrorIs(t, err, file.ErrNotSent)
		require.ErrorIs(t, w.sends(mill(), u, content[1:]), file.ErrSize)
		require.ErrorIs(t, w.sends(mill(), u, append(content, 0)), file.ErrSize)
		require.ErrorIs(t, w.sends(mill(), u, bytes.Repeat([]byte("x"), len(content))), file.ErrEvidenceType)
		require.NoError(t, w.sends(mill(), u, content))
		require.NoError(t, w.sends(mill(), u, content), "again")
		_, err = w.takes("sel_kiln", "dsf_1", file.PurposeEvidence, u)
		require.ErrorIs(t, err, file.ErrUploadNotFound)
		_, err = w.takes("sel_mill", "dsf_1", file.PurposeImage, u)
		require.ErrorIs(t, err, file.ErrUploadNotFound, "it is meant for something else")
		f, err := w.takes("sel_mill", "dsf_1", file.PurposeEvidence, u)
		require.NoError(t, err)
		again, err := w.takes("sel_mill", "dsf_1", file.PurposeEvidence, u)
		require.NoError(t, err)
		require.Equal(t, f.ID, again.ID)
		other := bytes.Clone(content)
		other[len(other)-1] ^= 1
		require.Error(t, w.sends(mill(), u, other), "it is in use")
		c, err := w.Evidence(t.Context(), f.ID)
		require.NoError(t, err)
		require.Equal(t, content, c.Content, "as it was received")
		w.clock.Advance(25 * time.Hour)
		require.ErrorIs(t, w.sends(mill(), u, content), file.ErrUploadNotFound)
	})
}

func TestAnnounce_refuses_what_could_not_be_used(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		try := func(p file.Purpose, name string, size int) error {
			_, err := w.Announce(t.Context(), mill(), p, file.AnnounceInput{Filename: name, ByteSize: size})
			return err
		}
		require.ErrorIs(t, try(file.PurposeEvidence, "a.pdf", 0), file.ErrEvidenceLarge)
		require.ErrorIs(t, try(file.PurposeEvidence, "a.pdf", file.EvidenceBytesMax+1), file.ErrEvidenceLarge)
		require.ErrorIs(t, try(file.PurposeImage, "a.png", file.ImageBytesMax+1), file.ErrImageLarge)
		require.Error(t, try(file.PurposeImage, " ", 10))
		require.Error(t, try(file.PurposeImage, strings.Repeat("a", 256), 10))
		for range 200 {
			require.NoError(t, try(file.PurposeImage, "../../etc/passwd", 10), "a name is a text")
		}
		require.ErrorIs(t, try(file.PurposeImage, "a.png", 10), file.ErrUploadsMany)
		w.clock.Advance(25 * time.Hour)
		require.NoError(t, try(file.PurposeImage, "a.png", 10))
	})
}

// Equal bytes are there once, and go when the last one who needs them has let go.
func TestFiles_are_kept_once_and_as_long_as_needed(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		content := blank(t, 12)
		var files []*file.File
		for i, by := range []actor.Actor{mill(), kiln()} {
			u := w.announces(by, file.PurposeEvidence, content)
			require.NoError(t, w.sends(by, u, content))
			f, err := w.takes(by.SellerID, []string{"dsf_1", "dsf_2"}[i], file.PurposeEvidence, u)
			require.NoError(t, err)
			files = append(files, f)
		}
		require.Equal(t, files[0].ID, files[1].ID)
		unused := w.announces(mill(), file.PurposeEvidence, blank(t, 13))
		require.NoError(t, w.sends(mill(), unused, blank(t, 13)))
		lets := func(holder string) {
			require.NoError(t, w.db.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return file.LetGoTx(ctx, tx, holder) }))
		}
		require.Zero(t, w.sweeps(), "what has just come may still be taken")
		w.clock.Advance(48 * time.Hour)
		require.EqualValues(t, 1, w.sweeps(), "nobody has taken it")
		lets("dsf_1")
		require.Zero(t, w.sweeps())
		lets("dsf_2")
		require.EqualValues(t, 1, w.sweeps())
		_, err := w.Evidence(t.Context(), files[0].ID)
		require.ErrorIs(t, err, file.ErrNotFound)
	})
}

// While files come and go at once, from several sides, none is lost that is needed.
func TestFiles_come_and_go_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		content := blank(t, 14)
		uploads := make([]*file.Upload, 8)
		for i := range uploads {
			uploads[i] = w.announces(mill(), file.PurposeEvidence, content)
		}
		var all sync.WaitGroup
		errs := make([]error, 2*len(uploads))
		for i, u := range uploads {
			all.Go(func() {
				if errs[2*i] = w.sends(mill(), u, content); errs[2*i] == nil {
					_, errs[2*i] = w.takes("sel_mill", "dsf_"+string(u.ID), file.PurposeEvidence, u)
				}
			})
			all.Go(func() { _, errs[2*i+1] = w.Sweep(t.Context()) })
		}
		all.Wait()
		for _, err := range errs {
			require.NoError(t, err)
		}
		w.clock.Advance(48 * time.Hour)
		require.Zero(t, w.sweeps())
	})
}

// An image is at an address that everybody can see, as long as something shows it and
// half a year longer.
func TestImages_stay_while_they_are_shown(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		content := blank(t, 2000)
		u := w.announces(mill(), file.PurposeImage, content)
		require.NoError(t, w.sends(mill(), u, content))
		show := func(fn func(ctx context.Context, tx db.Tx) error) error { return w.db.Write(t.Context(), fn) }
		var url string
		require.NoError(t, show(func(ctx context.Context, tx db.Tx) error {
			f, _, err := file.TakeTx(ctx, tx, "sel_mill", file.PurposeImage, u.ID)
			if err != nil {
				return err
			}
			url = *f.URL
			return file.ShowTx(ctx, tx, []file.Shown{{Holder: "prd_1", URL: url}, {Holder: "prd_1", URL: "https://img.example/a.jpg"}})
		}))
		steps := strings.Split(strings.TrimPrefix(url, "https://market.example/images/"), "/")
		require.Len(t, steps, 2)
		for size, side := range map[string]int{"large": 1600, "medium": 800, "small": 320} {
			c, err := w.Image(t.Context(), steps[0], size)
			require.NoError(t, err)
			measured, err := png.DecodeConfig(bytes.NewReader(c.Content))
			require.NoError(t, err)
			require.Equal(t, side, measured.Width)
		}
		for _, other := range [][2]string{{steps[0], "whole"}, {steps[0], "LARGE"}, {steps[0][1:], "large"}, {"../" + steps[0], "large"}} {
			_, err := w.Image(t.Context(), other[0], other[1])
			require.ErrorIs(t, err, file.ErrNotFound)
		}
		require.ErrorIs(t, show(func(ctx context.Context, tx db.Tx) error {
			return file.ShowTx(ctx, tx, []file.Shown{{Holder: "prd_2", URL: "http://market.example/images/" + strings.Repeat("0", 64) + "/large"}})
		}), file.ErrNotFound)

		w.clock.Advance(400 * 24 * time.Hour)
		require.Zero(t, w.sweeps())
		require.NoError(t, show(func(ctx context.Context, tx db.Tx) error { return file.HideTx(ctx, tx, "prd_1", []string{url}) }))
		w.clock.Advance(100 * 24 * time.Hour)
		require.Zero(t, w.sweeps(), "what was read before still names it")
		w.clock.Advance(81 * 24 * time.Hour)
		require.EqualValues(t, 1, w.sweeps())
		_, err := w.Image(t.Context(), steps[0], "large")
		require.ErrorIs(t, err, file.ErrNotFound)
	})
}

// An image that is shown in one place and hidden in another one stays.
func TestImages_of_two_holders(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		content := blank(t, 20)
		u := w.announces(mill(), file.PurposeImage, content)
		require.NoError(t, w.sends(mill(), u, content))
		require.NoError(t, w.db.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			f, _, err := file.TakeTx(ctx, tx, "sel_mill", file.PurposeImage, u.ID)
			if err != nil {
				return err
			}
			if err := file.ShowTx(ctx, tx, []file.Shown{{Holder: "prd_1", URL: *f.URL}, {Holder: "var_1", URL: *f.URL}}); err != nil {
				return err
			}
			return file.HideTx(ctx, tx, "prd_1", []string{*f.URL})
		}))
		w.clock.Advance(400 * 24 * time.Hour)
		require.Zero(t, w.sweeps())
	})
}

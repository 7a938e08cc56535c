package server

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/file"
)

// shelf has a picture of so many bytes for each sum that begins with a.
type shelf struct {
	bytes int
	reads atomic.Int64
}

func (s *shelf) Image(_ context.Context, sum, _ string) (*file.Content, error) {
	s.reads.Add(1)
	if !strings.HasPrefix(sum, "a") {
		return nil, file.ErrNotFound
	}
	return &file.Content{ContentType: "image/jpeg", Content: make([]byte, s.bytes)}, nil
}

func (*shelf) HasImage(context.Context, string, string) (bool, error) { return true, nil }

func newShelf(bytes int) (*pictures, *shelf) {
	s := &shelf{bytes: bytes}
	p := newPictures(nil, func() {})
	p.files, p.held.wait, p.sent.wait = s, 0, 0
	return p, s
}

// However many read one picture slowly, it is in memory once.
func TestPictures_one_is_held_once(t *testing.T) {
	t.Parallel()
	p, s := newShelf(500_000)
	var mu sync.Mutex
	var letGo []func()
	var done sync.WaitGroup
	for i := range 3_000 {
		done.Go(func() {
			c, end, err := p.take(t.Context(), strings.Repeat("x", i%200), "a1", "large")
			if err != nil || len(c.Content) != 500_000 {
				t.Error(err)
				return
			}
			mu.Lock()
			defer mu.Unlock()
			letGo = append(letGo, end)
		})
	}
	done.Wait()
	require.EqualValues(t, 1, s.reads.Load())
	require.EqualValues(t, 500_000, p.held.sum)
	for _, end := range letGo {
		end()
	}
	require.Zero(t, p.held.sum)
	require.Zero(t, p.sent.sum)
	require.Empty(t, p.open)
}

// What all of them take together is bounded, and what one address takes more so.
func TestPictures_are_bounded(t *testing.T) {
	t.Parallel()
	p, _ := newShelf(1 << 20)
	var letGo []func()
	for i := range picturesBytes >> 20 {
		_, end, err := p.take(t.Context(), strings.Repeat("x", i), "a"+strings.Repeat("1", i), "large")
		require.NoError(t, err)
		letGo = append(letGo, end)
	}
	_, _, err := p.take(t.Context(), "y", "a2", "large")
	require.True(t, ErrOverloaded.Is(err), "%v", err)
	_, end, err := p.take(t.Context(), "y", "a1", "large")
	require.NoError(t, err, "one that is there")
	end()
	for _, end := range letGo {
		end()
	}
	for range picturesBytesEach >> 20 {
		_, _, err := p.take(t.Context(), "slow", "a1", "large")
		require.NoError(t, err)
	}
	_, _, err = p.take(t.Context(), "slow", "a1", "large")
	require.True(t, ErrOverloaded.Is(err), "%v", err)
	_, _, err = p.take(t.Context(), "fast", "a1", "large")
	require.NoError(t, err)
	_, _, err = p.take(t.Context(), "fast", "b", "large")
	require.True(t, file.ErrNotFound.Is(err), "%v", err)
	require.Len(t, p.open, 1, "what is not there is not kept")
}

// stubborn accepts a few parts of an answer and then none.
type stubborn struct {
	*httptest.ResponseRecorder

	parts     int
	deadlines []time.Time
}

func (s *stubborn) SetWriteDeadline(at time.Time) error {
	s.deadlines = append(s.deadlines, at)
	return nil
}

func (s *stubborn) Write(part []byte) (int, error) {
	if s.parts--; s.parts < 0 {
		return 0, context.DeadlineExceeded
	}
	return s.ResponseRecorder.Write(part)
}

// Who does not go on reading is not waited for.
func TestPictures_are_not_held_for_who_does_not_read(t *testing.T) {
	t.Parallel()
	w := &stubborn{ResponseRecorder: httptest.NewRecorder(), parts: 2}
	began := time.Now()
	sendPaced(w, make([]byte, 10*picturePart))
	require.Equal(t, 2*picturePart, w.Body.Len())
	require.Len(t, w.deadlines, 3, "the third part is the last that was tried")
	require.WithinRange(t, w.deadlines[2], began, time.Now().Add(picturePause))
}

// touching remembers where what was written stands in memory.
type touching struct {
	*httptest.ResponseRecorder

	at *byte
}

func (t *touching) Write(part []byte) (int, error) {
	t.at = &part[0]
	return len(part), nil
}

// Pictures are sent as they are, and not copied to find that out.
func TestCompression_does_not_copy_what_it_leaves_alone(t *testing.T) {
	t.Parallel()
	content := make([]byte, 100_000)
	compress, err := compression()
	require.NoError(t, err)
	for _, kind := range []string{"image/jpeg", "image/png", "image/webp"} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.Header.Set("Accept-Encoding", "br")
		w := &touching{ResponseRecorder: httptest.NewRecorder()}
		compress(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { send(w, kind, content) })).ServeHTTP(w, r)
		require.Same(t, &content[0], w.at, kind)
		require.Empty(t, w.Header().Get("Content-Encoding"))
	}
}

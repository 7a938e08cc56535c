package server

import (
	"context"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/file"
)

const (
	// picturesBytes is how many bytes of different pictures are held at once.
	picturesBytes = 64 << 20
	// picturesBytesEach is how many bytes of pictures are on their way to one address.
	picturesBytesEach = 16 << 20
	// readsPerProcessor is how many pictures are looked up at the same time, and
	// readsQueue how many wait for that: a page shows a hundred.
	readsPerProcessor = 4
	readsQueue        = 1024
	// picturePart is what a client must have accepted after picturePause.
	picturePart  = 64 << 10
	picturePause = 10 * time.Second
	// pictureTime bounds a look-up that others wait for, too.
	pictureTime = 10 * time.Second
)

// pictures are the images that are being sent. Each is in memory once, to however many
// it goes, and as long as it goes to somebody.
type pictures struct {
	files interface {
		Image(ctx context.Context, sum, size string) (*file.Content, error)
		HasImage(ctx context.Context, sum, size string) (bool, error)
	}
	reading    *room
	held, sent *allotment

	mu   sync.Mutex
	open map[string]*picture
}

// picture is one image in one size.
type picture struct {
	load     func() (*file.Content, error)
	holders  int
	giveBack func() // nil until it is there
}

func newPictures(files *file.Service, refused func()) *pictures {
	reading := newRoom(readsPerProcessor*runtime.GOMAXPROCS(0), 0, refused)
	reading.queue = readsQueue
	return &pictures{
		files: files, reading: reading, open: map[string]*picture{},
		held: newAllotment(picturesBytes, picturesBytes, roomWait, refused),
		sent: newAllotment(1<<62, picturesBytesEach, roomWait, refused),
	}
}

// has reports whether there is a picture, without reading it; false also when there is
// no room to find out.
func (p *pictures) has(ctx context.Context, sum, size string) bool {
	if !p.reading.enter(ctx) {
		p.reading.refused()
		return false
	}
	defer p.reading.leave()
	known, err := p.files.HasImage(ctx, sum, size)
	return known && err == nil
}

// take hands out a picture that goes to an address, until it is let go. It returns
// file.ErrNotFound, or ErrOverloaded while too much is being sent.
func (p *pictures) take(ctx context.Context, to, sum, size string) (c *file.Content, letGo func(), err error) {
	key := sum + "/" + size
	one := p.hold(ctx, key, sum, size)
	if c, err = one.load(); err != nil {
		p.letGo(key, one)
		return nil, nil, err
	}
	arrived, ok := p.sent.take(ctx, to, int64(len(c.Content)))
	if !ok {
		p.letGo(key, one)
		return nil, nil, ErrOverloaded.After(roomRetry)
	}
	return c, func() { arrived(); p.letGo(key, one) }, nil
}

// hold counts somebody who wants a picture; the first of them loads it for all.
func (p *pictures) hold(ctx context.Context, key, sum, size string) *picture {
	p.mu.Lock()
	defer p.mu.Unlock()
	one := p.open[key]
	if one == nil {
		one = &picture{}
		ctx = context.WithoutCancel(ctx) // that the first one goes must not matter to the others
		one.load = sync.OnceValues(func() (*file.Content, error) {
			c, giveBack, err := p.read(ctx, sum, size)
			one.giveBack = giveBack
			return c, err
		})
		p.open[key] = one
	}
	one.holders++
	return one
}

func (p *pictures) read(ctx context.Context, sum, size string) (c *file.Content, giveBack func(), err error) {
	ctx, cancel := context.WithTimeout(ctx, pictureTime)
	defer cancel()
	if !p.reading.enter(ctx) {
		p.reading.refused()
		return nil, nil, ErrOverloaded.After(roomRetry)
	}
	defer p.reading.leave()
	if c, err = p.files.Image(ctx, sum, size); err != nil {
		return nil, nil, err
	}
	giveBack, ok := p.held.take(ctx, "", int64(len(c.Content)))
	if !ok {
		return nil, nil, ErrOverloaded.After(roomRetry)
	}
	return c, giveBack, nil
}

func (p *pictures) letGo(key string, one *picture) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if one.holders--; one.holders > 0 {
		return
	}
	delete(p.open, key)
	if one.giveBack != nil {
		one.giveBack()
	}
}

// sendPaced writes an answer to whoever goes on reading it: within writeTimeout in all,
// as every answer, and without a longer pause than picturePause.
func sendPaced(w http.ResponseWriter, content []byte) {
	control, wall := http.NewResponseController(w), clock.Wall{}
	until := wall.Now().Add(writeTimeout)
	for part := range slices.Chunk(content, picturePart) {
		deadline := wall.Now().Add(picturePause)
		if deadline.After(until) {
			deadline = until
		}
		_ = control.SetWriteDeadline(deadline) // where there is none, that of the server holds
		if _, err := w.Write(part); err != nil {
			return // the client has gone, or does not read
		}
	}
}

package file

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/semaphore"
)

// jpegHeader is a JPEG of nothing but its frame: the marker, the size, and for each
// component its id and its factors.
func jpegHeader(marker byte, w, h uint16, components ...[2]byte) []byte {
	out := []byte{0xff, 0xd8, 0xff, 0xff, 0xfe, 0, 4, 'h', 'i', 0xff, marker}
	out = binary.BigEndian.AppendUint16(out, uint16(8+3*len(components)))
	out = append(out, 8)
	out = binary.BigEndian.AppendUint16(out, h)
	out = binary.BigEndian.AppendUint16(out, w)
	out = append(out, byte(len(components)))
	for _, c := range components {
		out = append(out, c[0], c[1], 0)
	}
	return append(out, 0xff, 0xda, 0, 2)
}

// pngHeader is a PNG of nothing but its header.
func pngHeader(w, h uint32, depth, colour, interlace byte) []byte {
	data := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	data = binary.BigEndian.AppendUint32(data, h)
	data = append(data, depth, colour, 0, 0, interlace)
	out := binary.BigEndian.AppendUint32([]byte("\x89PNG\r\n\x1a\n"), uint32(len(data)-4))
	out = binary.BigEndian.AppendUint32(append(out, data...), crc32.ChecksumIEEE(data))
	return append(out, "\x00\x00\x00\x00IDAT\x35\xaf\x06\x1e"...)
}

// webpOf is a WebP of parts, each a name and its bytes.
func webpOf(parts ...string) []byte {
	var body []byte
	for i := 0; i < len(parts); i += 2 {
		body = append(body, parts[i]...)
		body = binary.LittleEndian.AppendUint32(body, uint32(len(parts[i+1])))
		body = append(body, parts[i+1]...)
		if len(parts[i+1])%2 == 1 {
			body = append(body, 0)
		}
	}
	out := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(4+len(body)))
	return append(append(out, "WEBP"...), body...)
}

// lossless is a lossless picture as far as its groups of codes, of numbers and in how
// many bits each is written; without any there is one group.
func lossless(w, h uint32, numbers ...[2]uint32) string {
	out := binary.LittleEndian.AppendUint32([]byte{0x2f}, w-1|(h-1)<<14)
	if numbers == nil {
		numbers = [][2]uint32{{0, 3}} // no transform, no cache, one group
	}
	at := 0
	for _, n := range numbers {
		for bit := range n[1] {
			if at%8 == 0 {
				out = append(out, 0)
			}
			out[len(out)-1] |= byte(n[0]>>bit&1) << (at % 8)
			at++
		}
	}
	return string(out)
}

// grouped is what a lossless picture begins with whose tiles all have a group, with
// the largest cache.
func grouped(group uint32) [][2]uint32 {
	simple := [2]uint32{0b101, 3} // a code of one symbol of eight bits
	return [][2]uint32{
		{0, 1}, {1, 1}, {11, 4}, {1, 1}, {0, 3}, // no transform, a cache of eleven bits, groups for tiles of four pixels
		{0, 1}, simple, {group & 255, 8}, simple, {group >> 8, 8}, simple, {0, 8}, simple, {255, 8}, simple, {0, 8},
	}
}

func canvas(w, h uint32, flags byte) string {
	out := []byte{flags, 0, 0, 0}
	for _, side := range []uint32{w - 1, h - 1} {
		out = append(out, byte(side), byte(side>>8), byte(side>>16))
	}
	return string(out)
}

// What an image unfolds to is known from its header, also where few bytes unfold to
// very much, and what is too much is refused before anything is decoded.
func TestMeasure_by_what_a_header_says(t *testing.T) {
	t.Parallel()
	const m = 1_000_000
	full, chroma := []([2]byte){{1, 0x11}, {2, 0x11}, {3, 0x11}}, []([2]byte){{1, 0x22}, {2, 0x11}, {3, 0x11}}
	adobe := bytes.Replace(jpegHeader(0xc0, 6000, 4000, full...), []byte("\xff\xfe\x00\x04hi"), []byte("\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"), 1)
	for name, c := range map[string]struct {
		content     []byte
		least, most int64
		err         error
	}{
		"photo of 24 megapixels":                 {jpegHeader(0xc0, 6000, 4000, chroma...), 36 * m, 180 * m, nil},
		"progressive photo of 24 megapixels":     {jpegHeader(0xc2, 6000, 4000, chroma...), 180 * m, 320 * m, nil},
		"progressive, all colours, 40":           {jpegHeader(0xc2, 8000, 5000, full...), 0, 0, ErrImageMemory},
		"progressive, all colours, 12":           {jpegHeader(0xc2, 4000, 3000, full...), 180 * m, 300 * m, nil},
		"progressive in gray, 40":                {jpegHeader(0xc2, 8000, 5000, [2]byte{1, 0x44}), 200 * m, 360 * m, nil},
		"four colours, progressive, 40":          {jpegHeader(0xc2, 8000, 5000, [2]byte{1, 0x11}, [2]byte{2, 0x11}, [2]byte{3, 0x11}, [2]byte{4, 0x11}), 0, 0, ErrImageMemory},
		"red, green and blue by name":            {jpegHeader(0xc0, 6000, 4000, [2]byte{'R', 0x11}, [2]byte{'G', 0x11}, [2]byte{'B', 0x11}), 168 * m, 320 * m, nil},
		"red, green and blue by Adobe's word":    {adobe, 168 * m, 320 * m, nil},
		"no frame where it should be":            {bytes.Replace(jpegHeader(0xc0, 8000, 5000, full...), []byte("hi"), []byte("hi\x00"), 1), 0, 0, ErrImageMemory},
		"one row in blocks of four":              {jpegHeader(0xc2, 12_000, 1, [2]byte{1, 0x42}, [2]byte{2, 0x11}, [2]byte{3, 0x11}), 1 * m, 3 * m, nil},
		"PNG of 40 megapixels":                   {pngHeader(8000, 5000, 8, 6, 0), 160 * m, 360 * m, nil},
		"PNG of 40 megapixels in gray":           {pngHeader(8000, 5000, 8, 0, 0), 40 * m, 240 * m, nil},
		"interlaced PNG of 40 megapixels":        {pngHeader(8000, 5000, 8, 2, 1), 0, 0, ErrImageMemory},
		"interlaced PNG of 24 megapixels":        {pngHeader(6000, 4000, 8, 2, 1), 192 * m, 340 * m, nil},
		"interlaced PNG of 16 bits, 40":          {pngHeader(8000, 5000, 16, 6, 1), 0, 0, ErrImageMemory},
		"PNG of 16 bits and 24 megapixels":       {pngHeader(6000, 4000, 16, 6, 0), 192 * m, 340 * m, nil},
		"lossy WebP":                             {webpOf("VP8 ", "\x00\x00\x00\x9d\x01\x2a\xa0\x0f\xb8\x0b"), 24 * m, 200 * m, nil},
		"lossless WebP":                          {webpOf("VP8L", lossless(2000, 2000)), 40 * m, 180 * m, nil},
		"lossless WebP of 24 megapixels":         {webpOf("VP8L", lossless(6000, 4000)), 240 * m, 400 * m, nil},
		"lossless WebP of 40 megapixels":         {webpOf("VP8L", lossless(8000, 5000)), 0, 0, ErrImageMemory},
		"lossless WebP of a thousand groups":     {webpOf("VP8L", lossless(1000, 1000, grouped(999)...)), 60 * m, 70 * m, nil},
		"lossless WebP of all groups":            {webpOf("VP8L", lossless(10, 10, grouped(65_535)...)), 0, 0, ErrImageMemory},
		"lossless WebP that ends too early":      {webpOf("VP8L", lossless(10, 10, grouped(65_535)[:9]...)), 0, 0, ErrImageMemory},
		"what shines through a lossy WebP":       {webpOf("VP8X", canvas(100, 100, 16), "ALPH", "\x01"+lossless(1, 1, grouped(65_535)...)[5:], "VP8 ", "\x00\x00\x00\x9d\x01\x2a\x64\x00\x64\x00"), 0, 0, ErrImageMemory},
		"WebP whose canvas hides a huge picture": {webpOf("VP8X", canvas(10, 10, 0), "VP8L", lossless(16_384, 16_384)), 0, 0, ErrImageMemory},
		"WebP whose canvas is huge":              {webpOf("VP8X", canvas(60_000, 60_000, 16)), 0, 0, ErrImageDimensions},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			weight, err := measure(typeOf(c.content), c.content)
			require.ErrorIs(t, err, c.err)
			require.GreaterOrEqual(t, weight, c.least)
			require.LessOrEqual(t, weight, c.most)
		})
	}
}

// Whatever the bytes are, measuring ends with a number or a fault, and a picture that
// is decoded was never counted as less than its pixels.
func TestMeasure_takes_any_bytes(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	blue := picture(70, 50, color.NRGBA{B: 200, A: 100})
	for _, whole := range [][]byte{
		encoded(t, typeJPEG, blue), encoded(t, typePNG, blue), encoded(t, typeGIF, blue), webpOf("VP8X", canvas(70, 50, 16), "ALPH", "\x01\x00", "VP8 ", "\x00\x00\x00\x9d\x01\x2a\x46\x00\x32\x00"),
		webpOf("VP8L", lossless(70, 50)), jpegHeader(0xc2, 70, 50, [2]byte{1, 0x22}, [2]byte{2, 0x11}, [2]byte{3, 0x11}),
	} {
		kind := typeOf(whole)
		for range 2_000 {
			content := bytes.Clone(whole[:r.IntN(len(whole)+1)])
			for range r.IntN(4) {
				if len(content) > 0 {
					content[r.IntN(len(content))] = byte(r.Uint32())
				}
			}
			weight, err := measure(kind, content)
			if err != nil {
				continue
			}
			require.LessOrEqual(t, weight, int64(readingBytesMax))
			if by, err := codecs()[kind].decode(bytes.NewReader(content)); err == nil {
				require.GreaterOrEqual(t, weight, int64(by.Bounds().Dx()*by.Bounds().Dy()))
			}
			weightOf(kind, content, image.Config{Width: 1, Height: 1})
		}
	}
}

// All images that are read at a time share one budget: who does not fit waits.
func TestRead_waits_for_memory(t *testing.T) {
	t.Parallel()
	s := &Service{readers: make(chan struct{}, 8), memory: semaphore.NewWeighted(readingBytesMax)}
	content := encoded(t, typePNG, picture(40, 30, color.NRGBA{G: 100, A: 255}))
	weight := memoryFor(content)
	require.Positive(t, weight)
	require.True(t, s.memory.TryAcquire(readingBytesMax-weight+1))
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	_, _, err := s.read(gone, PurposeImage, content)
	require.ErrorIs(t, err, context.Canceled)
	done := make(chan error, 1)
	go func() {
		_, _, err := s.read(t.Context(), PurposeImage, content)
		done <- err
	}()
	select {
	case err := <-done:
		t.Fatalf("there was room: %v", err)
	default:
	}
	s.memory.Release(readingBytesMax - weight + 1)
	require.NoError(t, <-done)
	require.True(t, s.memory.TryAcquire(readingBytesMax), "all of it was given back")
}

package file

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// pdf is a small PDF of so many pages.
func pdf(pages int) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
	fmt.Fprintf(&b, "2 0 obj\n<< /Type /Pages /Count %d /Kids [] >>\nendobj\n", pages)
	for i := range pages {
		fmt.Fprintf(&b, "%d 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n", i+3)
	}
	b.WriteString("trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n")
	return []byte(b.String())
}

// packed is a PDF whose objects stand in a compressed stream.
func packed(t *testing.T, objects string) []byte {
	t.Helper()
	var inner bytes.Buffer
	w := zlib.NewWriter(&inner)
	_, err := w.Write([]byte(objects))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return fmt.Appendf(nil, "%%PDF-1.7\n4 0 obj\n<< /Type /ObjStm /N 2 /Length %d /Filter /FlateDecode >>\nstream\r\n%s\nendstream\nendobj\n%%%%EOF", inner.Len(), inner.String())
}

func picture(w, h int, c color.Color) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			out.Set(x, y, c)
		}
	}
	return out
}

func encoded(t *testing.T, kind string, of image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	switch kind {
	case typePNG:
		require.NoError(t, png.Encode(&out, of))
	case typeGIF:
		require.NoError(t, gif.Encode(&out, of, nil))
	default:
		require.NoError(t, jpeg.Encode(&out, of, nil))
	}
	return out.Bytes()
}

// bomb is a PNG of few bytes that says it is very large.
func bomb(w, h uint32) []byte {
	out := encodedHeader(w, h)
	return append([]byte("\x89PNG\r\n\x1a\n"), out...)
}

func encodedHeader(w, h uint32) []byte {
	data := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	data = binary.BigEndian.AppendUint32(data, h)
	data = append(data, 8, 6, 0, 0, 0)
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)-4))
	out = append(out, data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(data))
}

// What evidence is, is read from its bytes.
func TestEvidence_is_what_its_bytes_are(t *testing.T) {
	t.Parallel()
	blue := picture(30, 20, color.NRGBA{B: 200, A: 255})
	for name, c := range map[string]struct {
		content []byte
		is      string
		pages   int64
		err     error
	}{
		"PDF":                             {pdf(3), typePDF, 3, nil},
		"PDF of as many as are read":      {pdf(50), typePDF, 50, nil},
		"PDF of one too many":             {pdf(51), "", 0, ErrPages},
		"PDF with packed objects":         {packed(t, "<< /Type /Pages /Count 7 /Kids [] >> << /Type /Page >>"), typePDF, 7, nil},
		"PDF with packed pages, too many": {packed(t, strings.Repeat("<< /Type /Page >>", 60)), "", 0, ErrPages},
		"PDF without an end":              {pdf(2)[:60], "", 0, ErrBroken},
		"PDF without pages":               {[]byte("%PDF-1.4\n%%EOF"), "", 0, ErrBroken},
		"PDF with a password":             {append(pdf(1), "trailer << /Encrypt 9 0 R >>\n%%EOF"...), "", 0, ErrLocked},
		"PNG":                             {encoded(t, typePNG, blue), typePNG, 1, nil},
		"JPEG":                            {encoded(t, typeJPEG, blue), typeJPEG, 1, nil},
		"JPEG cut off":                    {encoded(t, typeJPEG, blue)[:200], "", 0, ErrBroken},
		"PNG of four gigapixels":          {bomb(65_000, 65_000), "", 0, ErrImageDimensions},
		"PNG without a picture":           {bomb(10, 10), "", 0, ErrBroken},
		"GIF":                             {encoded(t, typeGIF, blue), "", 0, ErrEvidenceType},
		"SVG":                             {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), "", 0, ErrEvidenceType},
		"HTML behind a PDF's header":      {[]byte("%PDF-1.4<script>alert(1)</script>"), "", 0, ErrBroken},
		"nothing":                         {nil, "", 0, ErrEvidenceType},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, err := checkEvidence(c.content)
			require.ErrorIs(t, err, c.err)
			if c.err == nil {
				require.Equal(t, c.is, f.ContentType)
				require.Equal(t, c.pages, f.Pages)
				require.Equal(t, idOf(PurposeEvidence, c.content), f.ID)
			}
		})
	}
}

// withExif is a JPEG that says how the camera was held, and where.
func withExif(content []byte, o orientation) []byte {
	tiff := []byte("II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00")
	tiff = append(tiff, byte(o), 0, 0, 0, 0, 0, 0, 0)
	segment := append([]byte("Exif\x00\x00"), tiff...)
	segment = append(segment, "52.5200 N 13.4050 E"...)
	head := binary.BigEndian.AppendUint16([]byte("\xff\xd8\xff\xe1"), uint16(len(segment)+2))
	return append(append(head, segment...), content[2:]...)
}

// A picture is drawn anew, upright, in three sizes that are never larger than it was,
// and nothing else of the file gets on.
func TestRedraw_keeps_the_picture_and_nothing_else(t *testing.T) {
	t.Parallel()
	// Red on the left, blue on the right: turned right, red is on top.
	half := picture(2000, 1000, color.NRGBA{B: 250, A: 255})
	for y := range 1000 {
		for x := range 1000 {
			half.Set(x, y, color.NRGBA{R: 250, A: 255})
		}
	}
	content := append(withExif(encoded(t, typeJPEG, half), 6), "PK\x03\x04 hidden behind"...)
	f, contents, err := redraw(content)
	require.NoError(t, err)
	require.EqualValues(t, 800, f.WidthPx)
	require.EqualValues(t, 1600, f.HeightPx)
	require.Len(t, contents, 3)
	for i, size := range []struct{ w, h int }{{800, 1600}, {400, 800}, {160, 320}} {
		require.NotContains(t, string(contents[i].Content), "Exif")
		require.NotContains(t, string(contents[i].Content), "hidden")
		require.Equal(t, typeJPEG, contents[i].ContentType)
		drawn, err := jpeg.Decode(bytes.NewReader(contents[i].Content))
		require.NoError(t, err)
		require.Equal(t, size.w, drawn.Bounds().Dx())
		require.Equal(t, size.h, drawn.Bounds().Dy())
		top, _, _, _ := drawn.At(size.w/2, size.h/4).RGBA()
		bottom, _, _, _ := drawn.At(size.w/2, size.h*3/4).RGBA()
		require.Greater(t, top>>8, uint32(200))
		require.Less(t, bottom>>8, uint32(50))
	}
}

// Every way of holding a camera ends upright: the corner that is marked comes to
// where EXIF says that it is.
func TestOrientation_every_one(t *testing.T) {
	t.Parallel()
	for o, corner := range map[orientation][2]int{1: {0, 0}, 2: {1, 0}, 3: {1, 2}, 4: {0, 2}, 5: {0, 0}, 6: {1, 0}, 7: {1, 2}, 8: {0, 2}} {
		w, h := 2, 3
		if o >= 5 {
			w, h = 3, 2
		}
		stored := picture(w, h, color.White)
		stored.Set(0, 0, color.Black)
		seen := turned(stored, o)
		require.Equal(t, image.Rect(0, 0, 2, 3), seen.Bounds())
		r, _, _, _ := seen.At(corner[0], corner[1]).RGBA()
		require.Zero(t, r, "%d", o)
		require.Equal(t, o, orientationOf(withExif(encoded(t, typeJPEG, stored), o)))
	}
	require.Equal(t, upright, orientationOf([]byte("\xff\xd8\xff\xe1\xff\xff")))
	require.Equal(t, upright, orientationOf([]byte("\xff\xd8")))
}

// What shines through stays so, and what is small stays small.
func TestRedraw_of_what_shines_through(t *testing.T) {
	t.Parallel()
	f, contents, err := redraw(encoded(t, typePNG, picture(40, 30, color.NRGBA{G: 100, A: 128})))
	require.NoError(t, err)
	require.EqualValues(t, 40, f.WidthPx)
	for _, c := range contents {
		require.Equal(t, typePNG, c.ContentType)
		drawn, err := png.Decode(bytes.NewReader(c.Content))
		require.NoError(t, err)
		require.Equal(t, 40, drawn.Bounds().Dx())
	}
	for name, content := range map[string][]byte{"PDF": pdf(1), "SVG": []byte("<svg/>"), "nothing": nil} {
		_, _, err := redraw(content)
		require.ErrorIs(t, err, ErrImageType, name)
	}
	_, _, err = redraw(bomb(12_001, 1))
	require.ErrorIs(t, err, ErrImageDimensions)
	_, _, err = redraw(bomb(8_000, 8_000))
	require.ErrorIs(t, err, ErrImageDimensions)
}

func TestSized_changes_addresses_of_ours_only(t *testing.T) {
	t.Parallel()
	sum := strings.Repeat("0a", 32)
	require.Equal(t, "https://m.example/images/"+sum+"/small", Sized("https://m.example/images/"+sum+"/large", SizeSmall))
	for _, other := range []string{
		"", "https://img.example/large", "https://m.example/images/" + sum + "/large?x", "https://m.example/a/images/" + sum + "/large",
		"javascript:https://m.example/images/" + sum + "/large", "https://m.example/images/" + sum[1:] + "/large",
	} {
		require.Equal(t, other, Sized(other, SizeSmall))
		require.False(t, IsImageURL(other))
	}
	_, _, ok := imageOf(sum, "whole")
	require.False(t, ok, "what was received is not shown")
}

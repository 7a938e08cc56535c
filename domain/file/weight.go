package file

import (
	"bytes"
	"encoding/binary"
	"image"
)

// readingBytesMax is how much memory all images that are read at the same time may
// take together, and so one of them: what is read first and drawn then is counted
// from the header, since a file of a megabyte can unfold to very much (ADR 128).
const readingBytesMax = 400 << 20

// weightOf is how many bytes an image takes at most while it is decoded and drawn, by
// what its first bytes say and what the decoders make room for. Whatever it cannot
// read weighs as much as the dearest image of that size.
func weightOf(contentType string, content []byte, c image.Config) int64 {
	pixels := int64(c.Width) * int64(c.Height)
	picture := int64(0)
	switch contentType {
	case typeJPEG:
		picture = jpegWeight(content, c)
	case typePNG:
		picture = pngWeight(content, pixels)
	case typeGIF:
		picture = 3 * pixels // a byte for each pixel, and as much again to put the rows of an interlaced one in order
	case typeWebP:
		picture = webpWeight(content, int64(c.Width), int64(c.Height))
	}
	return picture + drawingWeight(int64(c.Width), int64(c.Height))
}

// drawingWeight is what within takes to make a picture as small as the largest that
// is shown: the halves, or the sums of the last step.
func drawingWeight(w, h int64) int64 {
	most, halved := int64(sides()[0].most), int64(0)
	for max(w, h) >= 2*most {
		w, h = (w+1)/2, (h+1)/2
		halved = max(halved, 4*w*h)
	}
	longest := max(w, h)
	if longest <= most {
		return halved
	}
	const sum = 4 * 8 // the scaler adds up four colours as float64
	return halved + max(1, w*most/longest)*(h*sum+4*max(1, h*most/longest))
}

// jpegWeight counts the samples of all components, each of them four bytes more when
// the file is progressive, and a picture of its own for colours that are converted.
func jpegWeight(content []byte, c image.Config) int64 {
	pixels := int64(c.Width) * int64(c.Height)
	f, ok := frameOf(content)
	if !ok || f.width != c.Width || f.height != c.Height {
		return (4*5 + 4) * pixels
	}
	weight := f.samples()
	if f.progressive {
		weight *= 1 + 4
	}
	if len(f.components) == 4 || f.isRGB(content) {
		weight += 4 * pixels
	}
	return weight
}

// frame is the header of a JPEG's frame (ITU T.81, B.2.2).
type frame struct {
	progressive   bool
	width, height int
	components    []component
}

type component struct{ id, h, v byte }

// frameOf reads the first frame header of a JPEG; ok is false when it does not stand
// where it should, or is none that would be decoded.
func frameOf(content []byte) (f frame, ok bool) {
	for rest := content[min(2, len(content)):]; len(rest) >= 4 && rest[0] == 0xff; {
		marker := rest[1]
		if marker == 0xff { // filled up
			rest = rest[1:]
			continue
		}
		length := int(binary.BigEndian.Uint16(rest[2:]))
		if length < 2 || len(rest) < 2+length {
			return f, false
		}
		switch {
		case marker >= 0xc0 && marker <= 0xc2:
			return frameIn(marker == 0xc2, rest[4:2+length])
		case marker == 0xc4, marker == 0xdb, marker == 0xdd, marker >= 0xe0 && marker <= 0xef, marker == 0xfe:
			rest = rest[2+length:]
		default:
			return f, false
		}
	}
	return f, false
}

func frameIn(progressive bool, segment []byte) (f frame, ok bool) {
	if len(segment) < 6 || len(segment) != 6+3*int(segment[5]) {
		return f, false
	}
	f = frame{progressive: progressive, height: int(binary.BigEndian.Uint16(segment[1:])), width: int(binary.BigEndian.Uint16(segment[3:]))}
	for of := segment[6:]; len(of) > 0; of = of[3:] {
		c := component{of[0], of[1] >> 4, of[1] & 0x0f}
		if c.h < 1 || c.h > 4 || c.v < 1 || c.v > 4 {
			return f, false
		}
		f.components = append(f.components, c)
	}
	if len(f.components) == 1 { // its factors mean nothing then
		f.components[0].h, f.components[0].v = 1, 1
	}
	return f, len(f.components) > 0
}

// samples is how many samples the components have in whole blocks.
func (f frame) samples() int64 {
	across, down := int64(8*f.components[0].h), int64(8*f.components[0].v)
	blocks := ((int64(f.width) + across - 1) / across) * ((int64(f.height) + down - 1) / down)
	n := int64(0)
	for _, c := range f.components {
		n += blocks * 64 * int64(c.h) * int64(c.v)
	}
	return n
}

// isRGB reports whether the colours may be red, green and blue and not what JPEGs
// usually have: by their names, or by a word of Adobe's anywhere in the file.
func (f frame) isRGB(content []byte) bool {
	if len(f.components) == 3 && f.components[0].id == 'R' {
		return true
	}
	const transformAt = 11 // after the word, version and flags; 0 is unknown
	for rest := content; ; {
		at := bytes.Index(rest, []byte("Adobe"))
		if at < 0 || len(rest) <= at+transformAt {
			return false
		}
		if rest[at+transformAt] == 0 && bytes.HasSuffix(rest[:max(0, at-2)], []byte{0xff, 0xee}) {
			return true
		}
		rest = rest[at+1:]
	}
}

// pngWeight reads depth, colours and interlacing of a PNG, whose header comes first.
// The passes of an interlaced one are pictures of their own.
func pngWeight(content []byte, pixels int64) int64 {
	const depthAt, colourAt, interlaceAt = 24, 25, 28
	const gray, paletted = 0, 3
	weight := 8 * pixels
	if len(content) <= interlaceAt {
		return 2 * weight
	}
	seeThrough := bytes.Contains(content, []byte("tRNS"))
	switch depth, colour := content[depthAt], content[colourAt]; {
	case colour == paletted, depth <= 8 && colour == gray && !seeThrough:
		weight = pixels
	case depth == 16 && colour == gray && !seeThrough:
		weight = 2 * pixels
	case depth <= 8:
		weight = 4 * pixels
	}
	if content[interlaceAt] != 0 {
		weight *= 2
	}
	return weight
}

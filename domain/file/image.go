package file

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
)

// quality is that of pictures without transparency, of 100.
const quality = 85

// sides are the longest sides of the sizes of an image, from the largest.
func sides() []struct {
	size Size
	most int
} {
	return []struct {
		size Size
		most int
	}{{SizeLarge, 1600}, {SizeMedium, 800}, {SizeSmall, 320}}
}

// redraw makes of an image the pictures that are shown of it: upright, in each size
// and without anything else that was in the file. A picture is never made larger.
func redraw(content []byte) (*File, []*Content, error) {
	contentType := typeOf(content)
	picture, err := decode(contentType, content)
	if err != nil {
		return nil, nil, err
	}
	turn := upright
	if contentType == typeJPEG {
		turn = orientationOf(content)
	}
	of := idOf(PurposeImage, content)
	f := &File{ID: of, ContentType: contentType, ByteSize: int64(len(content)), Pages: 1}
	contents := make([]*Content, 0, len(sides()))
	for _, side := range sides() {
		picture = within(picture, side.most)
		if turn != upright { // once it is small
			picture, turn = turned(picture, turn), upright
		}
		if side.size == SizeLarge {
			f.WidthPx, f.HeightPx = int64(picture.Bounds().Dx()), int64(picture.Bounds().Dy())
		}
		c, err := encode(picture)
		if err != nil {
			return nil, nil, fmt.Errorf("draw image: %w", err)
		}
		c.FileID, c.Size = of, side.size
		contents = append(contents, c)
	}
	return f, contents, nil
}

// within makes a picture smaller until no side is longer than allowed. It is halved
// first, which is cheap and blurs nothing, and drawn well for the rest.
func within(picture image.Image, most int) image.Image {
	for {
		w, h := picture.Bounds().Dx(), picture.Bounds().Dy()
		longest := max(w, h)
		if longest <= most {
			return picture
		}
		if longest >= 2*most {
			picture = scaled(draw.ApproxBiLinear, picture, (w+1)/2, (h+1)/2)
			continue
		}
		return scaled(draw.CatmullRom, picture, max(1, w*most/longest), max(1, h*most/longest))
	}
}

func scaled(by draw.Scaler, picture image.Image, w, h int) image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	by.Scale(out, out.Bounds(), picture, picture.Bounds(), draw.Src, nil)
	return out
}

// encode writes a picture as JPEG, or as PNG when something shines through it.
func encode(picture image.Image) (*Content, error) {
	var out bytes.Buffer
	if isOpaque(picture) {
		err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: quality})
		return &Content{ContentType: typeJPEG, Content: out.Bytes()}, err
	}
	err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, picture)
	return &Content{ContentType: typePNG, Content: out.Bytes()}, err
}

func isOpaque(picture image.Image) bool {
	o, ok := picture.(interface{ Opaque() bool })
	return ok && o.Opaque()
}

// orientation is how a camera was held, as EXIF numbers it: 1 is upright, and from 5
// on width and height change places.
type orientation uint16

const upright orientation = 1

// turned is a picture as it is to be seen.
func turned(picture image.Image, o orientation) image.Image {
	b := picture.Bounds()
	w, h := b.Dx(), b.Dy()
	if o >= 5 {
		w, h = h, w
	}
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			fromX, fromY := o.from(x, y, w, h)
			out.Set(x, y, picture.At(b.Min.X+fromX, b.Min.Y+fromY))
		}
	}
	return out
}

// from is where a pixel of the upright picture of w and h stands in the file.
func (o orientation) from(x, y, w, h int) (int, int) {
	right, bottom := w-1-x, h-1-y
	switch o {
	case upright:
		return x, y
	case 2:
		return right, y
	case 3:
		return right, bottom
	case 4:
		return x, bottom
	case 5:
		return y, x
	case 6:
		return y, right
	case 7:
		return bottom, right
	case 8:
		return bottom, x
	}
	return x, y
}

// orientationOf reads how the camera was held from the first EXIF segment of a JPEG
// (CIPA DC-008, 4.6.4 A); upright when it does not say.
func orientationOf(content []byte) orientation {
	for rest := content[2:]; len(rest) > 4 && rest[0] == 0xff && rest[1] != 0xda; {
		length := int(binary.BigEndian.Uint16(rest[2:]))
		if length < 2 || len(rest) < 2+length {
			break
		}
		segment := rest[4 : 2+length]
		if rest[1] == 0xe1 && bytes.HasPrefix(segment, []byte("Exif\x00\x00")) {
			return orientationIn(segment[6:])
		}
		rest = rest[2+length:]
	}
	return upright
}

// orientationIn looks for the tag 0x0112 in the first directory of TIFF.
func orientationIn(tiff []byte) orientation {
	if len(tiff) < 8 {
		return upright
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return upright
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			break
		}
		if order.Uint16(entries) == 0x0112 {
			if o := orientation(order.Uint16(entries[8:])); o >= 1 && o <= 8 {
				return o
			}
			break
		}
		entries = entries[12:]
	}
	return upright
}

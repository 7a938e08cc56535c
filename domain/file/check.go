package file

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"
)

// The largest images. They are measured before they are decoded: a picture of a
// megabyte can unfold to gigabytes.
const (
	sideMax   = 12_000
	pixelsMax = 40_000_000
)

// The types of content that are taken.
const (
	typePDF  = "application/pdf"
	typeJPEG = "image/jpeg"
	typePNG  = "image/png"
	typeGIF  = "image/gif"
	typeWebP = "image/webp"
)

// typeOf is what a file is, by its first bytes; empty for anything that is not taken.
func typeOf(content []byte) string {
	begins := func(magic string) bool { return bytes.HasPrefix(content, []byte(magic)) }
	switch {
	case begins("%PDF-"):
		return typePDF
	case begins("\xff\xd8\xff"):
		return typeJPEG
	case begins("\x89PNG\r\n\x1a\n"):
		return typePNG
	case begins("GIF87a"), begins("GIF89a"):
		return typeGIF
	case begins("RIFF") && len(content) > 12 && string(content[8:12]) == "WEBP":
		return typeWebP
	}
	return ""
}

// codec reads images of one type; of an animation the first picture.
type codec struct {
	measure func(io.Reader) (image.Config, error)
	decode  func(io.Reader) (image.Image, error)
}

func codecs() map[string]codec {
	return map[string]codec{
		typeJPEG: {jpeg.DecodeConfig, jpeg.Decode},
		typePNG:  {png.DecodeConfig, png.Decode},
		typeGIF:  {gif.DecodeConfig, gif.Decode},
		typeWebP: {webp.DecodeConfig, webp.Decode},
	}
}

// checkEvidence reads what a file of evidence is: a PDF of so many pages, or an
// image, which is decoded to its end. It returns the file or why it is refused.
func checkEvidence(content []byte) (*File, error) {
	f := &File{ID: idOf(PurposeEvidence, content), ContentType: typeOf(content), ByteSize: int64(len(content)), Pages: 1}
	switch f.ContentType {
	case typePDF:
		pages, err := pagesOf(content)
		if err != nil {
			return nil, err
		}
		if pages > EvidencePagesMax {
			return nil, ErrPages
		}
		f.Pages = pages
		return f, nil
	case typeJPEG, typePNG:
		picture, err := decode(f.ContentType, content)
		if err != nil {
			return nil, err
		}
		f.WidthPx, f.HeightPx = int64(picture.Bounds().Dx()), int64(picture.Bounds().Dy())
		return f, nil
	}
	return nil, ErrEvidenceType
}

// memoryFor is how many bytes it takes to read a file; 0 for a PDF, and for what is
// refused before it is decoded.
func memoryFor(content []byte) int64 {
	weight, err := measure(typeOf(content), content)
	if err != nil {
		return 0
	}
	return weight
}

// measure says how many bytes an image takes at most while it is read and drawn,
// before anything is decoded. It returns ErrImageType for what is none,
// ErrImageDimensions, ErrImageMemory, or ErrBroken.
func measure(contentType string, content []byte) (int64, error) {
	by, ok := codecs()[contentType]
	if !ok {
		return 0, ErrImageType
	}
	measured, err := by.measure(bytes.NewReader(content))
	if err != nil || measured.Width <= 0 || measured.Height <= 0 {
		return 0, ErrBroken
	}
	if measured.Width > sideMax || measured.Height > sideMax || measured.Width*measured.Height > pixelsMax {
		return 0, ErrImageDimensions
	}
	weight := weightOf(contentType, content, measured)
	if weight > readingBytesMax {
		return 0, ErrImageMemory
	}
	return weight, nil
}

// decode reads an image, once measure has nothing against it. It returns ErrBroken.
func decode(contentType string, content []byte) (image.Image, error) {
	if _, err := measure(contentType, content); err != nil {
		return nil, err
	}
	picture, err := codecs()[contentType].decode(bytes.NewReader(content))
	if err != nil {
		return nil, ErrBroken
	}
	return picture, nil
}

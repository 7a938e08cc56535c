package file

import "encoding/binary"

// groupsWeight is what the decoder of lossless WebP makes room for when a file says
// that it has as many groups of codes as there can be, which stands behind its header:
// 65,536 of five tables each.
const groupsWeight = 65_536 * 5 * (24 + 512)

// webpWeight counts what the parts of a WebP unfold to. The size of the canvas, which
// comes first, says nothing about that of the picture in it.
func webpWeight(content []byte, canvas int64) int64 {
	weight := int64(0)
	for rest := content[min(12, len(content)):]; len(rest) >= 8; {
		size := int64(binary.LittleEndian.Uint32(rest[4:]))
		name, part := string(rest[:4]), rest[8:]
		part = part[:min(size, int64(len(part)))]
		switch name {
		case "VP8 ":
			weight += 2 * lossyPixels(part) // in whole blocks of 16 pixels, with how each is smoothed
		case "VP8L":
			weight += losslessWeight(losslessPixels(part))
		case "ALPH":
			if len(part) > 0 && part[0]&3 != 0 {
				weight += losslessWeight(canvas)
			}
			weight += canvas
		}
		rest = rest[8+len(part):]
		if size%2 == 1 && len(rest) > 0 {
			rest = rest[1:]
		}
	}
	return weight
}

// losslessWeight is two pictures, for the colours may be numbers first, and what is
// done to tiles of four pixels and more.
func losslessWeight(pixels int64) int64 { return (4+4+2)*pixels + groupsWeight }

// lossyPixels reads the header of a frame (RFC 6386, 9.1).
func lossyPixels(part []byte) int64 {
	if len(part) < 10 {
		return 0 // which cannot be decoded
	}
	const mask = 1<<14 - 1
	w, h := int64(binary.LittleEndian.Uint16(part[6:])&mask), int64(binary.LittleEndian.Uint16(part[8:])&mask)
	return (w + 15) / 16 * 16 * ((h + 15) / 16 * 16)
}

// losslessPixels reads the header of a lossless picture (RFC 9649, 3.4).
func losslessPixels(part []byte) int64 {
	if len(part) < 5 {
		return 0 // which cannot be decoded
	}
	const mask = 1<<14 - 1
	sides := int64(binary.LittleEndian.Uint32(part[1:]))
	return (sides&mask + 1) * (sides>>14&mask + 1)
}

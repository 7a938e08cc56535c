package file

import "encoding/binary"

// webpWeight counts what the parts of a WebP unfold to. The size of the canvas, which
// comes first, says nothing about that of the picture in it.
func webpWeight(content []byte, w, h int64) int64 {
	weight := int64(0)
	for rest := content[min(12, len(content)):]; len(rest) >= 8; {
		size := int64(binary.LittleEndian.Uint32(rest[4:]))
		name, part := string(rest[:4]), rest[8:]
		part = part[:min(size, int64(len(part)))]
		switch name {
		case "VP8 ":
			weight += lossyWeight(part)
		case "VP8L":
			if len(part) > 5 {
				const mask = 1<<14 - 1
				sides := int64(binary.LittleEndian.Uint32(part[1:]))
				weight += losslessWeight(part[5:], sides&mask+1, sides>>14&mask+1)
			}
		case "ALPH":
			weight += w * h
			if len(part) > 0 && part[0]&3 != 0 {
				weight += losslessWeight(part[1:], w, h)
			}
		}
		rest = rest[8+len(part):]
		if size%2 == 1 && len(rest) > 0 {
			rest = rest[1:]
		}
	}
	return weight
}

// lossyWeight reads the header of a frame (RFC 6386, 9.1): a byte and a half for each
// pixel, in whole blocks of 16, and how each block is smoothed.
func lossyWeight(part []byte) int64 {
	if len(part) < 10 {
		return 0 // which cannot be decoded
	}
	const mask = 1<<14 - 1
	w, h := int64(binary.LittleEndian.Uint16(part[6:])&mask), int64(binary.LittleEndian.Uint16(part[8:])&mask)
	return 2 * ((w + 15) / 16 * 16) * ((h + 15) / 16 * 16)
}

// losslessWeight is two pictures, for the colours may be numbers first, what is done to
// tiles of four pixels and more, and the codes. These stand behind the header, in up
// to 65,536 groups of a few bytes each that unfold to forty thousand.
func losslessWeight(stream []byte, w, h int64) int64 {
	weight := (4 + 4 + 2) * w * h
	if weight > readingBytesMax {
		return weight
	}
	r := &bitReader{rest: stream}
	groups, symbols := r.groups(w, h)
	if r.failed {
		return readingBytesMax + 1
	}
	const table, node = 24 + 512, 16
	return weight + groups*(5*table+symbols*node)
}

// bitReader reads a lossless WebP (RFC 9649) as far as its groups of codes.
type bitReader struct {
	rest   []byte
	bits   uint32
	have   int
	failed bool // it ends too early, or is none
}

func (r *bitReader) read(n int) int {
	for r.have < n {
		if len(r.rest) == 0 {
			r.failed = true
			return 0
		}
		r.bits |= uint32(r.rest[0]) << r.have
		r.have += 8
		r.rest = r.rest[1:]
	}
	value := r.bits & (1<<n - 1)
	r.bits >>= n
	r.have -= n
	return int(value)
}

func tiles(side int64, bits int) int64 { return (side + 1<<bits - 1) >> bits }

// groups reads the transforms and the picture of which tile has which group. It returns
// how many groups there are, and of how many symbols each.
func (r *bitReader) groups(w, h int64) (groups, symbols int64) {
	var seen [4]bool
	for r.read(1) == 1 && !r.failed {
		kind := r.read(2)
		r.failed = r.failed || seen[kind] // each of them stands there once
		seen[kind] = true
		switch kind {
		case 0, 1: // what is predicted, and from which colours
			bits := r.read(3) + 2
			r.picture(tiles(w, bits), tiles(h, bits))
		case 3: // a palette; several pixels are one when it is small
			colours := r.read(8) + 1
			r.picture(int64(colours), 1)
			switch {
			case colours <= 2:
				w = tiles(w, 3)
			case colours <= 4:
				w = tiles(w, 2)
			case colours <= 16:
				w = tiles(w, 1)
			}
		}
	}
	green := r.greens()
	if r.read(1) == 1 {
		bits := r.read(3) + 2
		groups = r.picture(tiles(w, bits), tiles(h, bits))
	}
	return groups + 1, int64(green + 3*256 + distances)
}

const (
	literals  = 256
	lengths   = 24
	distances = 40
)

// greens reads how many symbols the first of five codes has: colours, lengths, and
// places of colours that were seen before.
func (r *bitReader) greens() int {
	if r.read(1) == 0 {
		return literals + lengths
	}
	return literals + lengths + 1<<r.read(4)
}

// picture reads a picture within the picture, and returns its largest red and green as
// one number. That stands in one of the pixels that are no copy of others, so that
// nothing need be kept.
func (r *bitReader) picture(w, h int64) (most int64) {
	green := r.code(r.greens())
	red, blue, alpha, distance := r.code(256), r.code(256), r.code(256), r.code(distances)
	for left := w * h; left > 0 && !r.failed; left-- {
		g := r.next(green)
		switch {
		case g < literals:
			most = max(most, int64(r.next(red))<<8|int64(g))
			r.next(blue)
			r.next(alpha)
		case g < literals+lengths:
			left -= r.amount(g-literals) - 1
			r.amount(r.next(distance))
			if left < 1 {
				r.failed = true
			}
		}
	}
	return most
}

// amount reads how many pixels are copied, or from where.
func (r *bitReader) amount(symbol int) int64 {
	if symbol < 4 {
		return int64(symbol) + 1
	}
	bits := (symbol - 2) >> 1
	return int64((2+symbol&1)<<bits + r.read(bits) + 1)
}

// code is a canonical code: how many symbols there are of each length, and all of them
// in order.
type code struct {
	counts  [16]int
	symbols []int
}

func (r *bitReader) next(c code) int {
	if len(c.symbols) == 1 { // nothing need be said
		return c.symbols[0]
	}
	at, first, index := 0, 0, 0
	for _, count := range c.counts[1:] {
		at |= r.read(1)
		if at-first < count {
			return c.symbols[index+at-first]
		}
		index += count
		first = (first + count) << 1
		at <<= 1
	}
	r.failed = true
	return 0
}

// code reads a code of so many symbols.
func (r *bitReader) code(size int) code {
	if r.read(1) == 1 {
		two := r.read(1) == 1
		c := code{symbols: []int{r.read(1 + 7*r.read(1))}}
		if two {
			c.counts[1], c.symbols = 2, append(c.symbols, r.read(8))
		}
		return c
	}
	order := [...]int{17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}
	of := make([]int, len(order))
	for _, at := range order[:min(r.read(4)+4, len(order))] {
		of[at] = r.read(3)
	}
	return r.codeOf(r.lengths(r.codeOf(of), size))
}

// lengths reads how long the word of each symbol is, by a code for that.
func (r *bitReader) lengths(by code, size int) []int {
	of, last, most := make([]int, 0, size), 8, size
	if r.read(1) == 1 {
		most = r.read(2+2*r.read(3)) + 2
	}
	for ; most > 0 && len(of) < size && !r.failed; most-- {
		length, times := r.next(by), 1
		switch length {
		case 16:
			length, times = last, r.read(2)+3
		case 17:
			length, times = 0, r.read(3)+3
		case 18:
			length, times = 0, r.read(7)+11
		}
		if length > 0 {
			last = length
		}
		for ; times > 0; times-- {
			of = append(of, length)
		}
	}
	r.failed = r.failed || len(of) > size
	return of
}

// codeOf makes the code of which each symbol has a word of a length; 0: none.
func (r *bitReader) codeOf(lengths []int) (c code) {
	for length := 1; length < len(c.counts); length++ {
		for symbol, of := range lengths {
			if of == length {
				c.counts[length]++
				c.symbols = append(c.symbols, symbol)
			}
		}
	}
	r.failed = r.failed || len(c.symbols) == 0
	return c
}

package report

import "time"

// stretch is some time of one part of a report.
type stretch struct {
	from, to time.Time // UTC, the latter exclusive
	part     int
}

// partsOf are the parts between bounds that are not empty, in their order.
func partsOf(bounds []time.Time) (parts []stretch) {
	for part, from := range bounds[:len(bounds)-1] {
		if to := bounds[part+1]; from.Before(to) {
			parts = append(parts, stretch{from.UTC(), to.UTC(), part})
		}
	}
	return parts
}

// divide tells apart what of parts is whole days, UTC, and what is left of days at their
// ends.
func divide(parts []stretch) (days, rests []stretch) {
	for _, p := range parts {
		first, last := p.from.Truncate(oneDay), p.to.Truncate(oneDay)
		if first.Before(p.from) {
			first = first.Add(oneDay)
		}
		if !first.Before(last) { // there is no whole day in it
			rests = append(rests, p)
			continue
		}
		days = append(days, stretch{first, last, p.part})
		for _, rest := range []stretch{{p.from, first, p.part}, {last, p.to, p.part}} {
			if rest.from.Before(rest.to) {
				rests = append(rests, rest)
			}
		}
	}
	return days, rests
}

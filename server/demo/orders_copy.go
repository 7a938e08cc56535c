package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/order"
)

// copier makes copies of the rows of a sample. What names a row of the sample gets
// a name of its own in each copy, wherever it stands; so do Stripe's identifiers and
// the numbers of orders; and all instants are moved.
type copier struct {
	db       *db.DB
	luck     *rand.Rand
	tables   []pattern
	names    []name
	instants []time.Time

	refs map[string]int    // of names, by what they are in the sample
	of   map[string]int    // the order's name, by its number
	at   map[time.Time]int // of instants
}

// pattern is a table with what its rows are made of.
type pattern struct {
	table db.Table
	rows  [][]piece
}

// piece is a part of the text of a row: some text, and what follows it.
type piece struct {
	text string
	what what
	ref  int
}

// what follows the text of a piece.
type what int

const (
	nothing what = iota
	aName
	aNumber
	anInstant
)

// name is an identifier that each copy has anew.
type name struct {
	sample    string
	prefix    string
	isForeign bool // Stripe's
	at        time.Time
	rank      int // among those of the same millisecond
}

var (
	// named finds what may be an identifier: ours has 26 characters, one of Stripe's simulator 24 or 25.
	named = regexp.MustCompile(`[a-z]+_[0-9A-Za-z]{24,26}`)
	// numbered finds what may be the number of an order.
	numbered = regexp.MustCompile(`[0-9A-Z]{5}-[0-9A-Z]{5}`)
	// eitherOr finds both.
	eitherOr = regexp.MustCompile(named.String() + "|" + numbered.String())
)

func newCopier(d *db.DB, tables []sampled, seed uint64) (*copier, error) {
	c := &copier{
		db: d, luck: rand.New(rand.NewPCG(seed, 7)), //nolint:gosec // nobody gains by guessing
		refs: map[string]int{}, of: map[string]int{}, at: map[time.Time]int{},
	}
	tables, err := inOrder(tables)
	if err != nil {
		return nil, err
	}
	for _, t := range tables {
		c.findKeys(t)
	}
	for _, t := range tables {
		c.findForeign(t)
	}
	for range 3 { // what has no instant came to be with what it belongs to
		for _, t := range tables {
			c.date(t)
		}
	}
	c.rank()
	for _, t := range tables {
		p, err := c.pattern(t)
		if err != nil {
			return nil, err
		}
		c.tables = append(c.tables, p)
	}
	return c, nil
}

// findKeys notes the identifiers that are keys of rows.
func (c *copier) findKeys(t sampled) {
	for _, row := range t.rows {
		key := t.table.KeyOf(row)
		sample := strings.Trim(key[0], "'")
		prefix := id.Prefix(sample)
		if len(key) != 1 || prefix == "" {
			continue
		}
		c.add(name{sample: sample, prefix: prefix, at: earliest(t.table, row)})
		if t.table.Name == "orders" {
			c.of[order.NumberOf(order.ID(sample))] = c.refs[sample]
		}
	}
}

// findForeign notes Stripe's identifiers. Accounts belong to sellers, and stay.
func (c *copier) findForeign(t sampled) {
	for _, row := range t.rows {
		for _, found := range named.FindAllString(strings.Join(row, ","), -1) {
			prefix, _, _ := strings.Cut(found, "_")
			if _, known := c.refs[found]; !known && !id.Valid(found, prefix) && prefix != "acct" {
				c.add(name{sample: found, prefix: prefix, isForeign: true, at: earliest(t.table, row)})
			}
		}
	}
}

func (c *copier) add(n name) {
	c.refs[n.sample] = len(c.names)
	c.names = append(c.names, n)
}

// date gives names that have no instant one of those beside them.
func (c *copier) date(t sampled) {
	for _, row := range t.rows {
		var at time.Time
		var lacking []int
		for _, found := range named.FindAllString(strings.Join(row, ","), -1) {
			ref, known := c.refs[found]
			switch {
			case !known:
			case c.names[ref].at.IsZero():
				lacking = append(lacking, ref)
			case at.IsZero():
				at = c.names[ref].at
			}
		}
		for _, ref := range lacking {
			c.names[ref].at = at
		}
	}
}

// rank keeps names of the same millisecond in the order in which they were made.
func (c *copier) rank() {
	refs := make([]int, len(c.names))
	for i := range refs {
		refs[i] = i
	}
	age := func(ref int) string { return strings.TrimPrefix(c.names[ref].sample, c.names[ref].prefix) }
	slices.SortFunc(refs, func(a, b int) int { return strings.Compare(age(a), age(b)) })
	ranks := map[int64]int{}
	for _, ref := range refs {
		n := &c.names[ref]
		n.rank = ranks[n.at.UnixMilli()]
		ranks[n.at.UnixMilli()]++
	}
}

// earliest returns the earliest instant of a row; zero when there is none.
func earliest(t db.Table, row []string) (at time.Time) {
	for i, column := range t.Columns {
		if !column.IsInstant {
			continue
		}
		if found, ok := instant(row[i]); ok && (at.IsZero() || found.Before(at)) {
			at = found
		}
	}
	return at
}

// instant reads a literal.
func instant(literal string) (time.Time, bool) {
	if len(literal) <= len(db.InstantForm) {
		return time.Time{}, false
	}
	at, err := time.Parse(db.InstantForm, literal[1:len(db.InstantForm)+1])
	return at, err == nil
}

// pattern takes the rows of a table to pieces.
func (c *copier) pattern(t sampled) (pattern, error) {
	p := pattern{table: t.table}
	for _, row := range t.rows {
		var pieces []piece
		text, isNew := "(", len(t.table.Key) == 0
		for i, cell := range row {
			if i > 0 {
				text += ","
			}
			if at, ok := instant(cell); ok && t.table.Columns[i].IsInstant {
				pieces = append(pieces, piece{text + cell[:1], anInstant, c.instant(at)})
				text = cell[len(db.InstantForm)+1:]
				continue
			}
			rest := cell
			for _, at := range eitherOr.FindAllStringIndex(cell, -1) {
				kind, ref, known := c.lookUp(cell[at[0]:at[1]])
				if !known {
					continue
				}
				done := len(cell) - len(rest)
				pieces = append(pieces, piece{text + cell[done:at[0]], kind, ref})
				text, rest, isNew = "", cell[at[1]:], true
			}
			text += rest
		}
		if !isNew {
			return p, fmt.Errorf("a row of %s would be the same in all copies: %v", t.table.Name, row)
		}
		p.rows = append(p.rows, append(pieces, piece{text: text + ")"}))
	}
	return p, nil
}

func (c *copier) lookUp(found string) (kind what, ref int, known bool) {
	if ref, known = c.refs[found]; known {
		return aName, ref, true
	}
	ref, known = c.of[found]
	return aNumber, ref, known
}

func (c *copier) instant(at time.Time) int {
	ref, known := c.at[at]
	if !known {
		ref = len(c.instants)
		c.at[at], c.instants = ref, append(c.instants, at)
	}
	return ref
}

const (
	// copiesPerUnit is how many copies are written in one unit: some thousand orders.
	copiesPerUnit = 8
	// statementBytes is how long a statement gets before it is sent.
	statementBytes = 1 << 17
)

// copyAll makes so many copies, the oldest first, each of them so far from the next,
// and the last of them so far from the sample. It returns how many rows were written.
func (c *copier) copyAll(ctx context.Context, copies int, distance time.Duration, progress func(copies int)) (rows int, err error) {
	for done := 0; done < copies; {
		next := min(copies, done+copiesPerUnit)
		made := make([]*copied, 0, next-done)
		for i := done; i < next; i++ {
			made = append(made, c.copied(-distance*time.Duration(copies-i)))
		}
		written := 0
		err := c.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			written, err = c.write(ctx, tx, made)
			return err
		})
		if err != nil {
			return rows, fmt.Errorf("copies %d to %d: %w", done+1, next, err)
		}
		rows, done = rows+written, next
		progress(done)
	}
	return rows, nil
}

// copied is what is different in a copy.
type copied struct {
	names    [][]byte
	instants [][]byte
}

// copied makes names and instants for a copy that lies so far from the sample.
func (c *copier) copied(shift time.Duration) *copied {
	made := &copied{make([][]byte, len(c.names)), make([][]byte, len(c.instants))}
	for i, n := range c.names {
		made.names[i] = id.AppendAt(make([]byte, 0, len(n.sample)), n.prefix, n.at.Add(shift), n.rank, c.luck.Uint64())
		if n.isForeign {
			made.names[i] = made.names[i][:len(n.sample)-4] // as long as the sample's
			made.names[i] = fmt.Appendf(made.names[i], "%04x", c.luck.Uint32()&0xffff)
		}
	}
	for i, at := range c.instants {
		made.instants[i] = at.Add(shift).AppendFormat(nil, db.InstantForm)
	}
	return made
}

// write inserts the rows of some copies, table by table.
func (c *copier) write(ctx context.Context, tx db.Tx, made []*copied) (rows int, err error) {
	b := make([]byte, 0, statementBytes*5/4)
	for _, p := range c.tables {
		for _, one := range made {
			for _, row := range p.rows {
				if len(b) > 0 {
					b = append(b, ',')
				}
				b = one.append(b, row)
				rows++
				if len(b) < statementBytes {
					continue
				}
				if err := tx.InsertLiterals(ctx, p.table, b); err != nil {
					return 0, err
				}
				b = b[:0]
			}
		}
		if len(b) == 0 {
			continue
		}
		if err := tx.InsertLiterals(ctx, p.table, b); err != nil {
			return 0, err
		}
		b = b[:0]
	}
	return rows, nil
}

// append appends a row of a copy.
func (one *copied) append(b []byte, row []piece) []byte {
	for _, p := range row {
		b = append(b, p.text...)
		switch p.what {
		case aName:
			b = append(b, one.names[p.ref]...)
		case aNumber:
			b = append(b, order.NumberOf(order.ID(one.names[p.ref]))...)
		case anInstant:
			b = append(b, one.instants[p.ref]...)
		case nothing:
		}
	}
	return b
}

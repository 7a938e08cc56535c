package event

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

// Topic is what somebody can follow: a kind of thing and an id, such as
// "order:ord_…".
type Topic string

// TopicOf names a topic.
func TopicOf[T ~string](kind string, id T) Topic { return Topic(kind + ":" + string(id)) }

// News is one line that says that something has happened to what a topic names.
// It holds ids only: whoever hears it reads the present.
type News struct {
	bun.BaseModel `bun:"table:news"`

	Topic     Topic
	Unit      int64     `bun:",pk"` // the unit that told it; see db.Tx.Serial
	Seq       int64     `bun:",pk"` // its number among what the unit told, from 1
	Name      string    // what has happened, such as "order.paid"
	Subject   string    // the id of what it has happened to
	CreatedAt time.Time // the instant of the unit, UTC
}

// Position returns where the news stands in the order of all.
func (n *News) Position() Position { return Position{n.Unit, n.Seq, n.CreatedAt} }

// About says whom a line of news is for and what it is about.
type About struct {
	Topic   Topic
	Subject string
}

// Tell writes news in this unit, a line for each topic. Those who follow hear it
// after the commit, all lines of all units in one order. Unlike an event nobody
// need act on it, and it costs no job.
func Tell(ctx context.Context, tx db.Tx, name string, about ...About) error {
	if len(about) == 0 {
		return nil
	}
	var unit int64 // when the statement finds it out by itself
	if tx.SerialWithin() == nil {
		var err error
		if unit, err = tx.Serial(ctx, lastUnit); err != nil {
			return fmt.Errorf("number the news: %w", err)
		}
	}
	lines := make([]*News, len(about))
	for i, a := range about {
		lines[i] = &News{Topic: a.Topic, Unit: unit, Seq: tx.Next(), Name: name, Subject: a.Subject, CreatedAt: tx.Now()}
	}
	if err := insertNews(ctx, tx, lines); err != nil {
		return fmt.Errorf("tell %s: %w", name, err)
	}
	tx.Announce()
	return nil
}

// Position is a place in the order of all news. Readers go on from one.
type Position struct {
	unit, seq int64
	at        time.Time // when it was reached, UTC
}

// Before reports whether p comes before o.
func (p Position) Before(o Position) bool {
	return p.unit < o.unit || p.unit == o.unit && p.seq < o.seq
}

// errCursor says that a text is no position.
var errCursor = errors.New("event: no position")

// String writes a position as clients keep it.
func (p Position) String() string {
	return strconv.FormatInt(p.unit, 36) + "-" + strconv.FormatInt(p.seq, 36) + "-" + strconv.FormatInt(p.at.Unix(), 36)
}

// ParsePosition reads what String has written.
func ParsePosition(text string) (Position, error) {
	parts := strings.Split(text, "-")
	if len(parts) != 3 || len(text) > 64 {
		return Position{}, errCursor
	}
	var numbers [3]int64
	for i, part := range parts {
		n, err := strconv.ParseInt(part, 36, 64)
		if err != nil || n < 0 {
			return Position{}, errCursor
		}
		numbers[i] = n
	}
	return Position{numbers[0], numbers[1], time.Unix(numbers[2], 0).UTC()}, nil
}

// keptMargin is how much sooner a position is too old than news is removed: it
// takes longer than any unit.
const keptMargin = time.Hour

// IsGone reports whether news that follows a position may have been removed.
func (p Position) IsGone(now time.Time) bool { return p.at.Before(now.Add(keptMargin - Kept)) }

// Head returns the position up to which no more news will come: whatever is told
// from now on stands after it, and whatever stands before it can be read.
func Head(ctx context.Context, d *db.DB) (Position, error) {
	settled, err := d.Settled(ctx)
	if err != nil {
		return Position{}, fmt.Errorf("ask what is settled: %w", err)
	}
	if settled == math.MaxInt64 {
		if settled, err = lastUnit(ctx, d.Read(ctx)); err != nil {
			return Position{}, fmt.Errorf("look for the latest news: %w", err)
		}
	}
	return Position{settled, math.MaxInt32, d.Clock().Now()}, nil
}

// Since returns news after a position in order, at most limit, and whether some
// of it may still be overtaken by what is before it: that is not among it.
// A topic narrows it; empty: all.
func Since(ctx context.Context, d *db.DB, topic Topic, after Position, limit int64) (settled []*News, head Position, waits bool, err error) {
	if head, err = Head(ctx, d); err != nil {
		return nil, head, false, err
	}
	found, err := selectNews(ctx, d.Read(ctx), topic, after, limit)
	if err != nil {
		return nil, head, false, fmt.Errorf("read news: %w", err)
	}
	// SQLite may have committed more between the two reads. All of it is settled.
	for i, n := range found {
		if n.Unit > head.unit && d.ServesMany() {
			return found[:i], head, true, nil
		}
	}
	if len(found) > 0 && (int64(len(found)) == limit || !found[len(found)-1].Position().Before(head)) {
		head = found[len(found)-1].Position()
	}
	return found, head, false, nil
}

// Restart removes news that a database brought along from another server, whose
// numbers this one has not reached: it would wait for ever to be settled. What
// other processes tell meanwhile stays.
func Restart(ctx context.Context, d *db.DB) error {
	if !d.ServesMany() {
		return nil
	}
	return d.Write(ctx, func(ctx context.Context, tx db.Tx) error { return deleteNewsOfOthers(ctx, tx) })
}

package stripesim

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// journal is the append-only file. One line holds all objects one unit changed, so
// a torn last line loses a whole unit and never half of one.
type journal struct {
	file *os.File
	buf  bytes.Buffer
}

// record is one object in a line.
type record struct {
	Kind    string          `json:"k"`
	Account string          `json:"a,omitempty"`
	Seq     int64           `json:"s,omitempty"`
	Due     int64           `json:"t,omitempty"`
	Gone    bool            `json:"g,omitempty"`
	ID      string          `json:"i"`
	Data    json.RawMessage `json:"d,omitempty"`
	Private json.RawMessage `json:"x,omitempty"`
}

func recordOf(e entity) record {
	h := e.header()
	r := record{Kind: h.Object, Account: h.account, Seq: h.seq, Due: h.due, Gone: h.gone, ID: h.ID}
	r.Data = render(e)
	if p := e.private(); p != nil {
		r.Private = render(p)
	}
	return r
}

// write appends one line. A nil journal keeps nothing. The line is handed to the
// operating system, not forced to the disk: it survives the process, not the machine.
func (j *journal) write(changed []entity) error {
	if j == nil || len(changed) == 0 {
		return nil
	}
	j.buf.Reset()
	j.buf.WriteString("[")
	for i, e := range changed {
		if i > 0 {
			j.buf.WriteByte(',')
		}
		j.buf.Write(render(recordOf(e)))
	}
	j.buf.WriteString("]\n")
	if _, err := j.file.Write(j.buf.Bytes()); err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	return nil
}

func (j *journal) close() error { return j.file.Close() }

// openJournal replays what is there, writes it again without what is outdated, and
// leaves the file open for appending.
func (s *Simulator) openJournal(path string) error {
	records, err := readJournal(path)
	if err != nil {
		return err
	}
	if err := s.replay(records); err != nil {
		return err
	}
	compact := path + ".new"
	file, err := os.OpenFile(filepath.Clean(compact), os.O_CREATE|os.O_TRUNC|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	for _, r := range records {
		out.WriteString("[")
		out.Write(render(r))
		out.WriteString("]\n")
	}
	if err := out.Flush(); err != nil {
		return errors.Join(err, file.Close())
	}
	if err := os.Rename(compact, path); err != nil {
		return errors.Join(err, file.Close())
	}
	s.journal = &journal{file: file}
	return nil
}

// readJournal returns the last record of each object, by age. The last line may be
// torn; any other line that cannot be read is an error.
func readJournal(path string) ([]record, error) {
	file, err := os.Open(filepath.Clean(path))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read
	last := map[string]record{}
	in := bufio.NewReaderSize(file, 1<<20)
	for number := 1; ; number++ {
		line, err := in.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			break // without its newline the line is torn, or there is none
		}
		if err != nil {
			return nil, err
		}
		var unit []record
		if err := json.Unmarshal(line, &unit); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		for _, r := range unit {
			if newEntity(r.Kind) == nil {
				return nil, fmt.Errorf("line %d: unknown kind %q", number, r.Kind)
			}
			last[r.ID] = r
		}
	}
	records := make([]record, 0, len(last))
	for _, r := range last {
		if r.Gone && dropped(r.Kind) {
			continue
		}
		records = append(records, r)
	}
	slices.SortFunc(records, func(a, b record) int { return int(a.Seq - b.Seq) })
	return records, nil
}

// dropped kinds are forgotten once gone; nothing refers to them.
func dropped(kind string) bool {
	switch kind {
	case "sim.delivery", "sim.key", "sim.link", "event", "ephemeral_key", "tax.calculation":
		return true
	}
	return false
}

func (s *Simulator) replay(records []record) error {
	for _, r := range records {
		e := newEntity(r.Kind)
		if err := json.Unmarshal(r.Data, e); err != nil {
			return fmt.Errorf("%s: %w", r.ID, err)
		}
		if p := e.private(); p != nil && r.Private != nil {
			if err := json.Unmarshal(r.Private, p); err != nil {
				return fmt.Errorf("%s: %w", r.ID, err)
			}
		}
		h := e.header()
		h.ID, h.Object, h.account, h.seq, h.due, h.gone = r.ID, r.Kind, r.Account, r.Seq, r.Due, r.Gone
		s.state.seq = max(s.state.seq, r.Seq)
		s.state.add(e)
		s.remember(e)
	}
	s.relink()
	return nil
}

// relink fills the lists that are shown inside other objects.
func (s *Simulator) relink() {
	u := s.unit("")
	for _, e := range s.state.byID {
		switch e := e.(type) {
		case *account:
			e.listExternal(u.externalOf(e.ID))
		case *transfer:
			e.listReversals(s.state)
		case *dispute:
			e.listTransactions(s.state)
		}
	}
}

// remember rebuilds what is derived from objects: balances, queues and caches.
func (s *Simulator) remember(e entity) {
	switch e := e.(type) {
	case *clockEntity:
		s.offset = e.Offset
	case *conversionEntity:
		s.state.conversion = e
	case *balanceTransaction:
		e.book(s.state.purse(e.account, e.Currency))
		e.recover(s.state)
	case *refund:
		if e.hidden.Short {
			s.state.shortRefunds[e.account] = append(s.state.shortRefunds[e.account], e)
		}
	case *webhookEndpoint:
		if !e.gone {
			s.state.hooks = append(s.state.hooks, e)
		}
	case *event:
		s.state.events++
	case *delivery:
		s.queue.push(e)
	}
}

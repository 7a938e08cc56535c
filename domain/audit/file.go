package audit

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/fault"
)

const reasonMax = 500

// Format is the form of a file of entries; its values are those of the GraphQL
// enum.
type Format string

// The forms of a file.
const (
	// JSONL is one entry a line, as JSON.
	JSONL Format = "JSONL"
	// CSV is one entry a row, after a row of names (RFC 4180).
	CSV Format = "CSV"
)

// ExportInput asks for a file of the log, or of a part of it.
type ExportInput struct {
	Format Format
	Filter *Filter // nil: all of it
	Reason string  // why; it goes on record
}

// order is what the maker of a file has to know.
type order struct {
	Format Format `json:"format"`
	Filter Filter `json:"filter"`
}

// place is where a file goes on.
type place struct {
	After int64 `json:"after"` // the last entry that is in it
	Upto  int64 `json:"upto"`  // the last one there was when it was begun
}

// Files says where files are asked for.
func (s *Service) Files(files *export.Service) { s.files = files }

// AskFile asks for a file of the log, which is itself on record. It returns the
// faults of the reason and of the text that is looked for, and
// export.ErrTooMany.
func (s *Service) AskFile(ctx context.Context, by actor.Actor, in ExportInput) (*export.Export, error) {
	var faults fault.List
	in.Reason = faults.RequiredLines(in.Reason, reasonMax, "reason")
	o := order{Format: in.Format}
	if in.Filter != nil {
		o.Filter = *in.Filter
		o.Filter.check(&faults, "filter", "text")
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	params, err := json.Marshal(o)
	if err != nil {
		return nil, fmt.Errorf("encode the order of a file: %w", err)
	}
	r := export.Request{Kind: export.KindAudit, Params: string(params), Reason: in.Reason, Filename: "etal-audit.jsonl", ContentType: "application/jsonl"}
	if in.Format == CSV {
		r.Filename, r.ContentType = "etal-audit.csv", "text/csv; charset=utf-8"
	}
	return s.files.Ask(ctx, by, r)
}

// Next implements export.Maker. A part has up to a thousand entries, oldest
// first, and what was appended after the file was begun is not in it.
func (s *Service) Next(ctx context.Context, q db.Querier, e *export.Export) (export.Part, error) {
	var o order
	if err := json.Unmarshal([]byte(e.Params), &o); err != nil {
		return export.Part{}, fmt.Errorf("read the order of a file: %w", err)
	}
	at, total := place{}, e.Total
	if e.Position == "" {
		end, err := selectHead(ctx, q)
		if err != nil {
			return export.Part{}, fmt.Errorf("read the end of the chain: %w", err)
		}
		at.Upto = end.Seq
		if total, err = countUpto(ctx, q, o.Filter, at.Upto); err != nil {
			return export.Part{}, fmt.Errorf("count entries: %w", err)
		}
	} else if err := json.Unmarshal([]byte(e.Position), &at); err != nil {
		return export.Part{}, fmt.Errorf("read the place in a file: %w", err)
	}
	rows, err := selectBetween(ctx, q, o.Filter, at, batch)
	if err != nil {
		return export.Part{}, fmt.Errorf("read the audit log: %w", err)
	}
	if err := s.openAll(ctx, q, rows); err != nil {
		return export.Part{}, err
	}
	content, err := o.Format.write(rows, e.Position == "")
	if err != nil {
		return export.Part{}, err
	}
	if len(rows) > 0 {
		at.After = rows[len(rows)-1].Seq
	}
	position, err := json.Marshal(at)
	return export.Part{Content: content, Position: string(position), Done: e.Done + int64(len(rows)), Total: total, Last: len(rows) < batch}, err
}

// write writes entries in a form. The first part of a table has the names.
func (f Format) write(rows []*Entry, isFirst bool) ([]byte, error) {
	var out bytes.Buffer
	if f != CSV {
		encoder := json.NewEncoder(&out)
		encoder.SetEscapeHTML(false)
		for _, e := range rows {
			if err := encoder.Encode(e); err != nil {
				return nil, fmt.Errorf("encode entry %d: %w", e.Seq, err)
			}
		}
		return out.Bytes(), nil
	}
	table := csv.NewWriter(&out)
	table.UseCRLF = true
	if isFirst {
		_ = table.Write([]string{
			"number", "id", "at", "kind", "subject", "seller", "actor", "role", "acting_for", "session", "key", "request", "network",
			"before", "after", "proposal", "proposed_by", "view_as", "hash",
		}) // Flush keeps the error
	}
	for _, e := range rows {
		_ = table.Write([]string{
			strconv.FormatInt(e.Seq, 10), string(e.ID), e.At.UTC().Format(time.RFC3339Nano), e.Kind, string(e.Subject), string(e.SellerID),
			string(e.ActorID), e.ActorRole, string(e.ActingFor), string(e.SessionID), string(e.KeyID), e.RequestID, e.Address,
			e.BeforeText, e.AfterText, string(e.ProposalID), string(e.ProposedBy), e.ViewAsID, e.Hash,
		}) // as above
	}
	table.Flush()
	return out.Bytes(), table.Error()
}

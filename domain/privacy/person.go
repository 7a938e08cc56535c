package privacy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seal"
)

// format names the form of an export for programs that read it.
const format = "etal.person.1"

// document is the file of one person.
type document struct {
	Format    string             `json:"format"`
	AccountID identity.AccountID `json:"account"`
	MadeAt    time.Time          `json:"made_at"`
	Tables    []section          `json:"tables"`
}

// section is what one table knows of the person.
type section struct {
	Name  string           `json:"name"`
	About string           `json:"about"`
	Rows  []map[string]any `json:"rows"`
}

// Log is the audit log, as far as it is about one person.
type Log interface {
	// About returns what entries hold encrypted under a person's own key, by the
	// entries' ids and then by column.
	About(ctx context.Context, q db.Querier, who identity.AccountID) (map[string]map[string]string, error)
}

// Maker makes the files of people for export.Service.
type Maker struct{ Log Log }

// Next implements export.Maker. A person's data is one part.
func (m Maker) Next(ctx context.Context, q db.Querier, e *export.Export) (export.Part, error) {
	account, err := identity.AccountTx(ctx, q, identity.AccountID(e.SubjectID))
	if err != nil {
		return export.Part{}, err
	}
	whose := person{ID: account.ID, At: e.CreatedAt}
	if account.EmailFolded != nil {
		whose.Email = *account.EmailFolded
	}
	doc := document{Format: format, AccountID: account.ID, MadeAt: e.CreatedAt.UTC(), Tables: []section{}}
	var rows int64
	for _, t := range Tables() {
		if t.Where == "" {
			continue
		}
		found, err := selectRows(ctx, q, t, whose)
		if err != nil {
			return export.Part{}, fmt.Errorf("read %s: %w", t.Name, err)
		}
		if t.Name == "audit_entries" {
			if err := m.open(ctx, q, account.ID, found); err != nil {
				return export.Part{}, err
			}
		}
		rows += int64(len(found))
		doc.Tables = append(doc.Tables, section{Name: t.Name, About: t.About, Rows: shown(t, found)})
	}
	content, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		return export.Part{}, fmt.Errorf("encode export: %w", err)
	}
	return export.Part{Content: content, Done: rows, Total: rows, Last: true}, nil
}

// open puts in clear into entries of the audit log what is about the person, and
// leaves out from where others have acted.
func (m Maker) open(ctx context.Context, q db.Querier, who identity.AccountID, entries []map[string]any) error {
	own, err := m.Log.About(ctx, q, who)
	if err != nil {
		return fmt.Errorf("open what the audit log says: %w", err)
	}
	for _, e := range entries {
		if text(e["actor_id"]) != string(who) {
			e["address"] = ""
		}
		for column, value := range own[text(e["id"])] {
			e[column] = value
		}
	}
	return nil
}

// text is a column that holds one, whatever the driver makes of it.
func text(v any) string {
	if raw, is := v.([]byte); is {
		return string(raw)
	}
	s, _ := v.(string)
	return s
}

// shown leaves out what is secret, and writes values as people read them.
func shown(t Table, rows []map[string]any) []map[string]any {
	list := make([]map[string]any, 0, len(rows))
	for _, row := range rows {
		clean := make(map[string]any, len(row))
		for column, value := range row {
			if !slices.Contains(t.Secret, column) {
				clean[column] = readable(column, value)
			}
		}
		list = append(list, clean)
	}
	return list
}

// isFlag finds the columns that are true or false.
var isFlag = regexp.MustCompile(`^(is|has|can|was)_|_pending$`)

// readable gives JSON columns as JSON, text as text and instants as UTC,
// whatever the driver makes of them.
func readable(column string, value any) any {
	switch v := value.(type) {
	case time.Time:
		return v.UTC()
	case int64:
		if isFlag.MatchString(column) {
			return v != 0
		}
	case []byte:
		if json.Valid(v) {
			return json.RawMessage(v)
		}
		if utf8.Valid(v) {
			return string(v)
		}
		return v
	case string:
		if at, err := time.Parse("2006-01-02 15:04:05.000000", v); err == nil {
			return at.UTC()
		}
		if (len(v) > 0 && (v[0] == '{' || v[0] == '[')) && json.Valid([]byte(v)) {
			return json.RawMessage(v)
		}
	}
	return value
}

// Handlers lists what listens to events.
func (s *Service) Handlers() []event.Handler {
	return []event.Handler{event.On("privacy.come_back", s.ComeBackTx)}
}

// ComeBackTx forgets that somebody was erased who has registered again with the
// same address.
func (s *Service) ComeBackTx(ctx context.Context, tx db.Tx, e identity.Registered) error {
	account, err := identity.LockTx(ctx, tx, e.AccountID)
	if err != nil || account.EmailFolded == nil {
		return err
	}
	hash, err := s.deps.Vault.HashTx(ctx, tx, mailKey, *account.EmailFolded)
	if errors.Is(err, seal.ErrNoKeys) {
		return nil
	}
	if err != nil {
		return err
	}
	return deleteRefusal(ctx, tx, hash)
}

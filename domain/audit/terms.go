package audit

import (
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/terms"
)

// termsReaders lists the events about what people are asked to agree to.
func termsReaders() map[string]reader {
	return map[string]reader{
		terms.Published{}.EventName(): reading(func(p terms.Published, e *Entry) (any, any) {
			e.Subject = id.Any(p.VersionID)
			return nil, map[string]any{"kind": p.Kind, "number": p.Number, "text_hash": p.TextHash, "in_force_from": p.InForceFrom}
		}),
		terms.Withdrawn{}.EventName(): reading(func(w terms.Withdrawn, e *Entry) (any, any) {
			e.Subject = id.Any(w.VersionID)
			before := map[string]any{"kind": w.Kind, "number": w.Number, "in_force_from": w.InForceFrom}
			return before, map[string]any{"kind": w.Kind, "number": w.Number, "withdrawn": true}
		}),
	}
}

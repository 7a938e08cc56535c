package audit

import (
	"strconv"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/system"
)

// systemReaders lists the events about the process that are on record.
func systemReaders() map[string]reader {
	return map[string]reader{
		system.JobRetried{}.EventName(): reading(func(j system.JobRetried, e *Entry) (any, any) {
			e.Subject = id.Any(strconv.FormatInt(j.JobID, 10))
			return nil, map[string]any{"job": j.Kind}
		}),
	}
}

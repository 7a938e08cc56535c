package hostile

import "encoding/json"

// Document is the text of the document that an attack sends as one member of a
// body that is JSON; empty when it does not.
func (a Attack) Document() string {
	if a.body == nil || a.contentType != "application/json" {
		return ""
	}
	var read struct{ Query string }
	if json.Unmarshal(a.body(), &read) != nil {
		return ""
	}
	return read.Query
}

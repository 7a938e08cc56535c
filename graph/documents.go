package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"strings"

	"github.com/etal-market/etal/domain/actor"
)

// documentPrefix stands before the hash in the id of a document, as the GraphQL
// over HTTP draft on persisted documents names it.
const documentPrefix = "sha256:"

// Documents are registered documents, by id: "sha256:" and the SHA-256 of the
// text in lower-case hex. Clients ask for them by `documentId` instead of
// sending text.
type Documents map[string]string

// ReadDocuments reads a manifest as code generators of clients write it: a JSON
// object whose names are hashes, with or without "sha256:", and whose values are
// the texts. A hash that is not that of its text is refused.
func ReadDocuments(manifest []byte) (Documents, error) {
	var listed map[string]string
	if err := json.Unmarshal(manifest, &listed); err != nil {
		return nil, fmt.Errorf("a manifest of documents must be a JSON object of texts: %w", err)
	}
	found := make(Documents, len(listed))
	for name, text := range listed {
		id := DocumentID(text)
		if documentPrefix+strings.TrimPrefix(name, documentPrefix) != id {
			return nil, fmt.Errorf("document %s: the hash of its text is %s", name, id)
		}
		found[id] = text
	}
	return found, nil
}

// DocumentID returns the id of a text.
func DocumentID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return documentPrefix + hex.EncodeToString(sum[:])
}

// With returns the documents of both.
func (d Documents) With(others Documents) Documents {
	both := maps.Clone(others)
	if both == nil {
		both = Documents{}
	}
	maps.Copy(both, d)
	return both
}

// resolved puts the text of the document that was asked for by its id into the
// question. Where only registered documents are trusted, everybody but an API
// key is refused any other text.
func (t *transport) resolved(ctx context.Context, q *question) *refusal {
	if q.documentID != "" {
		text, ok := t.documents[q.documentID]
		if !ok {
			return &refusal{status: http.StatusBadRequest, err: refusedBy(ErrDocumentUnknown)}
		}
		if q.Query != "" && q.Query != text {
			return badRequest("Send documentId or query, not both.")
		}
		q.Query = text
		return nil
	}
	if t.trustedOnly && actor.From(ctx).KeyID == "" {
		if _, ok := t.documents[DocumentID(q.Query)]; !ok {
			return &refusal{status: http.StatusForbidden, err: refusedBy(ErrDocumentUntrusted)}
		}
	}
	return nil
}

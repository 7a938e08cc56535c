package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"sync"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/graph"
)

// schemaPath is where the schema can be fetched as a file.
const schemaPath = graphqlPath + "/schema.graphql"

// showsSchema reports whether whoever asks may read the schema: everybody in
// development, and elsewhere those who have the credentials of a developer, API
// keys and operators. The setting may open it to everybody, or to nobody.
func (a *App) showsSchema(ctx context.Context) bool {
	if a.Config.IntrospectionOpen() {
		return true
	}
	by := actor.From(ctx)
	return a.Config.Introspection == "auto" && (by.KeyID != "" || by.IsOperator())
}

// sendSchema hands the schema out.
func (a *App) sendSchema() http.HandlerFunc {
	tag := sync.OnceValue(func() string {
		sum := sha256.Sum256(graph.SDL)
		return `"` + hex.EncodeToString(sum[:]) + `"`
	})
	return func(w http.ResponseWriter, r *http.Request) {
		if !a.showsSchema(r.Context()) {
			a.refuse(w, r, ErrSchemaClosed)
			return
		}
		h := w.Header()
		h.Set("ETag", tag())
		h.Set("Cache-Control", "private, no-cache")
		h.Set("Content-Type", "text/plain; charset=utf-8")
		h.Set("Content-Disposition", `attachment; filename="schema.graphql"`)
		if r.Header.Get("If-None-Match") == tag() {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = w.Write(graph.SDL) // the client has gone
	}
}

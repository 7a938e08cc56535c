package graph

import (
	"context"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Everybody who waits for the same answer sorts its errors at the same time, so each
// has a list of their own.
func TestCache_shared_errors_are_sorted_by_each_for_themselves(t *testing.T) {
	t.Parallel()

	const askers = 32
	c := newCache(func(bool) {}, time.Minute)
	op := &graphql.OperationContext{Operation: &ast.OperationDefinition{Operation: ast.Query}}
	var here, done sync.WaitGroup
	here.Add(askers)
	answers := make([]*answer, askers)
	for i := range answers {
		done.Go(func() {
			here.Done()
			answers[i] = c.share(t.Context(), cacheKey{}, op, func(context.Context) *answer {
				here.Wait()
				a := &answer{}
				for n := range errorsMax + 10 {
					a.Errors = append(a.Errors, &gqlerror.Error{Path: ast.Path{ast.PathName("f" + strconv.Itoa(n*7%29))}})
				}
				return a
			})
			sortErrors(answers[i])
		})
	}
	done.Wait()
	lists := map[**gqlerror.Error]bool{}
	for _, a := range answers {
		require.Len(t, a.Errors, errorsMax)
		require.False(t, lists[&a.Errors[0]], "two have one list")
		lists[&a.Errors[0]] = true
	}
}

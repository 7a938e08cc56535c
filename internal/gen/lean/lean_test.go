package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/internal/gen/gofiles"
)

// generated is what gqlgen writes for a type that is plain but for a resolver, an
// instant that may be missing, and a list of a type that is plain altogether.
const generated = `package exec

import (
	"context"

	"example.org/money"
	"example.org/model"
)

func (ec *executionContext) _Line_title(ctx context.Context, field graphql.CollectedField, obj *order.Line) (ret graphql.Marshaler) {
	return graphql.ResolveField(
		ctx, ec.OperationContext, field,
		func(ctx context.Context, field graphql.CollectedField) (*graphql.FieldContext, error) {
			return ec.fieldContext_Line_title(ctx, field)
		},
		func(ctx context.Context) (any, error) {
			return obj.Title(), nil
		},
		nil,
		func(ctx context.Context, selections ast.SelectionSet, v string) graphql.Marshaler {
			return ec.marshalNString2string(ctx, selections, v)
		},
		true, true,
	)
}

func (ec *executionContext) _Line_at(ctx context.Context, field graphql.CollectedField, obj *order.Line) (ret graphql.Marshaler) {
	return graphql.ResolveField(
		ctx, ec.OperationContext, field,
		func(ctx context.Context, field graphql.CollectedField) (*graphql.FieldContext, error) {
			return ec.fieldContext_Line_at(ctx, field)
		},
		func(ctx context.Context) (any, error) {
			return obj.At, nil
		},
		nil,
		func(ctx context.Context, selections ast.SelectionSet, v time.Time) graphql.Marshaler {
			return ec.marshalNDateTime2time(ctx, selections, v)
		},
		true, true,
	)
}

func (ec *executionContext) _Line_product(ctx context.Context, field graphql.CollectedField, obj *order.Line) (ret graphql.Marshaler) {
	return graphql.ResolveField(
		ctx, ec.OperationContext, field,
		func(ctx context.Context, field graphql.CollectedField) (*graphql.FieldContext, error) {
			return ec.fieldContext_Line_product(ctx, field)
		},
		func(ctx context.Context) (any, error) {
			return ec.Resolvers.Line().Product(ctx, obj)
		},
		nil,
		func(ctx context.Context, selections ast.SelectionSet, v string) graphql.Marshaler {
			return ec.marshalNString2string(ctx, selections, v)
		},
		true, true,
	)
}

func (ec *executionContext) _Line_guarded(ctx context.Context, field graphql.CollectedField, obj *order.Line) (ret graphql.Marshaler) {
	return graphql.ResolveField(
		ctx, ec.OperationContext, field,
		func(ctx context.Context, field graphql.CollectedField) (*graphql.FieldContext, error) {
			return ec.fieldContext_Line_guarded(ctx, field)
		},
		func(ctx context.Context) (any, error) {
			return obj.Guarded, nil
		},
		func(ctx context.Context, next graphql.Resolver) graphql.Resolver { return ec.directive(ctx, next) },
		func(ctx context.Context, selections ast.SelectionSet, v string) graphql.Marshaler {
			return ec.marshalNString2string(ctx, selections, v)
		},
		true, true,
	)
}

func (ec *executionContext) _Line(ctx context.Context, sel ast.SelectionSet, obj *order.Line) graphql.Marshaler {
	deferred := graphql.NewDeferredGroup(ctx)
	return use(deferred)
}

func (ec *executionContext) marshalNLine2list(ctx context.Context, sel ast.SelectionSet, v []*order.Line) graphql.Marshaler {
	ret := graphql.MarshalSliceConcurrently(ctx, len(v), 0, false, func(ctx context.Context, i int) graphql.Marshaler {
		return ec.marshalNLine2line(ctx, sel, v[i])
	})
	return ret
}

func (ec *executionContext) marshalNLine2line(ctx context.Context, sel ast.SelectionSet, v *order.Line) graphql.Marshaler {
	if v == nil {
		graphql.AddInvalidNullError(ctx, "Line!")
		return graphql.Null
	}
	return ec._Line(ctx, sel, v)
}

func (ec *executionContext) marshalNString2string(ctx context.Context, sel ast.SelectionSet, v string) graphql.Marshaler {
	_ = sel
	res := graphql.MarshalString(v)
	if res == graphql.Null {
		graphql.AddInvalidNullFromMarshaler(ctx, "String!")
	}
	return res
}

func (ec *executionContext) marshalNDateTime2time(ctx context.Context, sel ast.SelectionSet, v time.Time) graphql.Marshaler {
	_ = sel
	res := model.MarshalDateTime(v)
	if res == graphql.Null {
		graphql.AddInvalidNullFromMarshaler(ctx, "DateTime!")
	}
	return res
}
`

func TestLean_answers_plain_fields_at_once_and_leaves_the_others(t *testing.T) {
	t.Parallel()
	written, err := lean(map[string]string{"a.go": generated}, "lean.go")
	require.NoError(t, err)
	text := written["a.go"]
	require.Contains(t, text, "return ec.marshalNString2string(ctx, field.Selections, obj.Title())")
	require.Contains(t, text, "if res := model.MarshalDateTime(obj.At); res != graphql.Null {\n\t\treturn res\n\t}\n\treturn graphql.ResolveField(")
	require.Equal(t, 3, strings.Count(text, "graphql.ResolveField("), "the resolver, the directive and the instant that is missing")
	require.Contains(t, text, "deferred := graphql.DeferredGroup{}")
	require.Contains(t, text, "if onlyLean(sel, leanLine) && allSet(v) {")
	require.Contains(t, written["lean.go"], "case \"__typename\", \"title\":\n")
	require.NotContains(t, text, "example.org/money", "nothing uses it")
	require.Contains(t, text, "example.org/model")

	again, err := lean(written, "lean.go")
	require.NoError(t, err)
	require.Empty(t, again, "what is lean stays as it is")
}

func TestLean_has_run_after_gqlgen(t *testing.T) {
	t.Parallel()
	root, err := gofiles.Root()
	require.NoError(t, err)
	names, err := filepath.Glob(filepath.Join(root, "graph", "exec", "*.generated.go"))
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		require.False(t, strings.Contains(string(text), "graphql.NewDeferredGroup("), "%s: go generate ./graph", name)
	}
}

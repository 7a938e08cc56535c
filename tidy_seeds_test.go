package etal_test

import (
	"fmt"
	"strings"
)

// seed is a small tree that breaks one rule, and the same tree written well.
type seed struct{ bad, good map[string]string }

// inFile makes a seed of one file whose body differs.
func inFile(name, bad, good string) seed {
	return seed{map[string]string{name: goText(name, bad)}, map[string]string{name: goText(name, good)}}
}

// goText puts a package clause before the text of a Go file that has none.
func goText(name, body string) string {
	if !strings.HasSuffix(name, ".go") || strings.Contains(body, "package ") {
		return body
	}
	return "package x\n\n" + body
}

// lines is a Go function of n lines.
func lines(name string, n int) string {
	return fmt.Sprintf("func %s() {\n%s}\n", name, strings.Repeat("\tf()\n", n-2))
}

func imports(paths ...string) string {
	var b strings.Builder
	for _, p := range paths {
		fmt.Fprintf(&b, "import _ %q\n", p)
	}
	return b.String()
}

func seeds() map[string][]seed {
	all := map[string][]seed{}
	for _, part := range []map[string][]seed{structureSeeds(), codeSeeds(), stateSeeds(), languageSeeds(), testSeeds()} {
		for name, list := range part {
			all[name] = append(all[name], list...)
		}
	}
	return all
}

func structureSeeds() map[string][]seed {
	floor := func(file, bad, good string) seed {
		return inFile(file, imports(module+bad), imports(module+good))
	}
	return map[string][]seed{
		"imports go down": {
			floor("domain/catalog/a.go", "domain/order", "domain/seller"),
			floor("domain/order/a.go", "domain/ledger", "domain/inventory"), // the same floor
			floor("domain/order/a.go", "graph/model", "db"),
			floor("domain/order/a.go", "gateway/stripe", "domain/event"),
			floor("domain/money/a.go", "db", "domain/fault"),
			floor("domain/event/a.go", "domain/identity", "db"),
			floor("domain/nowhere/a.go", "domain/identity", "domain/id"), // has no floor
			floor("domain/order/a.go", "domain/nowhere", "domain/catalog"),
			floor("graph/a.go", "db", "domain/order"),
			floor("graph/loader/a.go", "server", "authz"),
			floor("authz/a.go", "domain/identity", "domain/actor"),
			floor("gateway/mail/a.go", "graph", "domain/notification"),
			floor("cmd/etal/main.go", "domain/order", "server/cli"),
			floor("server/config/a.go", "graph", "server/config"),
			floor("server/a.go", "internal/testkit", "domain/checkout"),
			floor("db/a.go", "domain/order", "migrations"),
			inFile("migrations/a.go", imports(module+"db"), imports("embed")),
			inFile("web-admin/embed.go", imports(module+"server"), ""),
		},
		"contexts explain themselves": {
			inFile("domain/order/order.go", "// Package order is told in the wrong file.\npackage order\n",
				"package order\n").withGood("domain/order/doc.go", "// Package order is about orders.\npackage order\n"),
			inFile("server/a.go", "package server\n", "// Package server serves.\npackage server\n"),
		},
		"exported names have sentences": {
			inFile("server/a.go", "func Run() {}\n", "// Run runs.\nfunc Run() {}\n"),
			inFile("server/a.go", "type Thing struct{}\n", "// Thing is one.\ntype Thing struct{}\n"),
			inFile("server/a.go", "var ErrGone = f()\n", "// ErrGone says so.\nvar ErrGone = f()\n"),
			inFile("server/a.go", "// run it\nfunc Run() {}\n", "func run() {}\n"),
			inFile("server/a.go", "// T is one.\ntype T[K any] struct{}\n\nfunc (t *T[K]) Do() {}\n",
				"type t struct{}\n\nfunc (t *t) Do() {}\n"),
		},
		"packages have real names": {
			{bad: map[string]string{"domain/utils/a.go": "package utils\n"}, good: map[string]string{"domain/order/a.go": "package order\n"}},
			{bad: map[string]string{"server/helpers/a.go": "package helpers\n"}, good: map[string]string{"graph/model/a.go": "package model\n"}},
		},
		"nothing is left lying about": {
			inFile("domain/lonely/a.go", "package lonely\n", "package lonely\n").
				withGood("server/b.go", "package server\n"+imports(module+"domain/lonely")).
				withGood("cmd/etal/main.go", "package main\n"+imports(module+"server")),
		},
	}
}

// withGood adds a file to the good tree.
func (s seed) withGood(name, text string) seed {
	s.good[name] = text
	return s
}

// withBad adds a file to the bad tree.
func (s seed) withBad(name, text string) seed {
	s.bad[name] = text
	return s
}

func codeSeeds() map[string][]seed {
	const bun = "import \"github.com/uptrace/bun\"\n"
	return map[string][]seed{
		"bun stays in sql.go": {
			inFile("domain/order/service.go", bun+"var q = bun.List(nil)\n", bun+"type T struct{ bun.BaseModel }\n"),
			inFile("domain/order/query.go", "func f() { db.NewSelect() }\n", "func f() { selectOrder() }\n"),
			{
				bad:  map[string]string{"graph/a.go": goText("a.go", "func f() { tx.NewUpdate() }\n")},
				good: map[string]string{"domain/order/line_sql.go": goText("a.go", bun+"func f() { tx.NewUpdate(bun.List(nil)) }\n")},
			},
		},
		"dialects stay in db": {
			{
				bad:  map[string]string{"domain/order/sql.go": goText("a.go", "func f() { if d.Dialect() == 1 {} }\n")},
				good: map[string]string{"db/dialect.go": goText("a.go", "func f() { if d.Dialect() == 1 {} }\n")},
			},
		},
		"one clock": {
			inFile("domain/order/a.go", "import \"time\"\nvar t = time.Now()\n", "import \"time\"\nvar t = time.Second\n"),
			inFile("server/a.go", "import tt \"time\"\nfunc f() { tt.Since(x) }\n", "func f(time T) { time.Now() }\n"),
		},
		"no background context": {
			inFile("server/a.go", "import \"context\"\nvar c = context.Background()\n", "import \"context\"\nfunc f(c context.Context) { context.WithoutCancel(c) }\n"),
			inFile("domain/order/a.go", "import \"context\"\nfunc f() { g(context.TODO()) }\n", ""),
			inFile("server/a.go", "import \"context\"\nvar c = context.Background()\n", "package main\nimport \"context\"\nvar c = context.Background()\n"),
		},
		"no init": {
			inFile("domain/order/a.go", "func init() {}\n", "type T struct{}\n\nfunc (T) init() {}\n"),
		},
		"no floats near money": {
			inFile("domain/pricing/a.go", "func f(x float64) {}\n", "func f(x int64) {}\n"),
			inFile("domain/ledger/a.go", "const rate = 0.1\n", "const rate = 1000\n"),
			{
				bad:  map[string]string{"domain/payout/a.go": goText("a.go", "var x float32\n")},
				good: map[string]string{"server/a.go": goText("a.go", "var x float64\n")},
			},
		},
		"functions fit a screen": {
			inFile("server/a.go", lines("f", functionLines+1), lines("f", functionLines)),
			inFile("server/a_test.go", lines("f", testFunctionLines+1), lines("f", testFunctionLines)),
			inFile("server/a.go", "func f(a, b, c, d, e, g int) {}\n", "func f(a, b, c int, d, e string) {}\n"),
		},
		"files are one thing": {
			inFile("server/a.go", strings.Repeat("var _ = 1\n", fileLines), strings.Repeat("var _ = 1\n", fileLines-2)),
			inFile("server/a_test.go", strings.Repeat("var _ = 1\n", testFileLines), strings.Repeat("var _ = 1\n", testFileLines-2)),
		},
		"resolvers only translate": {
			inFile("graph/order.resolvers.go", "// Code generated by gqlgen. DO NOT EDIT.\n"+"package graph\n\n"+lines("f", resolverLines+3),
				"package graph\n\n"+lines("f", resolverLines+2)),
		},
	}
}

func stateSeeds() map[string][]seed {
	change := func(bad string) seed {
		return inFile("server/a.go", "var n = 1\nvar m = map[int]int{}\nvar p T\n\nfunc f() { "+bad+" }\n",
			"var n = 1\nvar m = map[int]int{}\nvar p T\n\nfunc f() { n, m := 1, map[int]int{}; var p T; n++; m[1] = n; p.x = 1; _ = p }\n")
	}
	return map[string][]seed{"no package state": {
		change("n = 2"), change("n++"), change("m[1] = 2"), change("p.x = 1"), change("delete(m, 1)"), change("clear(m)"),
		inFile("server/a.go", "var n = 1\n", "var n = 1\n").withBad("server/b.go", "package x\n\nfunc f() { n = 2 }\n"),
		inFile("server/a.go", "import \"sync\"\n\nvar mu sync.Mutex\n", "import \"sync\"\n\ntype T struct{ mu sync.Mutex }\n"),
		inFile("server/a.go", "import \"sync\"\n\nvar (\n\tonce, twice sync.Once\n)\n", "var once = 1\n"),
		inFile("server/a.go", "var stop = make(chan int)\n", "var stop = make(map[int]int)\n"),
		inFile("server/a.go", "var hits atomic.Int64\n", "func f() { var hits atomic.Int64; hits.Add(1) }\n"),
	}}
}

func languageSeeds() map[string][]seed {
	return map[string][]seed{
		"one word per thing": {
			inFile("domain/order/a.go", "type VendorID string\n", "type SellerID string\n"),
			inFile("domain/order/a.go", "func f(customer string) {}\n", "func f(custom string) { c.Customer() }\n"),
			inFile("graph/schema/a.graphql", "type Shop { id: ID! }\n", "type Workshop { id: ID! }\n"),
			inFile("migrations/a.sql", "CREATE TABLE merchant_fees (id TEXT);\n", "CREATE TABLE fees (id TEXT);\n"),
			{
				bad:  map[string]string{"server/a.go": goText("a.go", "var customerID = 1\n")},
				good: map[string]string{"gateway/stripe/a.go": goText("a.go", "var customerID = 1\n")},
			},
		},
		"nothing unfinished": {
			inFile("server/a.go", "// TODO: more\n", "// More is not needed.\n"),
			inFile("docs/a.md", "# A\n\nThis is simplified.\n", "# A\n\nThis is simple.\n"),
			inFile("migrations/a.sql", "-- FIXME\n", "-- A fact.\n"),
			inFile("server/a.go", "// Enough for now.\n", "// Enough: the list is bounded.\n"),
		},
		"exceptions have reasons": {
			inFile("server/a.go", "var a = 1 //nolint\n", "var a = 1 //nolint:gosec // the path is ours\n"),
			inFile("server/a.go", "var a = 1 //nolint:gosec\n", ""),
		},
		"nothing of one machine": {
			inFile("docs/a.md", "# A\n\nSee /root/notes.\n", "# A\n\nSee docs/notes.\n"),
			inFile("server/a.go", "// Built in /home/ada/etal.\n", "// Built here.\n"),
		},
		"pages have titles": {
			inFile("docs/a.md", "Some text\n", "# Title\n"),
		},
	}
}

func testSeeds() map[string][]seed {
	return map[string][]seed{
		"tests run side by side": {
			inFile("server/a_test.go", "func TestA(t *testing.T) { f() }\n", "func TestA(t *testing.T) {\n\tt.Parallel()\n\tf()\n}\n"),
			inFile("server/a_test.go", "func TestA(t *testing.T) {}\n", "func TestA(t *testing.T) { t.Setenv(\"A\", \"b\") }\n"),
		},
		"tests never sleep": {
			inFile("server/a_test.go", "import \"time\"\nfunc f() { time.Sleep(1) }\n", "import \"time\"\nfunc f() { time.After(1) }\n"),
		},
		"a world is compiled once": {
			{
				map[string]string{"domain/a/a_test.go": "package a_test\n\n" + imports("github.com/etal-market/etal/internal/testkit"), "domain/a/b_test.go": "package a\n"},
				map[string]string{"domain/a/stories/a_test.go": "package stories_test\n\n" + imports("github.com/etal-market/etal/internal/testkit"), "domain/a/b_test.go": "package a\n"},
			},
		},
		"tests never skip": {
			inFile("server/a_test.go", "func TestA(t *testing.T) { t.Skip() }\n", "func f(r *bufio.Reader) { r.Skip() }\n"),
		},
		"tests require, and mock nothing of ours": {
			inFile("server/a_test.go", imports("github.com/stretchr/testify/assert"), imports("github.com/stretchr/testify/require")),
			inFile("server/a_test.go", imports("go.uber.org/mock/gomock"), ""),
		},
	}
}

package productimport

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Options say how a file is imported.
type Options struct {
	// DryRun does everything and keeps nothing.
	DryRun bool
	// Currency is that of the prices in the file.
	Currency money.Currency
	// Progress hears of every product; may be nil.
	Progress func(Counts)
}

// Report is the account of a finished run.
type Report struct {
	Counts   Counts
	Problems []Problem // the first ProblemsKept of them; Counts.ProblemCount has them all
}

// rowsMax is the longest file, in rows.
const rowsMax = 200_000

// ProblemsKept is how many problems of a file are kept.
const ProblemsKept = 10_000

// errStale ends a worker that was overtaken.
var errStale = errors.New("productimport: another worker is ahead with this import")

// run is a file on its way into the catalogue.
type run struct {
	db    *db.DB
	owner seller.ID
	opts  Options
	table *table

	counts  Counts
	groups  int // gone through
	read    int // rows
	skip    int // gone through by an earlier attempt
	handles map[string]bool
	skus    map[string]bool
	// record keeps the progress in the unit that wrote a product; nil when
	// nobody keeps it.
	record func(ctx context.Context, tx db.Tx, s step) error
	// problems hears of what is wrong, outside of units.
	problems func([]Problem)
}

// step is what one product adds to the progress.
type step struct {
	before   int // groups gone through
	after    Counts
	problems []Problem
}

// Run imports a file for a seller and returns its account. Problems of rows
// are in the report, not an error. A file that is no table of products, for
// lack of a column or because it is not CSV in UTF-8, is an error whose faults
// fault.As finds; other errors are outages, and Run may simply be called again.
func (s *Service) Run(ctx context.Context, owner seller.ID, file io.Reader, opts Options) (*Report, error) {
	report := &Report{}
	r := &run{db: s.db, owner: owner, opts: opts, problems: func(list []Problem) {
		room := ProblemsKept - len(report.Problems)
		report.Problems = append(report.Problems, list[:min(room, len(list))]...)
	}}
	err := r.do(ctx, file)
	report.Counts = r.counts
	var unreadable *errUnreadable
	if errors.As(err, &unreadable) {
		var list fault.List
		for _, p := range unreadable.problems {
			list.Add(fault.New(fault.Invalid, fault.Code(p.Code), p.Message).At(p.Column))
		}
		return report, list
	}
	return report, err
}

// do goes through the file product by product.
func (r *run) do(ctx context.Context, file io.Reader) error {
	if _, err := money.ParseCurrency(string(r.opts.Currency)); err != nil {
		return err
	}
	r.handles, r.skus = map[string]bool{}, map[string]bool{}
	var err error
	if r.table, err = openTable(&bounded{from: file, left: SizeMax}); err != nil {
		return err
	}
	for {
		g, err := r.table.nextGroup()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read the file: %w", err)
		}
		if err := r.product(ctx, g); err != nil {
			return err
		}
		if r.read += len(g.rows) + len(g.strays); r.read > rowsMax {
			return ErrTooManyRows
		}
		if r.opts.Progress != nil && r.groups > r.skip {
			r.opts.Progress(r.counts)
		}
	}
}

// product takes one group of rows in. What an earlier attempt has done is
// looked at only to know handles and SKUs.
func (r *run) product(ctx context.Context, g *group) error {
	var p *parsed
	if len(g.rows) > 0 {
		p = r.table.parse(g, r.opts.Currency)
		r.checkAcross(g, p)
	}
	r.groups++
	if r.groups <= r.skip {
		return nil
	}
	if p != nil && len(p.problems) == 0 {
		done, err := r.apply(ctx, g, p)
		if done || err != nil {
			return err
		}
	}
	return r.fail(ctx, g, p)
}

// checkAcross finds what is wrong between products of the file.
func (r *run) checkAcross(g *group, p *parsed) {
	if r.handles[g.handle] {
		p.add(ErrHandleScattered, p.line, colHandle)
	}
	r.handles[g.handle] = true
	for i, v := range p.command.Variants {
		if v.Offer.SKU == nil {
			continue
		}
		if r.skus[*v.Offer.SKU] && !hasProblem(p.problems, p.lines[i], ErrSKUTwice) {
			p.add(ErrSKUTwice, p.lines[i], colSKU)
		}
		r.skus[*v.Offer.SKU] = true
	}
}

func hasProblem(problems []Problem, line int, f *fault.Fault) bool {
	for _, p := range problems {
		if p.Line == line && p.Code == string(f.Code) {
			return true
		}
	}
	return false
}

var errUndo = errors.New("productimport: a dry run keeps nothing")

// apply writes a product and the progress in one unit. It reports false when
// the catalogue refused the product; the reasons are then its problems.
func (r *run) apply(ctx context.Context, g *group, p *parsed) (bool, error) {
	var next Counts
	strays := strayProblems(g)
	err := r.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		did, err := applyTx(ctx, tx, r.owner, p)
		if err != nil {
			return err
		}
		next = r.counts.with(g, p, did)
		if r.opts.DryRun {
			return errUndo
		}
		return r.keep(ctx, tx, step{before: r.groups - 1, after: next, problems: strays})
	})
	switch {
	case errors.Is(err, errUndo):
		err = r.keepAlone(ctx, step{before: r.groups - 1, after: next, problems: strays})
	case err != nil && p.explain(err):
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("import product %q: %w", g.handle, err)
	}
	r.accept(next, strays)
	return true, nil
}

// fail writes down why a group of rows was not imported.
func (r *run) fail(ctx context.Context, g *group, p *parsed) error {
	problems := strayProblems(g)
	next := r.counts
	next.Rows += len(g.rows) + len(g.strays)
	next.RowsFailed += len(g.rows) + len(g.strays)
	if p != nil {
		next.ProductsFailed++
		problems = append(problems, p.problems...)
		for _, row := range g.rows {
			if !hasLine(problems, row) {
				problem := problemOf(ErrProductFailed, row.line, "")
				problem.Handle = g.handle
				problems = append(problems, problem)
			}
		}
	}
	next.ProblemCount += len(problems)
	if err := r.keepAlone(ctx, step{before: r.groups - 1, after: next, problems: problems}); err != nil {
		return err
	}
	r.accept(next, problems)
	return nil
}

func hasLine(problems []Problem, r *row) bool {
	for _, p := range problems {
		if p.Line == r.line {
			return true
		}
	}
	return false
}

func strayProblems(g *group) []Problem {
	var problems []Problem
	for _, r := range g.strays {
		problems = append(problems, r.problems...)
	}
	return problems
}

// with is the account after a product was taken in.
func (c Counts) with(g *group, p *parsed, did outcome) Counts {
	c.Rows += len(g.rows) + len(g.strays)
	c.RowsImported += len(p.lines)
	c.RowsImage += len(g.rows) - len(p.lines)
	c.RowsFailed += len(g.strays)
	c.ProblemCount += len(strayProblems(g))
	c.VariantsCreated += did.variantsCreated
	c.OffersCreated += did.offersCreated
	c.OffersUpdated += did.offersUpdated
	switch {
	case did.created:
		c.ProductsCreated++
	case did.changed:
		c.ProductsUpdated++
	default:
		c.ProductsUnchanged++
	}
	return c
}

func (r *run) accept(next Counts, problems []Problem) {
	r.counts = next
	if r.problems != nil {
		r.problems(problems)
	}
}

func (r *run) keep(ctx context.Context, tx db.Tx, s step) error {
	if r.record == nil {
		return nil
	}
	return r.record(ctx, tx, s)
}

func (r *run) keepAlone(ctx context.Context, s step) error {
	if r.record == nil {
		return nil
	}
	return r.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return r.record(ctx, tx, s) })
}

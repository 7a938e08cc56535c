package cli

import (
	"fmt"
	"os"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/server"
)

type importCmd struct {
	Products importProductsCmd `cmd:"" help:"Import products, variants, offers and stock of a seller from a CSV file."`
}

type importProductsCmd struct {
	File     string `arg:"" type:"existingfile" help:"CSV file in UTF-8, in the format that Shopify exports."`
	Seller   string `required:"" help:"Id (sel_…) or slug of the seller."`
	Currency string `help:"ISO 4217 code of the prices in the file. The seller's currency when left out."`
	DryRun   bool   `help:"Do everything and keep nothing."`
	JSON     bool   `name:"json" help:"Print the report as JSON."`
}

// Help implements kong.HelpProvider.
func (importProductsCmd) Help() string {
	return "Each product is written whole or not at all; importing a file again changes only what is different. " +
		"Problems are told by line and column. Exit code 1 when a row has failed.\n\n" + example(
		"etal import products --seller mill products.csv --dry-run",
		"etal import products --seller mill products.csv --json > report.json",
	)
}

type importBody struct {
	OK       bool                    `json:"ok"`
	DryRun   bool                    `json:"dryRun"`
	Counts   productimport.Counts    `json:"counts"`
	Problems []productimport.Problem `json:"problems"`
}

// Run implements the command.
func (c *importProductsCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		of, err := c.seller(r, a)
		if err != nil {
			return err
		}
		currency := of.Currency
		if c.Currency != "" {
			currency = money.Currency(c.Currency)
		}
		file, err := os.Open(c.File)
		if err != nil {
			return err
		}
		defer func() { _ = file.Close() }() // it is only read
		bar := r.bar("products")
		report, err := a.Imports.Run(r.ctx, of.ID, file, productimport.Options{
			DryRun: c.DryRun, Currency: currency,
			Progress: func(n productimport.Counts) { bar.set(n.Products(), -1) },
		})
		bar.done()
		if err != nil {
			return fmt.Errorf("import %s: %w", c.File, err)
		}
		return c.report(r, report)
	})
}

func (c *importProductsCmd) seller(r *run, a *server.App) (*seller.Seller, error) {
	by := actor.Actor{Role: "operator:admin"} // whoever has the command line may see every seller
	if id.Valid(c.Seller, "sel") {
		return a.Sellers.Get(r.ctx, by, seller.ID(c.Seller))
	}
	return a.Sellers.BySlug(r.ctx, by, c.Seller)
}

func (c *importProductsCmd) report(r *run, report *productimport.Report) error {
	n := report.Counts
	body := importBody{OK: n.RowsFailed == 0, DryRun: c.DryRun, Counts: n, Problems: append([]productimport.Problem{}, report.Problems...)}
	if c.JSON {
		if err := r.json(body); err != nil {
			return err
		}
	} else {
		for _, p := range report.Problems {
			where := fmt.Sprintf("line %d", p.Line)
			if p.Column != "" {
				where += ", " + p.Column
			}
			fmt.Fprintf(r.Err, "%s: %s (%s)\n", where, p.Message, p.Code)
		}
		if c.DryRun {
			r.say("dry run: nothing was kept")
		}
		r.say("%d products: %d created, %d updated, %d unchanged, %d failed",
			n.Products(), n.ProductsCreated, n.ProductsUpdated, n.ProductsUnchanged, n.ProductsFailed)
		r.say("%d rows: %d imported, %d images, %d failed", n.Rows, n.RowsImported, n.RowsImage, n.RowsFailed)
	}
	if !body.OK {
		return errNo
	}
	return nil
}

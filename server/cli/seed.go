package cli

import (
	"fmt"

	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/demo"
)

type seedCmd struct {
	Products int    `default:"200" help:"How many products."`
	Sellers  int    `default:"5" help:"How many sellers share them."`
	Seed     uint64 `default:"1" help:"Another number makes other goods."`
	Variants int    `default:"0" help:"How many variants each product has. 0: one to three."`
	Stock    int    `default:"0" help:"How many there are of each variant. 0: up to 200, and some are sold out."`
	Images   bool   `help:"Give each product the address of a picture that does not exist."`
	Orders   int    `default:"0" help:"How many orders of the last 400 days there are at least. A few hundred are placed for it, and the others are copies of those."`
	Widest   int    `default:"0" help:"How many variants one further product has, 2000 at most. 0: there is none."`
	JSON     bool   `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (seedCmd) Help() string {
	return "For development and benchmarks: everything is made up, and the same numbers make the same marketplace. " +
		"The owners are seller-001@seed.example and so on, with the password “" + demo.Password + "”. Refused in production.\n\n" +
		"With --orders there are also buyer-001@seed.example and so on, and operator-001@seed.example. It is a database for measuring, not for " +
		"reconciling: Stripe knows nothing of the orders, the payments and the payouts, nor of the sellers' accounts, and the audit log has " +
		"only what really happened. Serve it with `etal serve --no-workers`. It must be empty, and a run that was cut off is begun anew.\n\n" +
		example("ETAL_MODE=development etal seed", "ETAL_MODE=development etal seed --products 2000 --sellers 20 --json",
			"ETAL_MODE=development etal seed --products 2000 --sellers 20 --orders 100000 --widest 2000")
}

// Validate implements kong's check of flags.
func (c *seedCmd) Validate() error {
	if c.Products < 0 || c.Sellers < 1 || c.Variants < 0 || c.Stock < 0 || c.Orders < 0 || c.Widest < 0 {
		return fmt.Errorf("needs at least one seller and no negative numbers")
	}
	if c.Variants > catalog.VariantsMax || c.Widest > catalog.VariantsMax {
		return fmt.Errorf("a product has %d variants at most", catalog.VariantsMax)
	}
	return nil
}

// Run implements the command.
func (c *seedCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		if !a.Config.IsDevelopment() {
			return fmt.Errorf("seed: everybody knows the password of what it makes: set ETAL_MODE=development")
		}
		if c.Orders > 0 {
			return c.withOrders(r, a)
		}
		bar := r.bar("products")
		filled, err := demo.Fill(r.ctx, a, c.size(), bar.set)
		bar.done()
		if err != nil {
			return err
		}
		if c.JSON {
			return r.json(filled)
		}
		r.say("made %d sellers, %d products, %d offers", filled.Sellers, filled.Products, filled.Offers)
		return nil
	})
}

func (c *seedCmd) size() demo.Size {
	return demo.Size{
		Sellers: c.Sellers, Products: c.Products, Seed: c.Seed, Variants: c.Variants, Stock: c.Stock, Images: c.Images, Widest: c.Widest,
	}
}

// withOrders fills the database with orders too.
func (c *seedCmd) withOrders(r *run, a *server.App) error {
	var shown *bar
	var current demo.Phase
	made, err := demo.FillWithOrders(r.ctx, a, demo.OrdersSize{Size: c.size(), Orders: c.Orders}, func(phase demo.Phase, done, total int) {
		if shown == nil || phase != current {
			if shown != nil {
				shown.done()
			}
			shown, current = r.bar(string(phase)), phase
		}
		shown.set(done, total)
	})
	if shown != nil {
		shown.done()
	}
	if err != nil {
		return err
	}
	if c.JSON {
		return r.json(made)
	}
	r.say("made %d sellers, %d products, %d offers, %d orders: %d were placed, and %d rows copied for the others",
		made.Sellers, made.Products, made.Offers, made.Orders, made.Placed, made.Rows)
	return nil
}

package cli

import (
	"fmt"

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
	JSON     bool   `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (seedCmd) Help() string {
	return "For development and benchmarks: everything is made up, and the same numbers make the same marketplace. " +
		"The owners are seller-001@seed.example and so on, with the password “" + demo.Password + "”. Refused in production.\n\n" +
		example("ETAL_MODE=development etal seed", "ETAL_MODE=development etal seed --products 2000 --sellers 20 --json")
}

// Validate implements kong's check of flags.
func (c *seedCmd) Validate() error {
	if c.Products < 0 || c.Sellers < 1 || c.Variants < 0 || c.Stock < 0 {
		return fmt.Errorf("needs at least one seller and no negative numbers")
	}
	return nil
}

// Run implements the command.
func (c *seedCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		if !a.Config.IsDevelopment() {
			return fmt.Errorf("seed: everybody knows the password of what it makes: set ETAL_MODE=development")
		}
		bar := r.bar("products")
		filled, err := demo.Fill(r.ctx, a, demo.Size{
			Sellers: c.Sellers, Products: c.Products, Seed: c.Seed, Variants: c.Variants, Stock: c.Stock, Images: c.Images,
		}, bar.set)
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

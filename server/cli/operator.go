package cli

import (
	"bufio"
	"crypto/rand"
	"fmt"
	"strings"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/server"
)

type operatorCmd struct {
	Create operatorCreateCmd `cmd:"" help:"Create an operator, such as the first one of an installation."`
	Enable operatorEnableCmd `cmd:"" help:"Let an operator in again who was disabled for not signing in."`
}

type operatorCreateCmd struct {
	Email         string `arg:"" help:"Mail address to sign in with."`
	Name          string `help:"Name of the person."`
	Role          string `default:"admin" enum:"admin,finance,support,moderator,auditor" help:"One of ${enum}."`
	PasswordStdin bool   `help:"Read the password from the first line of standard input. Without it one is made up and printed once."`
	JSON          bool   `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (operatorCreateCmd) Help() string {
	return example(
		`etal operator create olga@market.example --name "Olga Operator"`,
		"etal operator create finn@market.example --role finance --password-stdin < password.txt",
	)
}

type operatorBody struct {
	AccountID identity.AccountID `json:"accountId"`
	Email     string             `json:"email"`
	Role      string             `json:"role"`
	Password  string             `json:"password,omitempty"` // only when it was made up
}

// Run implements the command.
func (c *operatorCreateCmd) Run(r *run) error {
	password, madeUp := rand.Text(), true
	if c.PasswordStdin {
		line, err := bufio.NewReader(r.In).ReadString('\n')
		if err != nil && line == "" {
			return fmt.Errorf("read the password: %w", err)
		}
		password, madeUp = strings.TrimRight(line, "\r\n"), false
	}
	return r.with(func(a *server.App) error {
		role := identity.OperatorRole(strings.ToUpper(c.Role))
		account, err := a.Identity.CreateOperator(r.ctx, role, identity.RegisterInput{
			Email: c.Email, Name: c.Name, Password: identity.Password(password),
		})
		if err != nil {
			return err
		}
		body := operatorBody{AccountID: account.ID, Email: c.Email, Role: c.Role}
		if madeUp {
			body.Password = password
		}
		if c.JSON {
			return r.json(body)
		}
		r.say("created operator %s (%s), role %s", c.Email, account.ID, c.Role)
		if madeUp {
			r.say("password: %s\nIt is not stored and not shown again.", password)
		}
		return nil
	})
}

type operatorEnableCmd struct {
	Email string `arg:"" help:"Mail address of the operator."`
}

// Help implements kong.HelpProvider.
func (operatorEnableCmd) Help() string { return example("etal operator enable olga@market.example") }

// Run implements the command.
func (c *operatorEnableCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		account, err := a.Identity.EnableOperator(r.ctx, c.Email)
		if err != nil {
			return err
		}
		r.say("operator %s (%s) may act again", c.Email, account.ID)
		return nil
	})
}

package cli

import (
	"bufio"
	"errors"
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
	PasswordStdin bool   `help:"Read the password from the first line of standard input. Without it a link is printed, once, by which the person sets one."`
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
	Link      string             `json:"link,omitempty"` // sets the password, once, within 30 minutes
}

// Run implements the command.
func (c *operatorCreateCmd) Run(r *run) error {
	password := "" // one that nobody knows, until the link is used
	if c.PasswordStdin {
		line, err := bufio.NewReader(r.In).ReadString('\n')
		if err != nil && line == "" {
			return fmt.Errorf("read the password: %w", err)
		}
		if password = strings.TrimRight(line, "\r\n"); password == "" {
			return errors.New("the first line of standard input is empty: there is no password")
		}
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
		if password == "" {
			token, err := a.Identity.IssueReset(r.ctx, account.ID)
			if err != nil {
				return err
			}
			body.Link = a.Config.BaseURL + "/account/reset#" + token.Reveal()
		}
		if c.JSON {
			return r.json(body)
		}
		r.say("created operator %s (%s), role %s", c.Email, account.ID, c.Role)
		if password == "" {
			r.say("Set a password within 30 minutes: %s\nThe link works once and is not shown again. Afterwards passwordResetRequest mails another.", body.Link)
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

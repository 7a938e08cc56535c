package terms

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/fault"
)

const (
	titleMax = 200
	textMax  = 50_000
	linkMax  = 2000
	idsMax   = 20
)

// PublishInput publishes a version. One of Text and Link is given.
type PublishInput struct {
	Kind        Kind
	Title       string
	Text        string     // Markdown
	Link        string     // begins with https://
	InForceFrom *time.Time // UTC; at once when nil
}

// clean checks the input and returns it trimmed. What depends on the clock is
// checked later.
func (in PublishInput) clean() (PublishInput, error) {
	var faults fault.List
	faults.Check(slices.Contains([]Kind{BuyerTerms, SellerTerms, PrivacyNotice, Marketing}, in.Kind), ErrKind.At("kind"))
	in.Title = faults.Required(in.Title, titleMax, "title")
	in.Text = faults.Lines(in.Text, textMax, "text")
	in.Link = faults.Text(in.Link, linkMax, "link")
	faults.Check((in.Text == "") != (in.Link == ""), ErrTextOrLink.At("text"))
	if in.Link != "" {
		address, err := url.Parse(in.Link)
		ok := err == nil && address.Scheme == "https" && address.Host != "" && address.User == nil && !strings.ContainsAny(in.Link, " \t\r\n")
		faults.Check(ok, ErrLink.At("link"))
	}
	if in.InForceFrom != nil {
		at := in.InForceFrom.UTC().Truncate(time.Microsecond)
		in.InForceFrom = &at
	}
	return in, faults.Err()
}

// WithdrawInput names a version that is not to come into force.
type WithdrawInput struct {
	VersionID VersionID
}

// AcceptInput accepts versions.
type AcceptInput struct {
	VersionIDs []VersionID // 1 to 20
}

// ConsentWithdrawInput takes a consent back.
type ConsentWithdrawInput struct {
	Kind Kind
}

// Filter chooses versions. The zero value chooses all.
type Filter struct {
	Kind *Kind
}

// checkIDs adds a fault when there are too many ids.
func checkIDs(l *fault.List, ids []VersionID, field string) {
	l.Check(len(ids) <= idsMax, ErrTooMany.At(field))
}

// chosen returns those of the versions in force that are named, once each, and
// says which names are wrong.
func chosen(inForce []*Version, ids []VersionID, kinds []Kind, field string) ([]*Version, error) {
	var faults fault.List
	checkIDs(&faults, ids, field)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	var found []*Version
	for i, wanted := range ids {
		at := slices.IndexFunc(inForce, func(v *Version) bool { return v.ID == wanted })
		switch {
		case at < 0:
			faults.Add(ErrNotInForce.At(field, strconv.Itoa(i)))
		case !slices.Contains(kinds, inForce[at].Kind):
			faults.Add(ErrOtherKind.At(field, strconv.Itoa(i)))
		case !slices.Contains(found, inForce[at]):
			found = append(found, inForce[at])
		}
	}
	return found, faults.Err()
}

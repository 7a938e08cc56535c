package stripesim

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"time"
)

// reportRun is a table of balance transactions that is made in a minute.
type reportRun struct {
	head
	Error       *string          `json:"error"`
	Livemode    bool             `json:"livemode"`
	Parameters  reportParameters `json:"parameters"`
	Type        string           `json:"report_type"`
	Result      *reportFile      `json:"result"`
	Status      string           `json:"status"`
	SucceededAt *int64           `json:"succeeded_at"`

	hidden reportHidden
}

type reportHidden struct {
	Base  string `json:"base"`
	Table string `json:"table,omitempty"`
}

func (r *reportRun) private() any { return &r.hidden }

// indexes makes a run findable by its file, which is known from the start.
func (r *reportRun) indexes() []string { return []string{"file=" + r.fileID()} }

func (r *reportRun) fileID() string { return "file_1" + strings.TrimPrefix(r.ID, "frr_1") }

type reportParameters struct {
	Columns   []string `json:"columns,omitempty" p:"columns"`
	Connected *string  `json:"connected_account,omitempty" p:"connected_account"`
	Currency  *string  `json:"currency,omitempty" p:"currency"`
	End       int64    `json:"interval_end" p:"interval_end,required"`
	Start     int64    `json:"interval_start" p:"interval_start,required"`
	Category  *string  `json:"reporting_category,omitempty" p:"reporting_category"`
}

// reportFile is where the table of a run can be fetched.
type reportFile struct {
	ID       string  `json:"id"`
	Object   string  `json:"object"`
	Created  int64   `json:"created"`
	Expires  *int64  `json:"expires_at"`
	Filename string  `json:"filename"`
	Links    *page   `json:"links"`
	Purpose  string  `json:"purpose"`
	Size     int     `json:"size"`
	Title    *string `json:"title"`
	Type     string  `json:"type"`
	URL      string  `json:"url"`
}

// rawBody is an answer that is no JSON.
type rawBody struct {
	contentType string
	text        string
}

func reportColumns() []string {
	return []string{
		"balance_transaction_id", "created_utc", "available_on_utc", "currency", "gross", "fee", "net", "reporting_category", "source_id", "description",
	}
}

func createReport(u *unit, p *struct {
	Type       string            `p:"report_type,required"`
	Parameters *reportParameters `p:"parameters,required"`
},
) (any, *apiError) {
	if p.Type != "balance_change_from_activity.itemized.3" && p.Type != "payouts.itemized.3" {
		return nil, reject("", "report_type", "This simulator makes balance_change_from_activity.itemized.3 and payouts.itemized.3 only, not %s.", p.Type)
	}
	if p.Parameters.Start >= p.Parameters.End || p.Parameters.End > u.now {
		return nil, reject("", "parameters[interval_end]", "The interval must end after it begins, and not in the future.")
	}
	for _, column := range p.Parameters.Columns {
		if !slices.Contains(reportColumns(), column) {
			return nil, reject("", "parameters[columns]", "There is no column %s in this report.", column)
		}
	}
	if of := p.Parameters.Connected; of != nil && !u.knowsAccount(*of) {
		return nil, missing("account", *of, "parameters[connected_account]")
	}
	r := &reportRun{Parameters: *p.Parameters, Type: p.Type, Status: "pending", hidden: reportHidden{Base: u.base}}
	r.ID, r.Object, r.Created = newID("frr_1"), "reporting.report_run", u.now
	r.due = u.now + 60
	u.put(r)
	return r, nil
}

// fire makes the table.
func (r *reportRun) fire(u *unit) {
	r.hidden.Table = u.table(r)
	r.Status, r.SucceededAt = "succeeded", ptr(u.now)
	r.Result = &reportFile{
		ID: r.fileID(), Object: "file", Created: u.now, Filename: r.ID + ".csv", Purpose: "finance_report_run", Size: len(r.hidden.Table), Type: "csv",
		URL: r.hidden.Base + "/v1/files/" + r.fileID() + "/contents",
	}
	u.emit("reporting.report_run.succeeded", r, nil)
}

// table writes the transactions of the interval, oldest first.
func (u *unit) table(r *reportRun) string {
	of := u.account
	if r.Parameters.Connected != nil {
		of = *r.Parameters.Connected
	}
	columns := r.Parameters.Columns
	if len(columns) == 0 {
		columns = reportColumns()
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(columns) // a buffer takes everything
	for _, e := range u.s.state.lists["balance_transaction|"+of] {
		t := e.(*balanceTransaction)
		isPayout := strings.HasPrefix(t.Type, "payout")
		if t.Created < r.Parameters.Start || t.Created >= r.Parameters.End || isPayout != (r.Type == "payouts.itemized.3") ||
			r.Parameters.Currency != nil && !strings.EqualFold(*r.Parameters.Currency, t.Currency) ||
			r.Parameters.Category != nil && *r.Parameters.Category != t.Category {
			continue
		}
		_ = w.Write(t.row(columns))
	}
	w.Flush()
	return b.String()
}

func (t *balanceTransaction) row(columns []string) []string {
	moment := func(unix int64) string { return time.Unix(unix, 0).UTC().Format(time.DateTime) }
	row := make([]string, 0, len(columns))
	for _, column := range columns {
		value := ""
		switch column {
		case "balance_transaction_id":
			value = t.ID
		case "created_utc":
			value = moment(t.Created)
		case "available_on_utc":
			value = moment(t.AvailableOn)
		case "currency":
			value = t.Currency
		case "gross":
			value = decimals(t.Amount, t.Currency)
		case "fee":
			value = decimals(t.Fee, t.Currency)
		case "net":
			value = decimals(t.Net, t.Currency)
		case "reporting_category":
			value = t.Category
		case "source_id":
			value = deref(t.Source)
		case "description":
			value = deref(t.Description)
		}
		row = append(row, value)
	}
	return row
}

func getReport(u *unit, _ *none) (any, *apiError) {
	r, ok := get[*reportRun](u, u.path("id"))
	if !ok {
		return nil, missing("report run", u.path("id"), "")
	}
	return r, nil
}

func listReports(u *unit, p *struct {
	listParams
	createdParams
},
) (any, *apiError) {
	return paginate(u, list(u, "reporting.report_run"), p.listParams, func(e entity) bool {
		return p.Created.has(e.header().Created)
	})
}

func (u *unit) reportOfFile() (*reportRun, *apiError) {
	found := list(u, "reporting.report_run", "file", u.path("id"))
	if len(found) == 1 {
		if r := found[0].(*reportRun); r.Result != nil {
			return r, nil
		}
	}
	return nil, missing("file", u.path("id"), "")
}

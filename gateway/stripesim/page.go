package stripesim

import (
	"encoding/json"
	"slices"
	"sort"
)

// listParams are the parameters every list takes.
type listParams struct {
	Limit         *int64 `p:"limit"`
	StartingAfter string `p:"starting_after"`
	EndingBefore  string `p:"ending_before"`
}

// createdParams is for lists that can be narrowed by age.
type createdParams struct {
	Created *span `p:"created"`
}

// page is one page of a list, newest first.
type page struct {
	Object  string   `json:"object"`
	Data    []entity `json:"data"`
	HasMore bool     `json:"has_more"`
	URL     string   `json:"url"`
}

// all wraps a short list that is not paged.
func all[T entity](url string, items ...T) page {
	p := page{Object: "list", Data: []entity{}, URL: url}
	for _, item := range items {
		p.Data = append(p.Data, item)
	}
	return p
}

// paginate cuts a page out of objects that are ordered oldest first.
func paginate(u *unit, objects []entity, p listParams, keep func(entity) bool) (any, *apiError) {
	limit := int64(10)
	if p.Limit != nil {
		limit = *p.Limit
		if limit < 1 || limit > 100 {
			return nil, reject("parameter_invalid_integer", "limit", "Limit must be between 1 and 100.")
		}
	}
	if p.StartingAfter != "" && p.EndingBefore != "" {
		return nil, reject("parameters_exclusive", "ending_before",
			"You can only specify one of these parameters: starting_after, ending_before.")
	}
	out := &page{Object: "list", Data: []entity{}, URL: u.url}
	step, at, fail := start(u, objects, p)
	if fail != nil {
		return nil, fail
	}
	for ; at >= 0 && at < len(objects); at += step {
		e := objects[at]
		if e.header().gone || keep != nil && !keep(e) {
			continue
		}
		if int64(len(out.Data)) == limit {
			out.HasMore = true
			break
		}
		out.Data = append(out.Data, e)
	}
	if step > 0 {
		slices.Reverse(out.Data)
	}
	return out, nil
}

// start finds the first object and the direction: backwards in age, unless the
// page before a cursor is wanted.
func start(u *unit, objects []entity, p listParams) (step, at int, fail *apiError) {
	cursor, param := p.StartingAfter, "starting_after"
	if p.EndingBefore != "" {
		cursor, param = p.EndingBefore, "ending_before"
	}
	if cursor == "" {
		return -1, len(objects) - 1, nil
	}
	e := u.s.state.byID[cursor]
	if e == nil {
		return 0, 0, reject("resource_missing", param, "No such object: '%s'", cursor)
	}
	seq := e.header().seq
	found := sort.Search(len(objects), func(i int) bool { return objects[i].header().seq >= seq })
	if found == len(objects) || objects[found] != e { // it was made late, and stands where it belongs
		found = slices.Index(objects, e)
	}
	if found < 0 {
		return 0, 0, reject("resource_missing", param, "No such object in this list: '%s'", cursor)
	}
	if p.EndingBefore != "" {
		return 1, found + 1, nil
	}
	return -1, found - 1, nil
}

// UnmarshalJSON reads a page back from the journal without its objects, which are
// journaled by themselves; relink puts them in again.
func (p *page) UnmarshalJSON(raw []byte) error {
	var kept struct {
		URL string `json:"url"`
	}
	if err := json.Unmarshal(raw, &kept); err != nil {
		return err
	}
	*p = page{Object: "list", Data: []entity{}, URL: kept.URL}
	return nil
}

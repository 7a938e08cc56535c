package stripesim

import (
	"reflect"
	"strings"
)

// routeView is one path with what it takes, as GET /_sim/routes shows it.
type routeView struct {
	Method string      `json:"method"`
	Path   string      `json:"path"`
	Public bool        `json:"publishable_key"`
	Params []paramView `json:"params"`
}

// paramView is one parameter. Inside a list the index is written as 0, and a name
// that may be any is written as *.
type paramView struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"` // string, boolean, integer, list, hash
	Required bool     `json:"required,omitempty"`
	Values   []string `json:"values,omitempty"`
}

// described parameters, which have a form of their own, tell the catalogue what they
// take: a value of the type that they are read like.
type described interface{ like() any }

// listRoutes shows every path and parameter there is, so that somebody who uses the
// simulator on its own need not guess, and so that a test can try all of them.
func listRoutes(u *unit, _ *none) (any, *apiError) {
	return &shortList[routeView]{Object: "list", Data: u.s.catalogue, URL: u.url}, nil
}

func paramsOf(t reflect.Type) []paramView { return appendParams([]paramView{}, t, "") }

func appendParams(out []paramView, t reflect.Type, path string) []paramView {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			out = appendParams(out, f.Type, path)
			continue
		}
		name, rest, _ := strings.Cut(f.Tag.Get("p"), ",")
		if name == "" {
			continue
		}
		p := paramView{Name: join(path, name), Required: rest == "required"}
		if enum := f.Tag.Get("enum"); enum != "" {
			p.Values = strings.Split(enum, "|")
		}
		out = appendParam(out, p, f.Type)
	}
	return out
}

func appendParam(out []paramView, p paramView, t reflect.Type) []paramView {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if d, ok := reflect.New(t).Interface().(described); ok {
		return appendLike(out, p, d.like())
	}
	switch t.Kind() {
	case reflect.Struct:
		p.Type = "hash"
		return appendParams(append(out, p), t, p.Name)
	case reflect.Slice:
		p.Type = "list"
		out = append(out, p)
		if t.Elem().Kind() == reflect.Struct {
			item := paramView{Name: p.Name + "[0]", Type: "hash"}
			return appendParams(append(out, item), t.Elem(), item.Name)
		}
		return out
	case reflect.Bool:
		p.Type = "boolean"
	case reflect.Int64:
		p.Type = "integer"
	default:
		p.Type = "string"
	}
	return append(out, p)
}

// appendLike describes what has a form of its own: a struct, names, or one scalar.
func appendLike(out []paramView, p paramView, like any) []paramView {
	switch like := like.(type) {
	case map[string]any:
		p.Type = "hash"
		out = append(out, p)
		for name, inner := range like {
			out = appendLike(out, paramView{Name: join(p.Name, name)}, inner)
		}
	case []string:
		p.Type = "hash"
		out = append(out, p)
		for _, name := range like {
			out = append(out, paramView{Name: join(p.Name, name), Type: "string"})
		}
	case string:
		p.Type = like
		out = append(out, p)
	default:
		out = appendParam(out, p, reflect.TypeOf(like))
	}
	return out
}

func (*metadata) like() any   { return []string{"*"} }
func (*span) like() any       { return []string{"gt", "gte", "lt", "lte"} }
func (*offSession) like() any { return "boolean" }
func (*delayDays) like() any  { return "integer" }
func (*lapse) like() any      { return "string" }
func (*evidence) like() any   { return evidenceNames() }

func (*capabilityParams) like() any {
	return map[string]any{"*": struct {
		Requested bool `p:"requested"`
	}{}}
}

func (*externalParam) like() any { return externalDetails{} }

func (*componentParams) like() any {
	return map[string]any{"*": struct {
		Enabled  bool      `p:"enabled,required"`
		Features *switches `p:"features"`
	}{}}
}

func (*switches) like() any { return []string{"*"} }

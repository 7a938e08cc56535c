package stripesim

import (
	"reflect"
	"strconv"
	"strings"
)

// formDecoder is a parameter with a form of its own.
type formDecoder interface {
	decodeForm(n *node, path string) *apiError
}

// bind fills a struct of parameters and refuses everything the struct does not
// name, at any depth. A field is declared by tags:
//
//	p:"amount,required"   its name, and whether it must be there
//	enum:"a|b"            the values it may have
//	min:"1"               the smallest integer
//
// Field types are string, *string, bool, *bool, int64, *int64, []string, structs
// of further parameters, pointers to them and lists of them, and formDecoder. For a *string the
// empty value arrives as a pointer to "", which asks to unset.
func bind(n *node, into any) *apiError { return bindStruct(n, reflect.ValueOf(into).Elem(), "") }

func bindStruct(n *node, v reflect.Value, path string) *apiError {
	if knownKeys(n, v.Type()) < len(n.keys) {
		known := map[string]bool{}
		fieldNames(v.Type(), known)
		for _, key := range n.keys {
			if !known[key] {
				return unknownParam(join(path, key))
			}
		}
	}
	var absent *apiError
	if err := bindFields(n, v, path, &absent); err != nil {
		return err
	}
	return absent
}

// knownKeys counts what of the keys the struct names.
func knownKeys(n *node, t reflect.Type) int {
	known := 0
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			known += knownKeys(n, f.Type)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("p"), ",")
		if name != "" && n.kids[name] != nil {
			known++
		}
	}
	return known
}

// bindFields fills the fields that were sent. What is absent and required is told
// last, so that a name that does not exist is never hidden by one that is missing.
func bindFields(n *node, v reflect.Value, path string, absent **apiError) *apiError {
	t := v.Type()
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			if err := bindFields(n, v.Field(i), path, absent); err != nil {
				return err
			}
			continue
		}
		tag := f.Tag.Get("p")
		if tag == "" {
			continue
		}
		name, rest, _ := strings.Cut(tag, ",")
		kid := n.kids[name]
		if kid == nil {
			if rest == "required" && *absent == nil {
				*absent = reject("parameter_missing", join(path, name), "Missing required param: %s.", join(path, name))
			}
			continue
		}
		if err := bindValue(kid, v.Field(i), f.Tag, join(path, name)); err != nil {
			return err
		}
		if rest == "required" && kid.set && kid.scalar == "" {
			return emptied(join(path, name))
		}
	}
	return nil
}

func fieldNames(t reflect.Type, into map[string]bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			fieldNames(f.Type, into)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("p"), ",")
		into[name] = true
	}
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "[" + name + "]"
}

func emptied(path string) *apiError {
	return reject("parameter_invalid_empty", path,
		"You passed an empty string for '%s'. We assume empty values are an attempt to unset a parameter; however '%s' cannot be unset.",
		path, path)
}

func bindValue(n *node, v reflect.Value, tag reflect.StructTag, path string) *apiError {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		if d, ok := v.Interface().(formDecoder); ok {
			return d.decodeForm(n, path)
		}
		v = v.Elem()
	} else if d, ok := v.Addr().Interface().(formDecoder); ok {
		return d.decodeForm(n, path)
	}
	switch v.Kind() {
	case reflect.Struct:
		if n.set && n.scalar != "" {
			return reject("", path, "Invalid hash")
		}
		return bindStruct(n, v, path)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct {
			return bindStructs(n, v, path)
		}
		return bindStrings(n, v, tag, path)
	}
	if len(n.keys) > 0 {
		return reject("", path, "Invalid string: {%q=>...}", n.keys[0])
	}
	return bindScalar(n.scalar, v, tag, path)
}

// bindStructs fills a list of hashes, in the order of their keys.
func bindStructs(n *node, v reflect.Value, path string) *apiError {
	if n.set && n.scalar != "" {
		return reject("", path, "Invalid array")
	}
	out := reflect.MakeSlice(v.Type(), len(n.keys), len(n.keys))
	for i, key := range n.keys {
		at, kid := path+"["+strconv.Itoa(i)+"]", n.kids[key]
		if kid.set {
			return reject("", at, "Invalid hash")
		}
		if err := bindStruct(kid, out.Index(i), at); err != nil {
			return err
		}
	}
	v.Set(out)
	return nil
}

func bindStrings(n *node, v reflect.Value, tag reflect.StructTag, path string) *apiError {
	if n.set && n.scalar != "" {
		return reject("", path, "Invalid array")
	}
	values := n.list()
	for i, value := range values {
		at := path + "[" + strconv.Itoa(i) + "]"
		if len(n.kids[n.keys[i]].keys) > 0 {
			return reject("", at, "Invalid string")
		}
		if err := inEnum(value, tag, at); err != nil {
			return err
		}
	}
	if values == nil {
		values = []string{}
	}
	v.Set(reflect.ValueOf(values))
	return nil
}

func bindScalar(s string, v reflect.Value, tag reflect.StructTag, path string) *apiError {
	switch v.Kind() {
	case reflect.String:
		if err := inEnum(s, tag, path); err != nil {
			return err
		}
		if len(s) > 5000 {
			return reject("", path, "Invalid string: %s…; must be at most 5000 characters", s[:20])
		}
		v.SetString(s)
	case reflect.Bool:
		switch s {
		case "true", "1":
			v.SetBool(true)
		case "false", "0":
		default:
			return reject("", path, "Invalid boolean: %s", s)
		}
	case reflect.Int64:
		if s == "" {
			return emptied(path)
		}
		i, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return reject("parameter_invalid_integer", path, "Invalid integer: %s", s)
		}
		if least := tag.Get("min"); least != "" {
			if m, _ := strconv.ParseInt(least, 10, 64); i < m {
				return reject("parameter_invalid_integer", path,
					"This value must be greater than or equal to %d.", m)
			}
		}
		v.SetInt(i)
	default:
		panic("stripesim: a parameter has a type that bind does not know: " + v.Kind().String())
	}
	return nil
}

func inEnum(s string, tag reflect.StructTag, path string) *apiError {
	enum := tag.Get("enum")
	if enum == "" || s == "" {
		return nil
	}
	for allowed := range strings.SplitSeq(enum, "|") {
		if s == allowed {
			return nil
		}
	}
	return reject("", path, "Invalid %s: must be one of %s", path, strings.ReplaceAll(enum, "|", ", "))
}

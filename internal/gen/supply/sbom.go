package supply

import (
	"cmp"
	"debug/buildinfo"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"

	"github.com/CycloneDX/cyclonedx-go"
)

func sorted[V any](of map[string]V) []string { return slices.Sorted(maps.Keys(of)) }

// List writes which modules a binary was linked from, as a CycloneDX 1.6 document:
// what the linker has noted in the binary itself, not what go.mod says now. It is
// the same for the same binary. A module whose licence parts do not tell fails it.
func List(w io.Writer, info *buildinfo.BuildInfo, parts []Part) error {
	licences := map[string][]string{}
	for _, p := range parts {
		if p.Kind == "go" {
			licences[p.Name] = p.Licences
		}
	}
	bom := cyclonedx.NewBOM()
	bom.Metadata = &cyclonedx.Metadata{Component: &cyclonedx.Component{
		BOMRef: "etal", Type: cyclonedx.ComponentTypeApplication, Name: "etal", Version: cmp.Or(info.Main.Version, "(devel)"),
		PackageURL: purl(info.Main.Path, info.Main.Version),
	}}
	components := []cyclonedx.Component{component("std", info.GoVersion, licences["std"])}
	for _, m := range info.Deps {
		known := licences[m.Path] // of its replacement, by the name that is imported
		if len(known) == 0 {
			return fmt.Errorf("the licence of %s in the binary is not known", m.Path)
		}
		if m.Replace != nil {
			m = m.Replace
		}
		c := component(m.Path, m.Version, known)
		c.Properties = &[]cyclonedx.Property{{Name: "go:sum", Value: m.Sum}}
		components = append(components, c)
	}
	refs := make([]string, len(components))
	for i, c := range components {
		refs[i] = c.BOMRef
	}
	bom.Components, bom.Dependencies = &components, &[]cyclonedx.Dependency{{Ref: "etal", Dependencies: &refs}}
	return cyclonedx.NewBOMEncoder(w, cyclonedx.BOMFileFormatJSON).SetPretty(true).EncodeVersion(bom, cyclonedx.SpecVersion1_6)
}

func component(path, version string, licences []string) cyclonedx.Component {
	list := cyclonedx.Licenses{}
	for _, id := range licences {
		list = append(list, cyclonedx.LicenseChoice{License: &cyclonedx.License{ID: id}})
	}
	return cyclonedx.Component{
		BOMRef: purl(path, version), Type: cyclonedx.ComponentTypeLibrary, Name: path, Version: version,
		PackageURL: purl(path, version), Licenses: &list,
	}
}

// purl names a module as other tools do.
func purl(path, version string) string {
	name := "pkg:golang/" + path
	if version != "" {
		name += "@" + url.QueryEscape(version)
	}
	return name
}

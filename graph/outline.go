package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/domain/order"
)

// outlineAsked says how much of the orders of a list the fields under the one that
// is resolved need. Whoever asks for a field that is not known to need little gets
// everything, so a field that is forgotten here costs time and not its value.
func outlineAsked(ctx context.Context) order.Outline {
	at := graphql.GetFieldContext(ctx)
	if at == nil {
		return order.Whole
	}
	asked := order.OutlineOfParts
	if !needsOutline(at.Field.Selections, &asked) {
		return order.Whole
	}
	return asked
}

// needsOutline reports whether a selection needs no more than an outline, and notes
// when it needs lines.
func needsOutline(sel ast.SelectionSet, asked *order.Outline) bool {
	for _, s := range sel {
		below := ast.SelectionSet(nil)
		switch s := s.(type) {
		case *ast.Field:
			if s.ObjectDefinition == nil || !isOutlined(s.ObjectDefinition.Name, s.Name) {
				return false
			}
			if s.Name == "lines" {
				*asked = order.OutlineOfLines
			}
			if s.Name != "seller" && s.Name != "product" { // which are read by themselves
				below = s.SelectionSet
			}
		case *ast.InlineFragment:
			below = s.SelectionSet
		case *ast.FragmentSpread:
			if s.Definition == nil {
				return false
			}
			below = s.Definition.SelectionSet
		}
		if !needsOutline(below, asked) {
			return false
		}
	}
	return true
}

// isOutlined reports whether a field of a type is read with outlines.
func isOutlined(of, field string) bool {
	if field == "__typename" {
		return true
	}
	switch of {
	case "OrderConnection", "OrderEdge", "PageInfo", "Money":
		return true
	case "Order":
		switch field {
		case "id", "number", "status", "total", "placedAt", "expiresAt", "paidAt", "cancelledAt", "cancelReason", "sellerOrders":
			return true
		}
	case "SellerOrder":
		switch field {
		case "id", "number", "status", "seller", "total", "shippingBy", "placedAt", "paidAt", "shippedAt", "cancelledAt", "lines":
			return true
		}
	case "OrderLine":
		switch field {
		case "id", "title", "variantTitle", "sku", "imageUrl", "quantity", "unitPrice", "total", "product":
			return true
		}
	}
	return false
}

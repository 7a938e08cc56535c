package money

import (
	"math/big"
	"slices"
)

// Allocate divides total over the weights by the method of the largest
// remainder: every part is its exact share rounded down, and the minor units
// left over go, one each, to the largest remainders, earlier parts first. The
// parts always sum to total, each is within one minor unit of its exact share,
// and a part of weight zero gets nothing.
//
// Weights must not be negative. When all are zero, a total of zero yields
// zeros; any other total panics, because there is nobody to give it to.
func Allocate(total int64, weights []int64) []int64 {
	parts := make([]int64, len(weights))
	if total == 0 {
		return parts
	}
	if total < 0 {
		for i, part := range Allocate(-total, weights) {
			parts[i] = -part
		}
		return parts
	}
	sum := new(big.Int)
	for _, w := range weights {
		if w < 0 {
			panic("money: negative weight")
		}
		sum.Add(sum, big.NewInt(w))
	}
	if sum.Sign() == 0 {
		panic("money: nobody to allocate to")
	}
	remainders := make([]*big.Int, len(weights))
	left := total
	for i, w := range weights {
		exact := new(big.Int).Mul(big.NewInt(total), big.NewInt(w))
		quotient, remainder := exact.QuoRem(exact, sum, new(big.Int))
		parts[i], remainders[i] = quotient.Int64(), remainder
		left -= parts[i]
	}
	order := make([]int, len(weights))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return remainders[b].Cmp(remainders[a]) })
	for _, i := range order[:left] {
		parts[i]++
	}
	return parts
}

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
	for _, w := range weights {
		if w < 0 {
			panic("money: negative weight")
		}
	}
	if small(total) && allSmall(weights) {
		allocateSmall(parts, total, weights)
		return parts
	}
	sum := new(big.Int)
	for _, w := range weights {
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

func allSmall(weights []int64) bool {
	var sum int64
	for _, w := range weights {
		if !small(w) {
			return false
		}
		sum += w
	}
	return small(sum)
}

// allocateSmall is Allocate for numbers whose products fit a machine word.
func allocateSmall(parts []int64, total int64, weights []int64) {
	var sum int64
	for _, w := range weights {
		sum += w
	}
	if sum == 0 {
		panic("money: nobody to allocate to")
	}
	left := total
	for i, w := range weights {
		parts[i] = total * w / sum
		left -= parts[i]
	}
	// Fewer units are left than there are parts, and each goes to the largest
	// remainder that has got none, earlier parts first. A remainder that has got
	// its unit is negative from then on.
	for ; left > 0; left-- {
		best, most := -1, int64(0)
		for i, w := range weights {
			if r := total*w - parts[i]*sum; r > most {
				best, most = i, r
			}
		}
		parts[best]++
	}
}

// Split is Allocate in steps of the currency (see Currency.Step), so that each
// part can be charged and transferred by itself. What of the total is no whole
// step goes to the first part with a weight.
func Split(total Amount, weights []int64) []int64 {
	step := total.Currency.Step()
	parts := Allocate(total.Minor/step, weights)
	if step == 1 {
		return parts
	}
	for i := range parts {
		parts[i] *= step
	}
	if rest := total.Minor % step; rest != 0 {
		first := slices.IndexFunc(weights, func(w int64) bool { return w > 0 })
		if first < 0 {
			panic("money: nobody to allocate to")
		}
		parts[first] += rest
	}
	return parts
}

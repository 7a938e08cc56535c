// Package risk says how much a seller is trusted: each is in a tier, and the tier
// decides how long money is held, what is kept of it, whether payouts may be
// instant, and how much the platform would lose by a seller at most.
//
//	NEW ⇄ STANDARD ⇄ TRUSTED
//	 └──────┴────────┴──→ WATCHED
//
// What always holds:
//
//   - a seller without a rating is NEW;
//   - ratings are versions: none is changed, the newest one holds, and each says
//     why and who has made it;
//   - what an operator has set stands until an operator gives it back to the rule;
//   - the rule rates by age, by paid orders and by disputes of the last ninety
//     days, and by nothing else.
package risk

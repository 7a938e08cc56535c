/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export class Random {
	constructor(seed) {
		this.state = seed >>> 0;
	}
	/** 0 ≤ x < 1 */
	next() {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}
	below(n) {
		return Math.floor(this.next() * n);
	}
	chance(p) {
		return this.next() < p;
	}
	pick(list) {
		return list[this.below(list.length)];
	}
}

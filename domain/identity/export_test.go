package identity

// HoldHasher takes every slot of the hasher until the returned function is
// called.
func HoldHasher(s *Service) (release func()) {
	for range cap(s.hasher.slots) {
		s.hasher.slots <- struct{}{}
	}
	return func() {
		for range cap(s.hasher.slots) {
			<-s.hasher.slots
		}
	}
}

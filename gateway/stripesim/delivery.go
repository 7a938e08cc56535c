package stripesim

import (
	"bytes"
	"container/heap"
	"context"
	"io"
	"net/http"
	"sync"
	"time"
)

// delivery is one event on its way to one endpoint. It is journaled, so that a
// restart goes on with it.
type delivery struct {
	head
	Event    string `json:"event"`
	Endpoint string `json:"endpoint"`
	// Attempts already made.
	Attempts int `json:"attempts"`
	// Next is the time of the next attempt in Unix milliseconds: real, or simulated
	// with Options.WebhookClock.
	Next int64 `json:"next"`
	// Copy marks what a webhook fault duplicated; it does not count for the event.
	Copy bool `json:"copy,omitempty"`
	// Faulted is set once a fault has been applied, so that a delayed one is not delayed for ever.
	Faulted bool `json:"faulted,omitempty"`
}

func (u *unit) deliver(e *event, hook *webhookEndpoint) {
	d := &delivery{Event: e.ID, Endpoint: hook.ID, Next: u.s.hookTime().UnixMilli()}
	d.ID, d.Object = newID("dlv_"), "sim.delivery"
	d.account = u.s.opts.PlatformAccount
	e.Pending++
	e.hidden.Open++
	u.put(d)
	u.fresh = append(u.fresh, d)
}

// queue hands deliveries to the workers when their time has come.
type queue struct {
	mu    sync.Mutex
	items byNext
	wake  chan struct{}
}

func newQueue() *queue { return &queue{wake: make(chan struct{}, 1)} }

func (q *queue) push(d *delivery) {
	q.mu.Lock()
	heap.Push(&q.items, queued{next: d.Next, seq: d.seq, d: d})
	q.mu.Unlock()
	q.nudge()
}

func (q *queue) nudge() {
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

// clear empties the queue, for reset.
func (q *queue) clear() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = nil
}

// take waits for the next delivery that is due.
func (q *queue) take(ctx context.Context) (*delivery, bool) {
	for {
		wait := time.Hour
		q.mu.Lock()
		if len(q.items) > 0 {
			if wait = time.Until(time.UnixMilli(q.items[0].next)); wait <= 0 {
				d := heap.Pop(&q.items).(queued).d
				more := len(q.items) > 0
				q.mu.Unlock()
				if more {
					q.nudge()
				}
				return d, true
			}
		}
		q.mu.Unlock()
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil, false
		case <-q.wake:
		case <-timer.C:
		}
		timer.Stop()
	}
}

type queued struct {
	next, seq int64
	d         *delivery
}

// byNext is a heap by time of the next attempt, then by age.
type byNext []queued

func (b byNext) Len() int { return len(b) }
func (b byNext) Less(i, j int) bool {
	return b[i].next < b[j].next || b[i].next == b[j].next && b[i].seq < b[j].seq
}
func (b byNext) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

// Push is for container/heap.
func (b *byNext) Push(x any) { *b = append(*b, x.(queued)) }

// Pop is for container/heap.
func (b *byNext) Pop() any {
	old := *b
	last := old[len(old)-1]
	*b = old[:len(old)-1]
	return last
}

// due hands out the next delivery whose time has come, without waiting.
func (q *queue) due(now int64) (*delivery, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 || q.items[0].next > now {
		return nil, false
	}
	return heap.Pop(&q.items).(queued).d, true
}

// hookTime is the clock by which deliveries wait.
func (s *Simulator) hookTime() time.Time {
	if s.opts.WebhookClock {
		return s.now()
	}
	return time.Now()
}

func (s *Simulator) webhookWorkers() int {
	if s.opts.WebhookClock {
		return 0
	}
	return s.opts.WebhookWorkers
}

// Deliver sends the webhooks that are due by the simulated clock, one after the
// other in the order in which they fell due, in the goroutine of the caller. It
// returns how many attempts it made. It ends with ctx, and needs
// Options.WebhookClock.
func (s *Simulator) Deliver(ctx context.Context) int {
	attempts := 0
	for ctx.Err() == nil {
		d, ok := s.queue.due(s.Now().UnixMilli())
		if !ok {
			break
		}
		if p := s.prepare(d); p != nil {
			attempts++
			s.delivered(d, p.post(ctx, s.opts.WebhookClient))
		}
	}
	return attempts
}

// deliverAll is one worker.
func (s *Simulator) deliverAll(ctx context.Context) {
	for {
		d, ok := s.queue.take(ctx)
		if !ok {
			return
		}
		if p := s.prepare(d); p != nil {
			ok := p.post(ctx, s.opts.WebhookClient)
			if ctx.Err() != nil {
				return // the journal still has it
			}
			s.delivered(d, ok)
		}
	}
}

// parcel is a delivery ready to be sent.
type parcel struct {
	url, signature string
	body           []byte
}

// prepare renders and signs, and lets webhook faults interfere. It returns nil when
// nothing is to be sent now.
func (s *Simulator) prepare(d *delivery) *parcel {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d.gone || s.closed {
		return nil
	}
	e, known := s.state.byID[d.Event].(*event)
	hook, wired := s.state.byID[d.Endpoint].(*webhookEndpoint)
	if !known || !wired || hook.gone {
		s.finish(d, false)
		return nil
	}
	p := &parcel{url: hook.URL}
	at, secrets := time.Now().Unix(), []string{hook.hidden.Secret}
	body := *e
	if f := s.takeHookFault(d, e); f != nil {
		if f.Delay > 0 && (f.Kind == "delay" || f.Kind == "reorder") {
			d.Next = s.hookTime().Add(f.Delay).UnixMilli()
			s.queue.push(d)
			return nil
		}
		at, secrets = s.interfere(f, d, &body, hook)
		if secrets == nil {
			s.finish(d, false)
			return nil
		}
	}
	p.body = render(&body)
	p.signature = sign(at, p.body, secrets...)
	return p
}

func (p *parcel) post(ctx context.Context, client *http.Client) bool {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.url, bytes.NewReader(p.body))
	if err != nil {
		return false
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	req.Header.Set("Stripe-Signature", p.signature)
	req.Header.Set("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
	res, err := client.Do(req)
	if err != nil {
		return false
	}
	_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, bodyMax))
	_ = res.Body.Close()
	return res.StatusCode >= 200 && res.StatusCode < 300
}

// delivered notes the outcome of an attempt: done, to be tried again, or given up.
func (s *Simulator) delivered(d *delivery, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d.gone || s.closed {
		return
	}
	if ok || d.Attempts >= len(s.opts.WebhookBackoff) {
		if !ok {
			s.log.Warn("webhook given up", "event", d.Event, "attempts", d.Attempts+1)
		}
		s.finish(d, ok)
		return
	}
	u := s.unit("")
	d.Next = s.hookTime().Add(s.opts.WebhookBackoff[d.Attempts]).UnixMilli()
	d.Attempts++
	u.put(d)
	s.commitLogged(u)
	s.queue.push(d)
}

// finish ends a delivery. One that failed for good stays counted in pending_webhooks.
func (s *Simulator) finish(d *delivery, ok bool) {
	u := s.unit("")
	if e, known := s.state.byID[d.Event].(*event); known && !d.Copy {
		e.hidden.Open--
		if ok {
			e.Pending--
		}
		u.put(e)
	}
	u.drop(d)
	s.commitLogged(u)
}

// PendingWebhooks is how many deliveries wait or are being retried; tests wait for zero.
func (s *Simulator) PendingWebhooks() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.state.lists["sim.delivery|"+s.opts.PlatformAccount])
}

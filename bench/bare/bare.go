package bare

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// The addresses that a bare server answers.
const (
	MemoryListPath = "/memory/list"
	ListPath       = "/list"
	DetailPath     = "/detail/" // with a slug
	OrderPath      = "/order"
)

const (
	pageSize = 20
	// orderStock is so large that it never ends.
	orderStock  = 1 << 40
	orderOffers = 10_000
	orderLines  = 3
)

// card is a product in a list.
type card struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	Slug       string `json:"slug"`
	PriceMinor int64  `json:"priceMinor"`
	Currency   string `json:"currency"`
	SellerName string `json:"sellerName"`
	Thumbnail  string `json:"thumbnail"`
}

// detail is a product with what is for sale of it.
type detail struct {
	ID          string  `json:"id"`
	Title       string  `json:"title"`
	Slug        string  `json:"slug"`
	Description string  `json:"description"`
	Brand       string  `json:"brand"`
	Offers      []offer `json:"offers"`
}

type offer struct {
	VariantID    string `json:"variantId"`
	OptionValues string `json:"optionValues"`
	OfferID      string `json:"offerId"`
	PriceMinor   int64  `json:"priceMinor"`
	Currency     string `json:"currency"`
	SellerName   string `json:"sellerName"`
}

// store is a database with the statements prepared.
type store interface {
	list(ctx context.Context) ([]card, error)
	detail(ctx context.Context, slug string) (*detail, error)
	// order writes an order of the three offers; n is unique.
	order(ctx context.Context, n int64, offers [orderLines]int64) error
	close() error
}

// Serve answers at an address until ctx ends. url names a database that etal
// seed has filled; tables for orders are added to it.
func Serve(ctx context.Context, url, address string, started func(address string)) error {
	open := openPostgres
	if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
		url, open = path, openSQLite
	}
	s, err := open(ctx, url)
	if err != nil {
		return err
	}
	remembered, err := s.list(ctx)
	if err != nil {
		return errors.Join(err, s.close())
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return errors.Join(err, s.close())
	}
	web := &http.Server{Handler: handler(s, remembered), ReadHeaderTimeout: 5 * time.Second}
	started(l.Addr().String())
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(l) }()
	select {
	case err = <-ended:
	case <-ctx.Done():
		err = web.Close()
	}
	return errors.Join(err, s.close())
}

func handler(s store, remembered []card) http.Handler {
	var orders atomic.Int64
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+MemoryListPath, func(w http.ResponseWriter, _ *http.Request) {
		answer(w, remembered, nil)
	})
	mux.HandleFunc("GET "+ListPath, func(w http.ResponseWriter, r *http.Request) {
		cards, err := s.list(r.Context())
		answer(w, cards, err)
	})
	mux.HandleFunc("GET "+DetailPath+"{slug}", func(w http.ResponseWriter, r *http.Request) {
		found, err := s.detail(r.Context(), r.PathValue("slug"))
		answer(w, found, err)
	})
	mux.HandleFunc("POST "+OrderPath, func(w http.ResponseWriter, r *http.Request) {
		n := orders.Add(1)
		// Three offers in the order of their ids, so that two orders never wait
		// for each other.
		first := n * 7 % (orderOffers / orderLines)
		const step = orderOffers / orderLines
		err := s.order(r.Context(), n, [orderLines]int64{first, first + step, first + 2*step})
		answer(w, map[string]int64{"order": n}, err)
	})
	return mux
}

func answer(w http.ResponseWriter, v any, err error) {
	var body []byte
	if err == nil {
		body, err = json.Marshal(v)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body) // the client is gone: nobody is left to tell
}

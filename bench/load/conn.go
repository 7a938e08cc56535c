package load

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http/httputil"
	"strconv"
	"time"
)

const (
	answerWithin = 30 * time.Second
	bufferBytes  = 64 << 10
)

// Request is what a Conn sends. Header holds whole lines, each ended by
// "\r\n".
type Request struct {
	Method, Path, Header string
	Body                 []byte
}

// Conn is a connection to one server that is kept alive. It is for one
// goroutine.
type Conn struct {
	address string
	conn    net.Conn
	reader  *bufio.Reader
	out     []byte
	body    []byte
}

// NewConn returns a connection to host:port that is opened when it is used.
func NewConn(address string) *Conn { return &Conn{address: address} }

// Close closes the connection.
func (c *Conn) Close() {
	if c.conn != nil {
		_ = c.conn.Close() // nothing is written any more
		c.conn = nil
	}
}

// Do sends a request and returns the status and the body of the answer. The
// body is valid until the next call. After an error the connection is opened
// anew.
func (c *Conn) Do(r Request) (status int, body []byte, err error) {
	if c.conn == nil {
		if c.conn, err = net.DialTimeout("tcp", c.address, answerWithin); err != nil { //nolint:noctx // its own limit ends it, and a context per request would be measured too
			return 0, nil, err
		}
		c.reader = bufio.NewReaderSize(c.conn, bufferBytes)
	}
	defer func() {
		if err != nil {
			c.Close()
		}
	}()
	if err := c.conn.SetDeadline(time.Now().Add(answerWithin)); err != nil {
		return 0, nil, err
	}
	c.out = append(c.out[:0], r.Method...)
	c.out = append(append(append(c.out, ' '), r.Path...), " HTTP/1.1\r\nHost: "...)
	c.out = append(append(append(c.out, c.address...), "\r\n"...), r.Header...)
	c.out = strconv.AppendInt(append(c.out, "Content-Length: "...), int64(len(r.Body)), 10)
	c.out = append(append(c.out, "\r\n\r\n"...), r.Body...)
	if _, err := c.conn.Write(c.out); err != nil {
		return 0, nil, err
	}
	return c.answer()
}

func (c *Conn) answer() (status int, body []byte, err error) {
	line, err := c.reader.ReadSlice('\n')
	if err != nil {
		return 0, nil, err
	}
	if len(line) < 12 {
		return 0, nil, fmt.Errorf("not an answer: %q", line)
	}
	if status, err = strconv.Atoi(string(line[9:12])); err != nil {
		return 0, nil, err
	}
	length, err := c.header()
	if err != nil {
		return 0, nil, err
	}
	if length < 0 {
		return status, c.body, c.chunked()
	}
	if cap(c.body) < length {
		c.body = make([]byte, length)
	}
	c.body = c.body[:length]
	_, err = io.ReadFull(c.reader, c.body)
	return status, c.body, err
}

// header reads the header and returns the length of the body, -1 when it
// comes in chunks.
func (c *Conn) header() (int, error) {
	length := -1
	for {
		line, err := c.reader.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			return length, nil
		}
		name, value, _ := bytes.Cut(line, []byte(":"))
		if bytes.EqualFold(name, []byte("Content-Length")) {
			if length, err = strconv.Atoi(string(bytes.TrimSpace(value))); err != nil {
				return 0, err
			}
		}
	}
}

func (c *Conn) chunked() error {
	into := bytes.NewBuffer(c.body[:0])
	if _, err := io.Copy(into, httputil.NewChunkedReader(c.reader)); err != nil {
		return err
	}
	c.body = into.Bytes()
	_, err := c.reader.ReadSlice('\n') // the empty line after the last chunk
	return err
}

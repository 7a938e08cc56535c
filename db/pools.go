package db

import (
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/uptrace/bun"
)

// PoolFigures says how the connections of one pool are used.
type PoolFigures struct {
	Name              string // write, read or replica
	Most, Open, InUse int
	Waits             int64         // how often somebody had to wait for a connection
	Waited            time.Duration // how long in all
}

// Pools reads the figures of each pool.
func (d *DB) Pools() []PoolFigures {
	if d.Dialect() == SQLite {
		return []PoolFigures{figuresOf("write", d.write), figuresOf("read", d.read)}
	}
	all := []PoolFigures{pgxFigures("write", d.pool), pgxFigures("read", d.readPool)}
	if d.replica != nil {
		all = append(all, pgxFigures("replica", d.replica.pool))
	}
	return all
}

func figuresOf(name string, pool *bun.DB) PoolFigures {
	s := pool.Stats()
	return PoolFigures{Name: name, Most: s.MaxOpenConnections, Open: s.OpenConnections, InUse: s.InUse, Waits: s.WaitCount, Waited: s.WaitDuration}
}

func pgxFigures(name string, pool *pgxpool.Pool) PoolFigures {
	s := pool.Stat()
	return PoolFigures{
		Name: name, Most: int(s.MaxConns()), Open: int(s.TotalConns()), InUse: int(s.AcquiredConns()),
		Waits: s.EmptyAcquireCount(), Waited: s.EmptyAcquireWaitTime(),
	}
}

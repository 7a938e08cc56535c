# `make` lists the targets. `make run` starts everything on a fresh machine that
# has Go; `make check` is what must be green before a change is proposed.

SHELL       := bash
.SHELLFLAGS := -eu -o pipefail -c
GO          ?= go
GOTESTFLAGS ?=
NPM         ?= npm

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / {printf "  %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## Download what the other targets need
	$(GO) mod download
	$(GO) mod download -modfile=tools.mod
	@if command -v $(NPM) >/dev/null && [ -f web-admin/package.json ]; then cd web-admin && $(NPM) ci --no-audit --no-fund; fi

.PHONY: run
run: web-build-if-possible ## Start everything for development: API, web admin, Stripe simulator, demo data
	$(GO) run ./cmd/etal dev

.PHONY: build
build: web-build ## Build bin/etal, one file with the web admin inside
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/etal ./cmd/etal

.PHONY: test
test: ## Run all Go tests on SQLite and PostgreSQL
	$(GO) test $(GOTESTFLAGS) ./...

.PHONY: test-postgres
test-postgres: ## Run all Go tests against the server in ETAL_TEST_POSTGRES_URL
	@[ -n "$${ETAL_TEST_POSTGRES_URL:-}" ] || { echo "Set ETAL_TEST_POSTGRES_URL to a role that may create databases."; exit 2; }
	$(GO) test $(GOTESTFLAGS) ./...

.PHONY: check
check: gen-check lint schema-lint check-race judges client web-check ## Everything: generated files current, lint, tests with the race detector, judges of the API, client, web

# SQLite is C that a program made Go of: that it is watched too finds nothing of ours, and takes
# half of the time.
.PHONY: check-race
check-race:
	$(GO) vet ./...
	cd gateway/stripesim/contract && $(GO) vet ./...
	$(GO) test -race -gcflags=modernc.org/sqlite/lib=-race=false -shuffle=on -timeout 30m $(GOTESTFLAGS) ./...

.PHONY: lint
lint: ## Run golangci-lint (the first run builds it, which takes minutes)
	$(GO) tool -modfile=tools.mod golangci-lint run ./...

.PHONY: schema-lint
schema-lint: ## Judge the schema and the ready documents by GraphQL-ESLint, GraphQL Inspector and the Relay compiler
	cd graph/contract/node && $(NPM) ci --no-audit --no-fund && $(NPM) run lint

.PHONY: client
client: ## Build the TypeScript client into clients/typescript/dist, and check it
	cd clients/typescript && $(NPM) ci --no-audit --no-fund && $(NPM) run check

.PHONY: gen
gen: ## Write everything that is generated: GraphQL code, enums, pages of docs/
	$(GO) generate ./...
	$(MAKE) docs

.PHONY: docs
docs: ## Write the pages of docs/ that are made from code
	$(GO) run ./internal/gen/docs

.PHONY: gen-check
gen-check: gen
	@git diff --exit-code --stat || { echo "Generated files are stale: commit what 'make gen' has changed."; exit 1; }

.PHONY: judges judges-http judges-streams
judges: judges-http judges-streams ## Judge the API by those of docs/judges.md, which need Node and nothing else

judges-http:
	cd graph/contract && $(GO) test -count=1 $(GOTESTFLAGS) ./...

judges-streams:
	$(GO) test -count=1 -tags contract $(GOTESTFLAGS) -run '^TestContract_' ./server

.PHONY: contract
contract: judges ## Judge the API by the contract tests in e2e/, and the simulator and the alerts by judges that are not ours
	@command -v oathtool >/dev/null || { echo "Install oathtool: it judges the codes of second factors (apt-get install oathtool)."; exit 2; }
	@command -v zbarimg >/dev/null || { echo "Install zbarimg: it reads the QR codes of second factors (apt-get install zbar-tools)."; exit 2; }
	ETAL_CONTRACT=1 $(GO) test -count=1 $(GOTESTFLAGS) ./e2e/... ./graph/... ./domain/factor/...
	cd gateway/stripesim/contract && $(GO) test -count=1 $(GOTESTFLAGS) ./...
	cd deploy/contract && $(GO) test -count=1 $(GOTESTFLAGS) ./...

.PHONY: stripe-sandbox
stripe-sandbox: ## Hold a sandbox of the real Stripe to what the simulator is held to; needs STRIPE_TEST_KEY
	@case "$$STRIPE_TEST_KEY" in sk_test_*|rk_test_*) ;; *) echo "Set STRIPE_TEST_KEY to the secret key of a sandbox of Stripe (sk_test_…)."; exit 2;; esac
	$(GO) test -count=1 -v -tags sandbox $(GOTESTFLAGS) -run '^TestPromises_of_Stripe$$' ./gateway/stripesim

.PHONY: crash
crash: ## Kill the server 50 times while 500 people buy, on both databases (takes minutes)
	$(GO) test -count=1 -v -timeout 30m $(GOTESTFLAGS) -run TestCrash ./e2e -e2e.crash.full

.PHONY: bench
bench: ## Measure the marketplace under load on SQLite and PostgreSQL, under ten minutes
	$(GO) run ./bench --repeat 1

.PHONY: bench-overload
bench-overload: ## Ask for one to ten times what the server can answer, with and without its limit, under three minutes
	$(GO) run ./bench overload
	$(GO) run ./bench overload --no-limit --times 2,5,10

.PHONY: bench-attacks
bench-attacks: ## Measure what each attack of docs/attacks.md costs, under two minutes
	$(GO) run ./bench attacks

.PHONY: bench-quick
bench-quick: ## Look at the speed in under two minutes
	$(GO) run ./bench --quick --products 1000

.PHONY: bench-parts
bench-parts: ## Run the benchmarks of parts (testing.B)
	$(GO) test -run '^$$' -bench . -benchmem ./...

.PHONY: bench-timing
bench-timing: ## Measure whether answers about addresses take as long with an account as without
	$(GO) run ./bench/timing

.PHONY: seed
seed: ## Fill ./var/etal.db with 2,000 products of 20 sellers
	ETAL_MODE=development $(GO) run ./cmd/etal migrate up
	ETAL_MODE=development $(GO) run ./cmd/etal seed --products 2000 --sellers 20

.PHONY: seed-large
seed-large: ## Fill ./var/large.db with 100,000 orders of 20 sellers, for measuring: minutes
	ETAL_MODE=development ETAL_DATABASE_URL=sqlite:./var/large.db $(GO) run ./cmd/etal migrate up
	ETAL_MODE=development ETAL_DATABASE_URL=sqlite:./var/large.db $(GO) run ./cmd/etal seed --products 2000 --sellers 20 --orders 100000

.PHONY: supply
supply: build ## Check what a release is made of, and list it in bin/release; "not checked" (3) is not "nothing known"
	$(GO) mod verify
	$(GO) build -o bin/release-check ./internal/gen/release
	bin/release-check licences
	mkdir -p bin/release
	bin/release-check list bin/etal bin/release/etal.cdx.json
	cd web-admin && $(NPM) sbom --sbom-format cyclonedx --omit dev --package-lock-only >../bin/release/web-admin.cdx.json
	cd bin && sha256sum etal release/*.json >release/SHA256SUMS
	bin/release-check vulnerabilities

.PHONY: reproducible
reproducible: ## Build the last commit twice, in two directories and with two caches: the same bytes come out
	@[ -f web-admin/dist/index.html ] || { echo "Run 'make web-build' first: the pages are part of the binary."; exit 2; }
	@dir=$$(mktemp -d); trap 'chmod -R u+w "$$dir"; rm -rf "$$dir"' EXIT; \
	for copy in a/first b/second/deeper; do \
		git clone -q . "$$dir/$$copy"; \
		cp -R web-admin/dist "$$dir/$$copy/web-admin/"; \
	done; \
	(cd "$$dir/a/first" && CGO_ENABLED=0 $(GO) build -trimpath -o "$$dir/one" ./cmd/etal); \
	(cd "$$dir/b/second/deeper" && GOCACHE="$$dir/cache" CGO_ENABLED=0 $(GO) build -trimpath -o "$$dir/two" ./cmd/etal); \
	sha256sum "$$dir/one" "$$dir/two"; \
	cmp "$$dir/one" "$$dir/two" && echo "The same."

.PHONY: web-build
web-build: ## Build the web admin into web-admin/dist
	cd web-admin && $(NPM) ci --no-audit --no-fund && $(NPM) run build

.PHONY: web-build-if-possible
web-build-if-possible:
	@if [ ! -f web-admin/package.json ] || ! command -v $(NPM) >/dev/null; then \
		echo "web admin: not built (Node is needed); the API works without it"; \
	elif [ -f web-admin/dist/index.html ] && [ -z "$$(find web-admin/src web-admin/package-lock.json web-admin/index.html -newer web-admin/dist/index.html -print -quit 2>/dev/null)" ]; then \
		:; \
	else \
		$(MAKE) web-build || echo "web admin: the build failed; the API works without it"; \
	fi

.PHONY: web-dev
web-dev: ## Show the web admin as it is written, on port 5173, against an API that runs (make run, or ETAL_API)
	cd web-admin && { [ -d node_modules ] || $(NPM) ci --no-audit --no-fund; } && $(NPM) run dev

.PHONY: web-check
web-check: ## Check the web admin and try it in a browser (Debian: apt-get install chromium)
	@if [ -f web-admin/package.json ]; then cd web-admin && $(NPM) ci --no-audit --no-fund && $(NPM) run check && $(NPM) run test:kit && $(NPM) run build && $(NPM) run sizes && $(NPM) test; fi

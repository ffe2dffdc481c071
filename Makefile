# The one list of commands. `make` alone says what they are.
#
# SKIP="swift kotlin" leaves languages out of `make test` and `make demo`, and says so.
# FUZZ_SECONDS is how long each fuzz target runs in `make test`; FUZZ_TARGETS are those that run, all by default.
# FAMILIES are those that `make mutants` changes.

SHELL := /bin/bash
.DEFAULT_GOAL := help
SKIP ?=
FUZZ_SECONDS ?= 5
FUZZ_TARGETS ?=
FAMILIES ?= challenge code device otp password state throttle
LANGUAGES := rust c python kotlin swift
export SKIP
unknown := $(filter-out $(LANGUAGES),$(SKIP))
$(if $(unknown),$(error SKIP: no such language: $(unknown); there are $(LANGUAGES)))

say-skipped = for language in $(SKIP); do echo "make $@: $$language was SKIPPED" >&2; done

.PHONY: help demo demo-control test setup lint core vectors nopanic ct linear sha-ni cost header properties model fuzz \
	benches bench bench-peers firmware mutants c python kotlin swift stores docs figures clean

help: ## say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: setup ## one story in five languages: build, run, compare, print
	@scripts/demo.sh $(filter-out $(SKIP),$(LANGUAGES))
	@$(say-skipped)

demo-control: setup ## change one constant of the core: all five transcripts must change
	@scripts/demo-control.sh $(filter-out $(SKIP),$(LANGUAGES))
	@$(say-skipped)

test: setup lint core properties model nopanic ct linear sha-ni cost header fuzz benches $(filter-out $(SKIP),c python kotlin swift) stores vectors docs ## everything below, in order
	@$(say-skipped)
	@echo "make test: all targets passed$(if $(SKIP),; SKIPPED: $(SKIP))"

setup: ## install what is missing: packages, Python's environment, OpenLDAP, Swift
	@scripts/setup/rust.sh
	@scripts/setup/debian.sh
	@scripts/setup/python.sh
	@scripts/setup/openldap.sh
	@$(if $(filter python,$(SKIP)),true,scripts/setup/node.sh)
	@$(if $(filter swift,$(SKIP)),true,scripts/setup/swift.sh)

lint: ## rustfmt, clippy, tables as generated, features in combination; planted faults
	cargo fmt --all --check
	cargo clippy --quiet --workspace --exclude sceau-c --all-targets -- -D warnings
	cargo clippy --quiet -p sceau-c -- -D warnings
	@echo "lint: the peers of sceau-benches are left out; make bench-peers lints them"
	python3 core/tables/latin.py --check
	python3 core/tables/blocklist.py --check
	scripts/features.sh
	scripts/lint-control.sh

core: ## the core's own tests and examples, and an independent model of the codes and states
	cargo test --quiet -p sceau --all-features
	cargo test --quiet -p sceau
	cargo run --quiet --release -p sceau --example readme | grep -x 'accepted, store step 1'
	python3 tests/peers/challenge.py
	python3 tests/peers/device.py
	python3 tests/peers/golden.py
	python3 tests/peers/digits.py
	python3 tests/peers/otp.py
	python3 tests/peers/recovery.py

properties: ## the corpus in Rust, the laws replayed, bad input
	cargo test --quiet -p sceau-tests -- --skip every_life
	cargo test --quiet -p sceau-tests --features unicode,argon2 -- --skip every_life

model: ## every life of a code, a throttle, a device, recovery codes up to 8 to 12 steps; planted faults
	cargo test --quiet -p sceau-tests --test model -- --nocapture

nopanic: ## no std, no alloc, no panic: a library that would not link otherwise
	tests/nopanic/run.sh

ct: ## constant time: poisoned secrets under Valgrind, no division in ct_* functions
	tests/ct/run.sh
	tests/ct/division.sh

linear: ## the rules for new passwords: instructions counted at three sizes
	tests/linear/run.sh

sha-ni: ## SHA-1 and SHA-256 run in one function each, for whatever processor they are built
	tests/sha_ni/run.sh

cost: ## counted instructions: a mismatch is alike for every account, a window costs its codes, names few
	tests/cost/run.sh

header: ## include/sceau.h as generated; symbols, SONAME, two copies in one program
	tests/header.sh

fuzz: ## each fuzz target for FUZZ_SECONDS from the committed corpus; a table of what each tried and found
	scripts/fuzz.sh $(FUZZ_SECONDS) $(FUZZ_TARGETS)

benches: ## every benchmark once, without a clock; what summarises them
	@mkdir -p build
	cargo test --quiet --profile tool -p sceau-benches --all-targets >build/benches.log || \
		{ cat build/benches.log >&2; exit 1; }
	@echo "benches: $$(grep -c '^Success' build/benches.log) ran once"

bench: ## how long the calls of every day take (criterion); no part of `make test`
	cargo bench -p sceau-benches --bench everyday

bench-peers: setup ## passwords, codes, numbers, names against their peers, as ratios of one run; no part of `make test`
	@scripts/setup/debian.sh peers
	@benches/peers.sh

firmware: ## passwords on a Cortex-M4 in QEMU: stack within its budget; size, instructions; no part of `make test`
	@scripts/setup/debian.sh firmware
	@tests/firmware/run.sh

mutants: ## what the tests notice of two thousand small changes of the core; hours; no part of `make test`
	@for family in $(FAMILIES); do scripts/mutants.sh $$family || exit 1; done

c: ## the C library: contract, vectors, examples; gcc and clang, C99 and C++17
	bindings/c/test.sh

python: ## the wheel: vectors, peers, stubs, types
	bindings/python/test.sh

kotlin: ## the Maven project
	bindings/uniffi/kotlin/test.sh

swift: ## the SwiftPM package
	bindings/uniffi/swift/test.sh

stores: ## races for rows of SQLite and PostgreSQL, clients and a server killed amid them
	@tests/stores/run.sh $(filter-out $(SKIP),c python)

vectors: ## how many records each language ran: all counts equal
	scripts/vectors.sh $(filter-out $(SKIP),$(LANGUAGES))

docs: ## the READMEs' examples are those that the tests run; docs/ is as the core has it
	scripts/readme.sh
	scripts/identifiers.sh --check
	python3 scripts/anatomy --check
	scripts/messages.sh --check
	scripts/damage.sh --check

figures: ## sizes, lines per file and per function
	scripts/figures.sh

clean: ## remove what was built here
	rm -rf build target

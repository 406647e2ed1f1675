# `make report` sets up, builds and reports on the sample study; `make test` sets up and tests.
.PHONY: setup report test lint codebooks clean

setup:
	@scripts/setup

report: setup
	swift build -c release --product cfir
	.build/release/cfir report SampleData/peer-support -o Reports/peer-support
	.build/release/cfir report SampleData/peer-support --for "Harbor Lantern Recovery Center" -o Reports/harbor-lantern
	@echo "Open Reports/peer-support/index.html"

test: setup
	swift test

lint:
	swift format lint --strict --recursive Sources Tests

codebooks:
	scripts/embed-codebooks

clean:
	rm -rf .build .build-*

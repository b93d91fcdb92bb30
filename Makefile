# Two commands for a fresh Debian 12 with git and make:
#
#   make demo    installs the packages that are missing, builds, runs the example offline
#   make test    the same for the tests
#
# Everything else is CMake's: see CMakePresets.json and CONTRIBUTING.md.

BUILD_PACKAGES = g++ cmake ninja-build ccache mold pkg-config \
  libcurl4-openssl-dev libssl-dev libmodest-dev libpugixml-dev nlohmann-json3-dev libfyaml-dev libzstd-dev \
  libbrotli-dev zlib1g-dev libutf8proc-dev libuchardet-dev libre2-dev libcli11-dev \
  libkainjow-mustache-dev libgtest-dev libgmock-dev libbenchmark-dev poppler-utils
TEST_PACKAGES = $(BUILD_PACKAGES) python3 chromium nghttp2-server radosgw ceph-mon ceph-osd \
  swift-proxy swift-account swift-container swift-object memcached awscli python3-botocore

ROOT_COMMAND = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
DEMO = build/demo

.PHONY: demo test packages-build packages-test

demo: packages-build
	cmake --preset release
	cmake --build --preset release
	rm -rf $(DEMO)
	build/release/bin/vectora init $(DEMO)
	build/release/bin/vectora run --workspace $(DEMO)

test: packages-test
	cmake --workflow --preset dev

packages-build: PACKAGES = $(BUILD_PACKAGES)
packages-test: PACKAGES = $(TEST_PACKAGES)
packages-build packages-test:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  $(ROOT_COMMAND) apt-get update && \
	  $(ROOT_COMMAND) env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y --no-install-recommends $$missing; \
	fi

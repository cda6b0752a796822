#!/bin/sh
# Make .venv with everything that Sijill and its tests need. Needs Python 3.11 or newer and a
# package index; writes nothing outside this folder. Run again, it repairs what is not right.
#
#   PYTHON=/path/to/python3 scripts/bootstrap.sh   to choose the interpreter
#   PIP_INDEX_URL=…                                to choose the index, as for pip
set -eu
cd "$(dirname "$0")/.."
here="$(pwd -P)"
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV

say() { echo "bootstrap: $*" >&2; }
try() { "$@" >/dev/null 2>&1; }

# ------------------------------------------------------------------ the interpreter

new_enough() { try "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))'; }

find_python() {
    for name in "${PYTHON:-}" python3.11 python3.12 python3.13 python3.14 python3 python; do
        if [ -n "$name" ] && new_enough "$name"; then
            python="$name"
            return
        fi
    done
    say "no Python 3.11 or newer found. Install one, or name it: make PYTHON=/path/to/python3 test"
    exit 1
}

make_environment() {
    # A folder that was moved, or whose interpreter is gone, is made anew; what was downloaded
    # stays. Without pip: systems that ship Python without ensurepip can do this much too.
    if ! try .venv/bin/python -c 'import sys; assert sys.prefix == sys.argv[1]' "$here/.venv"; then
        find_python
        rm -rf .venv/bin .venv/lib .venv/lib64 .venv/include .venv/pyvenv.cfg
        "$python" -m venv --without-pip .venv
    fi
    mkdir -p .venv/tools .venv/tmp
    export TMPDIR="$here/.venv/tmp"
}

# ------------------------------------------------------------------ the installer, uv

# pip is looked for, not required: it only has to fetch uv. With --target it changes nothing of
# the Python it runs on, so that it may be one that a system manages. pip_path is a wheel of pip.
find_pip() {
    pip_path=""
    for pip_python in .venv/bin/python "${python:-python3}" python3 python3.12 python3.13 python; do
        if try "$pip_python" -m pip --version; then return; fi
    done
    pip_python=".venv/bin/python"
    if try "$pip_python" -m ensurepip; then return; fi
    for pip_path in /usr/share/python-wheels/pip-*.whl; do
        if [ -e "$pip_path" ]; then return; fi
    done
    fetch_pip_of_debian
}

# Debian and Ubuntu keep pip in packages of its own. One is fetched and unpacked here, not installed.
fetch_pip_of_debian() {
    pip_path=""
    command -v apt-get >/dev/null 2>&1 && command -v dpkg-deb >/dev/null 2>&1 || return 1
    say "this Python has no pip: fetching python3-pip-whl into .venv"
    mkdir -p .venv/tools/apt/lists/partial .venv/tools/apt/archives/partial
    cat >.venv/tools/apt.conf <<END
Dir::State "$here/.venv/tools/apt/";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache "$here/.venv/tools/apt/";
APT::Sandbox::User "";
END
    (
        cd .venv/tools
        export APT_CONFIG="$here/.venv/tools/apt.conf"
        try apt-get update && try apt-get download python3-pip-whl
        for package in python3-pip-whl_*.deb; do try dpkg-deb -x "$package" .; done
        rm -rf apt apt.conf python3-pip-whl_*.deb
    )
    for pip_path in "$here"/.venv/tools/usr/share/python-wheels/pip-*.whl; do
        if [ -e "$pip_path" ]; then return; fi
    done
    return 1
}

pip() { PYTHONPATH="$pip_path" "$pip_python" -m pip --disable-pip-version-check "$@"; }

find_uv() {
    uv="$here/.venv/tools/bin/uv"
    if try "$uv" --version; then return; fi
    if ! find_pip; then
        if command -v uv >/dev/null 2>&1; then
            uv="$(command -v uv)"
            return
        fi
        say "found neither pip nor ensurepip nor uv. Install the package python3-venv, then run again."
        exit 1
    fi
    PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 PIP_ROOT_USER_ACTION=ignore pip install --quiet --no-deps --only-binary :all: \
        --require-hashes --target .venv/tools --upgrade -r requirements/installer.lock
    # uv does not read pip's settings; whoever has an index or certificates of their own set them there.
    pip config get global.index-url >.venv/tools/index 2>/dev/null || rm -f .venv/tools/index
    pip config get global.cert >.venv/tools/cert 2>/dev/null || rm -f .venv/tools/cert
}

configure_uv() {
    # The interpreter is the one found above: uv must not fetch another.
    export UV_PYTHON_DOWNLOADS=never
    export UV_NATIVE_TLS=true
    export UV_NO_PROGRESS=true
    export UV_CACHE_DIR="${UV_CACHE_DIR:-$here/.venv/cache}"
    if [ -z "${UV_DEFAULT_INDEX:-}" ]; then
        index="${PIP_INDEX_URL:-$(cat .venv/tools/index 2>/dev/null || true)}"
        if [ -n "$index" ]; then export UV_DEFAULT_INDEX="$index"; fi
    fi
    if [ -z "${SSL_CERT_FILE:-}" ]; then
        cert="${PIP_CERT:-$(cat .venv/tools/cert 2>/dev/null || true)}"
        if [ -n "$cert" ]; then export SSL_CERT_FILE="$cert"; fi
    fi
}

# ------------------------------------------------------------------ the packages

install() { "$uv" pip install --quiet --python .venv/bin/python "$@"; }

make_environment
find_uv
configure_uv
install --require-hashes -r requirements/dev.lock
# The builder is among the packages just installed, so that nothing unpinned is fetched for it.
install --no-build-isolation --no-deps --editable .
rm -rf .venv/tmp
echo "$here" >.venv/ready

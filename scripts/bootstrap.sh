#!/bin/sh
# Make .venv with everything that Sijill and its tests need. Needs Python 3.11 or newer and a
# package index; nothing else has to be on the machine, and nothing outside .venv is changed.
set -eu
cd "$(dirname "$0")/.."

good() { command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

python=""
for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3 python; do
    if good "$candidate"; then python="$candidate"; break; fi
done
if [ -z "$python" ]; then
    echo "bootstrap: no Python 3.11 or newer found. Install one, or name it: make PYTHON=/path/to/python3 test" >&2
    exit 1
fi

# Some systems ship Python without ensurepip; their own Python may also forbid installing into
# itself. A virtual environment without pip and a uv installed beside it work there too.
if [ ! -x .venv/bin/python ]; then
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        rm -rf .venv
        "$python" -m venv --without-pip .venv
    fi
fi

uv=""
if .venv/bin/python -m pip --version >/dev/null 2>&1; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.9"
    uv=".venv/bin/uv"
elif command -v uv >/dev/null 2>&1; then
    uv="$(command -v uv)"
elif "$python" -m pip --version >/dev/null 2>&1; then
    "$python" -m pip install --quiet --disable-pip-version-check --target .venv/tools "uv>=0.9"
    uv=".venv/tools/bin/uv"
else
    echo "bootstrap: $python has neither pip nor ensurepip. Install your system's python3-venv package, then run again." >&2
    exit 1
fi

# The interpreter is the one found above: uv must not fetch another.
export UV_PYTHON_DOWNLOADS=never
export VIRTUAL_ENV="$PWD/.venv"
"$uv" pip install --quiet --python .venv/bin/python --require-hashes -r requirements/dev.lock
"$uv" pip install --quiet --python .venv/bin/python --no-deps --editable .
touch .venv/ready

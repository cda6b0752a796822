"""Tests run on the sources, also where compiled rooms lie ready: those cannot be looked into."""

import os

os.environ["SIJILL_NATIVE"] = "0"

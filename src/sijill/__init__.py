"""Sijill turns Arabic reporting on armed conflict into sourced, reviewable event data."""

__version__ = "0.1.0"

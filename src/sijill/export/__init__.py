"""Coded reports as files that others read: JSON lines, CSV, GeoJSON, a page, a table."""

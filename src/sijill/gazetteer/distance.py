"""Distances on the sphere."""

from math import asin, cos, radians, sin, sqrt

_DIAMETER_KM = 12742.0


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points in degrees, within 0.5 %."""
    a, b = radians(lat1), radians(lat2)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return _DIAMETER_KM * asin(min(1.0, sqrt(half)))

"""What somebody should look at before a year of start-up support is closed."""

from support import attribution_points  # noqa: F401  (registers the points)

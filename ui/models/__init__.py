"""Long lists for views: rows as plain data, no widget for any of them."""

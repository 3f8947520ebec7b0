"""Screenshots of every page, with drawn faces for content."""

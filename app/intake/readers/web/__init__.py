"""Web pages that browsers and crawlers saved. Nothing of a page is run or shown."""

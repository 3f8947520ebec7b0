"""Pages of the web as browsers and crawlers save them. Nothing of a page is run or shown."""

"""Parts of pages about the scan: model packs, and items that another version scanned."""
